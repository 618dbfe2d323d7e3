"""Which direct triples a graph of claims asserts: what `fact_quads` writes, asked of a store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, cast

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryTriples, Store, Triple, Variable

from kg.rdf.namespaces import VOCABULARIES

__all__ = ["asserted_facts", "in_graph"]

_FACTS: Final = """
CONSTRUCT { ?subject ?predicate ?object } WHERE {
  GRAPH ?graph {
    ?claim a bn:Claim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
      bn:polarity bn:positive ; bn:modality bn:asserted .
    FILTER NOT EXISTS { ?claim prov:wasAttributedTo ?speaker }
  }
}
"""


def asserted_facts(store: Store, *, graph: NamedNode | None = None, triple: Triple | None = None) -> set[Triple]:
    """Return the facts that the claims of a graph assert, or of every graph; or only this triple, if any does."""
    known: dict[str, object] = {"graph": graph}
    if triple is not None:
        known |= {"subject": triple.subject, "predicate": triple.predicate, "object": triple.object}
    substitutions = {Variable(name): term for name, term in known.items() if term is not None}
    answer = store.query(_FACTS, prefixes=VOCABULARIES, substitutions=substitutions)  # type: ignore[arg-type]
    return set(cast(QueryTriples, answer))


def in_graph(triples: Iterable[Triple], graph: NamedNode | DefaultGraph) -> list[Quad]:
    """Return triples as quads of one graph."""
    return [Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples]
