"""The word lists of `kg/claim/data`."""

from __future__ import annotations

from pathlib import Path

from kg.lists import word_lists

__all__ = ["DATA", "listed"]

DATA = Path(__file__).with_name("data")
listed = word_lists(DATA)
"""Gives the words of a list by its file name, such as "collective_nouns.txt"."""
