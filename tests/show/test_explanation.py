"""What `kg rules explain` says of a sentence: the claims of a rule that fired, or why it gives none."""

from pathlib import Path

import pytest
from own_workspace import resources

from kg.match.matcher import find_matches, try_rules
from kg.match.scene import build_scene
from kg.model.text import Document
from kg.pipeline import read
from kg.show.rules import explanation

CASES = [
    ("Alexander Stubb besuchte Estland.", "claim: Alexander Stubb | besucht | Estland"),
    ("Die Nato fordert Konsequenzen.", "no claim: «Konsequenzen» says too little without the text around it"),
    ("Die EU fordert, dass Ungarn Kiew hilft.", "no claim: another rule comes before"),
    ("Ob Alexander Stubb Estland besucht, ist offen.", "no claim: it is only asked, demanded, prevented or supposed"),
    ("Die EU ging davon aus, dass sie schliefen.", "«dass sie schliefen» makes no topic that names its matter"),
]


@pytest.mark.parametrize(("sentence", "line"), CASES)
def test_a_rule_that_fired_tells_its_claims_or_why_there_are_none(tmp_path: Path, sentence: str, line: str) -> None:
    own = resources()
    annotations = read(Document("sentence", tmp_path, sentence, published="2024-05-15"), own)
    scene = build_scene(annotations, own.vocabulary)
    outcomes, kept = try_rules(scene, own.rules), find_matches(scene, own.rules)
    told = list(explanation(scene, outcomes, kept, own.precision))
    assert any(line in each for each in told), "\n".join(each for each in told if "wants" not in each)
