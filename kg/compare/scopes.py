"""The same relation drawn differently: another destination, another origin, another way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.compare.items import Item, grouped
from kg.compare.kinds import Comparison
from kg.compare.opposition import comparison

__all__ = ["find_scopes"]

BOUNDS = ("ziel", "herkunft", "ueber")
"""Qualifiers that draw a relation's bounds; a topic or an office makes it another relation instead."""


def find_scopes(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield relations of one subject and object that sources bound differently, each by its first such bound."""
    lasting = (item for item in items if item.kind == "relation" and item.claim.polarity == "pos")
    for group in grouped(lasting, lambda item: (item.name, item.ends)).values():
        if len({item.claim.document for item in group}) > 1:
            yield from _differences(group)


def _differences(group: Sequence[Item]) -> Iterator[Comparison]:
    for bound in BOUNDS:
        sides = _sides(group, bound)
        if len(sides) > 1:
            yield comparison("scope", f"verschieden abgegrenzt: {bound}", *sides)
            return


def _sides(group: Iterable[Item], bound: str) -> list[list[Item]]:
    by_bound = grouped(group, lambda item: item.qualifier(bound))
    return [side for entity, side in by_bound.items() if entity is not None]
