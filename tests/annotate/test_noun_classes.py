"""Compounds and the nouns that they end in."""

from __future__ import annotations

import pytest

from kg.annotate.noun_classes import ends_in, noun_class


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


@pytest.mark.parametrize(
    ("word", "name"),
    [("Kämmerin", "Person"), ("Richterin", "Person"), ("Naturschutzbund", "Organisation"), ("Verbund", None)],
)
def test_a_noun_has_the_class_of_its_last_part(word: str, name: str | None) -> None:
    assert noun_class(word) == name


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Verfassungsrat", "Organisation"),
        ("Seniorenrat", "Organisation"),
        ("Ausländerrat", "Organisation"),
        ("Oberstudienrat", "Person"),
        ("Hausrat", None),
        ("Hochverrat", None),
        ("Vorrat", None),
        ("Magistrat", "Organisation"),
        ("Nordbahn-Tochter", "Organisation"),
        ("Tochter", None),
    ],
)
def test_councils_are_bodies(word: str, found: str | None) -> None:
    assert noun_class(word) == found
