import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.reading import Quantity
from kg.view.records import spell_amount


@pytest.mark.parametrize(
    ("value", "comparator", "words"),
    [
        (24.2, "=", "24,2 USD"),
        (7644, "~", "etwa 7.644 USD"),
        (28e9, ">", "mehr als 28 Milliarden USD"),
        (1.5e16, "=", "1,5E16 USD"),
        (-3e6, "<=", "höchstens -3 Millionen USD"),
    ],
)
def test_an_amount_in_german(value: float, comparator: str, words: str) -> None:
    assert spell_amount(Quantity(0, 0, value, "USD", comparator, ""), "de") == words


@given(st.floats(allow_nan=False))
def test_every_number_has_words(value: float) -> None:
    assert spell_amount(Quantity(0, 0, value, "km", "=", ""), "en").endswith(" km")
