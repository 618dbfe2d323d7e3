from collections import defaultdict

from claim_strategies import CLAIMS, consistent, graph_quads
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse
from sample_graph import BASE, DAY, KASACHSTAN, RUSSLAND, TOKAJEW, Article, claim, graph_of

from kg.export.nanopub import NP, nanopub
from kg.model.claim import Claim, Participant
from kg.rdf import terms
from kg.rdf.claims import claims_from
from kg.rdf.namespaces import VOCABULARIES, bn

SAID = Article(
    "said",
    (
        claim("said", TOKAJEW, "lobt", RUSSLAND, when=DAY),
        claim("said", KASACHSTAN, "droht", RUSSLAND, speaker=Participant(TOKAJEW, "Tokajew")),
    ),
)
Graphs = dict[NamedNode, set[Triple]]


def graphs_of(document: bytes) -> Graphs:
    graphs: defaultdict[NamedNode, set[Triple]] = defaultdict(set)
    for quad in parse(document, format=RdfFormat.TRIG):
        assert isinstance(quad.graph_name, NamedNode), "every triple lies in one of the four graphs"
        graphs[quad.graph_name].add(quad.triple)
    return dict(graphs)


def parts_of(publication: NamedNode, head: set[Triple]) -> tuple[NamedNode, ...]:
    """Return the one graph of each part, as the head names them."""
    parts = []
    for name in ("hasAssertion", "hasProvenance", "hasPublicationInfo"):
        (part,) = (t.object for t in head if t.subject == publication and t.predicate == NamedNode(NP + name))
        parts.append(part)
    return tuple(parts)


def check(document: bytes) -> int:
    """Hold a file to the criteria for well-formed nanopublications; return how many it has."""
    graphs = graphs_of(document)
    heads = [
        (triple.subject, graph)
        for graph, triples in graphs.items()
        for triple in triples
        if triple.predicate == terms.TYPE and triple.object == NamedNode(f"{NP}Nanopublication")
    ]
    used = set()
    for publication, head in heads:
        assertion, provenance, info = parts_of(publication, graphs[head])
        own = {publication, head, assertion, provenance, info}
        assert len(own) == 5
        assert not own & used
        used |= own
        assert graphs[assertion]
        assert any(assertion in (triple.subject, triple.object) for triple in graphs[provenance])
        assert any(triple.subject == publication for triple in graphs[info])
    assert set(graphs) <= used
    assert len(graphs) == 4 * len(heads)
    return len(heads)


@given(st.lists(CLAIMS.filter(consistent), max_size=3, unique_by=lambda claim: claim.id))
@settings(max_examples=60, deadline=None)
def test_claims_come_back_from_well_formed_nanopublications(claims: list[Claim]) -> None:
    quads = graph_quads(claims, BASE)
    document = nanopub(quads, BASE)
    assert check(document) == len(claims)
    written = list(parse(document, format=RdfFormat.TRIG))
    for one in claims:
        own = [quad for quad in written if quad.graph_name.value.startswith(BASE.nanopub(one.id).value)]
        assert claims_from(own, consistent(one), BASE) == (one,)


def test_the_assertion_states_the_plain_triple_of_a_fact_only() -> None:
    graphs = graphs_of(nanopub(graph_of([SAID]), BASE))
    fact, said = (graphs[NamedNode(f"{BASE.nanopub(claim.id).value}#assertion")] for claim in SAID.claims)
    assert Triple(BASE.entity("Tokajew"), bn("lobt"), BASE.entity("Russland")) in fact
    assert all(triple.predicate != bn("droht") for triple in said)


def test_the_provenance_names_speaker_source_and_evidence_of_the_assertion() -> None:
    publication = BASE.nanopub(SAID.claims[1].id).value
    graphs = graphs_of(nanopub(graph_of([SAID]), BASE))
    provenance = graphs[NamedNode(f"{publication}#provenance")]
    assertion = NamedNode(f"{publication}#assertion")
    assert Triple(assertion, terms.ATTRIBUTED, BASE.entity("Tokajew")) in provenance
    assert Triple(assertion, NamedNode(VOCABULARIES["prov"] + "hadPrimarySource"), BASE.document("said")) in provenance
    assert any(triple.predicate == terms.EXACT for triple in provenance)
    assert any(triple.predicate == terms.TITLE for triple in provenance)


def test_a_graph_without_claims_has_no_nanopublication() -> None:
    quad = Quad(BASE.entity("a"), bn("lobt"), BASE.entity("b"), BASE.graph("facts"))
    assert check(nanopub([quad], BASE)) == 0
