"""Nanopublications: every claim as a small publication of its own, with its provenance, in TriG.

The parts follow https://nanopub.net/guidelines/working_draft/. The assertion holds the claim and, where it is a fact,
the plain triple; the provenance its evidence, speaker, rule and source; the publication info who published it and what
the participants are called. Nothing says when the file was made: the same graph gives the same nanopublications.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.export.triples import ntriples
from kg.rdf import terms
from kg.rdf.facts import asserts, in_graph, stated_triple
from kg.rdf.namespaces import DEFAULT_BASE, VOCABULARIES, Base
from kg.rdf.serialize import with_sorted_prefixes, written

__all__ = ["nanopub"]

NP: Final = "http://www.nanopub.org/nschema#"
NPX: Final = "http://purl.org/nanopub/x/"

_PUBLISHER: Final = NamedNode(DEFAULT_BASE)
_INTRODUCES: Final = NamedNode(f"{NPX}introduces")
_CREATOR: Final = NamedNode(VOCABULARIES["dcterms"] + "creator")
_AGENT: Final = NamedNode(VOCABULARIES["prov"] + "SoftwareAgent")
# What is said of a claim to tell where it comes from, rather than what it says.
_ORIGIN: Final = {
    *(terms.PART_OF, terms.ATTRIBUTED, terms.SPEAKER_MENTION, terms.DERIVED, terms.GENERATED, terms.CONFIDENCE),
    *(terms.SUBJECT_MENTION, terms.OBJECT_MENTION),
}
# The same said of the assertion, for readers who know nanopublications and not our claims.
_OF_ASSERTION: Final = {
    terms.ATTRIBUTED: terms.ATTRIBUTED,
    terms.DERIVED: terms.DERIVED,
    terms.GENERATED: terms.GENERATED,
    terms.PART_OF: NamedNode(VOCABULARIES["prov"] + "hadPrimarySource"),
}


def nanopub(quads: Iterable[Quad], base: Base) -> bytes:
    """Return TriG with four graphs a claim, in the order of the claims' IRIs."""
    triples = [quad.triple for quad in parse(ntriples(quads, base), format=RdfFormat.N_TRIPLES)]
    groups = {node: list(group) for node, group in groupby(triples, key=_whole)}
    labels = {triple.subject: triple for triple in triples if triple.predicate == terms.LABEL}
    published = (
        quad
        for node, group in groups.items()
        if Triple(NamedNode(node), terms.TYPE, terms.CLAIM) in group
        for quad in _publication(NamedNode(node), groups, labels, base)
    )
    prefixes = base.prefixes() | {"np": NP, "npx": NPX, "pub": base.nanopub("").value}
    return with_sorted_prefixes(written(published, RdfFormat.TRIG, prefixes))


def _whole(triple: Triple) -> str:
    """Return the IRI of the node that a triple's subject is or is a part of."""
    return str(triple.subject).strip("<>").partition("#")[0]


def _publication(
    claim: NamedNode, groups: Mapping[str, list[Triple]], labels: Mapping[object, Triple], base: Base
) -> Iterator[Quad]:
    publication = base.nanopub(base.id_of(claim))
    head, assertion, provenance, info = (
        NamedNode(f"{publication.value}#{part}") for part in ("head", "assertion", "provenance", "pubinfo")
    )
    yield Quad(publication, terms.TYPE, NamedNode(f"{NP}Nanopublication"), head)
    for part, graph in (("Assertion", assertion), ("Provenance", provenance), ("PublicationInfo", info)):
        yield Quad(publication, NamedNode(f"{NP}has{part}"), graph, head)
    said, origin = _parted(claim, groups[claim.value])
    yield from in_graph(_assertion(claim, groups[claim.value], said), assertion)
    yield from in_graph(_provenance(assertion, claim, origin, groups), provenance)
    yield from in_graph(_info(publication, claim, said + origin, labels), info)


def _parted(claim: NamedNode, group: Iterable[Triple]) -> tuple[list[Triple], list[Triple]]:
    """Return what a claim says and what tells where it comes from."""
    evidence = f"<{claim.value}#evidence"
    parts: tuple[list[Triple], list[Triple]] = [], []
    for triple in group:
        own = triple.subject == claim
        parts[triple.predicate in _ORIGIN if own else str(triple.subject).startswith(evidence)].append(triple)
    return parts


def _assertion(claim: NamedNode, group: list[Triple], said: list[Triple]) -> Iterator[Triple]:
    own = [triple for triple in group if triple.subject == claim]
    stated = stated_triple(own)
    if stated is not None and asserts(own):
        yield stated
    yield from said


def _provenance(
    assertion: NamedNode, claim: NamedNode, origin: list[Triple], groups: Mapping[str, list[Triple]]
) -> Iterator[Triple]:
    for triple in origin:
        if triple.subject == claim and triple.predicate in _OF_ASSERTION:
            yield Triple(assertion, _OF_ASSERTION[triple.predicate], triple.object)
    yield from origin
    for triple in origin:
        if triple.predicate == terms.PART_OF and isinstance(triple.object, NamedNode):
            yield from groups.get(triple.object.value, ())


def _info(
    publication: NamedNode, claim: NamedNode, group: list[Triple], labels: Mapping[object, Triple]
) -> Iterator[Triple]:
    yield Triple(publication, _CREATOR, _PUBLISHER)
    yield Triple(publication, _INTRODUCES, claim)
    yield Triple(_PUBLISHER, terms.TYPE, _AGENT)
    yield Triple(_PUBLISHER, terms.LABEL, Literal("Belegnetz"))
    named = {triple.object for triple in group if triple.object in labels}
    yield from sorted((labels[node] for node in named), key=str)
