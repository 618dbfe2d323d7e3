"""Data files beside the code and the rules: lines, words, rows; lines that begin with "#" are remarks."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path

__all__ = ["lines_of", "rows_of", "word_lists", "words_of"]


def lines_of(path: Path) -> tuple[str, ...]:
    """Return the lines of a file in UTF-8 that are neither empty nor a remark."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def words_of(path: Path) -> tuple[str, ...]:
    """Return the words of a list, parted by white space, in its order."""
    return tuple(word for line in lines_of(path) for word in line.split())


def word_lists(folder: Path) -> Callable[[str], frozenset[str]]:
    """Return a function that gives the words of a list in a folder by its file name, and reads each list once."""
    return cache(lambda name: frozenset(words_of(folder / name)))


def rows_of(path: Path) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV file with a header line, each by its column names; no cell holds a line break."""
    return tuple(csv.DictReader(lines_of(path)))
