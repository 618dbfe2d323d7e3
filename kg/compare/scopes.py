"""The same relation drawn differently: another destination, another origin, a share that only one source gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.compare.items import Item, grouped
from kg.compare.kinds import Conflict
from kg.compare.opposition import conflict

__all__ = ["find_scopes"]

BOUNDS = ("ziel", "herkunft", "ueber")
"""Qualifiers that draw a relation's bounds; a topic or an office makes it another relation instead."""


def find_scopes(items: Iterable[Item]) -> Iterator[Conflict]:
    """Yield relations of one subject and object that sources bound differently or only some of them quantify."""
    lasting = (item for item in items if item.kind == "relation" and item.claim.polarity == "pos")
    for group in grouped(lasting, lambda item: (item.name, item.ends)).values():
        if len({item.claim.document for item in group}) > 1:
            yield from _differences(group)


def _differences(group: Sequence[Item]) -> Iterator[Conflict]:
    for bound in BOUNDS:
        stating = [item for item in group if item.qualifier(bound)]
        sides = list(grouped(stating, lambda item: item.qualifier(bound)).values())
        if len(sides) > 1:
            yield conflict("scope", f"verschieden abgegrenzt: {bound}", *sides)
            return
    counted = [item for item in group if item.claim.quantity]
    bare = [item for item in group if not item.claim.quantity]
    if counted and bare:
        yield conflict("scope", "nur die einen nennen eine Zahl", counted, bare)
