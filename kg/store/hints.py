"""What a query that failed or found nothing probably meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from pyoxigraph import NamedNode, Store

from kg.rdf.guard import place
from kg.rdf.namespaces import BN, Base
from kg.rdf.terms import TYPE

__all__ = ["explain_syntax_error", "unknown_terms"]

_PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): expected (?:one of )?(?P<expected>.*)", re.DOTALL)
_PROLOGUE = re.compile(r"(?:\s++|#[^\r\n]*+|PREFIX\s+[^\s:]*:\s*<[^>]*>|BASE\s*<[^>]*>)*", re.IGNORECASE)
_UPDATE = re.compile(r"(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE)
# Characters shown on each side of a fault: enough to find it again, short enough for one line.
_AROUND: Final = 25
# The parser names what it expected by tokens, but what is wrong with the meaning by a sentence.
_SENTENCE = re.compile(r"\bThe [^\[\]]*?(?=, \[|, [A-Z]{2}|$)")
_PREFIX = re.compile(r"(?P<prefix>[\w.\-]*):[\w.\-]*$")
_TERM = re.compile(rf"\bbn:(?P<short>\w+)|<{re.escape(BN)}(?P<long>\w+)>")


def explain_syntax_error(sparql: str, message: str, prefixes: Mapping[str, str]) -> str:
    """Return one line that says where a query is wrong and, where it can be told, why."""
    start = _PROLOGUE.match(sparql)
    if start and _UPDATE.match(sparql, start.end()):
        return f"{place(sparql, start.end())}: a query only reads; the graph changes with its articles and tables"
    found = _PLACE.match(message)
    if not found:
        return f"query: {message}"
    offset = _offset(sparql, int(found["line"]), int(found["column"]))
    if "Prefix not found" in found["expected"]:
        return _unknown_prefix(sparql, offset, prefixes)
    return f"{place(sparql, offset)}: {_reason(found['expected'], sparql, offset)}"


def unknown_terms(store: Store, sparql: str, base: Base) -> tuple[str, ...]:
    """Return a hint for every ontology term of the query that the graph does not know."""
    names = {match["short"] or match["long"] for match in _TERM.finditer(sparql)}
    unknown = sorted(name for name in names if not _is_known(store, NamedNode(BN + name)))
    if not unknown:
        return ()
    known = _known_names(store, base)
    return tuple(f"bn:{name} does not stand in the graph{_suggestion(name, known)}" for name in unknown)


def _offset(sparql: str, line: int, column: int) -> int:
    return sum(len(text) for text in sparql.splitlines(keepends=True)[: line - 1]) + column - 1


def _unknown_prefix(sparql: str, offset: int, prefixes: Mapping[str, str]) -> str:
    found = _PREFIX.search(sparql, 0, offset)
    name, start = (found["prefix"], found.start()) if found else ("", offset)
    return (
        f"{place(sparql, start)}: unknown prefix '{name}:'; known are {', '.join(prefixes)}; declare others by PREFIX"
    )


def _reason(expected: str, sparql: str, offset: int) -> str:
    sentence = _SENTENCE.search(expected)
    if sentence:
        return sentence[0]
    if not sparql[offset:].strip():
        return "the query ends too early; a bracket or a value is missing"
    around = sparql[max(0, offset - _AROUND) : offset + _AROUND]
    return f"not understood near: {' '.join(around.split())}"


def _suggestion(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=3)
    return f"; did you mean {' or '.join(f'bn:{other}' for other in close)}?" if close else ""


def _is_known(store: Store, term: NamedNode) -> bool:
    found = (
        store.quads_for_pattern(term, None, None, None),
        store.quads_for_pattern(None, term, None, None),
        store.quads_for_pattern(None, None, term, None),
    )
    return any(next(quads, None) is not None for quads in found)


def _known_names(store: Store, base: Base) -> list[str]:
    terms = (quad.subject for quad in store.quads_for_pattern(None, TYPE, None, base.graph("ontology")))
    return sorted({term.value.removeprefix(BN) for term in terms if isinstance(term, NamedNode)})
