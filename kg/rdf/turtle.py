"""Turtle files that people write, triple by triple with the line on which each ends."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, parse

from kg.errors import Fault, FaultyInput
from kg.rdf.namespaces import BN

__all__ = ["LocatedTriple", "read_turtle"]


@dataclass(frozen=True, slots=True)
class LocatedTriple:
    """A triple and the line, from 1, on which it ends in its file."""

    line: int
    triple: Triple


class _Lines(io.BytesIO):
    """Hands out one line a read, so that the parser is never ahead of the triple it has just yielded."""

    line = 0
    fresh = True

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the rest of the line, at most `size` bytes of it."""
        got = self.readline(size)
        self.line += self.fresh and bool(got)
        self.fresh = got.endswith(b"\n")
        return got


def read_turtle(path: Path) -> Iterator[LocatedTriple]:
    """Yield the triples of a file in order; relative IRIs lie in the ontology.

    Raise FaultyInput where it is no Turtle.
    """
    source = _Lines(path.read_bytes())
    try:
        for quad in parse(source, format=RdfFormat.TURTLE, base_iri=BN):
            yield LocatedTriple(source.line, quad.triple)
    except SyntaxError as error:
        message = f"is no valid Turtle: {error.msg.partition(': ')[2]}"
        raise FaultyInput((Fault(path, message, error.lineno or 0, error.offset or 0),)) from error
