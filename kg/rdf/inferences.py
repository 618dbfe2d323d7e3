"""Inferences back into claims: what was concluded, by which trait, from which claims, with their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode, Quad, Store

from kg.model.claim import INFERENCES, Claim, Participant
from kg.model.entity import Entity
from kg.model.vocabulary import Vocabulary
from kg.rdf import terms
from kg.rdf.claims import claims_of, known_entity, read_entities
from kg.rdf.descriptions import Description, describe
from kg.rdf.namespaces import BN, Base

__all__ = ["inferences_from", "read_inferences", "telling"]

_TRAITS: Final = dict(
    zip((terms.SYMMETRIC, terms.INVERSE, terms.TRANSITIVE, terms.SUB_PROPERTY), INFERENCES, strict=True)
)
Nodes = Mapping[NamedNode, Description]


def read_inferences(store: Store, base: Base, *, entity: str | None = None) -> tuple[Claim, ...]:
    """Return what the stored graph concludes, all of it or what relates the entity with this id, as claims."""
    graph = base.graph("inferred")
    about = None if entity is None else base.entity(entity)
    if about is None:
        quads = list(store.quads_for_pattern(None, None, None, graph))
    else:
        quads = list(_explanations(store, _inferences_about(store, about, graph)))
    sources = {quad.object for quad in quads if quad.predicate == terms.DERIVED}
    entities = read_entities(store, base)
    claims = claims_of(store, [source for source in sources if isinstance(source, NamedNode)], entities, base)
    return inferences_from(quads, claims, entities, base, about=about)


def inferences_from(
    quads: Iterable[Quad],
    claims: Iterable[Claim],
    entities: Mapping[str, Entity],
    base: Base,
    *,
    about: NamedNode | None = None,
) -> tuple[Claim, ...]:
    """Return the conclusions that quads explain as claims, in order of subject, predicate and object.

    Such a claim has the claims it follows from as its premises, and their evidence. It is as sure as its weakest
    premise, of which the best supported claim counts. `about` keeps those of this entity.
    """
    nodes = {node: found for node, found in describe(quads).items() if terms.INFERENCE in found.nodes(terms.TYPE)}
    asserted = {base.claim(claim.id): claim for claim in claims}
    made = (
        _claim(found, nodes, asserted, entities, base)
        for found in nodes.values()
        if about is None or about in (found.node_of(terms.SUBJECT), found.node_of(terms.OBJECT))
    )
    return tuple(sorted(made, key=lambda claim: (claim.subject.entity.id, claim.predicate, claim.object.entity.id)))


def telling(inferred: Iterable[Claim], vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Return the conclusions that say more than their premises: neither the converse of one, nor one said already.

    For whoever looks at both ends of a claim anyway, its converse is nothing new.
    """
    found: dict[tuple[str, str, str], Claim] = {}
    for claim in inferred:
        if claim.rule in ("symmetric", "inverse"):
            continue
        predicate = vocabulary.predicates.get(claim.predicate)
        ends = claim.subject.entity.id, claim.object.entity.id
        first, second = sorted(ends) if predicate is not None and predicate.symmetric else ends
        found.setdefault((first, claim.predicate, second), claim)
    return tuple(found.values())


def _inferences_about(store: Store, entity: NamedNode, graph: NamedNode) -> Iterator[NamedNode]:
    for role in (terms.SUBJECT, terms.OBJECT):
        for quad in store.quads_for_pattern(None, role, entity, graph):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject


def _explanations(store: Store, inferences: Iterable[NamedNode]) -> Iterator[Quad]:
    """Yield what is said of inferences and of those they follow from."""
    waiting = list(dict.fromkeys(inferences))
    seen = set(waiting)
    for node in waiting:
        for quad in store.quads_for_pattern(node, None, None, None):
            yield quad
            source = quad.object
            if quad.predicate == terms.DERIVED and isinstance(source, NamedNode) and source not in seen:
                seen.add(source)
                waiting += [source] if Quad(source, terms.TYPE, terms.INFERENCE, quad.graph_name) in store else []


def _claim(
    node: Description, nodes: Nodes, claims: Mapping[NamedNode, Claim], entities: Mapping[str, Entity], base: Base
) -> Claim:
    premises = tuple(dict.fromkeys(_premises(node, nodes, claims, base)))
    ends = (node.node_of(terms.SUBJECT), node.node_of(terms.OBJECT))
    subject, thing = (Participant(known_entity(end, entities, base)) for end in ends if end)
    predicate, trait = node.node_of(terms.PREDICATE), node.node_of(terms.GENERATED)
    if not (predicate and trait and premises):
        raise ValueError(f"{node.node.value} is typed as an inference but lacks a part that every inference has")
    return Claim(
        id=base.id_of(node.node),
        document=premises[0].document,
        subject=subject,
        predicate=predicate.value.removeprefix(BN),
        object=thing,
        evidence=tuple(dict.fromkeys(evidence for claim in premises for evidence in claim.evidence)),
        rule=_TRAITS[trait],
        confidence=_weakest(premises),
        premises=premises,
    )


def _premises(node: Description, nodes: Nodes, claims: Mapping[NamedNode, Claim], base: Base) -> Iterator[Claim]:
    """Yield the claims at the end of the chain; of two premises the one that begins at the subject comes first."""
    begins = {
        source: base.entity(claims[source].subject.entity.id)
        if source in claims
        else nodes[source].node_of(terms.SUBJECT)
        for source in node.nodes(terms.DERIVED)
    }
    subject = node.node_of(terms.SUBJECT)
    for source in sorted(begins, key=lambda source: (begins[source] != subject, source.value)):
        if source in claims:
            yield claims[source]
        else:
            yield from _premises(nodes[source], nodes, claims, base)


def _weakest(premises: Iterable[Claim]) -> float:
    best: dict[tuple[str, str, str], float] = {}
    for claim in premises:
        stated = claim.subject.entity.id, claim.predicate, claim.object.entity.id
        best[stated] = max(best.get(stated, 0), claim.confidence)
    return min(best.values())
