from pathlib import Path

import pytest
import yaml
from claim_notes import read_claim, sources_of
from hypothesis import given
from hypothesis import strategies as st
from own_workspace import ROOT

from kg.compare.find import find_conflicts
from kg.compare.kinds import KINDS
from kg.rdf.ontology import load_vocabulary

CASES = yaml.safe_load(Path(__file__).with_name("comparisons.yaml").read_text(encoding="utf-8"))
VOCABULARY = load_vocabulary(ROOT / "ontology")
NOTES = sorted({note for case in CASES for note in case["claims"]})


def found(notes):
    claims = [read_claim(note) for note in notes]
    return find_conflicts(claims, sources=sources_of(claims), vocabulary=VOCABULARY)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_kinds_that_claims_are_to_each_other(case):
    assert [conflict.kind.name for conflict in found(case["claims"])] == case["finds"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("two presidents at once", "Präsidentin, Nordland: 2 zur selben Zeit"),
        ("what one affirms another denies", "verneint und bejaht: „liefert“ (Dementi: Anna Berg)"),
        ("told as done for a day to come", "als geschehen berichtet für 2025-01-20, erschienen bis 2024-03-01"),
        ("exports elsewhere", "verschieden abgegrenzt: ziel"),
    ],
)
def test_the_reason_says_what_sets_the_sides_apart(name, why):
    (notes,) = (case["claims"] for case in CASES if case["name"] == name)
    assert [conflict.why for conflict in found(notes)] == [why]


def test_every_kind_has_a_case():
    assert {kind for case in CASES for kind in case["finds"]} == KINDS.keys()


@given(st.lists(st.sampled_from(NOTES), max_size=12, unique=True))
def test_findings_are_about_the_claims_given_and_the_most_serious_come_first(notes):
    claims = {read_claim(note) for note in notes}
    conflicts = found(notes)
    assert {claim for conflict in conflicts for claim in conflict.claims} <= claims
    order = list(KINDS)
    places = [order.index(conflict.kind.name) for conflict in conflicts]
    assert places == sorted(places)


@given(st.lists(st.sampled_from(NOTES), max_size=12, unique=True), st.randoms())
def test_the_order_of_claims_does_not_matter(notes, random):
    shuffled = random.sample(notes, len(notes))
    assert found(shuffled) == found(notes)
