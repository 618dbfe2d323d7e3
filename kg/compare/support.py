"""What several voices say alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.compare.copies import independent_voices
from kg.compare.items import Item, grouped, itemize, near_groups
from kg.compare.kinds import SUPPORT, Comparison
from kg.compare.offices import office_key
from kg.model.claim import Claim
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary

__all__ = ["find_support"]


def find_support(
    claims: Iterable[Claim], *, sources: Mapping[str, Source], vocabulary: Vocabulary
) -> tuple[Comparison, ...]:
    """Return what at least two independent voices say, most voices first; each side is one voice's claims.

    They speak in at least two documents, and events must be near in time: visits a year apart confirm nothing.
    """
    items = itemize(claims, sources=sources, vocabulary=vocabulary)
    found = [agreement for group in grouped(items, _statement).values() for agreement in _agreements(group, sources)]
    return tuple(sorted(found, key=lambda agreement: (-len(agreement.sides), agreement.claims[0].id)))


def _statement(item: Item) -> tuple[object, ...]:
    quantity = item.claim.quantity if item.kind == "measure" else None
    amount = quantity and (quantity.value, quantity.unit)
    about = (office_key(item.claim), item.qualifier("thema"), amount)
    return item.name, item.ends, item.claim.polarity, item.claim.modality, about


def _agreements(group: Sequence[Item], sources: Mapping[str, Source]) -> Iterator[Comparison]:
    for told in near_groups(group) if group[0].kind != "relation" else [group]:
        documents = {item.claim.document for item in told}
        voices = independent_voices((item.claim for item in told), sources) if len(documents) > 1 else ()
        if len(voices) > 1:
            yield Comparison(SUPPORT, voices, f"gestützt von {len(voices)} unabhängigen Quellen")
