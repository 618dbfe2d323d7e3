"""Amounts as ranges: what a number says when it is rounded, vague or a bound."""

from __future__ import annotations

from math import inf

from kg.model.reading import Quantity

__all__ = ["agree", "amount_range"]

VAGUE = 0.1
"""How far "rund", "fast" and "knapp" may be from the number: a tenth, as news rounds to the next full figure."""
ROUNDED_FROM = 1000
"""From this number on, trailing zeros are read as rounding; 20 dead are exactly 20."""


def agree(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts of one unit can both be true."""
    (low, high), (other_low, other_high) = amount_range(one), amount_range(other)
    return low < other_high and other_low < high


def amount_range(quantity: Quantity) -> tuple[float, float]:
    """Return the least and the greatest number that an amount can mean.

    A number stands for all that round to it: 4 billion for 3.5 to 4.5 billion, 24.2 for 24.15 to 24.25.
    """
    half = _step(quantity.value) / 2
    low, high = quantity.value - half, quantity.value + half
    if quantity.comparator == "~":
        return low - VAGUE * abs(quantity.value), high + VAGUE * abs(quantity.value)
    if quantity.comparator in ("<", "<="):
        return -inf, high
    if quantity.comparator in (">", ">="):
        return low, inf
    return low, high


def _step(value: float) -> float:
    """Return the value of the last digit that is written: 1e9 for 4e9, 0.1 for 24.2."""
    digits = f"{abs(value):.15g}"
    if "." in digits:
        return 10.0 ** -len(digits.partition(".")[2].partition("e")[0])
    if abs(value) < ROUNDED_FROM:
        return 1.0
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))
