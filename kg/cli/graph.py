"""The stored graph as the values that page and graph files are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.claim import Claim
    from kg.model.entity import Entity
    from kg.model.text import Source
    from kg.model.vocabulary import Vocabulary
    from kg.workspace import Workspace

__all__ = ["StoredGraph", "read_graph", "triples_of_query"]


@dataclass(frozen=True, slots=True)
class StoredGraph:
    """All claims of a workspace's graph, what follows from them, and its entities and sources by id."""

    claims: tuple[Claim, ...]
    inferred: tuple[Claim, ...]
    entities: dict[str, Entity]
    sources: dict[str, Source]
    vocabulary: Vocabulary


def read_graph(workspace: Workspace) -> StoredGraph:
    """Return the current graph; raise StoreError where there is none."""
    from kg.rdf.claims import read_claims, read_entities, read_sources
    from kg.rdf.inferences import read_inferences
    from kg.rdf.namespaces import Base
    from kg.rdf.ontology import load_vocabulary
    from kg.store.open import open_store

    base = Base(workspace.settings.base)
    store = open_store(workspace.store)
    return StoredGraph(
        read_claims(store, base),
        read_inferences(store, base),
        read_entities(store, base),
        read_sources(store, base),
        load_vocabulary(workspace.ontology),
    )


def triples_of_query(workspace: Workspace, sparql: str) -> Iterator[tuple[str, str, str]]:
    """Yield the triples of a CONSTRUCT between entities: subject id, predicate's local name or IRI, object id.

    Raise KgError for a query of another kind and for a result without any such triple.
    """
    from pyoxigraph import NamedNode

    from kg.rdf.namespaces import BN, Base
    from kg.store.query import run_query

    base = Base(workspace.settings.base)
    result = run_query(workspace.store, sparql, base=base, timeout=workspace.settings.timeout)
    if result.kind != "construct":
        raise KgError("only the result of CONSTRUCT can be drawn; write CONSTRUCT { ?a bn:… ?b } WHERE { … }")
    prefix = base.entity("").value
    found = 0
    for triple in result.triples:
        ends = [node for node in (triple.subject, triple.object) if isinstance(node, NamedNode)]
        if len(ends) == 2 and all(node.value.startswith(prefix) for node in ends):
            found += 1
            yield base.id_of(ends[0]), triple.predicate.value.removeprefix(BN), base.id_of(ends[1])
    if not found:
        raise KgError("the query's result has no triple between two entities, so there is nothing to draw")
