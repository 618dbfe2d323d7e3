"""The time that the text around a clause tells: the entry of a chronicle, the story that goes on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from kg.match.scene import Scene
from kg.model.reading import Clause, Time

__all__ = ["entry_time", "past_clause_at", "story_time"]

# Clauses that begin between a token's own and the token: what is embedded before it.
_REACH = 8
_OPENS_ENTRY = (":", "–", "—", "|", "\n")


def entry_time(scene: Scene, start: int) -> Time | None:
    """Return the date at the head of the paragraph of a chronicle that an offset is in: "August 2023: …"."""
    text, times = scene.annotations.document.text, scene.annotations.times
    paragraph = text.rfind("\n", 0, start) + 1
    place = bisect_left(times, paragraph, key=lambda time: time.start)
    if place == len(times) or times[place].earliest is None or times[place].start > start:
        return None
    heads = not text[paragraph : times[place].start].strip("*-–•· ")
    return times[place] if heads and text[times[place].end :].lstrip(" ").startswith(_OPENS_ENTRY) else None


def past_clause_at(scene: Scene, token: int) -> int | None:
    """Return the clause in the past that a token stands in, whose time is that of what its phrases say in passing.

    Am 3. Mai 2019 reiste Präsident Weber ab: he was president then.
    """
    clauses = scene.annotations.clauses
    place = bisect_right(clauses, scene.annotations.tokens[token].start, key=lambda clause: clause.start)
    for index in range(place - 1, max(place - _REACH, -1), -1):
        clause = clauses[index]
        if token in clause.tokens and clause.kind in ("main", "subordinate", "relative"):
            return index if clause.tense in ("past", "pluperfect") and clause.mood == "indicative" else None
    return None


def story_time(scene: Scene, clause: Clause) -> Time | None:
    """Return the last past time of the sentence before, vague, for what goes on in its paragraph in the preterite."""
    annotations = scene.annotations
    if clause.tense != "past" or clause.mood != "indicative":
        return None
    here = bisect_right(annotations.sentences, clause.start, key=lambda sentence: sentence.start) - 1
    before = annotations.sentences[max(here - 1, 0)]
    if here < 1 or "\n" in annotations.document.text[before.end : annotations.sentences[here].start]:
        return None
    told = [t for t in annotations.times if before.start <= t.start < before.end and t.earliest and t.type != "SET"]
    return replace(told[-1], vague=True) if told else None
