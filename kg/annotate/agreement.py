"""Which case, number and gender a noun phrase can have, from the endings of its words.

A reading is a bit: case times gender, with the plural as a fourth gender. The possibilities of a
determiner, an adjective and a noun are bit sets, and agreement is their intersection.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from kg.annotate.lexicon import read_data
from kg.model.reading import Token

__all__ = [
    "ANY",
    "CASES",
    "PLURAL",
    "SINGULAR",
    "adjective",
    "case_mask",
    "cases",
    "determiner",
    "gender_mask",
    "noun",
    "pronoun",
    "uninflected",
]

CASES: Final = "nadg"
GENDERS: Final = "mfnp"
_ENDING: Final = re.compile(r"(er|en|em|es|e)$")
_MIXED: Final = re.compile(r"(k?ein|[msd]ein|ihr|unser|eure?|euer)(e[rnms]?)?$")

_GENITIVE_RELATIVES: Final = frozenset({"dessen", "deren", "wessen"})  # stand before a noun of any case


def _bit(reading: str) -> int:
    return 1 << (CASES.index(reading[0]) * 4 + GENDERS.index(reading[1]))


def case_mask(letters: str) -> int:
    """Return the readings of any gender in the given cases."""
    return sum(0b1111 << 4 * CASES.index(letter) for letter in letters)


def gender_mask(letters: str) -> int:
    """Return the readings of any case in the given genders; "p" is the plural."""
    return sum(0x1111 << GENDERS.index(letter) for letter in letters)


def uninflected(mask: int) -> int:
    """Return the readings of a noun without endings: what is nominative may be any case but the genitive."""
    nominative = mask & case_mask("n") & SINGULAR
    return mask | nominative << 4 | nominative << 8


ANY: Final = case_mask(CASES)
PLURAL: Final = gender_mask("p")
SINGULAR: Final = gender_mask("mfn")


@cache
def _tables() -> dict[str, dict[str, int]]:
    return {
        name: {form: sum(map(_bit, readings.split())) for form, readings in table.items()}
        for name, table in read_data("declension.yaml").items()
    }


@cache
def cases(mask: int) -> str:
    """Return the case letters that a set of readings still allows."""
    return "".join(case for place, case in enumerate(CASES) if mask >> 4 * place & 0b1111)


def _ending(form: str) -> str:
    found = _ENDING.search(form)
    return found[1] if found else ""


@lru_cache(maxsize=20_000)
def determiner(form: str) -> int:
    """Return the readings of a lower-case determiner (der, diesem, keine, unsere)."""
    tables = _tables()
    if form in tables["definite"]:
        return tables["definite"][form]
    if form in _GENITIVE_RELATIVES:
        return ANY
    mixed = _MIXED.match(form)
    if mixed:
        possible = tables["mixed_determiner"][mixed[2] or ""]
        return possible & SINGULAR if mixed[1] == "ein" else possible  # einen Hafen, but keinen Häfen
    return tables["strong_determiner"][_ending(form)]


@lru_cache(maxsize=20_000)
def adjective(form: str, determiner_form: str) -> int:
    """Return the readings of a lower-case attributive adjective after the determiner ("" for none)."""
    tables, ending = _tables(), _ending(form)
    if not determiner_form or determiner_form in _GENITIVE_RELATIVES:
        return tables["strong_adjective"].get(ending, ANY)
    if _MIXED.match(determiner_form):
        return tables["mixed_adjective"].get(ending, ANY)
    possible = tables["weak_adjective"].get(ending, ANY)
    if determiner_form.startswith("d") or form.endswith("n"):
        return possible
    # Usage wavers after viele, einige, manche, beide (viele gute, viele guten).
    return possible | tables["strong_adjective"].get(ending, 0)


@lru_cache(maxsize=20_000)
def pronoun(form: str, *, relative: bool = False) -> int:
    """Return the readings of a lower-case pronoun that stands for a noun phrase."""
    tables = _tables()
    if form in tables["pronoun"] and not relative:
        return tables["pronoun"][form]
    if form in tables["pronoun_definite"]:
        return tables["pronoun_definite"][form]
    return tables["pronoun"].get(form) or tables["strong_determiner"][_ending(form)]


@cache
def _noun(case: str, number: str, gender: str) -> int:
    numbers = number or "sp"
    genders = (gender or "mfn" if "s" in numbers else "") + ("p" if "p" in numbers else "")
    return case_mask(case or CASES) & gender_mask(genders)


def noun(token: Token) -> int:
    """Return the readings of a noun by its own form."""
    morph = token.morph
    return _noun(morph.case, morph.number, morph.gender)
