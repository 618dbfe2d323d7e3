from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_cases import cases, check, gazetteer, read

from kg.annotate.names.find import find_mentions

_WORDS = [
    "Kasachstans",
    "Präsident",
    "Jan",
    "Kalski",
    "(",
    "DHB",
    ")",
    "für",
    "der",
    "„",
    "Forum",
    "7.",
    "in",
    "Warschau",
    "sagte",
    "-",
    "\n",
    ".",
]


@pytest.mark.parametrize("case", cases("mentions.yaml"), ids=lambda case: case["text"][:40])
def test_mentions(case: dict[str, Any]) -> None:
    text = case["text"]
    check(case, find_mentions(text, *read(text), gazetteer()))


def test_role_stands_beside_the_name() -> None:
    text = "Der polnische Außenminister Jan Kalski schwieg."
    person = next(m for m in find_mentions(text, *read(text), gazetteer()) if m.entities[0].type == "Person")
    assert person.role == "Außenminister"


def test_gender_of_a_new_person_comes_from_title_or_given_name() -> None:
    text = "Sprecherin Tallert und Petra Sommer kamen."
    people = [
        m.entities[0].gender for m in find_mentions(text, *read(text), gazetteer()) if m.entities[0].type == "Person"
    ]
    assert people == ["f", "f"]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join))
def test_mentions_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    mentions = find_mentions(text, *read(text), gazetteer())
    assert all(0 <= mention.start < mention.end <= len(text) and mention.entities for mention in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


@pytest.mark.parametrize("text", ["", "Wort", "123 --- !!!", "THE QUICK BROWN FOX", "🎉🎉", "a\u0301" * 50])
def test_odd_input_is_read(text: str) -> None:
    assert isinstance(find_mentions(text, *read(text), gazetteer()), tuple)
