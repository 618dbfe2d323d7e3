from dataclasses import replace

from own_workspace import resources
from sample_graph import claim

from kg.curate.merges import Merges
from kg.curate.proposals import Proposal, obstacle, propose_merges
from kg.model.entity import Entity

VOCABULARY = resources().vocabulary
PAPER = Entity("Ostfunke", "Ostfunke", "Medium", ("Der Ostbote",))
DESCRIBED = Entity("Zeitung_Ostfunke", "Zeitung Ostfunke", "Medium", provisional=True)
SHORT = Entity("Ostbote", "Ostbote", "Medium", provisional=True)
PLAN = Entity("Ausbau_des_Hafens", "Ausbau des Hafens", "Thema", provisional=True)
OTHER_PLAN = Entity("zügiger_Ausbau", "zügiger Ausbau", "Thema", provisional=True)
LAND = Entity("Nordland", "Nordland", "Staat", wikidata="Q1")
PAIR = frozenset((PAPER.id, DESCRIBED.id))


def proposed(*entities: Entity, merges: Merges | None = None, unsure: bool = False) -> list[tuple[str, str]]:
    return [(p.keep.id, p.other.id) for p in proposals(*entities, merges=merges, unsure=unsure)]


def proposals(*entities: Entity, merges: Merges | None = None, unsure: bool = False) -> tuple[Proposal, ...]:
    return propose_merges(entities, CLAIMS, merges or Merges(), VOCABULARY, unsure=unsure)


CLAIMS = (
    claim("one", LAND, "plant", PLAN),
    claim("one", LAND, "plant", OTHER_PLAN),
    claim("two", LAND, "lobt", PLAN),
    claim("two", PAPER, "liegtIn", LAND),
)


def test_the_known_entity_stays_whatever_the_order() -> None:
    assert proposed(PAPER, DESCRIBED) == proposed(DESCRIBED, PAPER) == [("Ostfunke", "Zeitung_Ostfunke")]


def test_an_alias_counts_as_much_as_the_label() -> None:
    (proposal,) = proposals(PAPER, SHORT)
    assert proposal.score == 1
    assert "Der Ostbote = Ostbote" in proposal.reasons[0]


def test_of_two_provisional_entities_the_one_with_more_neighbours_stays_and_shared_ones_lift_the_score() -> None:
    (with_neighbours,) = proposals(PLAN, OTHER_PLAN)
    assert (with_neighbours.keep, with_neighbours.other) == (PLAN, OTHER_PLAN)
    (without,) = propose_merges((PLAN, replace(OTHER_PLAN, label="Ausbau des Hafens")), (), Merges(), VOCABULARY)
    assert not any("Nachbarn" in reason for reason in without.reasons)


def test_answered_pairs_are_not_proposed_and_doubtful_ones_last_and_when_asked() -> None:
    entities = (PAPER, DESCRIBED, SHORT)
    assert PAIR not in map(frozenset, proposed(*entities, merges=Merges(different=frozenset({PAIR}))))
    assert PAIR not in map(frozenset, proposed(*entities, merges=Merges(kept={DESCRIBED.id: PAPER})))
    doubted = Merges(unsure=frozenset({frozenset((PAPER.id, SHORT.id))}))
    assert frozenset((PAPER.id, SHORT.id)) not in map(frozenset, proposed(*entities, merges=doubted))
    assert proposed(*entities, merges=doubted, unsure=True)[-1] == ("Ostfunke", "Ostbote")


def test_what_parts_two_entities_is_said() -> None:
    known = replace(DESCRIBED, provisional=False)
    numbered = replace(DESCRIBED, wikidata="Q2")
    assert "beide" in (obstacle(PAPER, known, VOCABULARY) or "")
    assert "Q2" in (obstacle(replace(PAPER, wikidata="Q3"), numbered, VOCABULARY) or "")
    assert "Thema" in (obstacle(PAPER, replace(PLAN, label="Ostfunke"), VOCABULARY) or "")
    assert obstacle(PAPER, numbered, VOCABULARY) is None
    for hindered in (known, replace(PLAN, label="Ostfunke")):
        assert proposals(PAPER, hindered) == ()


def test_what_only_its_document_knows_is_proposed_to_be_nothing_else() -> None:
    law = Entity("Gesetz", "Gesetz", "Thema", provisional=True)
    assert proposed(law.in_document("eins"), law.in_document("zwei"), law) == []
    assert proposed(law, replace(law, id="same")) == [("Gesetz", "same")]


def test_a_word_of_everybody_brings_nobody_together() -> None:
    crowd = [Entity(f"Rat_{n}", f"Rat {chr(65 + n % 26)}{n}x", "Organisation", provisional=True) for n in range(70)]
    twin = replace(crowd[0], id="twin", label=f"{crowd[0].label} ")
    assert proposed(*crowd, twin) == [("Rat_0", "twin")]
