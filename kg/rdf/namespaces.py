"""The IRIs of the graph: the fixed ontology namespace, the reused vocabularies and what a workspace mints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from kg.errors import WorkspaceError

__all__ = ["BN", "DEFAULT_BASE", "RESERVED_GRAPHS", "VOCABULARIES", "Base", "bn", "compact"]

DEFAULT_BASE: Final = "https://w3id.org/belegnetz/"
BN: Final = "https://w3id.org/belegnetz/ontology#"

VOCABULARIES: Final = {
    "bn": BN,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "time": "http://www.w3.org/2006/time#",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
}

RESERVED_GRAPHS: Final = ("curated", "entities", "facts", "inferred", "ontology")

_KINDS: Final = {
    "ent": "entity",
    "claim": "claim",
    "inference": "inference",
    "doc": "document",
    "graph": "graph",
    "rule": "rule",
    "review": "review",
}
_SAFE = re.compile(r"[\w.\-]+")


def bn(name: str) -> NamedNode:
    """Return the ontology's term of this local name."""
    return NamedNode(BN + name)


def compact(iri: str, prefixes: Mapping[str, str]) -> str:
    """Return an IRI for people: `prefix:name` where that says it without escapes, else as it is."""
    for prefix, namespace in prefixes.items():
        if iri.startswith(namespace) and _SAFE.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


@dataclass(frozen=True, slots=True)
class Base:
    """The IRI under which a workspace mints its resources; it ends with a slash.

    Ids that are slugs stand in the IRI as they are; other characters are percent-encoded, so that `id_of`
    gives every id back.
    """

    iri: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        """Refuse what no resource IRI can be made of; raise WorkspaceError."""
        if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`#?]+/", self.iri):
            raise WorkspaceError(f"base IRI {self.iri!r}: write an http(s) address that ends with a slash")

    def entity(self, slug: str) -> NamedNode:
        """Return the IRI of an entity."""
        return self._mint("entity", slug)

    def claim(self, identifier: str) -> NamedNode:
        """Return the IRI of a claim."""
        return self._mint("claim", identifier)

    def inference(self, identifier: str) -> NamedNode:
        """Return the IRI of an explained conclusion."""
        return self._mint("inference", identifier)

    def document(self, slug: str) -> NamedNode:
        """Return the IRI of a document or curated file."""
        return self._mint("document", slug)

    def rule(self, name: str) -> NamedNode:
        """Return the IRI of an extraction rule, or of curation."""
        return self._mint("rule", name)

    def nanopub(self, identifier: str) -> NamedNode:
        """Return the IRI of the nanopublication of a claim."""
        return self._mint("nanopub", identifier)

    def review(self, identifier: str) -> NamedNode:
        """Return the IRI of a reviewer's decision."""
        return self._mint("review", identifier)

    def graph(self, name: str) -> NamedNode:
        """Return the IRI of one of RESERVED_GRAPHS."""
        return self._mint("graph", name)

    def document_graph(self, slug: str) -> NamedNode:
        """Return the named graph of a document; one called like a reserved graph gets a `~`, which no slug has."""
        graph = self._mint("graph", slug)
        return NamedNode(graph.value + "~") if slug in RESERVED_GRAPHS else graph

    def id_of(self, node: NamedNode) -> str:
        """Return the id that an IRI minted here was made of."""
        return unquote(node.value[len(self.iri) :].partition("/")[2])

    def prefixes(self) -> dict[str, str]:
        """Return every prefix that queries and exports know, with its namespace."""
        return VOCABULARIES | {prefix: f"{self.iri}{kind}/" for prefix, kind in _KINDS.items()}

    def _mint(self, kind: str, identifier: str) -> NamedNode:
        segment = identifier if _SAFE.fullmatch(identifier) else quote(identifier, safe="")
        return NamedNode(f"{self.iri}{kind}/{segment}")
