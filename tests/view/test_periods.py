import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.claim import Claim, Participant, When
from kg.model.entity import Entity
from kg.model.text import Source
from kg.view.periods import MOST_BINS, bounds, days_of, make_bins, spell

with Path(__file__).with_name("periods.csv").open(encoding="utf-8", newline="") as file:
    CASES = [(row["value"], lang, row[lang]) for row in csv.DictReader(file) for lang in ("de", "en")]

DAYS = st.dates(date(1500, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(("value", "lang", "words"), CASES)
def test_a_time_is_spelled_for_people(value, lang, words):
    assert spell(value, lang=lang) == words


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-02-09", date(2023, 2, 9), date(2023, 2, 9)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_date_month_or_year_has_a_first_and_a_last_day(value, first, last):
    assert days_of(value) == (first, last)


@pytest.mark.parametrize("value", ["", "23", "2023-13", "2023-02-30", "9.11.2023", "2023-11-09T10:00"])
def test_what_is_no_date_is_refused(value):
    with pytest.raises(ValueError, match=r"date|month|day"):
        days_of(value)


def claim(when=None):
    end = Participant(Entity("a", "a", "Ding"))
    return Claim("c", "d", end, "trifft", end, (), when=when)


def test_the_time_of_a_claim_goes_before_the_date_of_its_source():
    when = When("2020", date(2020, 1, 1), date(2020, 12, 31))
    source = Source("d", "d", "2023-11")
    assert bounds(claim(when), source) == (date(2020, 1, 1), date(2020, 12, 31))
    assert bounds(claim(), source) == (date(2023, 11, 1), date(2023, 11, 30))
    assert bounds(claim(), Source("d", "d")) is None
    assert bounds(claim(), None) is None


def test_months_are_the_bins_of_a_year_of_news():
    bins = make_bins([days_of(f"2023-{month:02d}") for month in range(1, 13)], lang="de")
    assert bins is not None
    assert (bins.labels[0], bins.labels[-1], len(bins.labels)) == ("Januar 2023", "Dezember 2023", 12)
    assert bins.of(date(2023, 3, 5), date(2023, 4, 1)) == (2, 3)


def test_what_is_much_older_shares_the_first_bin():
    news = [days_of(f"2023-{month:02d}") for month in range(1, 13)] * 10
    bins = make_bins([days_of("1867"), *news], lang="de")
    assert bins is not None
    assert bins.labels[0].startswith("vor ")
    assert bins.of(*days_of("1867"))[0] == 0
    assert bins.labels[-1] == "Dezember 2023"


def test_without_times_there_are_no_bins():
    assert make_bins([], lang="de") is None


@given(st.lists(DAYS, min_size=1, max_size=60), st.sampled_from(["de", "en"]))
def test_every_time_has_a_bin_and_they_keep_their_order(days, lang):
    bins = make_bins([(day, date.max) for day in days], lang=lang)
    assert bins is not None
    assert 1 <= len(bins.labels) <= MOST_BINS
    places = [bins.of(day, date.max) for day in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= first <= last == len(bins.labels) - 1 for first, last in places)
