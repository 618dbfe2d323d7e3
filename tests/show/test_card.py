"""The card of an entity and the counts of a graph, on the sample graph."""

from dataclasses import replace

import pytest
from sample_graph import KASACHSTAN, MESSE, ONE, RUSSLAND, TOKAJEW, TWO

from kg.claim.wording import describe
from kg.errors import KgError
from kg.model.claim import CURATED, Evidence, Participant
from kg.model.entity import Entity
from kg.model.reading import Quantity
from kg.model.text import Source
from kg.model.vocabulary import Predicate, Vocabulary
from kg.show.card import card, find_entity
from kg.show.claims import claim_table

ENTITIES = (TOKAJEW, KASACHSTAN, RUSSLAND, MESSE, Entity("Astana_Stadt", "Stadt Astana", "Ort"))
ORBAN = Entity("Viktor_Orbán", "Viktor Orbán", "Person")
VOCABULARY = Vocabulary({"besucht": Predicate("besucht", "besucht", "visits", "Akteur", "Ding", "event")}, {})
SOURCES = {"one": Source("one", "Artikel one", "2023-11-09")}
CLAIM = ONE.claims[0]


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Kasachstan", KASACHSTAN),
        ("kasachstan", KASACHSTAN),
        ("Getreidemesse_Aktau", MESSE),
        ("präsident tokajew", TOKAJEW),
        ("Tokajew", TOKAJEW),
        ("astana", ENTITIES[-1]),
        ("Orban", ORBAN),
    ],
)
def test_an_entity_is_found_by_id_label_alias_and_last_word(name: str, entity: Entity) -> None:
    assert find_entity(name, (*ENTITIES, ORBAN)) == entity


def test_a_name_of_two_entities_is_asked_about() -> None:
    others = (Entity("Anna_Weiß", "Anna Weiß", "Person"), Entity("Karl_Weiß", "Karl Weiß", "Person"))
    with pytest.raises(KgError, match="Weiß may be Anna_Weiß, Karl_Weiß"):
        find_entity("Weiß", others)


def test_a_surname_means_the_person_before_what_only_ends_so() -> None:
    meeting = Entity("Treffen_mit_Tokajew", "Treffen mit Tokajew", "Ereignis", provisional=True)
    assert find_entity("Tokajew", (*ENTITIES, meeting)) == TOKAJEW


@pytest.mark.parametrize(("name", "hint"), [("Kasachstann", "meinten Sie Kasachstan"), ("Xyz", "called Xyz$")])
def test_an_unknown_name_is_told_with_what_is_near(name: str, hint: str) -> None:
    with pytest.raises(KgError, match=hint):
        find_entity(name, ENTITIES)


def test_a_card_shows_names_facts_and_sentences() -> None:
    curated = replace(CLAIM, evidence=(Evidence("tabelle", "", 0, 0, 0, 0, line=7, source="Amtsblatt"),), rule=CURATED)
    lines = list(card(TOKAJEW, (CLAIM, curated, TWO.claims[1]), SOURCES, VOCABULARY))
    assert lines[:4] == [
        "Kassym-Schomart Tokajew (Person)",
        "  auch: Präsident Tokajew",
        "  Wikidata: https://www.wikidata.org/wiki/Q15989",
        "",
    ]
    assert "besucht:" in lines
    assert "  Kassym-Schomart Tokajew – kritisiert – Russland [2023-11-09]" in lines
    quoted = "„Kassym-Schomart Tokajew besucht Getreidemesse Aktau.“"
    assert f"      {quoted} — Artikel one, 2023-11-09" in lines
    assert "      — tabelle Zeile 7 (Amtsblatt)" in lines


def test_a_card_says_from_which_claims_something_is_inferred() -> None:
    inferred = replace(CLAIM, predicate="liegtIn", rule="transitive", premises=ONE.claims)
    lines = list(card(TOKAJEW, (), SOURCES, VOCABULARY, (inferred,)))
    assert lines[-6:] == [
        "abgeleitet (steht so in keiner Quelle):",
        "  Kassym-Schomart Tokajew – liegtIn – Getreidemesse Aktau [folgt über Zwischenstufen]",
        "      abgeleitet aus Kassym-Schomart Tokajew – besucht – Getreidemesse Aktau",
        "          „Kassym-Schomart Tokajew besucht Getreidemesse Aktau.“ — Artikel one, 2023-11-09",
        "      abgeleitet aus Kasachstan – grenztAn – Russland",
        "          „Kasachstan grenztAn Russland.“ — Artikel one, 2023-11-09",
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ""),
        ({"polarity": "neg"}, "nicht"),
        ({"modality": "planned", "speaker": Participant(TOKAJEW, "er")}, "geplant; sagt Kassym-Schomart Tokajew"),
        ({"quantity": Quantity(0, 5, 2.5e9, "EUR", "~", "rund 2,5 Milliarden Euro")}, "~ 2,500,000,000 EUR"),
        ({"qualifiers": (("ort", Participant(KASACHSTAN, "dort")),)}, "ort: Kasachstan"),
    ],
)
def test_what_a_claim_says_beside_its_ends(changes: dict[str, object], said: str) -> None:
    assert describe(replace(CLAIM, **changes)) == said


def test_claims_as_a_table_show_their_sentence() -> None:
    (table,) = claim_table([(Source("one", "Besuch auf der Messe"), (CLAIM,))], width=200)
    assert "Besuch auf der Messe (1 claims)" in table
    assert CLAIM.evidence[0].sentence in table
