"""Answers of queries, as they come from the process that computed them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final, cast

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

__all__ = ["Result", "Term"]

_AS_ROWS: Final = """
SELECT ?subject ?predicate ?object { ?subject ?predicate ?object } ORDER BY ?subject ?predicate ?object
"""
Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Result:
    """The answer of a query: `kind` is "select", "ask" or "construct".

    `payload` is SPARQL results in JSON, or N-Triples for "construct", which stands for DESCRIBE too. `prefixes` are
    those the query could use; `hints` say what may be wrong with a query that found nothing.
    """

    kind: str
    payload: bytes
    prefixes: dict[str, str]
    hints: tuple[str, ...] = ()

    @property
    def triples(self) -> tuple[Triple, ...]:
        """The triples of a "construct" in order, each once; empty for others."""
        return tuple(sorted({quad.triple for quad in self._quads()}, key=str)) if self.kind == "construct" else ()

    @property
    def truth(self) -> bool | None:
        """The answer of an "ask", None for others."""
        return bool(self._answer()) if self.kind == "ask" else None

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns: variables, or subject, predicate, object; empty for "ask"."""
        answer = self._answer()
        return tuple(variable.value for variable in answer.variables) if isinstance(answer, QuerySolutions) else ()

    @property
    def rows(self) -> tuple[tuple[Term | None, ...], ...]:
        """The rows below `columns`, None where a variable is unbound."""
        answer = self._answer()
        return tuple(tuple(solution) for solution in answer) if isinstance(answer, QuerySolutions) else ()

    def serialized(self, form: QueryResultsFormat) -> bytes:
        """Return the answer in one of the standard forms of SPARQL results."""
        document = BytesIO()
        self._answer().serialize(document, form)
        return document.getvalue()

    def _answer(self) -> QuerySolutions | QueryBoolean:
        if self.kind != "construct":
            return parse_query_results(self.payload, format=QueryResultsFormat.JSON)
        store = Store()
        store.extend(self._quads())
        return cast(QuerySolutions, store.query(_AS_ROWS))

    def _quads(self) -> Iterator[Quad]:
        return parse(self.payload, format=RdfFormat.N_TRIPLES)
