from __future__ import annotations

import csv
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.words.sentences import split_sentences
from kg.annotate.words.tag import tag_words
from kg.annotate.words.tokens import tokenize
from kg.model.reading import Token

CASES = list(csv.DictReader((Path(__file__).parent / "words.csv").read_text(encoding="utf-8").splitlines()))


def tagged(text: str) -> tuple[Token, ...]:
    tokens = tokenize(text)
    return tag_words(tokens, split_sentences(text, tokens))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['word']} in {case['sentence']}" for case in CASES])
def test_tag_lemma_and_forms(case: dict[str, str]) -> None:
    token = next(token for token in tagged(case["sentence"]) if token.text == case["word"])
    found = {
        "sentence": case["sentence"],
        "word": token.text,
        "tag": token.tag,
        "lemma": token.lemma,
        **asdict(token.morph),
    }
    assert found == case


@given(st.text())
def test_any_text_keeps_its_tokens_and_gets_tags(text: str) -> None:
    tokens = tokenize(text)
    words = tag_words(tokens, split_sentences(text, tokens))
    assert [(w.start, w.end, w.text) for w in words] == [(t.start, t.end, t.text) for t in tokens]
    assert all(word.tag and word.lemma for word in words)


def test_words_outside_the_sentences_stay_untagged() -> None:
    assert tag_words(tokenize("Teilen Drucken"), ()) == (Token(0, 6, "Teilen"), Token(7, 14, "Drucken"))


def test_the_same_text_is_read_the_same_way_twice() -> None:
    text = "Wir fliegen morgen, sagte sie, und er flog."
    assert tagged(text) == tagged(text)
