from dataclasses import replace

import pytest
from newsroom import CLASSES, make_news, vocabulary

from kg.model.claim import Claim, Participant
from kg.model.entity import Entity
from kg.model.vocabulary import Vocabulary
from kg.view.network import build_network, group_of

ANNA, BERND, CELLE = (
    Entity(name, name, kind) for name, kind in (("Anna", "Person"), ("Bernd", "Person"), ("Celle", "Ort"))
)


def claim(subject, predicate, obj, number=1, **more):
    return Claim(
        f"{subject.id}{predicate}{obj.id}{number}", "d", Participant(subject), predicate, Participant(obj), (), **more
    )


def network_of(*claims, entities=()):
    return build_network(claims, entities={entity.id: entity for entity in entities}, vocabulary=vocabulary())


def test_claims_about_an_ordered_pair_are_one_edge():
    network = network_of(claim(ANNA, "kritisiert", BERND), claim(ANNA, "besucht", BERND), claim(BERND, "lehntAb", ANNA))
    names = [node.entity.id for node in network.nodes]
    assert [(names[edge.source], names[edge.target], len(edge.claims)) for edge in network.edges] == [
        ("Anna", "Bernd", 2),
        ("Bernd", "Anna", 1),
    ]


def test_a_symmetric_claim_joins_the_pair_whichever_way_it_is_written():
    network = network_of(claim(BERND, "trifft", ANNA), claim(ANNA, "trifft", BERND))
    assert [(len(edge.claims), edge.directed) for edge in network.edges] == [(2, False)]
    network = network_of(claim(BERND, "trifft", ANNA), claim(ANNA, "kritisiert", BERND))
    assert [(len(edge.claims), edge.directed) for edge in network.edges] == [(2, True)]


def test_the_same_claim_counts_once_and_a_claim_about_itself_draws_nothing():
    network = network_of(claim(ANNA, "besucht", CELLE), claim(ANNA, "besucht", CELLE), claim(ANNA, "lehntAb", ANNA))
    assert [len(edge.claims) for edge in network.edges] == [1]
    assert [node.claims for node in network.nodes] == [1, 1]


def test_the_most_connected_come_first():
    network = network_of(claim(BERND, "besucht", CELLE), claim(ANNA, "besucht", CELLE))
    assert [(node.entity.id, node.degree) for node in network.nodes] == [("Celle", 2), ("Anna", 1), ("Bernd", 1)]


def test_the_card_comes_from_the_known_entities():
    known = replace(ANNA, aliases=("Anni",), wikidata="Q1")
    network = network_of(claim(ANNA, "besucht", CELLE), entities=[known])
    assert {node.entity for node in network.nodes} == {known, CELLE}


@pytest.mark.parametrize(
    ("type_name", "group"),
    [
        ("Person", "person"),
        ("Staat", "place"),
        ("Ort", "place"),
        ("Organisation", "organisation"),
        ("Medium", "organisation"),
        ("Ereignis", "event"),
        ("Abkommen", "event"),
        ("Thema", "topic"),
        ("Unbekannt", "topic"),
    ],
)
def test_every_type_has_a_group(type_name, group):
    assert group_of(type_name, Vocabulary({}, CLASSES)) == group


def test_order_of_claims_does_not_matter():
    news = make_news(60)
    forwards = network_of(*news.claims)
    assert network_of(*reversed(news.claims)) == forwards
