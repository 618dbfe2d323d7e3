"""Claims, entities, documents and facts as quads.

A claim stands in its document's graph, a curated one in `graph/curated`; entities in `graph/entities`; the direct
triples of positive asserted claims once in `graph/facts`. No triple stands in two graphs and no node is blank, so
that the union of all graphs counts nothing twice and exports can be compared line by line. What hangs below a
claim has an IRI below the claim's: `#evidence1`, `#evidence1-sentence`, `#quantity`, `#qualifier1`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.model.claim import CURATED, Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.reading import Quantity
from kg.model.text import Document, Source, source_of
from kg.rdf import terms
from kg.rdf.facts import in_graph
from kg.rdf.literals import calendar, day, german, integer, link, number, text, truth
from kg.rdf.namespaces import VOCABULARIES, Base, bn

__all__ = ["claim_graph", "claim_quads", "document_quads", "entity_quads", "fact_claims", "fact_quads"]

Triples = Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]


def claim_quads(claim: Claim, base: Base) -> list[Quad]:
    """Return the claim with its time, quantity, qualifiers and evidence, all in `claim_graph`."""
    graph = claim_graph(claim, base)
    return [Quad(*triple, graph) for triple in _claim(claim, base)]


def claim_graph(claim: Claim, base: Base) -> NamedNode:
    """Return the graph a claim stands in: its document's, `graph/curated` for what a person wrote."""
    return base.graph("curated") if claim.rule == CURATED else base.document_graph(claim.document)


def entity_quads(entity: Entity, base: Base) -> list[Quad]:
    """Return what an entity is and is called, in `graph/entities`."""
    graph = base.graph("entities")
    return [Quad(*triple, graph) for triple in _entity(entity, base)]


def document_quads(source: Document | Source, base: Base, *, curated: bool = False) -> list[Quad]:
    """Return a document's origin, in its own graph; that of a curated file in `graph/curated`."""
    graph = base.graph("curated") if curated else base.document_graph(source.id)
    kind = terms.DATASET if curated else terms.ARTICLE
    known = source_of(source) if isinstance(source, Document) else source
    return [Quad(*triple, graph) for triple in _document(known, kind, base)]


def fact_quads(claims: Iterable[Claim], base: Base) -> list[Quad]:
    """Return the direct triple of every claim that is a fact, each once, in `graph/facts`."""
    return in_graph(fact_claims(claims, base), base.graph("facts"))


def fact_claims(claims: Iterable[Claim], base: Base) -> dict[Triple, list[NamedNode]]:
    """Return the direct triple of every claim that is a fact, in order, with the claims that assert it."""
    facts: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for claim in claims:
        if claim.is_fact:
            facts[claim.subject.entity.id, claim.predicate, claim.object.entity.id].append(claim.id)
    return {
        Triple(base.entity(first), bn(name), base.entity(second)): [base.claim(claim) for claim in asserting]
        for (first, name, second), asserting in sorted(facts.items())
    }


def _claim(claim: Claim, base: Base) -> Triples:
    node = base.claim(claim.id)
    yield node, terms.TYPE, terms.CLAIM
    yield node, terms.PART_OF, base.document(claim.document)
    yield from _participant(node, claim.subject, terms.SUBJECT, terms.SUBJECT_MENTION, base)
    yield node, terms.PREDICATE, bn(claim.predicate)
    yield from _participant(node, claim.object, terms.OBJECT, terms.OBJECT_MENTION, base)
    yield node, terms.POLARITY, terms.POLARITIES[claim.polarity]
    yield node, terms.MODALITY, bn(claim.modality)
    if claim.speaker:
        yield from _participant(node, claim.speaker, terms.ATTRIBUTED, terms.SPEAKER_MENTION, base)
    if claim.when:
        yield from _when(node, claim.when)
    if claim.quantity:
        yield from _quantity(node, claim.quantity)
    for count, (name, participant) in enumerate(claim.qualifiers, 1):
        yield from _qualifier(node, NamedNode(f"{node.value}#qualifier{count}"), name, participant, base)
    for count, evidence in enumerate(claim.evidence, 1):
        yield from _evidence(node, f"{node.value}#evidence{count}", evidence, base)
    yield node, terms.GENERATED, base.rule(claim.rule)
    yield node, terms.CONFIDENCE, number(claim.confidence)


