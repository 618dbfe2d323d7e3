"""Sentences of our own, cut for attribution."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.annotate.quotations.marks import find_quoted
from kg.annotate.quotations.segments import split_segments
from kg.annotate.words.sentences import split_sentences
from kg.annotate.words.tag import tag_words
from kg.annotate.words.tokens import tokenize

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "segments.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_sentence_is_cut_into_clauses(case: dict[str, Any]) -> None:
    text = case["text"]
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    tokens = tag_words(tokens, sentences)
    opaque = [int(any(q.start <= t.start < q.end for q in find_quoted(text))) for t in tokens]
    found = split_segments(tokens, sentences[0], opaque)
    assert [[s.kind, text[tokens[s.first].start : tokens[s.last - 1].end]] for s in found] == case["segments"]
