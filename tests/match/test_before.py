import csv
from pathlib import Path

import pytest
from own_workspace import resources

from kg.match.before import named_before
from kg.match.scene import build_scene
from kg.model.text import Document
from kg.pipeline import read

LINES = (Path(__file__).parent / "data" / "before.csv").read_text(encoding="utf-8").splitlines()
CASES = list(csv.DictReader((line for line in LINES if not line.startswith("#")), delimiter=";"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][-40:])
def test_who_was_named_before(case: dict[str, str]) -> None:
    scene = build_scene(read(Document("d", Path("d.txt"), case["text"]), resources()), resources().vocabulary)
    verb = next(i for i, clause in enumerate(scene.annotations.clauses) if clause.lemma == case["verb"])
    heads = [scene.annotations.tokens[filler.parts[0].head].text for filler in named_before(scene, verb)]
    assert heads == (case["named"].split("|") if case["named"] else [])
