from datetime import date

import pytest
from claim_notes import read_claim
from hypothesis import given
from hypothesis import strategies as st

from kg.compare.periods import NEAR, Period, published_period, stated_period, told_period
from kg.model.text import Source

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
PERIODS = st.tuples(DAYS, DAYS).map(lambda days: Period(*sorted(days)))


@given(PERIODS, PERIODS)
def test_how_two_periods_lie_to_each_other(one, other):
    assert one.gap(other) == other.gap(one)
    assert one.overlaps(other) == (one.gap(other) <= 0)
    assert one.near(other) == (one.gap(other) <= NEAR)
    assert not (one.within(other) and other.within(one))
    joined = one.joined(other)
    assert all(part == joined or part.within(joined) for part in (one, other))
    assert joined.days >= max(one.days, other.days)


def test_neighbouring_days_are_one_apart():
    first, second = (Period(day, day) for day in (date(2024, 2, 29), date(2024, 3, 1)))
    assert (first.gap(second), first.days) == (1, 1)


@pytest.mark.parametrize(
    ("details", "told", "stated"), [("im 2024-02", True, True), ("im 2024-02~", True, False), ("", False, False)]
)
def test_a_vague_time_is_told_but_not_stated(details, told, stated):
    claim = read_claim(f"tabelle | Anna Berg | besucht | Südland | {details}")
    assert (told_period(claim) is not None) is told
    assert (stated_period(claim) is not None) is stated


@pytest.mark.parametrize(
    ("published", "days"), [("2024-02", 29), ("2024-02-03", 1), ("2023", 365), (None, None), ("gestern", None)]
)
def test_when_a_source_appeared(published, days):
    found = published_period(Source("a", "a", published))
    assert (found and found.days) == days


def test_an_unknown_source_appeared_nobody_knows_when():
    assert published_period(None) is None
