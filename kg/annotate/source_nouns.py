"""Nouns of reporting: what is said, and what says it."""

from __future__ import annotations

from functools import cache

from kg.annotate.lexicon import rows

__all__ = ["is_message_noun", "is_source_noun"]


@cache
def _nouns(column: str) -> tuple[str, ...]:
    return tuple(r["noun"] for r in rows("source_nouns.csv") if r[column] == "yes")


@cache
def is_source_noun(word: str) -> bool:
    """Tell whether "nach" before the noun marks reported content (Angaben, Medienberichten)."""
    return word.lower().endswith(_nouns("nach"))


@cache
def is_message_noun(word: str) -> bool:
    """Tell whether a clause after the noun is what was said (Behauptung, Vorwurf)."""
    return word.lower().endswith(_nouns("message"))
