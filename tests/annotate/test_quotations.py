"""The quotations layer on sentences of our own; spans on any input."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.clauses.read import read_clauses
from kg.annotate.quotations.find import find_quotations
from kg.annotate.words.sentences import split_sentences
from kg.annotate.words.tag import tag_words
from kg.annotate.words.tokens import tokenize
from kg.model.reading import Quotation
from kg.model.text import Span

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "quotations.yaml").read_text(encoding="utf-8"))
PIECES = [
    "„",
    "“",
    '"',
    "»",
    "«",
    "sagte",
    "Die Bank",
    "dass",
    "er",
    "sei",
    "laut",
    "nach Angaben",
    ",",
    ":",
    ".",
    "\n\n",
]


def read(text: str) -> tuple[Quotation, ...]:
    words = tokenize(text)
    sentences = split_sentences(text, words)
    tokens = tag_words(words, sentences)
    return find_quotations(text, tokens, sentences, read_clauses(tokens, sentences))


def parts(text: str, spans: tuple[Span, ...]) -> str | list[str]:
    """Return the covered text, alone where it is one span, as the table writes it."""
    found = [text[span.start : span.end] for span in spans]
    return found[0] if len(found) == 1 else found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_who_says_what(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [[q.type, parts(text, q.quote), parts(text, q.speaker), parts(text, q.cue)] for q in read(text)]
    assert found == case["quotations"]


@settings(deadline=None)  # the first example loads the tagger's model
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    found = read(text)
    assert list(found) == sorted(found, key=lambda q: (q.quote[0].start, -q.quote[-1].end))
    for quotation in found:
        assert quotation.quote
        for span in (*quotation.quote, *quotation.speaker, *quotation.cue):
            assert 0 <= span.start < span.end <= len(text)
        assert all(a.end <= b.start for a, b in pairwise(quotation.quote))


def test_text_without_an_end_is_read_once() -> None:
    text = "Die Bank sagte, dass „er sei " * 2000
    assert all(span.end <= len(text) for quotation in read(text) for span in quotation.quote)
