"""The times layer on sentences of our own: spans, TIMEX3 types and values, bounds; offsets on any input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.shapes import split_atoms
from kg.annotate.times.context import tense_at
from kg.annotate.times.find import find_times
from kg.annotate.times.values import bounds, holiday, shift, third, to_when
from kg.annotate.words.sentences import split_sentences
from kg.annotate.words.tag import tag_words
from kg.annotate.words.tokens import tokenize
from kg.model.reading import Morph, Time, Token

CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "times.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # builds strings only: dates stay as written
)
PUBLISHED = "2024-03-14"


def read(text: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    return find_times(text, tag_words(tokens, sentences), split_atoms(tokens), sentences, published)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_times_of_a_sentence(case: dict[str, Any]) -> None:
    published = case.get("published", PUBLISHED)
    found = read(case["text"], None if published == "null" else published)
    expected = [(time["text"], time["type"], time["value"]) for time in case["times"]]
    assert [(case["text"][t.start : t.end], t.type, t.value) for t in found] == expected
    for time, wanted in zip(found, case["times"], strict=True):
        assert time.vague == (wanted.get("vague") == "true")
        if "bounds" in wanted:
            assert f"{time.earliest}/{time.latest}" == wanted["bounds"]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-W01", "2024-01-01", "2024-01-07"),
        ("2024-W10-WE", "2024-03-09", "2024-03-10"),
        ("2024-WI", "2024-12-01", "2025-02-28"),
        ("2024-Q4", "2024-10-01", "2024-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("198", "1980-01-01", "1989-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2024-03-14TEV", "2024-03-14", "2024-03-14"),
    ],
)
def test_bounds_of_a_value(value: str, first: str, last: str) -> None:
    limits = bounds(value)
    assert limits is not None
    assert [day.isoformat() for day in limits] == [first, last]


@pytest.mark.parametrize("value", ["PRESENT_REF", "P3Y", "XXXX-05-05", "2024-13", "2023-02-29", "20245"])
def test_no_bounds(value: str) -> None:
    assert bounds(value) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Am 5. Mai 2019 begann es.", "2019-05-05"),
        ("Im Mai 2019 begann es.", "2019-05"),
        ("Es begann 2019.", "2019"),
        ("Das gilt vom 3. bis 5. Juni 2019.", "2019-06-03/2019-06-05"),
        ("Das Programm 2021-2025 gilt.", "2021/2025"),
        ("In den ersten neun Monaten des Jahres 2023 sank er.", "2023-01/2023-09"),
        ("Ende Februar 2024 begann es.", "2024-02~"),
        ("Das gilt seit 2014.", "2014/2024-03-14"),
        ("Das ist kürzlich geschehen.", "2024-02~/2024-03~"),
        ("Im ersten Quartal 2019 sank er.", "2019-01/2019-03"),
    ],
)
def test_when_of_a_claim(text: str, when: str) -> None:
    stated = to_when(read(text)[0], text)
    assert stated is not None
    assert stated.value == when
    assert stated.text is not None
    assert stated.text in text


def test_no_when_off_the_calendar() -> None:
    text = "Damals war es so."
    assert to_when(read(text)[0], text) is None


def test_movable_and_fixed_holidays() -> None:
    assert holiday("E+49", 2024).isoformat() == "2024-05-19"
    assert holiday("12-24", 2024).isoformat() == "2024-12-24"


def test_shift_stays_within_the_month() -> None:
    day = bounds("2024-01-31")
    assert day is not None
    assert shift(day[0], "M", 1).isoformat() == "2024-02-29"


def test_thirds_of_a_month_meet() -> None:
    month = bounds("2024-02")
    assert month is not None
    start, middle, end = (third(month, part) for part in ("START", "MID", "END"))
    assert (middle[0] - start[1]).days == (end[0] - middle[1]).days == 1


@pytest.mark.parametrize(
    ("verb", "tag", "morph", "others", "tense"),
    [
        ("kam", "VVFIN", Morph(tense="past"), [], "past"),
        ("kommt", "VVFIN", Morph(tense="pres"), [], "present"),
        ("ist", "VAFIN", Morph(tense="pres"), [("gekommen", "VVPP")], "past"),
        ("wird", "VAFIN", Morph(tense="pres"), [("kommen", "VVINF")], "future"),
        ("wäre", "VAFIN", Morph(tense="past", mood="k2"), [], "present"),
        ("Ankunft", "NN", Morph(), [], ""),
    ],
)
def test_tense(verb: str, tag: str, morph: Morph, others: list[tuple[str, str]], tense: str) -> None:
    lemma = {"ist": "sein", "wird": "werden"}.get(verb, verb)
    tokens = (Token(0, 1, verb, lemma, tag, morph), *(Token(1, 2, word, word, tag) for word, tag in others))
    assert tense_at(tokens, 0, len(tokens), 0) == tense


@pytest.mark.parametrize("published", ["2024-03-14T08:00:00+01:00", "2024-03", "2024", None, "neulich"])
def test_any_publication_date(published: str | None) -> None:
    assert len(read("Am Montag, gestern, im Mai, vor zehntausend Jahren und letztes Jahr.", published)) == 5


@given(st.text(alphabet=st.sampled_from("0123456789. :-/JahrTagMoni§äöß\nvombiseid"), max_size=80))
def test_offsets_in_order_and_within_the_text(text: str) -> None:
    times = read(text)
    places = [place for time in times for place in (time.start, time.end)]
    assert places == sorted(places)
    assert all(0 <= time.start < time.end <= len(text) for time in times)
    assert all(t.earliest <= t.latest for t in times if t.earliest and t.latest)
