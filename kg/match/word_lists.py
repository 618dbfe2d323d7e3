"""The word lists of `kg/match/data`, each read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.lists import words_of

__all__ = ["DATA", "listed"]

DATA = Path(__file__).with_name("data")


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list (a file name such as "carriers.txt")."""
    return frozenset(words_of(DATA / name))
