"""The time that the text around a clause tells: the entry of a chronicle, the story that goes on."""

from __future__ import annotations

from dataclasses import replace

from kg.match.scene import Scene
from kg.model.offsets import first_from, last_at, starting_in
from kg.model.reading import Clause, Time

__all__ = ["entry_time", "past_clause_at", "story_time"]

# Clauses that begin between a token's own and the token: what is embedded before it.
_REACH = 8
_OPENS_ENTRY = (":", "–", "—", "|", "\n")


def entry_time(scene: Scene, start: int) -> Time | None:
    """Return the date at the head of the paragraph of a chronicle that an offset is in: "August 2023: …"."""
    text, times = scene.annotations.document.text, scene.annotations.times
    paragraph = text.rfind("\n", 0, start) + 1
    place = first_from(times, paragraph)
    if place == len(times) or times[place].earliest is None or times[place].start > start:
        return None
    heads = not text[paragraph : times[place].start].strip("*-–•· ")
    return times[place] if heads and text[times[place].end :].lstrip(" ").startswith(_OPENS_ENTRY) else None


def past_clause_at(scene: Scene, token: int) -> int | None:
    """Return the clause in the past that a token stands in, whose time is that of what its phrases say in passing.

    Am 3. Mai 2019 reiste Präsident Weber ab: he was president then.
    """
    clauses = scene.annotations.clauses
    last = last_at(clauses, scene.annotations.tokens[token].start)
    for index in range(last, max(last - _REACH, -1), -1):
        clause = clauses[index]
        if token in clause.tokens and clause.kind in ("main", "subordinate", "relative"):
            return index if clause.tense in ("past", "pluperfect") and clause.mood == "indicative" else None
    return None


def story_time(scene: Scene, clause: Clause) -> Time | None:
    """Return the last past time of the sentence before, vague, for what goes on in its paragraph in the preterite."""
    annotations = scene.annotations
    if clause.tense != "past" or clause.mood != "indicative":
        return None
    here = last_at(annotations.sentences, clause.start)
    before = annotations.sentences[max(here - 1, 0)]
    if here < 1 or "\n" in annotations.document.text[before.end : annotations.sentences[here].start]:
        return None
    times = starting_in(annotations.times, before.start, before.end)
    told = [time for time in times if time.earliest and time.type != "SET"]
    return replace(told[-1], vague=True) if told else None
