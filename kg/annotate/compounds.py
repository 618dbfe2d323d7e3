"""Where a compound may be cut, so that its last part can be looked up in a list."""

from __future__ import annotations

__all__ = ["cuts"]

_LONGEST = 30  # no noun of the lists has more letters; without a limit a string of 100,000 would take minutes


def cuts(word: str, *, first: int, last: int) -> range:
    """Return the places, leftmost first, with at least `first` letters before and `last` to 30 letters behind."""
    return range(max(first, len(word) - _LONGEST), len(word) - last + 1)
