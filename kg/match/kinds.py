"""The whole noun phrase in which a phrase rule finds a kind: X, ein enger Verbündeter des Westens, …."""

from __future__ import annotations

from typing import Final

from kg.match.phrases import Unit
from kg.match.scene import Filler, Part, Scene

__all__ = ["PHRASE", "phrase_around"]

PHRASE: Final = ".phrase"
"""Ending of the claim path that takes the noun phrase around a kind."""
BEFORE = ("ADJA", "ADJD", "ADV", "CARD")
BEHIND = ("ART", "PPOSAT", "APPR", "APPRART", "ADJA", "NN", "NE", "CARD", "PIAT", "TRUNC")
LONGEST = 8  # tokens behind the noun


def phrase_around(scene: Scene, unit: Unit) -> Filler:
    """Return the noun of a unit with the adjectives before it and what belongs to it behind."""
    tokens, head = scene.annotations.tokens, unit.first
    first = head
    while first and tokens[first - 1].tag in BEFORE:
        first -= 1
    first -= first > 0 and tokens[first - 1].tag == "ART"
    last = head + 1
    if last < len(tokens) and tokens[last].tag in ("ART", "PPOSAT", "APPR", "APPRART"):
        while last < min(len(tokens), head + LONGEST) and tokens[last].tag in BEHIND:
            last += 1
        while tokens[last - 1].tag not in ("NN", "NE"):
            last -= 1
    start, end = tokens[first].start, tokens[last - 1].end
    return Filler(start, end, (Part(start, end, head, None),))
