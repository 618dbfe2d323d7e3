"""Where something stands among values in order of their offsets: tokens, sentences, clauses, mentions, times.

All take logarithmic time, for they are asked for every clause and every match of a document.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from kg.model.reading import Sentence

__all__ = ["first_from", "last_at", "overlapping", "sentence_of", "starting_in"]

_start = attrgetter("start")
_first = attrgetter("first")


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


class _Extended(_Placed, Protocol):
    @property
    def end(self) -> int: ...


_T = TypeVar("_T", bound=_Placed)
_E = TypeVar("_E", bound=_Extended)


def first_from(items: Sequence[_Placed], offset: int) -> int:
    """Return the index of the first item that starts at an offset or behind it, their number where none does."""
    return bisect_left(items, offset, key=_start)


def last_at(items: Sequence[_Placed], offset: int) -> int:
    """Return the index of the last item that starts at an offset or before it, -1 where none does."""
    return bisect_right(items, offset, key=_start) - 1


def starting_in(items: Sequence[_T], start: int, end: int) -> Sequence[_T]:
    """Return the items that start within `start:end`."""
    return items[first_from(items, start) : first_from(items, end)]


def overlapping(items: Sequence[_E], start: int, end: int) -> Sequence[_E]:
    """Return the items that share a character with `start:end`, of a layer whose items share none with one another."""
    first = max(last_at(items, start), 0)
    first += first < len(items) and items[first].end <= start
    return items[first : first_from(items, end)]


def sentence_of(sentences: Sequence[Sentence], token: int) -> int:
    """Return the index of the sentence that a token, by its index, stands in."""
    return bisect_right(sentences, token, key=_first) - 1
