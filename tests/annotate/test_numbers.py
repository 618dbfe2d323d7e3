"""German numbers in digits and words."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.numbers import magnitude, number, ordinal_word, read_digits

with (Path(__file__).parent / "numbers.csv").open(encoding="utf-8") as table:
    CASES = [tuple(row) for row in csv.reader(line for line in table if not line.startswith("#"))][1:]


@pytest.mark.parametrize(("text", "value"), CASES)
def test_number(text: str, value: str) -> None:
    assert number(text) == (float(value) if value else None)


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_round_trip(value: int) -> None:
    assert read_digits(f"{value:,}".replace(",", ".")) == value
    assert read_digits(f"{value:,}".replace(",", " ") + ",5") == value + 0.5


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("ersten", 1),
        ("Dritte", 3),
        ("siebter", 7),
        ("achtem", 8),
        ("neunzehntes", 19),
        ("zwanzigsten", 20),
        ("hundertste", 100),
    ],
)
def test_ordinal(word: str, place: int) -> None:
    assert ordinal_word(word) == place


@pytest.mark.parametrize("word", ["rote", "beste", "letzten", "erst", "weiter", "Geste"])
def test_no_ordinal(word: str) -> None:
    assert ordinal_word(word) is None


@pytest.mark.parametrize(
    ("word", "factor"),
    [
        ("Tausend", 10**3),
        ("Mio", 10**6),
        ("Millionen", 10**6),
        ("Mrd", 10**9),
        ("Milliarde", 10**9),
        ("Billionen", 10**12),
    ],
)
def test_magnitude(word: str, factor: int) -> None:
    assert magnitude(word) == factor


def test_long_input_is_no_number() -> None:
    assert number("hundert" * 10_000) is None
