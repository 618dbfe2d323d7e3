"""Claims against the day their source appeared: what is told as done cannot lie after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.compare.items import Item
from kg.compare.kinds import Comparison
from kg.compare.opposition import comparison

__all__ = ["find_anachronisms"]


def find_anachronisms(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield events told as having happened after their source appeared: a misread date, or an article changed later."""
    for item in items:
        if _happened(item) and item.stated and item.published and item.stated.earliest > item.published.latest:
            why = f"als geschehen berichtet für {item.stated.earliest}, erschienen bis {item.published.latest}"
            yield comparison("anachronism", why, [item])


def _happened(item: Item) -> bool:
    ahead = item.stance != 0 or (item.predicate is not None and item.predicate.prospective)
    return item.kind == "event" and not ahead and item.claim.modality == "asserted" and item.claim.polarity == "pos"
