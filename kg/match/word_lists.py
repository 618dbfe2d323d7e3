"""Word lists: those of `kg/match/data`, and those that rules name with "$"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.lists import word_lists

__all__ = ["DATA", "expanded", "listed"]

DATA = Path(__file__).with_name("data")
listed = word_lists(DATA)
"""Gives the words of a list by its file name, such as "carriers.txt"."""


def expanded(words: Iterable[str], lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return words with those of a list in place of its name with "$"; raise ValueError for a list unknown."""
    found: set[str] = set()
    for word in words:
        if not word.startswith("$"):
            found.add(word)
        elif word[1:] in lists:
            found |= lists[word[1:]]
        else:
            raise ValueError(f"uses the list {word}, which is not defined")
    return frozenset(found)
