"""Nouns that take prepositional attributes, and nouns of events."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from kg.annotate.lexicon import rows

__all__ = ["governs", "is_event"]

_ALWAYS: Final = frozenset({"zwischen"})  # hardly ever belongs to a verb
_SHORTEST_TAIL: Final = 4  # a shorter word stands inside others by chance


@cache
def _table() -> dict[str, frozenset[str]]:
    return {row["noun"]: frozenset((row["prepositions"] or "").split()) for row in rows("noun_government.csv")}


@lru_cache(maxsize=50_000)
def _prepositions(lemma: str) -> frozenset[str] | None:
    """Return what the noun, or the noun a compound ends with, governs."""
    table = _table()
    tails = [lemma, *(lemma[cut:].lstrip("-").capitalize() for cut in range(1, len(lemma) - _SHORTEST_TAIL + 1))]
    return next((table[tail] for tail in tails if tail in table), None)


def governs(lemma: str, preposition: str) -> bool:
    """Tell whether the noun takes an attribute with the preposition."""
    return preposition in _ALWAYS or preposition in (_prepositions(lemma) or ())


def is_event(lemma: str) -> bool:
    """Tell whether the noun names an event, an act or a relation with participants."""
    return _prepositions(lemma) is not None
