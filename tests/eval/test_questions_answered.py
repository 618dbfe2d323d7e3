"""How each of the 25 questions is asked; what is answered is held by the floor of `seeds.questions`."""

from __future__ import annotations

import json

import pytest
from eval.questions import Answered, read_plans
from eval.shared import ROOT, SHARED

from kg.store.questions import read_questions

CROSS = SHARED / "gold" / "seeds_cross.json"


def test_every_question_asks_a_named_query() -> None:
    names = {query.name for query in read_questions(ROOT / "ontology" / "queries")}
    assert {plan["query"] for plan in read_plans().values()} <= names


@pytest.mark.skipif(not CROSS.is_file(), reason="needs ../shared: the questions about the seed articles")
def test_every_question_has_a_plan() -> None:
    questions = json.loads(CROSS.read_text(encoding="utf-8"))["competency_questions"]
    assert [question["id"] for question in questions] == list(read_plans())


@pytest.mark.parametrize(("missing", "status"), [((), "complete"), (("a",), "partly"), (("a", "b"), "none")])
def test_status(missing: tuple[str, ...], status: str) -> None:
    assert Answered("Q", 2, missing).status == status
