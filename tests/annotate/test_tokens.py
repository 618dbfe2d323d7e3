from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.words.tokens import tokenize

CASES = list(csv.DictReader((Path(__file__).parent / "tokens.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_tokens_are_those_of_a_treebank(case: dict[str, str]) -> None:
    assert [token.text for token in tokenize(case["text"])] == case["tokens"].split("|")


@given(st.text())
def test_every_character_but_white_space_is_in_one_token(text: str) -> None:
    tokens = tokenize(text)
    assert "".join(token.text for token in tokens) == "".join(text.split())
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@pytest.mark.parametrize("unit", ["a", "a.b", "1.", "ä\u0308", "👍🏽", "www.", "-x", "'s", "A", "5 ", "a@"])
def test_long_input_without_a_stop_is_read_in_linear_time(unit: str) -> None:
    assert sum(len(token.text) for token in tokenize(unit * 100_000)) == 100_000 * len(unit.strip())


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert [token.text for token in tokenize("Cafe\u0301 Lu\u0308beck")] == ["Cafe\u0301", "Lu\u0308beck"]
