"""What a person answered of two names, and what becomes of the claims."""

from dataclasses import replace
from pathlib import Path

import pytest
from own_workspace import resources
from sample_graph import claim

from kg.curate.load import Curated, load_folder
from kg.curate.merges import Merges, merge_entities
from kg.curate.tables import read_table
from kg.model.claim import Claim, Participant
from kg.model.entity import Entity

VOCABULARY = resources().vocabulary
PAPER = Entity("Ostblatt", "Ostblatt", "Medium", ("OB",), replaces=("Zeitung_Ostblatt",))
FOUND = Entity("Zeitung_Ostblatt", "Zeitung Ostblatt", "Medium", ("ZOB",), provisional=True)
LAND = Entity("Ostland", "Ostland", "Staat")
OTHER = Entity("Westland", "Westland", "Staat")
MERGES = Merges({FOUND.id: PAPER})


def curate(folder: Path, *rows: str) -> Curated:
    header = "label,type,provisional,same_as,different_from,unsure"
    (folder / "entities.csv").write_text("\n".join((header, *rows)), encoding="utf-8")
    curated = load_folder(folder, vocabulary=VOCABULARY, readers={".csv": read_table})
    assert curated.faults == ()
    return curated


def merged(*claims: Claim) -> tuple[Claim, ...]:
    return merge_entities(claims, MERGES, VOCABULARY)


def test_a_merged_name_becomes_a_name_of_what_stays_and_its_id_leads_there(tmp_path: Path) -> None:
    curated = curate(tmp_path, "Ostblatt,Medium,,Zeitung Ostblatt|Neues_Ostblatt,,")
    (paper,) = curated.entities
    assert (paper.aliases, paper.replaces) == (("Zeitung Ostblatt",), ("Neues_Ostblatt", "Zeitung_Ostblatt"))
    assert curated.merges.kept == dict.fromkeys(paper.replaces, paper)
    assert curated.knowledge.entities == (paper,)  # the next reading knows the name


def test_a_chain_leads_to_its_end(tmp_path: Path) -> None:
    curated = curate(tmp_path, "Blatt,Medium,ja,Blättchen,,", "Ostblatt,Medium,,Blatt,,")
    assert {gone: kept.id for gone, kept in curated.merges.kept.items()} == {
        "Blatt": "Ostblatt",
        "Blättchen": "Ostblatt",
    }
    assert [entity.id for entity in curated.entities] == ["Ostblatt"]


def test_a_provisional_row_carries_answers_but_makes_no_known_name(tmp_path: Path) -> None:
    curated = curate(tmp_path, "Länder,Staat,ja,,einige Länder,", "Frage,Thema,ja,Fragen,,Rückfrage")
    assert curated.entities == curated.knowledge.entities == ()
    assert curated.merges.different == {frozenset(("Länder", "einige_Länder"))}
    assert curated.merges.unsure == {frozenset(("Frage", "Rückfrage"))}
    assert curated.merges.kept["Fragen"].provisional


def test_an_answer_on_a_merged_name_is_one_on_what_it_was_merged_with(tmp_path: Path) -> None:
    curated = curate(tmp_path, "Blatt,Medium,ja,,Funk,", "Ostblatt,Medium,,Blatt,,")
    assert curated.merges.different == {frozenset(("Ostblatt", "Funk"))}


def test_a_topic_of_the_ontology_keeps_its_names_and_is_not_looked_for_in_texts(tmp_path: Path) -> None:
    theme = next(theme for theme in VOCABULARY.themes if theme.aliases)
    curated = curate(tmp_path, f"{theme.label},Thema,,Kleinkram,,")
    (topic,) = curated.entities
    assert topic.id == theme.id
    assert set(topic.aliases) == {*theme.aliases, "Kleinkram"}
    assert curated.knowledge.entities == ()


@pytest.mark.parametrize("place", ["subject", "object", "speaker", "qualifier"])
def test_whatever_part_a_merged_entity_takes_it_is_replaced(place: str) -> None:
    ends = {"subject": LAND, "object": OTHER} | ({place: FOUND} if place in ("subject", "object") else {})
    more: dict[str, object] = {
        "speaker": Participant(FOUND, "die Zeitung") if place == "speaker" else None,
        "qualifiers": (("an", Participant(FOUND, "die Zeitung")),) if place == "qualifier" else (),
    }
    before = claim("one", ends["subject"], "kritisiert", ends["object"], **more)
    (after,) = merged(before)
    people = {"subject": after.subject, "object": after.object, "speaker": after.speaker}
    person = people.get(place) or after.qualifiers[0][1]
    assert person.entity.id == PAPER.id
    assert person.entity.aliases == ("OB", "Zeitung Ostblatt", "ZOB")
    assert person.mention in ("die Zeitung", FOUND.label)
    assert after.id == before.id


def test_claims_that_say_the_same_after_a_merge_are_one_with_all_their_sentences() -> None:
    first, second = (claim("one", paper, "kritisiert", LAND) for paper in (PAPER, FOUND))
    elsewhere = replace(second.evidence[0], sentence_start=100, sentence_end=140, start=100, end=139)
    both, other = merged(first, replace(second, evidence=(elsewhere,)), claim("one", FOUND, "kritisiert", OTHER))
    assert [evidence.sentence_start for evidence in both.evidence] == [0, 100]
    assert both.id == first.id
    assert other.object.entity == OTHER


def test_a_claim_between_two_names_of_one_entity_says_nothing() -> None:
    assert merged(claim("one", PAPER, "kritisiert", FOUND)) == ()


def test_who_speaks_of_himself_under_another_name_is_no_speaker() -> None:
    (after,) = merged(claim("one", PAPER, "kritisiert", LAND, speaker=Participant(FOUND, "die Zeitung")))
    assert after.speaker is None


def test_claims_without_merged_entities_stay_as_they_are() -> None:
    claims = (claim("one", LAND, "kritisiert", OTHER), claim("one", LAND, "kritisiert", OTHER))
    assert merged(*claims) == claims
