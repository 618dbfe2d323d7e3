"""Measures against each other: a source that names both directions, and one that names only one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.compare.items import Item, grouped
from kg.compare.kinds import Comparison
from kg.compare.opposition import comparison

__all__ = ["find_one_sided"]


def find_one_sided(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield hostile acts between two parties that one source tells of both and another, near in time, of one only."""
    hostile = [item for item in items if item.hostile and _acted(item) and _target(item)]
    for group in grouped(hostile, lambda item: (item.name, frozenset((item.ends[0], _target(item))))).values():
        by_document = grouped(group, lambda item: item.claim.document)
        mutual = [told for told in by_document.values() if len(_actors(told)) > 1]
        single = [item for told in by_document.values() if len(_actors(told)) == 1 for item in told]
        for told in mutual:
            near = [item for item in single if any(item.near(other) for other in told)]
            if near:
                yield comparison("one-sided", "hier beide Seiten, dort nur die eine", told, near)


def _acted(item: Item) -> bool:
    return item.claim.polarity == "pos" and item.claim.modality == "asserted"


def _target(item: Item) -> str:
    """Return whom an act affects: the qualifier's entity, an actor as object, or the one party its object names."""
    if item.affected is not None:
        return item.affected.id
    if item.predicate is not None and item.predicate.range == "Akteur":
        return item.ends[1]
    named = item.parties - {item.side}
    return next(iter(named)) if len(named) == 1 else ""


def _actors(told: Iterable[Item]) -> set[str]:
    return {item.ends[0] for item in told}
