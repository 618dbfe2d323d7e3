"""One document of the graph replaced or removed, everything that depends on it brought up to date."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from kg.errors import StoreError
from kg.infer.closure import inferred_quads
from kg.rdf import terms
from kg.rdf.facts import asserted_facts, asserting_claims, in_graph
from kg.rdf.literals import truth
from kg.rdf.namespaces import Base
from kg.store.generations import next_generation
from kg.store.open import open_store

__all__ = ["replace_document"]


def replace_document(directory: Path, document: str, quads: Iterable[Quad], *, base: Base) -> None:
    """Put the quads, the document's own and those of its entities, in place of the document's graph; none removes it.

    `graph/facts` and `graph/inferred` follow; a fact that another document asserts stays. Entities that were found only
    in this document and that no table knows go with their last mention. Readers see all of it or nothing.
    Raise StoreError where there is no graph or another process writes it.
    """
    try:
        with next_generation(directory) as generation:
            open_store(directory).backup(str(generation))
            _replace(Store(str(generation)), document, list(quads), base)
    except OSError as error:
        raise StoreError(f"{directory}: the graph cannot be updated: {error}") from error


def _replace(store: Store, document: str, quads: list[Quad], base: Base) -> None:
    graph = base.document_graph(document)
    before = asserted_facts(store, graph=graph)
    objects = {quad.object for quad in store.quads_for_pattern(None, None, None, graph)}
    mentioned = [node for node in objects if isinstance(node, NamedNode)]
    store.remove_graph(graph)
    described = {quad.subject for quad in quads if quad.graph_name == base.graph("entities")}
    _forget(store, [node for node in described if isinstance(node, NamedNode)], base)
    store.extend(quads)
    gone = {triple for triple in before if not asserted_facts(store, triple=triple)}
    _remove(store, in_graph(gone, base.graph("facts")))
    store.extend(in_graph(asserted_facts(store, graph=graph), base.graph("facts")))
    _infer_again(store, base)
    _forget(store, [node for node in mentioned if _is_orphan(store, node, base)], base)
    store.flush()


def _forget(store: Store, entities: Iterable[NamedNode], base: Base) -> None:
    for entity in entities:
        _remove(store, list(store.quads_for_pattern(entity, None, None, base.graph("entities"))))


def _remove(store: Store, quads: Iterable[Quad]) -> None:
    for quad in quads:
        store.remove(quad)


def _is_orphan(store: Store, node: NamedNode, base: Base) -> bool:
    provisional = Quad(node, terms.PROVISIONAL, truth(True), base.graph("entities"))
    return provisional in store and next(store.quads_for_pattern(None, None, node, None), None) is None


def _infer_again(store: Store, base: Base) -> None:
    ontology, inferred = (
        set(store.quads_for_pattern(None, None, None, base.graph(name))) for name in ("ontology", "inferred")
    )
    conclusions = set(inferred_quads(asserting_claims(store), ontology, base))
    _remove(store, inferred - conclusions)
    store.extend(conclusions - inferred)
