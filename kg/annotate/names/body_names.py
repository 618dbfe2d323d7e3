"""What names of bodies have in common: the nouns that head them, their length, the marks around them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kg.annotate.compounds import cuts
from kg.annotate.lexicon import declined_rows
from kg.annotate.names.institutions import ADJECTIVE_ENDING, STRONG_ENDINGS

__all__ = ["CLOSING", "LONGEST_NAME", "OPENING", "head_row", "introduced_class", "nominative_of"]

LONGEST_NAME: Final = 10  # words; "Organisation für das Verbot chemischer Waffen …" and the like stay below
OPENING, CLOSING = frozenset((*"\"„“»«‚'›", "''")), frozenset((*"\"“”«»‘'‹", "''"))


@lru_cache(maxsize=50_000)  # the nouns of an archive
def head_row(word: str) -> dict[str, str] | None:
    """Return the row of a head noun, also of a compound that ends in one."""
    row = declined_rows("organisation_heads.csv").get(word)
    if row is not None or len(word) < 8:  # the shortest compound is longer than its last part by four letters
        return row
    for cut in cuts(word, first=4, last=4):
        last = declined_rows("organisation_heads.csv").get(word[cut].upper() + word[cut + 1 :])
        if last is not None and (
            last["naming"] in ("before", "both", "place") or (last["naming"] == "town" and "-" in word)
        ):
            return last
    return None


def introduced_class(noun: str) -> str | None:
    """Return the class of what is named behind a noun that introduces names: Versicherer, Organisation."""
    row = head_row(noun)
    return row["type"] if row is not None and row["naming"] in ("before", "both") else None


def nominative_of(adjective: str, gender: str, *, definite: bool) -> str:
    """Return the strong nominative of an adjective; behind a definite article only a town's name ends in -er."""
    if definite and adjective.endswith("er"):
        return adjective
    return ADJECTIVE_ENDING.sub(STRONG_ENDINGS[gender], adjective)
