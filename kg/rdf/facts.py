"""Which direct triples claims assert: what `fact_quads` writes, asked of a store or of a claim's own triples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, cast

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, QueryTriples, Store, Triple, Variable

from kg.rdf import terms
from kg.rdf.namespaces import VOCABULARIES

__all__ = ["STATEMENT_PARTS", "asserted_facts", "asserting_claims", "asserts", "in_graph", "stated_triple"]

STATEMENT_PARTS: Final = (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)

_ASSERTED: Final = """{
  GRAPH ?graph {
    ?claim a bn:Claim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
      bn:polarity bn:positive ; bn:modality bn:asserted .
    FILTER NOT EXISTS { ?claim prov:wasAttributedTo ?speaker }
  }
}"""
_FACTS: Final = f"CONSTRUCT {{ ?subject ?predicate ?object }} WHERE {_ASSERTED}"
_CLAIMS: Final = f"SELECT ?claim ?subject ?predicate ?object WHERE {_ASSERTED}"


def asserted_facts(store: Store, *, graph: NamedNode | None = None, triple: Triple | None = None) -> set[Triple]:
    """Return the facts that the claims of a graph assert, or of every graph; or only this triple, if any does."""
    known: dict[str, object] = {"graph": graph}
    if triple is not None:
        known |= {"subject": triple.subject, "predicate": triple.predicate, "object": triple.object}
    substitutions = {Variable(name): term for name, term in known.items() if term is not None}
    answer = store.query(_FACTS, prefixes=VOCABULARIES, substitutions=substitutions)  # type: ignore[arg-type]
    return set(cast(QueryTriples, answer))


def asserting_claims(store: Store) -> dict[Triple, list[NamedNode]]:
    """Return the facts that the claims of all graphs assert, each with those claims."""
    facts: defaultdict[Triple, list[NamedNode]] = defaultdict(list)
    for claim, *parts in cast(QuerySolutions, store.query(_CLAIMS, prefixes=VOCABULARIES)):
        facts[Triple(*parts)].append(cast(NamedNode, claim))
    return facts


def in_graph(triples: Iterable[Triple], graph: NamedNode | DefaultGraph) -> list[Quad]:
    """Return triples as quads of one graph."""
    return [Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples]


def stated_triple(description: Iterable[Triple]) -> Triple | None:
    """Return the triple that a node with these triples states by STATEMENT_PARTS, one of each; None for other nodes."""
    found = [triple for triple in description if triple.predicate in STATEMENT_PARTS]
    parts = {triple.predicate: triple.object for triple in found}
    subject, predicate, thing = (parts.get(part) for part in STATEMENT_PARTS)
    if len(found) == len(STATEMENT_PARTS) and isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
        return Triple(subject, predicate, thing) if thing is not None else None
    return None


def asserts(description: Iterable[Triple]) -> bool:
    """Tell whether these triples are of a claim that asserts what it states: positive, in nobody else's mouth."""
    said = {(triple.predicate, triple.object) for triple in description}
    wanted = {
        (terms.TYPE, terms.CLAIM),
        (terms.POLARITY, terms.POLARITIES["pos"]),
        (terms.MODALITY, terms.ASSERTED),
    }
    return wanted <= said and all(predicate != terms.ATTRIBUTED for predicate, _ in said)
