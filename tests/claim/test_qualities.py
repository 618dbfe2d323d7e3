"""Nouns of qualities."""

from __future__ import annotations

import pytest

from kg.claim.qualities import quality


@pytest.mark.parametrize(
    ("adjective", "noun"),
    [
        ("strafbar", "Strafbarkeit"),
        ("unzulässig", "Unzulässigkeit"),
        ("machtlos", "Machtlosigkeit"),
        ("knapp", "Knappheit"),
        ("souverän", "Souveränität"),
        ("wichtig", None),
        ("blau", None),
        ("ig", None),
    ],
)
def test_a_quality_has_its_noun(adjective: str, noun: str | None) -> None:
    assert quality(adjective) == noun