def _participant(node: NamedNode, participant: Participant, role: NamedNode, mention: NamedNode, base: Base) -> Triples:
    yield node, role, base.entity(participant.entity.id)
    if participant.mention is not None:
        yield node, mention, text(participant.mention)


def _when(node: NamedNode, when: When) -> Triples:
    yield node, terms.EARLIEST, day(when.earliest)
    yield node, terms.LATEST, day(when.latest)
    yield node, terms.TIME_VALUE, text(when.value)
    if when.text is not None:
        yield node, terms.TIME_TEXT, text(when.text)


def _quantity(claim: NamedNode, quantity: Quantity) -> Triples:
    node = NamedNode(f"{claim.value}#quantity")
    yield claim, terms.QUANTITY, node
    yield node, terms.TYPE, terms.QUANTITATIVE
    yield node, terms.AMOUNT, number(quantity.value)
    yield node, terms.UNIT, text(quantity.unit)
    yield node, terms.COMPARATOR, text(quantity.comparator)
    yield node, terms.WORDING, text(quantity.text)
    if quantity.end:
        place = NamedNode(f"{node.value}-position")
        yield node, terms.DERIVED, place
        yield from _position(place, quantity.start, quantity.end)


def _qualifier(claim: NamedNode, node: NamedNode, name: str, participant: Participant, base: Base) -> Triples:
    entity = base.entity(participant.entity.id)
    yield claim, bn(name), entity
    # A name may have several participants; a node tells which of them the words belong to.
    if participant.mention is not None:
        yield claim, terms.QUALIFIER_MENTION, node
        yield node, terms.ROLE, bn(name)
        yield node, terms.PARTICIPANT, entity
        yield node, terms.VALUE, text(participant.mention)


def _evidence(claim: NamedNode, iri: str, evidence: Evidence, base: Base) -> Triples:
    node = NamedNode(iri)
    yield claim, terms.DERIVED, node
    yield node, terms.TYPE, terms.RESOURCE
    yield node, terms.HAS_SOURCE, base.document(evidence.document)
    if evidence.source is not None:
        yield node, terms.SOURCE, link(evidence.source)
    if not evidence.line:
        yield from _selectors(node, evidence)
        return
    yield node, terms.LINE, integer(evidence.line)
    if evidence.sentence:
        yield node, terms.COMMENT, german(evidence.sentence)


def _selectors(node: NamedNode, evidence: Evidence) -> Triples:
    sentence, quote, words = (NamedNode(f"{node.value}-{part}") for part in ("sentence", "quote", "words"))
    yield node, terms.HAS_SELECTOR, sentence
    yield from _position(sentence, evidence.sentence_start, evidence.sentence_end)
    # A refining selector counts from the start of what it refines.
    yield sentence, terms.REFINED, words
    yield from _position(words, evidence.start - evidence.sentence_start, evidence.end - evidence.sentence_start)
    yield node, terms.HAS_SELECTOR, quote
    yield quote, terms.TYPE, terms.QUOTE
    yield quote, terms.EXACT, text(evidence.sentence)


def _position(node: NamedNode, start: int, end: int) -> Triples:
    yield node, terms.TYPE, terms.POSITION
    yield node, terms.START, integer(start)
    yield node, terms.END, integer(end)


def _entity(entity: Entity, base: Base) -> Triples:
    node = base.entity(entity.id)
    yield node, terms.TYPE, bn(entity.type)
    yield node, terms.LABEL, german(entity.label)
    for alias in entity.aliases:
        yield node, terms.ALIAS, german(alias)
    if entity.wikidata:
        yield node, terms.SAME_AS, NamedNode(VOCABULARIES["wd"] + entity.wikidata)
    if entity.gender:
        yield node, terms.GENDER, text(entity.gender)
    if entity.provisional:
        yield node, terms.PROVISIONAL, truth(True)
    for gone in entity.replaces:
        yield base.entity(gone), terms.REPLACED_BY, node


def _document(source: Source, kind: NamedNode, base: Base) -> Triples:
    node = base.document(source.id)
    yield node, terms.TYPE, kind
    yield node, terms.TITLE, german(source.title)
    if source.published:
        yield node, terms.ISSUED, calendar(source.published)
    if source.publisher:
        yield node, terms.PUBLISHER, text(source.publisher)
    if source.url:
        yield node, terms.SOURCE, link(source.url)
    if source.checksum:
        yield node, terms.CHECKSUM, text(source.checksum)
