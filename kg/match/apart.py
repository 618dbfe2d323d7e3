"""Whether a prepositional phrase stands for itself, or may belong to the noun right before it."""

from __future__ import annotations

from kg.match.determiners import before_adjectives
from kg.match.scene import ACTING, Scene, class_at
from kg.model.offsets import overlapping

__all__ = ["stands_apart"]

BESIDE = ("mit", "vor", "bei", "neben")
"""Prepositions before whoever is in the same place: sprach vor Anhängern | in Rom, but half den Menschen in Rom."""
INSIDE = ("in", "im", "an", "am", "auf", "vor", "bei")
"""Prepositions before what is itself in the place: sitzt in einem Büro | in Rom."""
PLACED = ("Ort", "Organisation")


def stands_apart(scene: Scene, head: int) -> bool:
    """Tell whether no other noun may have what stands before the noun at `head`: den Bau eines Werks | in Polen.

    A subject, a name and a time leave it to the verb: sagte der Minister am Montag | in Rom.
    """
    tokens = scene.annotations.tokens
    before = _before_preposition(scene, head)
    if before < 0 or tokens[before].tag != "NN" or before in scene.subjects:
        return True
    mention = scene.mention_at.get(before)
    if mention is not None and mention.kind == "name":
        return True
    if overlapping(scene.annotations.times, tokens[before].start, tokens[before].end):
        return True
    leading = tokens[_before_preposition(scene, before, past=0)].text.lower()
    named = class_at(scene, before)
    return (leading in BESIDE and named in ACTING) or (leading in INSIDE and named in PLACED)


def _before_preposition(scene: Scene, head: int, *, past: int = 1) -> int:
    """Return the token before a noun's preposition, or the preposition where nothing is to be passed."""
    tokens = scene.annotations.tokens
    first = before_adjectives(tokens, head)
    if first > 0 and tokens[first].tag in ("ART", "PPOSAT", "CARD", "PIAT"):
        first -= 1
    return first - past
