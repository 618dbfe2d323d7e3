"""What a claim's card should say beside its sentence: who contradicts it, and how many support it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.compare.find import find_conflicts
from kg.compare.kinds import Comparison
from kg.compare.support import find_support
from kg.model.claim import Claim
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.show.claims import told
from kg.show.evidence import origin

__all__ = ["remarks_on"]

SERIOUS = ("contradiction", "holders", "values", "tension")
"""Kinds a reader of a single claim must know of; kg conflicts tells the others."""


def remarks_on(
    claims: Iterable[Claim], *, sources: Mapping[str, Source], vocabulary: Vocabulary
) -> dict[str, tuple[str, ...]]:
    """Return lines by claim id, as far as the claims themselves contradict or support each other."""
    known = tuple(claims)
    found: dict[str, list[str]] = defaultdict(list)
    for conflict in find_conflicts(known, sources=sources, vocabulary=vocabulary):
        if conflict.kind.name in SERIOUS:
            for claim, others in _against(conflict):
                found[claim.id].append(_opposed(conflict, others, sources, vocabulary))
    for agreement in find_support(known, sources=sources, vocabulary=vocabulary):
        for claim in agreement.claims:
            found[claim.id].append(agreement.why)
    return {id_: tuple(lines) for id_, lines in found.items()}


def _against(conflict: Comparison) -> Iterator[tuple[Claim, list[Claim]]]:
    for side in conflict.sides:
        others = [claim for other in conflict.sides if other is not side for claim in other]
        yield from ((claim, others) for claim in side)


def _opposed(
    conflict: Comparison, others: Sequence[Claim], sources: Mapping[str, Source], vocabulary: Vocabulary
) -> str:
    where = f" — {origin(others[0].evidence[0], sources)}" if others[0].evidence else ""
    more = f" und {len(others) - 1} weitere" if len(others) > 1 else ""
    return f"{conflict.kind.label}: {told(others[0], vocabulary)}{where}{more}"
