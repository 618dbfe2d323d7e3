from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_graph import KASACHSTAN, MESSE, RUSSLAND, TOKAJEW, claim

from kg.claim.precision import Precision
from kg.curate.agenda import Filter, agenda
from kg.curate.decisions import Decision, undecided
from kg.model.claim import CURATED, Claim
from kg.model.review import Review

PRECISION = Precision({"lobt": (90, 100), "kritisiert": (1, 1)}, 0.8)
PRAISE = replace(claim("a", TOKAJEW, "lobt", RUSSLAND), confidence=0.9)
CRITICISM = replace(claim("b", TOKAJEW, "kritisiert", RUSSLAND), confidence=0.9)
VISIT = replace(claim("b", TOKAJEW, "besucht", MESSE), confidence=0.5)
BORDER = replace(claim("c", KASACHSTAN, "grenztAn", RUSSLAND), confidence=0.5)
ALL = (PRAISE, CRITICISM, VISIT, BORDER)


def order(*claims: Claim, only: Filter | None = None, decided: dict[str, Decision] | None = None) -> list[Claim]:
    return list(agenda(claims, decided or {}, precision=PRECISION, only=only or Filter()))


def test_what_is_likely_wrong_comes_first() -> None:
    assert order(PRAISE, replace(PRAISE, id="sure", confidence=0.99), replace(PRAISE, id="unsure", confidence=0.4)) == [
        replace(PRAISE, id="unsure", confidence=0.4),
        PRAISE,
        replace(PRAISE, id="sure", confidence=0.99),
    ]


def test_of_equally_sure_rules_the_one_with_few_judgements_comes_first() -> None:
    assert order(PRAISE, CRITICISM) == [CRITICISM, PRAISE]


def test_of_equally_sure_claims_that_about_busy_entities_comes_first() -> None:
    busy = replace(VISIT, id="busy", object=BORDER.object)
    assert order(VISIT, PRAISE, busy)[:2] == [busy, VISIT]


def test_postponed_claims_come_last_and_decided_ones_not_at_all() -> None:
    decided = {
        VISIT.id: undecided(VISIT),
        BORDER.id: replace(undecided(BORDER), verdict="wrong"),
    }
    assert order(*ALL, decided=decided) == [CRITICISM, PRAISE, VISIT]


def test_rows_and_checked_claims_are_never_asked_for() -> None:
    assert order(replace(PRAISE, rule=CURATED), replace(VISIT, review=Review("Ada", date(2024, 5, 3)))) == []


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (Filter(document="b"), {CRITICISM.id, VISIT.id}),
        (Filter(rule="lobt"), {PRAISE.id}),
        (Filter(predicate="grenztAn"), {BORDER.id}),
        (Filter(entity="Russland"), {PRAISE.id, CRITICISM.id, BORDER.id}),
        (Filter(below=0.9), {VISIT.id, BORDER.id}),
        (Filter(document="b", entity="Russland"), {CRITICISM.id}),
        (Filter(document="lobt"), set()),
    ],
)
def test_filters(only: Filter, expected: set[str]) -> None:
    assert {found.id for found in order(*ALL, only=only)} == expected


@given(st.permutations(ALL))
def test_the_order_does_not_depend_on_that_of_the_claims(claims: list[Claim]) -> None:
    assert [found.confidence for found in order(*claims)] == [found.confidence for found in order(*ALL)]
