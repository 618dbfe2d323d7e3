import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.compare.amounts import agree, amount_range
from kg.model.reading import Quantity

with Path(__file__).with_name("amounts.csv").open(encoding="utf-8", newline="") as handle:
    CASES = [tuple(row.values()) for row in csv.DictReader(handle)]

AMOUNTS = st.builds(
    Quantity,
    st.just(0),
    st.just(0),
    st.floats(0, 1e13, allow_subnormal=False),
    st.just("EUR"),
    st.sampled_from(["=", "~", "<", ">", "<=", ">="]),
    st.just(""),
)


def amount(note: str) -> Quantity:
    comparator, value = note.split()
    return Quantity(0, 0, float(value), "EUR", comparator, note)


@pytest.mark.parametrize(("one", "other", "expected"), CASES)
def test_amounts_that_can_both_be_true(one, other, expected):
    assert agree(amount(one), amount(other)) is (expected == "yes")


@given(AMOUNTS, AMOUNTS)
def test_agreement_has_no_direction_and_an_amount_agrees_with_itself(one, other):
    assert agree(one, other) == agree(other, one)
    assert agree(one, one)


@given(AMOUNTS)
def test_a_number_lies_in_its_range(quantity):
    low, high = amount_range(quantity)
    assert low <= quantity.value <= high
