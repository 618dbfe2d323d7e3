"""Symmetric, inverse, transitive and sub-property conclusions, by SPARQL to a fixpoint.

Premises are the direct triples of `graph/facts` alone, so that nothing follows from what was denied, planned
or only said.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, cast

from pyoxigraph import DefaultGraph, Quad, QueryTriples, Store, Triple

from kg.rdf.facts import in_graph
from kg.rdf.namespaces import BN, VOCABULARIES, Base

__all__ = ["inferred_quads"]

# Facts and conclusions stand in the default graph, the ontology in a named one. A super-property outside the ontology's
# namespace only aligns with another vocabulary.
_RULES: Final = (
    """CONSTRUCT { ?b ?p ?a } WHERE { GRAPH ?g { ?p a owl:SymmetricProperty } ?a ?p ?b }""",
    """CONSTRUCT { ?b ?q ?a } WHERE { GRAPH ?g { ?p (owl:inverseOf|^owl:inverseOf) ?q } ?a ?p ?b }""",
    """CONSTRUCT { ?a ?p ?c } WHERE { GRAPH ?g { ?p a owl:TransitiveProperty } ?a ?p ?b . ?b ?p ?c }""",
    f"""CONSTRUCT {{ ?a ?q ?b }} WHERE {{
          GRAPH ?g {{ ?p rdfs:subPropertyOf ?q }} FILTER(STRSTARTS(STR(?q), "{BN}")) ?a ?p ?b }}""",
)


def inferred_quads(facts: Iterable[Quad], ontology: Iterable[Quad], base: Base) -> list[Quad]:
    """Return the triples that follow from the facts and do not stand among them, in `graph/inferred`, in order.

    That something relates to itself is never concluded.
    """
    premises = {quad.triple for quad in facts}
    store = Store()
    store.bulk_extend(ontology)
    known, new = set[Triple](), premises
    while new:
        store.bulk_extend(in_graph(new, DefaultGraph()))
        known |= new
        new = {triple for rule in _RULES for triple in _conclusions(store, rule)} - known
    graph = base.graph("inferred")
    return sorted(in_graph(known - premises, graph), key=str)


def _conclusions(store: Store, rule: str) -> list[Triple]:
    answer = cast(QueryTriples, store.query(rule, prefixes=VOCABULARIES))
    return [triple for triple in answer if triple.subject != triple.object]
