"""Compounds and the nouns that they end in."""

from __future__ import annotations

import pytest

from kg.annotate.noun_classes import ends_in


@pytest.mark.parametrize(
    ("word", "noun", "ends"),
    [
        ("Friedensmission", "Mission", True),
        ("Mission", "Mission", True),
        ("Landtagswahl", "Wahl", True),
        ("UN-Mission", "Mission", True),
        ("Kommission", "Mission", False),
        ("Menschenrechtskommission", "Mission", False),
        ("Wahl", "Mission", False),
    ],
)
def test_a_compound_ends_in_its_last_part(word: str, noun: str, ends: bool) -> None:
    assert ends_in(word, noun) is ends
