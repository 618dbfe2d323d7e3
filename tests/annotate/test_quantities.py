"""The quantities layer on sentences of our own; offsets on any input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.quantities.currencies import currency, foreign_currency
from kg.annotate.quantities.find import find_quantities, measured_duration
from kg.annotate.shapes import split_atoms
from kg.annotate.times.find import find_times
from kg.annotate.words.sentences import split_sentences
from kg.annotate.words.tag import tag_words
from kg.annotate.words.tokens import tokenize
from kg.model.reading import Quantity, Time

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "quantities.yaml").read_text(encoding="utf-8"))


def read(text: str) -> tuple[tuple[Time, ...], tuple[Quantity, ...]]:
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    tokens = tag_words(tokens, sentences)
    atoms = split_atoms(tokens)
    times = find_times(text, tokens, atoms, sentences, "2024-03-14")
    return times, find_quantities(text, tokens, atoms, sentences, times)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_quantities_of_a_sentence(case: dict[str, Any]) -> None:
    found = read(case["text"])[1]
    assert [[q.text, q.value, q.unit, q.comparator] for q in found] == case["quantities"]
    assert all(case["text"][q.start : q.end] == q.text for q in found)


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("Der seit mehr als zweieinhalb Jahren andauernde Streit.", 2.5, "Jahre", ">"),
        ("Ein zweitägiger Besuch.", 2, "Tage", "="),
        ("Das dauert knapp drei Stunden.", 3, "Stunden", "<"),
    ],
)
def test_a_duration_measures(text: str, value: float, unit: str, comparator: str) -> None:
    times, quantities = read(text)
    assert quantities == ()
    length = measured_duration(times[0], text)
    assert length is not None
    assert (length.value, length.unit, length.comparator) == (value, unit, comparator)


@pytest.mark.parametrize("text", ["Seit Jahren ist das so.", "Am Montag war es so."])
def test_no_measure_without_a_count(text: str) -> None:
    assert measured_duration(read(text)[0][0], text) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Euro", "EUR"),
        ("EURO", "EUR"),
        ("€", "EUR"),
        ("Dollar", "USD"),
        ("Tenge", "KZT"),
        ("Rubel", "RUB"),
        ("CHF", "CHF"),
        ("Haus", None),
    ],
)
def test_currency(word: str, code: str | None) -> None:
    assert currency(word) == code


def test_a_currency_of_another_state() -> None:
    assert foreign_currency("norwegische", "Kronen") == "NOK"
    assert foreign_currency("US", "Dollar") == "USD"
    assert foreign_currency("grüne", "Dollar") == "USD"


def test_a_line_end_parts_number_and_noun() -> None:
    assert read("Stand: 50\nMenschen kamen.")[1] == ()


@given(st.text(alphabet=st.sampled_from("0123456789., -%€MioEuroTagJhmb\näü§"), max_size=80))
def test_offsets_in_order_and_apart_from_times(text: str) -> None:
    times, quantities = read(text)
    places = [place for quantity in quantities for place in (quantity.start, quantity.end)]
    assert places == sorted(places)
    assert all(text[q.start : q.end] == q.text for q in quantities)
    assert not any(q.start < t.end and t.start < q.end for q in quantities for t in times)
