"""From short texts to claims, with all layers and the workspace's rules."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from own_workspace import resources

from kg.claim.examples import meets, parse_expectation
from kg.model.claim import Claim
from kg.model.text import Document
from kg.pipeline import extract

FILE = Path(__file__).parent / "data" / "texts.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def claims_of(text: str) -> tuple[Claim, ...]:
    return extract(Document("text", Path("text.txt"), text, published="2024-05-10"), resources()).claims


def test_what_only_its_text_explains_is_another_thing_in_each_text() -> None:
    text = "Der Sommer war lang. Petra Sommer kündigte den Rückzug an."
    documents = (Document(name, Path(f"{name}.txt"), text, published="2024-05-10") for name in ("eins", "zwei"))
    ends = [claim.object.entity for document in documents for claim in extract(document, resources()).claims]
    assert [entity.label for entity in ends] == ["Rückzug", "Rückzug"]
    assert len({entity.id for entity in ends}) == 2


def gives(claims: tuple[Claim, ...], written: str) -> bool:
    expected = parse_expectation(written)
    symmetric = resources().vocabulary.predicates[expected.predicate].symmetric
    return any(meets(claim, expected, symmetric=symmetric) for claim in claims)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_claims_of_a_text(case: dict[str, Any]) -> None:
    claims = claims_of(case["text"])
    assert [written for written in case.get("claims", ()) if not gives(claims, written)] == []
    assert [written for written in case.get("never", ()) if gives(claims, written)] == []
