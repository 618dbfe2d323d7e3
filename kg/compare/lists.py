"""The word lists of `kg/compare/data`: one or more words a line, `#` begins a remark."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.lists import lines_of

__all__ = ["read_lines"]

_DATA = Path(__file__).parent / "data"


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a list that are neither empty nor a remark."""
    return lines_of(_DATA / name)
