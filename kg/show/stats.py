"""How much the graph holds, as lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kg.model.claim import CURATED, Claim
from kg.model.entity import Entity
from kg.model.text import Source

__all__ = ["stats_lines"]

MOST = 15
"""Predicates shown by count; the rest is summed."""


def stats_lines(
    claims: Iterable[Claim], entities: Mapping[str, Entity], sources: Mapping[str, Source]
) -> Iterator[str]:
    """Yield counts of sources, entities by type, and claims by origin, mood and predicate."""
    found = tuple(claims)
    yield f"Quellen      {len(sources)}"
    yield f"Entitäten    {len(entities)}"
    yield from _counted(Counter(entity.type for entity in entities.values()))
    yield f"Aussagen     {len(found)}"
    yield f"  kuratiert  {sum(claim.rule == CURATED for claim in found)}"
    yield f"  Tatsachen  {sum(claim.is_fact for claim in found)} (bejaht, nicht zugeschrieben)"
    yield f"  verneint   {sum(claim.polarity == 'neg' for claim in found)}"
    yield f"  zugeschrieben {sum(claim.speaker is not None for claim in found)}"
    yield from _counted(Counter(claim.predicate for claim in found))


def _counted(counts: Counter[str]) -> Iterator[str]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    yield from (f"    {name:24} {count}" for name, count in ordered[:MOST])
    rest = sum(count for _, count in ordered[MOST:])
    if rest:
        yield f"    {'übrige':24} {rest}"
