from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.words.sentences import split_sentences
from kg.annotate.words.tokens import tokenize
from kg.model.text import Span

CASES = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_sentences_end_where_a_reader_ends_them(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[s.start : s.end] for s in split_sentences(text, tokenize(text))] == case["sentences"]


@given(st.text(alphabet=st.sampled_from("aB1 .!?„“\"'()\n-,:5é👍")))
def test_every_token_is_in_one_sentence(text: str) -> None:
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    assert [index for s in sentences for index in range(s.first, s.last)] == list(range(len(tokens)))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in sentences)


def test_boilerplate_belongs_to_no_sentence() -> None:
    text = "Der Rat tagt. Teilen Drucken Der Rat wählt"
    start = text.index("Teilen")
    noise = Span(start, start + len("Teilen Drucken"))
    sentences = split_sentences(text, tokenize(text), (noise,))
    assert [text[s.start : s.end] for s in sentences] == ["Der Rat tagt.", "Der Rat wählt"]


def test_a_sentence_does_not_reach_over_boilerplate() -> None:
    text = "Der Rat MENÜ tagt."
    sentences = split_sentences(text, tokenize(text), (Span(8, 12),))
    assert [text[s.start : s.end] for s in sentences] == ["Der Rat", "tagt."]
