"""Nouns of verbs: what names that something is strengthened is its Stärkung."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from kg.lists import rows_of

__all__ = ["known_nouns", "noun_for", "preposition_of_dative", "preposition_of_object", "says_enough"]

NOUNS = Path(__file__).with_name("data") / "nominalisation.csv"
SUFFIXED = re.compile(r"(.{3,}?ier|(?:be|ver|er|ent|zer)\w{2,}?)(?:e?n)$")


def noun_for(verb: str) -> str:
    """Return the noun that names what a verb says: Stärkung for stärken, else its infinitive."""
    known = known_nouns().get(verb)
    if known:
        return known
    match = SUFFIXED.fullmatch(verb)
    return f"{match[1]}ung".capitalize() if match else verb.capitalize()


@functools.cache
def preposition_of_dative() -> dict[str, str]:
    """Return the preposition behind which the noun of a verb has what the verb has in the dative: Beitritt zu."""
    return {row["verb"]: row["dative"] for row in _rows() if row["dative"]}


@functools.cache
def preposition_of_object() -> dict[str, str]:
    """Return the preposition behind which the noun of a verb has what the verb has in the accusative: Angriff auf."""
    return {row["verb"]: row["preposition"] for row in rows_of(NOUNS.with_name("object_prepositions.csv"))}


@functools.cache
def says_enough() -> frozenset[str]:
    """Return the verbs whose noun says enough by itself."""
    return frozenset(row["verb"] for row in _rows() if row["alone"])


@functools.cache
def known_nouns() -> dict[str, str]:
    """Return the nouns of our list by verb."""
    return {row["verb"]: row["noun"] for row in _rows()}


@functools.cache
def _rows() -> tuple[dict[str, str], ...]:
    return rows_of(NOUNS)
