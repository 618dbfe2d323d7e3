"""Forms that keep the named graphs: which document says what."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat

from kg.rdf.namespaces import Base
from kg.rdf.serialize import in_order, lines, with_sorted_prefixes, written

__all__ = ["nquads", "trig"]


def trig(quads: Iterable[Quad], base: Base) -> bytes:
    """Return TriG, a block a graph, grouped by subject."""
    return with_sorted_prefixes(written(in_order(quads), RdfFormat.TRIG, base.prefixes()))


def nquads(quads: Iterable[Quad], base: Base) -> bytes:
    """Return sorted N-Quads."""
    return lines(quads, RdfFormat.N_QUADS)
