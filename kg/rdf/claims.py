"""Quads back into claims, entities and sources: what the store holds, as the values every stage shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from pyoxigraph import NamedNode, Quad, Store

from kg.model.claim import Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.reading import Quantity
from kg.model.text import Source
from kg.rdf import terms
from kg.rdf.descriptions import Description, describe
from kg.rdf.namespaces import BN, RESERVED_GRAPHS, VOCABULARIES, Base
from kg.rdf.reviews import read_reviews

__all__ = [
    "claims_from",
    "claims_of",
    "document_graphs",
    "entities_from",
    "known_entity",
    "read_claims",
    "read_entities",
    "read_sources",
    "sources_from",
]

Descriptions = Mapping[NamedNode, Description]

_LINKS: Final = {
    terms.SUBJECT: terms.SUBJECT_MENTION,
    terms.OBJECT: terms.OBJECT_MENTION,
    terms.ATTRIBUTED: terms.SPEAKER_MENTION,
}
_NO_QUALIFIER: Final = {terms.POLARITY, terms.MODALITY, terms.QUANTITY, terms.QUALIFIER_MENTION}
_POLARITIES: Final = {node: name for name, node in terms.POLARITIES.items()}


def read_claims(
    store: Store, base: Base, *, documents: Collection[str] | None = None, entity: str | None = None
) -> tuple[Claim, ...]:
    """Return the claims of the graph in order of document, place and id.

    `documents` keeps those of these documents or curated files, `entity` those in which the entity with this id
    takes part as subject, object, speaker or qualifier. Each claim says who reviewed it.
    """
    entities = read_entities(store, base)
    if entity is not None:
        about = {quad.subject for quad in store.quads_for_pattern(None, None, base.entity(entity), None)}
        claims = claims_of(store, [node for node in about if isinstance(node, NamedNode)], entities, base)
    else:
        found = document_graphs(store, base) if documents is None else map(base.document_graph, documents)
        claims = claims_from(_quads_of(store, [base.graph("curated"), *found]), entities, base)
    reviews = read_reviews(store, base)
    wanted = (claim for claim in claims if documents is None or claim.document in documents)
    return tuple(replace(claim, review=reviews.get(claim.id)) for claim in wanted)


def claims_of(
    store: Store, nodes: Iterable[NamedNode], entities: Mapping[str, Entity], base: Base
) -> tuple[Claim, ...]:
    """Return those of the nodes that are claims, in order of document, place and id."""
    claims = (node for node in nodes if any(store.quads_for_pattern(node, terms.TYPE, terms.CLAIM, None)))
    quads = (quad for claim in claims for quad in _quads_below(store, claim, f"{claim.value}#"))
    return claims_from(quads, entities, base)


def read_entities(store: Store, base: Base) -> dict[str, Entity]:
    """Return every entity that `graph/entities` describes, by id."""
    return entities_from(_quads_of(store, [base.graph("entities")]), base)


def read_sources(store: Store, base: Base) -> dict[str, Source]:
    """Return every document and curated file of the graph, by id."""
    found = {}
    for kind in (terms.ARTICLE, terms.DATASET):
        for quad in store.quads_for_pattern(None, terms.TYPE, kind, None):
            found.update(sources_from(store.quads_for_pattern(quad.subject, None, None, quad.graph_name), base))
    return dict(sorted(found.items()))


def sources_from(quads: Iterable[Quad], base: Base) -> dict[str, Source]:
    """Return the documents and curated files that quads describe, by id."""
    described = (
        node for node in describe(quads).values() if {*node.nodes(terms.TYPE)} & {terms.ARTICLE, terms.DATASET}
    )
    return {source.id: source for source in (_source(node, base) for node in described)}


def document_graphs(store: Store, base: Base) -> list[NamedNode]:
    """Return the graphs of the documents, in order."""
    reserved = {base.graph(name) for name in RESERVED_GRAPHS}
    graphs = (graph for graph in store.named_graphs() if isinstance(graph, NamedNode) and graph not in reserved)
    return sorted(graphs, key=lambda graph: graph.value)


def claims_from(quads: Iterable[Quad], entities: Mapping[str, Entity], base: Base) -> tuple[Claim, ...]:
    """Return the claims that quads describe, in order of document, place and id.

    An entity that `entities` lacks keeps its id as label and the class Ding; a check of the graph reports it.
    """
    nodes = describe(quads)
    claims = [_claim(node, nodes, entities, base) for node in nodes.values() if terms.CLAIM in node.nodes(terms.TYPE)]
    return tuple(sorted(claims, key=_place))


def entities_from(quads: Iterable[Quad], base: Base) -> dict[str, Entity]:
    """Return the entities that quads describe, by id; aliases in alphabetical order."""
    nodes = describe(quads)
    replaced: defaultdict[NamedNode, list[str]] = defaultdict(list)
    for node in nodes.values():
        for kept in node.nodes(terms.REPLACED_BY):
            replaced[kept].append(base.id_of(node.node))
    entities = (
        _entity(node, replaced[node.node], base) for node in nodes.values() if terms.REPLACED_BY not in node.values
    )
    return {entity.id: entity for entity in sorted(entities, key=lambda entity: entity.id)}


def known_entity(node: NamedNode, entities: Mapping[str, Entity], base: Base) -> Entity:
    """Return the entity of an IRI; one that `entities` lacks keeps its id as label and the class Ding."""
    identifier = base.id_of(node)
    return entities.get(identifier) or Entity(identifier, identifier, "Ding")


def _quads_of(store: Store, graphs: Iterable[NamedNode]) -> Iterator[Quad]:
    for graph in graphs:
        yield from store.quads_for_pattern(None, None, None, graph)


def _quads_below(store: Store, node: NamedNode, prefix: str) -> Iterator[Quad]:
    for quad in store.quads_for_pattern(node, None, None, None):
        yield quad
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(prefix):
            yield from _quads_below(store, quad.object, prefix)


def _place(claim: Claim) -> tuple[object, ...]:
    first = claim.evidence[0] if claim.evidence else Evidence(claim.document, "")
    return claim.document, first.line, first.sentence_start, first.start, first.end, claim.id


def _claim(node: Description, nodes: Descriptions, entities: Mapping[str, Entity], base: Base) -> Claim:
    subject, thing, speaker = (_participant(node, role, entities, base) for role in _LINKS)
    document, rule = node.node_of(terms.PART_OF), node.node_of(terms.GENERATED)
    predicate, polarity = node.node_of(terms.PREDICATE), node.node_of(terms.POLARITY)
    if not (subject and thing and document and rule and predicate and polarity):
        raise ValueError(f"{node.node.value} is typed as a claim but lacks a part that every claim has")
    return Claim(
        id=base.id_of(node.node),
        document=base.id_of(document),
        subject=subject,
        predicate=predicate.value.removeprefix(BN),
        object=thing,
        evidence=tuple(_evidence(nodes[place], nodes, base) for place in _numbered(node.nodes(terms.DERIVED))),
        polarity=_POLARITIES[polarity],
        modality=(node.text(terms.MODALITY) or "").removeprefix(BN),
        speaker=speaker,
        when=_when(node),
        quantity=_quantity(node, nodes),
        qualifiers=_qualifiers(node, nodes, entities, base),
        rule=base.id_of(rule),
        confidence=float(node.text(terms.CONFIDENCE) or 0),
    )


def _participant(node: Description, role: NamedNode, entities: Mapping[str, Entity], base: Base) -> Participant | None:
    entity = node.node_of(role)
    return Participant(known_entity(entity, entities, base), node.text(_LINKS[role])) if entity else None


def _when(node: Description) -> When | None:
    value, earliest, latest = (node.text(term) for term in (terms.TIME_VALUE, terms.EARLIEST, terms.LATEST))
    if value is None or earliest is None or latest is None:
        return None
    return When(value, date.fromisoformat(earliest), date.fromisoformat(latest), node.text(terms.TIME_TEXT))


def _quantity(claim: Description, nodes: Descriptions) -> Quantity | None:
    found = claim.node_of(terms.QUANTITY)
    if found is None:
        return None
    node = nodes[found]
    position = node.node_of(terms.DERIVED)
    start, end = _span(nodes[position]) if position else (0, 0)
    unit, comparator, words = (node.text(term) or "" for term in (terms.UNIT, terms.COMPARATOR, terms.WORDING))
    return Quantity(start, end, float(node.text(terms.AMOUNT) or 0), unit, comparator, words)


def _qualifiers(
    node: Description, nodes: Descriptions, entities: Mapping[str, Entity], base: Base
) -> tuple[tuple[str, Participant], ...]:
    mentions = {
        (mention.node_of(terms.ROLE), mention.node_of(terms.PARTICIPANT)): mention.text(terms.VALUE)
        for mention in (nodes[found] for found in node.nodes(terms.QUALIFIER_MENTION))
    }
    found = [
        (role.value.removeprefix(BN), Participant(known_entity(value, entities, base), mentions.get((role, value))))
        for role in node.values
        if role.value.startswith(BN) and role not in _NO_QUALIFIER
        for value in node.nodes(role)
    ]
    return tuple(sorted(found, key=lambda item: (item[0], item[1].entity.id)))


def _evidence(node: Description, nodes: Descriptions, base: Base) -> Evidence:
    source, quoted = node.node_of(terms.HAS_SOURCE), node.text(terms.SOURCE)
    document = base.id_of(source) if source else ""
    line = node.whole(terms.LINE)
    if line:
        return Evidence(document, node.text(terms.COMMENT) or "", line=line, source=quoted)
    selectors = [nodes[selector] for selector in node.nodes(terms.HAS_SELECTOR)]
    sentence = next(selector for selector in selectors if terms.REFINED in selector.values)
    words = next(selector.text(terms.EXACT) for selector in selectors if terms.EXACT in selector.values)
    sentence_start, sentence_end = _span(sentence)
    start, end = _span(nodes[sentence.nodes(terms.REFINED)[0]])
    places = (sentence_start, sentence_end, sentence_start + start, sentence_start + end)
    return Evidence(document, words or "", *places, source=quoted)


def _span(node: Description) -> tuple[int, int]:
    return node.whole(terms.START), node.whole(terms.END)


def _numbered(nodes: Iterable[NamedNode]) -> list[NamedNode]:
    """Order `…#evidence2` before `…#evidence10`."""
    return sorted(nodes, key=lambda node: (len(node.value), node.value))


def _entity(node: Description, replaces: Iterable[str], base: Base) -> Entity:
    identifier = base.id_of(node.node)
    same = node.text(terms.SAME_AS)
    return Entity(
        id=identifier,
        label=node.text(terms.LABEL) or identifier,
        type=(node.text(terms.TYPE) or "Ding").removeprefix(BN),
        aliases=tuple(sorted(value.value for value in node.values.get(terms.ALIAS, ()))),
        wikidata=same.removeprefix(VOCABULARIES["wd"]) if same else None,
        gender=node.text(terms.GENDER) or "",
        provisional=node.text(terms.PROVISIONAL) == "true",
        replaces=tuple(sorted(replaces)),
    )


def _source(node: Description, base: Base) -> Source:
    identifier = base.id_of(node.node)
    title, published, publisher, url = (
        node.text(term) for term in (terms.TITLE, terms.ISSUED, terms.PUBLISHER, terms.SOURCE)
    )
    return Source(identifier, title or identifier, published, publisher, url, node.text(terms.CHECKSUM))
