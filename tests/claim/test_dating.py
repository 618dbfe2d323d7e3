"""The time that a claim gets, on sentences of our own."""

from pathlib import Path

import pytest
import yaml
from own_workspace import resources

from kg.model.text import Document
from kg.pipeline import extract

FILE = Path(__file__).parent / "data" / "times.yaml"
CASES: list[dict[str, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_when(case: dict[str, str]) -> None:
    document = Document("text", Path("text.txt"), case["text"], published="2024-05-10")
    found = {
        claim.when.value if claim.when is not None else ""
        for claim in extract(document, resources()).claims
        if claim.predicate == case["predicate"]
    }
    assert found == {case["when"]}
