"""Timelines: in order, within the days asked for, what lasts apart, nothing dropped in silence."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_graph import KASACHSTAN, MESSE, RUSSLAND, TOKAJEW, claim

from kg.answer.timeline import make_timeline
from kg.model.claim import Claim, Participant, When
from kg.model.vocabulary import Predicate, Vocabulary

VOCABULARY = Vocabulary(
    {
        "besucht": Predicate("besucht", "besucht", "visits", "Akteur", "Ding", "event"),
        "amtstraegerVon": Predicate("amtstraegerVon", "ist Amtsträger von", "holds office", "P", "S", "relation"),
    },
    {},
)


def at(value: str, earliest: str, latest: str | None = None) -> When:
    return When(value, date.fromisoformat(earliest), date.fromisoformat(latest or earliest))


DAY = at("2024-05-08", "2024-05-08")
SINCE = at("2019-03-20/..", "2019-03-20", "9999-12-31")
VISIT = claim("one", TOKAJEW, "besucht", MESSE, when=DAY)
OFFICE = claim("one", TOKAJEW, "amtstraegerVon", KASACHSTAN, when=SINCE)
REPORT = replace(OFFICE, id="report", when=DAY)


def test_what_lasts_stands_apart_from_what_happened() -> None:
    found = make_timeline([VISIT, OFFICE], VOCABULARY)
    assert [entry.claim for entry in found.spans] == [OFFICE]
    assert [entry.claim for entry in found.events] == [VISIT]


def test_what_is_said_of_a_day_within_a_span_joins_it() -> None:
    (entry,) = make_timeline([REPORT, OFFICE], VOCABULARY).spans
    assert entry.claims == (OFFICE, REPORT)


@pytest.mark.parametrize(
    "other",
    [
        replace(REPORT, polarity="neg"),
        replace(REPORT, speaker=Participant(RUSSLAND)),
        replace(REPORT, object=Participant(RUSSLAND)),
        replace(REPORT, qualifiers=(("amt", Participant(MESSE)),)),
        replace(REPORT, when=at("2018", "2018-01-01", "2018-12-31")),
    ],
)
def test_what_says_something_else_does_not_join(other: Claim) -> None:
    assert len(make_timeline([other, OFFICE], VOCABULARY).spans) == 2


def test_undated_claims_and_those_of_other_times_are_counted() -> None:
    undated = claim("two", TOKAJEW, "besucht", RUSSLAND)
    found = make_timeline([VISIT, OFFICE, undated], VOCABULARY, until=date(2020, 1, 1))
    assert (found.dated, found.undated, found.outside) == (1, 1, 1)


@pytest.mark.parametrize(
    ("since", "until", "inside"),
    [
        ("2024-05-08", "2024-05-08", True),
        ("2024-05-09", None, False),
        (None, "2024-05-07", False),
        ("2024-01-01", "2024-12-31", True),
    ],
)
def test_bounds_are_inclusive(since: str | None, until: str | None, inside: bool) -> None:
    days = [date.fromisoformat(day) if day else None for day in (since, until)]
    assert make_timeline([VISIT], VOCABULARY, since=days[0], until=days[1]).dated == int(inside)


def test_an_entity_takes_part_as_end_speaker_or_qualifier() -> None:
    said = replace(VISIT, id="s", subject=Participant(KASACHSTAN), speaker=Participant(TOKAJEW))
    named = replace(VISIT, id="q", subject=Participant(KASACHSTAN), qualifiers=(("mit", Participant(TOKAJEW)),))
    other = replace(VISIT, id="o", subject=Participant(KASACHSTAN))
    found = make_timeline([VISIT, said, named, other], VOCABULARY, about="Tokajew")
    assert {entry.claim.id for entry in found.events} == {VISIT.id, "s", "q"}


DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@given(st.lists(st.tuples(st.sampled_from(["besucht", "amtstraegerVon"]), DAYS, DAYS), max_size=8))
def test_every_dated_claim_is_shown_once_and_in_order(drawn: list[tuple[str, date, date]]) -> None:
    claims = [
        replace(claim("one", TOKAJEW, name, MESSE, when=When("x", min(days), max(days))), id=str(number))
        for number, (name, *days) in enumerate(drawn)
    ]
    found = make_timeline(claims, VOCABULARY)
    assert sorted(c.id for e in (*found.spans, *found.events) for c in e.claims) == sorted(c.id for c in claims)
    for entries in (found.spans, found.events):
        assert [e.when.earliest for e in entries] == sorted(e.when.earliest for e in entries)
    assert make_timeline(reversed(claims), VOCABULARY) == found
