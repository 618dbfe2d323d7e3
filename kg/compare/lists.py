"""The word lists of `kg/compare/data`: one or more words a line, `#` begins a remark."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["read_lines"]


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a list that are neither empty nor a remark."""
    lines = files("kg.compare").joinpath("data", name).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
