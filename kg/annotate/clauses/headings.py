"""Headings before a clause: what stands before a colon and only says when, where or about what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.clauses.stretches import Stretch
from kg.annotate.clauses.tagged import NONFINITE, Tagged

__all__ = ["count_headings"]

_LONGEST: Final = 3  # tokens of a town's name


def count_headings(words: Tagged, found: Sequence[Stretch]) -> int:
    """Return how many stretches come before a colon and hold no verb: Acht Jahre Streit, ein Ende: Der Rat …."""
    for place, stretch in enumerate(found):
        if place == 0 and _is_dateline(words, stretch):
            return 1
        if _is_heading(words, stretch, found[place + 1 :]):
            return place + 1
        if stretch.finites or stretch.kind or not _is_verbless(words, stretch):
            return 0
    return 0


def _is_dateline(words: Tagged, stretch: Stretch) -> bool:
    """Tell the place that a report comes from: Istanbul – Als die Wahl begann, …."""
    begins = words.text(stretch.last + 1)[:1].isupper() if stretch.last + 1 < len(words.lows) else False
    named = stretch.first in words.name_ends and words.name_ends[stretch.first] == stretch.last
    return named and begins and words.text(stretch.last) in ("–", "—") and stretch.last - stretch.first <= _LONGEST


def _is_verbless(words: Tagged, stretch: Stretch) -> bool:
    return NONFINITE.isdisjoint(words.tags[stretch.first : stretch.last])


def _is_heading(words: Tagged, stretch: Stretch, later: Sequence[Stretch]) -> bool:
    """Tell what only names the topic of the clause behind its colon: Verkehr: Die Partei fordert mehr Züge."""
    verbless = not stretch.kind and _is_verbless(words, stretch)
    if stretch.finites or not verbless or not later or words.text(stretch.last) != ":":
        return False
    after = later[0]
    return bool(after.finites) and not after.kind and after.finites[0] > after.first
