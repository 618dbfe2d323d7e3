from dataclasses import replace
from datetime import date

import pytest
from claim_strategies import CLAIMS, ENTITIES, NAMES, consistent
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, Quad, Store

from kg.model.claim import Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.text import Source
from kg.rdf.claims import claims_from, document_graphs, entities_from, read_claims, read_entities, read_sources
from kg.rdf.namespaces import Base
from kg.rdf.quads import claim_graph, claim_quads, document_quads, entity_quads, fact_quads

BASE = Base("https://example.org/kg/")


@given(CLAIMS.filter(consistent))
@settings(max_examples=150, deadline=None)
def test_a_claim_comes_back_from_its_quads_unchanged(claim: Claim) -> None:
    assert claims_from(claim_quads(claim, BASE), consistent(claim), BASE) == (claim,)


@given(CLAIMS.filter(consistent))
@settings(max_examples=50, deadline=None)
def test_a_claim_comes_back_from_the_store_unchanged(claim: Claim) -> None:
    store = Store()
    store.extend(claim_quads(claim, BASE))
    for entity in consistent(claim).values():
        store.extend(entity_quads(entity, BASE))
    assert read_claims(store, BASE) == (claim,)
    assert read_claims(store, BASE, documents=[claim.document]) == (claim,)
    assert read_claims(store, BASE, entity=claim.object.entity.id) == (claim,)
    assert read_claims(store, BASE, documents=[]) == ()


@given(CLAIMS)
@settings(max_examples=50, deadline=None)
def test_oxigraph_keeps_every_literal_as_written(claim: Claim) -> None:
    store = Store()
    quads = claim_quads(claim, BASE)
    store.extend(quads)
    assert set(store) == set(quads)


@given(CLAIMS)
@settings(max_examples=50, deadline=None)
def test_quads_of_a_claim_have_no_blank_node_and_one_graph(claim: Claim) -> None:
    quads = claim_quads(claim, BASE)
    assert {quad.graph_name for quad in quads} == {claim_graph(claim, BASE)}
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))
    assert quads == claim_quads(claim, BASE)


@given(ENTITIES, st.sets(NAMES, max_size=2))
@settings(deadline=None)
def test_an_entity_comes_back_from_its_quads_unchanged_with_the_ids_merged_with_it(
    found: Entity, merged: set[str]
) -> None:
    entity = replace(found, replaces=tuple(sorted(merged - {found.id})))
    assert entities_from(entity_quads(entity, BASE), BASE) == {entity.id: entity}


@pytest.mark.parametrize("curated", [False, True])
@pytest.mark.parametrize("published", [None, "2023", "2023-11", "2023-11-09", "November 2023"])
@pytest.mark.parametrize("url", [None, "https://example.org/ä?b=c#d", "Amtsblatt Nr. 3"])
def test_a_source_comes_back_from_the_store(curated: bool, published: str | None, url: str | None) -> None:
    source = Source("staaten", "Staaten der Welt", published, "Redaktion", url)
    store = Store()
    store.extend(document_quads(source, BASE, curated=curated))
    assert read_sources(store, BASE) == {"staaten": source}


def test_a_document_without_title_is_called_by_its_id() -> None:
    store = Store()
    store.extend(document_quads(Source("seed", ""), BASE))
    assert read_sources(store, BASE)["seed"].title == "seed"


TOKAJEW = Entity("Kassym-Schomart_Tokajew", "Kassym-Schomart Tokajew", "Person")
AUSNAHME = Entity("Sanktionsausnahme", "Sanktionsausnahme", "Thema")
SENTENCE = "Tokajew forderte am Donnerstag eine Ausnahme."
DEMAND = Claim(
    id="9f2c000000000000",
    document="seed",
    subject=Participant(TOKAJEW, "Tokajew"),
    predicate="fordert",
    object=Participant(AUSNAHME, "Ausnahme"),
    evidence=(Evidence("seed", SENTENCE, 100, 145, 100, 144),),
    when=When("2023-11-09", date(2023, 11, 9), date(2023, 11, 9), "am Donnerstag"),
    rule="fordern",
    confidence=0.93,
)


@pytest.mark.parametrize(
    ("change", "facts"),
    [
        ({}, 1),
        ({"polarity": "neg"}, 0),
        ({"modality": "planned"}, 0),
        ({"modality": "possible"}, 0),
        ({"modality": "demanded"}, 0),
        ({"speaker": Participant(TOKAJEW)}, 0),
    ],
)
def test_only_what_the_article_itself_asserts_becomes_a_fact(change: dict[str, object], facts: int) -> None:
    assert len(fact_quads([replace(DEMAND, **change)], BASE)) == facts


def test_a_fact_stands_once_however_many_claims_assert_it() -> None:
    again = replace(DEMAND, id="0000000000000000", document="other")
    (fact,) = fact_quads([DEMAND, again], BASE)
    assert fact.graph_name == BASE.graph("facts")
    assert (BASE.id_of(fact.subject), BASE.id_of(fact.object)) == (TOKAJEW.id, AUSNAHME.id)


def test_union_counts_nothing_twice() -> None:
    """Trap 1: a triple that stands in two graphs is counted twice by the union of all graphs."""
    again = replace(DEMAND, id="0000000000000000", document="other")
    store = Store()
    for claim in (DEMAND, again):
        store.extend(claim_quads(claim, BASE))
        store.extend(document_quads(Source(claim.document, claim.document), BASE))
    store.extend(fact_quads([DEMAND, again], BASE))
    store.extend([*entity_quads(TOKAJEW, BASE), *entity_quads(AUSNAHME, BASE)])
    assert len({quad.triple for quad in store}) == len(store)


def test_document_graphs_leaves_out_the_reserved_ones() -> None:
    store = Store()
    store.extend([*claim_quads(DEMAND, BASE), *fact_quads([DEMAND], BASE), *entity_quads(TOKAJEW, BASE)])
    assert document_graphs(store, BASE) == [BASE.document_graph("seed")]


def test_an_undescribed_entity_keeps_its_id() -> None:
    (claim,) = claims_from(claim_quads(DEMAND, BASE), {}, BASE)
    assert claim.subject.entity == Entity(TOKAJEW.id, TOKAJEW.id, "Ding")


def test_a_claim_without_its_parts_is_refused() -> None:
    quads = [quad for quad in claim_quads(DEMAND, BASE) if not quad.predicate.value.endswith("#subject")]
    with pytest.raises(ValueError, match="lacks a part"):
        claims_from(quads, {}, BASE)


def test_read_entities_reads_only_their_graph() -> None:
    store = Store()
    store.extend(entity_quads(TOKAJEW, BASE))
    store.add(Quad(BASE.entity("X"), BASE.rule("r"), Literal("x"), BASE.graph("facts")))
    assert read_entities(store, BASE) == {TOKAJEW.id: TOKAJEW}
