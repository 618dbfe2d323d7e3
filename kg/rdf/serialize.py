"""Statements as text in one fixed order, so that two exports can be compared line by line.

The order is that of N-Triples lines, with a subject before what hangs below it (`claim/x` before
`claim/x#evidence1`) and its type before everything else said of it. Oxigraph writes what comes in this order grouped
by subject.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

__all__ = ["in_order", "lines", "turtle", "turtle_term", "with_sorted_prefixes", "written"]

_TYPE: Final = b"> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
# Line breaks within literals are escaped, so that a line starts with a subject or a tab.
_END = re.compile(rb" \.\n(?=[^@\t\n])")
# Local names that Turtle takes as they are, `#` apart: of its PN_LOCAL the Latin, Greek and Cyrillic letters.
_LETTERS: Final = "A-Za-z0-9_À-ÖØ-öø-˿Ͱ-ͽЀ-ӿ"
_LOCAL: Final = re.compile(f"[{_LETTERS}](?:[{_LETTERS}.#-]*[{_LETTERS}-])?")
_STRING: Final = NamedNode("http://www.w3.org/2001/XMLSchema#string")
_PREFIX = re.compile(rb"^@prefix (?P<name>[^:]*:) [^\n]*\n", re.MULTILINE)


def written(
    statements: Iterable[Triple] | Iterable[Quad], form: RdfFormat, prefixes: Mapping[str, str] | None = None
) -> bytes:
    """Return the statements in a form that Oxigraph writes, in the order in which they come."""
    document = BytesIO()
    serialize(statements, document, form, prefixes=dict(prefixes or {}))
    return document.getvalue()


def lines(statements: Iterable[Triple] | Iterable[Quad], form: RdfFormat) -> bytes:
    """Return sorted N-Triples or N-Quads, each statement once."""
    ordered = sorted(set(written(statements, form).splitlines(keepends=True)), key=_key)
    return b"".join(ordered)


def in_order(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield quads graph by graph, each graph in the fixed order."""
    graphs: defaultdict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        graphs[str(quad.graph_name)].append(quad)
    for _, members in sorted(graphs.items()):
        yield from parse(lines(members, RdfFormat.N_QUADS), format=RdfFormat.N_QUADS)


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> bytes:
    """Return Turtle grouped by subject, with those of the prefixes that it uses."""
    ordered = parse(lines(triples, RdfFormat.N_TRIPLES), format=RdfFormat.N_TRIPLES)
    return _END.sub(b" .\n\n", with_sorted_prefixes(written(ordered, RdfFormat.TURTLE, prefixes)))


def turtle_term(term: NamedNode | BlankNode | Literal | Triple, prefixes: Mapping[str, str]) -> str:
    """Return a term as Turtle 1.2 writes it, IRIs with their prefix where they have one."""
    if isinstance(term, NamedNode):
        return _compact(term.value, prefixes) or str(term)
    if isinstance(term, Triple):
        return f"<<( {' '.join(turtle_term(part, prefixes) for part in term)} )>>"
    if isinstance(term, Literal) and term.language is None and term.datatype != _STRING:
        return f"{Literal(term.value)}^^{turtle_term(term.datatype, prefixes)}"
    return str(term)


def with_sorted_prefixes(document: bytes) -> bytes:
    """Return Turtle or TriG with its prefixes in order of name, without those that it does not use."""
    declared = list(_PREFIX.finditer(document))
    body = document[declared[-1].end() :] if declared else document
    used = (match for match in declared if match["name"] in body)
    return b"".join([*(match[0] for match in sorted(used, key=lambda match: match["name"])), b"\n", body])


def _compact(iri: str, prefixes: Mapping[str, str]) -> str | None:
    for prefix, namespace in prefixes.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri.removeprefix(namespace)}".replace("#", r"\#")
    return None


def _key(line: bytes) -> bytes:
    return line.replace(_TYPE, b"\0\0", 1).replace(b"> ", b"\0", 1)
