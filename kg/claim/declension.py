"""How a noun is declined, as far as its own letters and gender tell."""

from __future__ import annotations

import re
from functools import cache

import yaml

from kg.annotate.lexicon import read_data
from kg.annotate.noun_classes import noun_class
from kg.claim.word_lists import DATA

__all__ = ["HISSING", "ends_as", "genitive_form", "strong_ending"]

HISSING = ("s", "ß", "x", "z")
"""Endings behind which -s cannot be heard: von Hans, des Beschlusses."""


def ends_as(noun: str, kind: str) -> bool:
    """Tell whether a noun ends as those of a kind do, a key of `noun_endings.yaml`."""
    return _patterns()[kind].search(noun) is not None


def genitive_form(noun: str, gender: str, *, named: bool = False) -> str:
    """Return a noun in the singular, or with `named` a name, in the genitive: des Landes, des Präsidenten, Berlins."""
    if gender in ("f", "p") or ends_as(noun, "endingless"):
        return noun
    if gender == "m" and not named and ends_as(noun, "weak") and noun_class(noun) == "Person":
        return f"{noun}{'n' if noun.endswith('e') else 'en'}"
    if noun.endswith(HISSING):
        return noun if named else f"{noun}ses" if noun.endswith("nis") else f"{noun}es"
    return noun + ("es" if not named and ends_as(noun, "genitive_in_es") else "s")


def strong_ending(case: str, gender: str) -> str:
    """Return the ending of an adjective that no article stands before: härtere Strafen; "mn" is read as "m"."""
    return _strong_endings()[case + gender[0]]


@cache
def _strong_endings() -> dict[str, str]:
    endings: dict[str, str] = read_data("declension.yaml")["strong_adjective"]
    return {reading: ending for ending, readings in endings.items() if ending for reading in readings.split()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table: dict[str, list[str]] = yaml.safe_load((DATA / "noun_endings.yaml").read_text(encoding="utf-8"))
    adjectival = {"adjectival": "(?:e|er)"}
    return {
        kind: re.compile(rf"(?:{'|'.join(parts)}){adjectival.get(kind, '')}$", re.IGNORECASE)
        for kind, parts in table.items()
    }
