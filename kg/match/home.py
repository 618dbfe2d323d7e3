"""Which state a text is about: that it names far more often than any other, itself or by its seat of government."""

from __future__ import annotations

from collections import Counter
from functools import cache

from kg.annotate.names.world import world_entries
from kg.model.reading import Annotations, Mention

__all__ = ["home_mention", "seats_of_government"]

LEAST, AHEAD = 2, 2
"""How often a text names the state that it is about at least, and how many times as often as any other."""
UNCERTAIN = ("description",)
"""Kinds of mentions that name nothing themselves, so that they may be misread: das Land."""


def home_mention(annotations: Annotations) -> Mention | None:
    """Return the first mention of the state that a text is about, None without one."""
    mentions = [m for m in annotations.mentions if len(m.entities) == 1]
    named = [m for m in mentions if m.entities[0].type == "Staat" and m.kind not in UNCERTAIN]
    by_label = {mention.entities[0].label: mention.entities[0].id for mention in named}
    governed = (seats_of_government().get(m.entities[0].id) for m in mentions if m.entities[0].type == "Ort")
    often = Counter(mention.entities[0].id for mention in named)
    often.update(by_label[state] for state in governed if state in by_label)
    (home, count), *others = often.most_common(2) or [("", 0)]
    if count < LEAST or (others and count < AHEAD * others[0][1]):
        return None
    return next(mention for mention in named if mention.entities[0].id == home)


@cache
def seats_of_government() -> dict[str, str]:
    """Return the label of the state by the id of its seat of government."""
    seats = (entry for entry in world_entries() if entry.entity.type == "Ort")
    return {seat.entity.id: seat.acts_for for seat in seats if seat.acts_for}
