"""Forms that keep the named graphs: which document says what."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat

from kg.rdf.namespaces import Base
from kg.rdf.serialize import in_order, lines, with_sorted_prefixes, written

__all__ = ["jsonld", "nquads", "trig"]


def trig(quads: Iterable[Quad], base: Base) -> bytes:
    """Return TriG, a block a graph, grouped by subject."""
    return with_sorted_prefixes(written(in_order(quads), RdfFormat.TRIG, base.prefixes()))


def nquads(quads: Iterable[Quad], base: Base) -> bytes:
    """Return sorted N-Quads."""
    return lines(quads, RdfFormat.N_QUADS)


def jsonld(quads: Iterable[Quad], base: Base) -> bytes:
    """Return expanded JSON-LD, a value a line so that versions can be compared."""
    document = json.loads(written(in_order(quads), RdfFormat.JSON_LD))
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
