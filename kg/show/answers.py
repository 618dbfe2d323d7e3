"""Answers of queries in the forms in which people and programs read them."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from io import StringIO
from typing import Final

from pyoxigraph import Literal, NamedNode, QueryResultsFormat

from kg.errors import QueryError
from kg.rdf.namespaces import compact
from kg.rdf.serialize import turtle
from kg.store.results import Result, Term

__all__ = ["RESULT_FORMATS", "render", "shown"]

RESULT_FORMATS: Final = ("table", "csv", "tsv", "json", "xml", "markdown", "ttl")

_STANDARD: Final = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
# Control characters of a text could move the cursor or retitle the reader's terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def render(result: Result, form: str, *, width: int | None = None) -> str:
    """Return the answer in one of RESULT_FORMATS; raise QueryError where the form does not suit it.

    `width` is the number of characters a table may take; None is as many as it needs.
    """
    if form not in RESULT_FORMATS:
        raise QueryError(f"unknown format '{form}'; choose one of {', '.join(RESULT_FORMATS)}")
    if form == "table":
        return _table(result, width)
    if form == "markdown":
        return _markdown(result)
    if form == "ttl":
        return _turtle(result)
    return result.serialized(_STANDARD[form]).decode("utf-8")


def shown(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """Return a term for people: an IRI with its prefix, a literal as its text, nothing where it is unbound."""
    if term is None:
        return ""
    if not isinstance(term, NamedNode):
        return _CONTROL.sub(" ", term.value if isinstance(term, Literal) else str(term))
    return compact(term.value, prefixes)


def _table(result: Result, width: int | None) -> str:
    if result.truth is not None:
        return _yes_or_no(result)
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in result.columns:
        table.add_column(Text(column), overflow="fold")
    for row in result.rows:
        table.add_row(*(Text(shown(term, result.prefixes)) for term in row))
    file = StringIO()
    console = Console(file=file, width=width or sys.maxsize)
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())


def _markdown(result: Result) -> str:
    if result.truth is not None:
        return _yes_or_no(result)
    rows = [[shown(term, result.prefixes).replace("|", "\\|") for term in row] for row in result.rows]
    head = [list(result.columns), ["---"] * len(result.columns)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in [*head, *rows])


def _turtle(result: Result) -> str:
    if result.kind != "construct":
        raise QueryError("ttl needs triples: ask with CONSTRUCT or DESCRIBE, or choose another format")
    return turtle(result.triples, result.prefixes).decode("utf-8")


def _yes_or_no(result: Result) -> str:
    return "true\n" if result.truth else "false\n"
