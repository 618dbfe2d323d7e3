from pathlib import Path

import pytest
import yaml
from match.written_scenes import read_scene

from kg.match.fillers import parts_of
from kg.match.pairs import pair_at
from kg.match.participants import find_filler
from kg.model.entity import Entity
from kg.model.reading import Argument, Clause, Mention, OfficeMention

DATA = Path(__file__).parent / "data"
CARRIERS = yaml.safe_load((DATA / "carriers.yaml").read_text(encoding="utf-8"))
NORWAY = Entity("Norwegen", "Norwegen", "Staat")
LOME = Entity("Lomé", "Lomé", "Ort")
MINISTER = Entity("Espen_Eide", "Espen Eide", "Person")


@pytest.mark.parametrize("case", CARRIERS, ids=lambda case: case["phrase"][:30])
def test_a_noun_that_carries_gives_way_to_what_it_carries(case: dict[str, object]) -> None:
    scene, head = read_scene(str(case["phrase"]))
    tokens = scene.annotations.tokens
    start = next(token.start for token in tokens if token.tag != "ART")
    parts = parts_of(scene, start, tokens[head].end, head)
    assert [scene.annotations.document.text[part.start : part.end] for part in parts] == case["means"]


def test_the_adjective_of_a_state_says_whose_a_noun_is() -> None:
    adjective = Mention(4, 15, (NORWAY,), kind="adjective")
    export = Clause("nominal", 4, 22, (2,), 2, "Export")
    scene, _ = read_scene(
        "der/ART/der norwegische/ADJA/norwegisch *Export/NN/Export", mentions=(adjective,), clauses=(export,)
    )
    owner = find_filler(scene, 0, "possessor")
    assert owner is not None
    assert [part.entity for part in owner.parts] == [NORWAY]


@pytest.mark.parametrize(("standing", "expected"), [("held", [NORWAY]), ("former", None)])
def test_people_stand_for_the_state_they_hold_office_for(standing: str, expected: list[Entity] | None) -> None:
    office = OfficeMention(0, 4, MINISTER, "Außenminister", NORWAY, standing=standing)
    subject = Argument("subject", 0, 4, 0)
    clause = Clause("main", 0, 11, (0, 1), 1, "reisen", arguments=(subject,))
    scene, _ = read_scene(
        "Eide/NE/Eide reiste/VVFIN/reisen", mentions=(Mention(0, 4, (MINISTER,)),), clauses=(clause,), offices=(office,)
    )
    filler = find_filler(scene, 0, "subject.state")
    assert (filler and [part.entity for part in filler.parts]) == expected


def test_coordinated_nouns_share_what_stands_behind_the_last() -> None:
    # Handel und Verkehr mit Norwegen
    trade, traffic = (0, 6, 0), (11, 18, 2)
    subject = Argument("subject", 0, 31, 0, conjuncts=(trade, traffic))
    partner = Argument("oblique", 23, 31, 4, preposition="mit")
    clauses = (
        Clause("main", 0, 38, (5,), 5, "wachsen", arguments=(subject,)),
        Clause("nominal", 0, 6, (0,), 0, "Handel", parent=0),
        Clause("nominal", 11, 31, (2, 3, 4), 2, "Verkehr", arguments=(partner,), parent=0),
    )
    words = "Handel/NN/Handel und/KON/und Verkehr/NN/Verkehr mit/APPR/mit Norwegen/NE/Norwegen wächst/VVFIN/wachsen"
    scene, _ = read_scene(words, mentions=(Mention(23, 31, (NORWAY,)),), clauses=clauses)
    for nominal in (1, 2):
        found = find_filler(scene, nominal, "pp.mit")
        assert found is not None
        assert [part.entity for part in found.parts] == [NORWAY]
    assert find_filler(scene, 1, "pp.in") is None


@pytest.mark.parametrize(("second", "expected"), [("in", ["China", "Norwegen"]), ("mit", ["China"])])
def test_prepositional_phrases_that_say_whither_coordinate(second: str, expected: list[str]) -> None:
    # nach China und in Norwegen
    start = 16 + len(second)
    first = Argument("oblique", 5, 10, 1, preposition="nach")
    other = Argument("oblique", start, start + 8, 4, preposition=second)
    clause = Clause("main", 0, start + 8, (), 0, "liefern", arguments=(first, other))
    china = Entity("China", "China", "Staat")
    scene, _ = read_scene(
        f"nach/APPR/nach China/NE/China und/KON/und {second}/APPR/{second} Norwegen/NE/Norwegen",
        mentions=(Mention(5, 10, (china,)), Mention(start, start + 8, (NORWAY,))),
        clauses=(clause,),
    )
    found = find_filler(scene, 0, "pp.nach")
    assert found is not None
    assert [part.entity.label for part in found.parts if part.entity] == expected


@pytest.mark.parametrize("third", [None, Entity("Polen", "Polen", "Staat")])
def test_the_two_states_of_a_text_are_its_pair(third: Entity | None) -> None:
    words = "Norwegen/NE/Norwegen und/KON/und China/NE/China und/KON/und Polen/NE/Polen *Handel/NN/Handel"
    named = [(0, 8, NORWAY), (13, 18, Entity("China", "China", "Staat")), (23, 28, third)]
    mentions = tuple(Mention(start, end, (entity,)) for start, end, entity in named if entity)
    scene, head = read_scene(words, mentions=mentions)
    found = pair_at(scene, head)
    labels = [part.entity.label for part in found.parts if part.entity] if found else []
    assert labels == ([] if third else ["Norwegen", "China"])


@pytest.mark.parametrize(("text", "expected"), [("wo", [LOME]), ("weil", None)])
def test_a_clause_with_wo_tells_of_the_place_right_before_it(text: str, expected: list[Entity] | None) -> None:
    # nach Lomé, wo er wohnt
    clauses = (Clause("subordinate", 11, 21, (3, 4, 5), 5, "wohnen", conjunction=text),)
    scene, _ = read_scene(
        f"nach/APPR/nach Lomé/NE/Lomé ,/$,/, {text}/KOUS/{text} er/PPER/er wohnt/VVFIN/wohnen",
        mentions=(Mention(5, 9, (LOME,)),),
        clauses=clauses,
    )
    filler = find_filler(scene, 0, "pp.in")
    assert (filler and [part.entity for part in filler.parts]) == expected
