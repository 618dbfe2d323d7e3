"""JSON-LD for people and programs: the short keys of one context file, and what hangs below a claim inside it.

The context stands in every export, because a reader must not need the network to know what a key means.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.rdf import terms
from kg.rdf.namespaces import BN, VOCABULARIES, Base
from kg.rdf.serialize import in_order

__all__ = ["CONTEXT", "jsonld"]

CONTEXT: Final = Path(__file__).resolve().parent / "data" / "context.jsonld"

_XSD: Final = VOCABULARIES["xsd"]
# Types of which JSON has the values too, in the one spelling in which they come back as they were.
_NATIVE: Final = {_XSD + "integer": re.compile(r"0|-?[1-9]\d{0,14}"), _XSD + "boolean": re.compile("true|false")}
Record = dict[str, Any]
Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class _Context:
    """What the keys of a document mean: prefixes with their namespaces, and (key, kind) of every defined IRI.

    `kind` says what a bare string under the key is: "@id", "@vocab", the IRI of a datatype, or "@de" for a language.
    """

    written: Record
    prefixes: Mapping[str, str]
    keys: Mapping[str, tuple[str, str]]

    def resource(self, iri: str) -> str:
        """Return an IRI with its prefix, as it is where no prefix fits."""
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri

    def word(self, iri: str) -> str:
        """Return the IRI of a predicate, class or ontology term as a key."""
        if iri in self.keys:
            return self.keys[iri][0]
        name = iri.removeprefix(BN)
        plain = name != iri and name not in self.written and re.fullmatch(r"\w[\w.-]*", name)
        return name if plain else self.resource(iri)


def jsonld(quads: Iterable[Quad], base: Base) -> bytes:
    """Return compact JSON-LD, a record a graph, indented so that versions can be compared."""
    context = _context(base)
    records: list[Record] = []
    for graph, members in groupby(in_order(quads), key=lambda quad: quad.graph_name):
        nodes = _nodes((quad.triple for quad in members), context)
        records += nodes if isinstance(graph, DefaultGraph) else [{"@id": _id(graph, context), "@graph": nodes}]
    document = {"@context": context.written, "@graph": records}
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def _context(base: Base) -> _Context:
    prefixes = base.prefixes()
    written = json.loads(CONTEXT.read_text(encoding="utf-8"))["@context"] | prefixes
    keys = {}
    for key, meaning in written.items():
        if key not in prefixes and not key.startswith("@"):
            definition = {"@id": meaning} if isinstance(meaning, str) else meaning
            language = definition.get("@language")
            kind = f"@{language}" if language else _absolute(definition.get("@type", ""), prefixes)
            keys[_absolute(definition["@id"], prefixes)] = (key, kind)
    return _Context(written, prefixes, keys)


def _absolute(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = name.partition(":")
    return prefixes[prefix] + local if colon else name


def _nodes(triples: Iterable[Triple], context: _Context) -> list[Record]:
    described: dict[Term, list[Triple]] = {
        subject: list(group) for subject, group in groupby(triples, key=lambda triple: triple.subject)
    }
    # The order puts a subject before what hangs below it, which its record then takes along.
    return [_node(subject, described, context) for subject in tuple(described) if subject in described]


def _node(subject: Term, described: dict[Term, list[Triple]], context: _Context) -> Record:
    record: Record = {"@id": _id(subject, context)}
    for predicate, group in groupby(described.pop(subject), key=lambda triple: triple.predicate):
        if predicate == terms.TYPE:
            key, kind = "@type", "@vocab"
        else:
            key, kind = context.word(predicate.value), context.keys.get(predicate.value, ("", ""))[1]
        values: list[object] = [
            _node(thing, described, context)
            if thing in described and _is_below(thing, subject)
            else _value(thing, kind, context)
            for thing in (triple.object for triple in group)
        ]
        record[key] = values[0] if len(values) == 1 else values
    return record


def _is_below(part: Term, whole: Term) -> bool:
    """Tell whether an IRI is one that a claim gives a part of it; the terms of the ontology only look alike."""
    if not (isinstance(part, NamedNode) and isinstance(whole, NamedNode)):
        return False
    stem, mark, _ = part.value.partition("#")
    return bool(mark) and stem == whole.value.partition("#")[0] and stem + mark != BN


def _value(term: Term, kind: str, context: _Context) -> object:
    if not isinstance(term, Literal):
        if kind == "@vocab" and isinstance(term, NamedNode):
            return context.word(term.value)
        return _id(term, context) if kind == "@id" else {"@id": _id(term, context)}
    if term.language:
        return term.value if kind == f"@{term.language}" else {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == kind:
        native = _NATIVE.get(datatype)
        return json.loads(term.value) if native and native.fullmatch(term.value) else term.value
    if datatype == _XSD + "string":
        return {"@value": term.value} if kind else term.value
    return {"@value": term.value, "@type": context.resource(datatype)}


def _id(node: Term, context: _Context) -> str:
    return context.resource(node.value) if isinstance(node, NamedNode) else str(node)
