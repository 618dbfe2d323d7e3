import csv
from pathlib import Path

import pytest
from match.written_scenes import read_scene

from kg.match.noun_phrases import attributes_of, first_part

DATA = Path(__file__).parent / "data"
LINES = (DATA / "first_parts.csv").read_text(encoding="utf-8").splitlines()
FIRST_PARTS = list(csv.DictReader((line for line in LINES if not line.startswith("#")), delimiter=";"))


@pytest.mark.parametrize("case", FIRST_PARTS, ids=lambda case: case["word"])
def test_first_part_of_a_compound(case: dict[str, str]) -> None:
    scene, head = read_scene(f"*{case['word']}/NN/{case['lemma']}")
    filler = first_part(scene, head, frozenset(case["words"].split("|")))
    assert (
        [part.entity and part.entity.label for part in filler.parts] == [case["first"]] if filler else not case["first"]
    )


def test_adjectives_before_a_noun_are_its_attributes() -> None:
    scene, head = read_scene(
        "die/ART/der enge/ADJA/eng ,/$,/, strategische/ADJA/strategisch *Partnerschaft/NN/Partnerschaft"
    )
    assert {"eng", "strategisch"} <= attributes_of(scene, head)
    assert "der" not in attributes_of(scene, head)
