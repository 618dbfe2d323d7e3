"""Which quotation marks belong together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.quotations.marks import find_quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Er rief „Halt“ und „Los“.", ["„Halt“", "„Los“"]),
        ('Er rief „Halt” und „Los".', ["„Halt”", '„Los"']),
        ("Er rief »Halt« und «Los».", ["»Halt«", "«Los»"]),
        ("He said “Stop” and left.", ["“Stop”"]),
        ('Er rief "Halt" und ging.', ['"Halt"']),
        ("„Sie rief ‚Halt‘ und ging“, sagte er.", ["„Sie rief ‚Halt‘ und ging“"]),
        ("„Er las „Emil“ vor“, sagte sie.", ["„Er las „Emil“ vor“"]),
        ("Ein „offener Satz ohne Ende.\n\nNeuer Absatz „mit Ende“.", ["„mit Ende“"]),
        ("„Der erste Absatz.\n\n„Der zweite endet.“", ["„Der erste Absatz.", "„Der zweite endet.“"]),
        ("Ein Zoll “ allein", []),
        ("Das geht’s nicht an.", []),
        ("", []),
    ],
)
def test_marks_are_paired(text: str, quoted: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_quoted(text)] == quoted


@given(st.text(alphabet='„“”"»«‚‘ a\n', max_size=60))
def test_quoted_spans_are_ordered_and_apart(text: str) -> None:
    spans = find_quoted(text)
    assert all(span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
