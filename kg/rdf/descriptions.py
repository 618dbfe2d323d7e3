"""Quads gathered by subject, to be read value by value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

__all__ = ["Description", "describe"]

Value = NamedNode | Literal


class Description:
    """A node and the values of its predicates, in the order in which they were added."""

    __slots__ = ("node", "values")

    def __init__(self, node: NamedNode) -> None:
        """Start without values."""
        self.node = node
        self.values: defaultdict[NamedNode, list[Value]] = defaultdict(list)

    def nodes(self, predicate: NamedNode) -> list[NamedNode]:
        """Return the IRIs among the values of a predicate."""
        return [value for value in self.values.get(predicate, ()) if isinstance(value, NamedNode)]

    def node_of(self, predicate: NamedNode) -> NamedNode | None:
        """Return the IRI a predicate points to, None where it is absent."""
        return next(iter(self.nodes(predicate)), None)

    def text(self, predicate: NamedNode) -> str | None:
        """Return the one value of a predicate as text, None where it is absent."""
        return next((value.value for value in self.values.get(predicate, ())), None)

    def whole(self, predicate: NamedNode) -> int:
        """Return the one value of a predicate as an integer, 0 where it is absent."""
        return int(self.text(predicate) or 0)


def describe(quads: Iterable[Quad]) -> dict[NamedNode, Description]:
    """Return what quads say of each IRI, whatever their graphs."""
    nodes: dict[NamedNode, Description] = {}
    for quad in quads:
        subject, value = quad.subject, quad.object
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
            description = nodes.get(subject)
            if description is None:
                description = nodes[subject] = Description(subject)
            description.values[quad.predicate].append(value)
    return nodes
