"""The time that the text around a clause tells: the entry of a chronicle, the story that goes on."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.times.values import published_bounds
from kg.match.scene import Scene
from kg.model.offsets import first_from, last_at
from kg.model.reading import Clause, Time

__all__ = ["entry_time", "past_clause_at", "story_time"]

# Clauses that begin between a token's own and the token: what is embedded before it.
_REACH = 8
# Prepositions with which a time does not say when what the sentence tells happened.
_NOT_WHEN = ("ab", "aus", "bis", "für", "nach", "seit", "vom", "von", "vor")
# Tags around a year that belongs to the adjective behind it.
_ATTRIBUTES = (["ART", "CARD", "ADJA"], ["APPRART", "CARD", "ADJA"], ["PPOSAT", "CARD", "ADJA"])
# Adverbs of what is told of today.
_TODAY = frozenset({"aktuell", "derzeit", "gegenwärtig", "heute", "heutzutage", "inzwischen", "jetzt", "momentan"})
_OPENS_ENTRY = (":", "–", "—", "|", "\n")
# Characters behind a date in which such a mark stands, with room for blanks.
_MARK = 4


def entry_time(scene: Scene, start: int) -> Time | None:
    """Return the date at the head of the entry of a chronicle that an offset is in: "August 2023: …".

    An entry is a paragraph; where each has a colon, it may also begin within one: "Mai 2022: … Februar 2023: …".
    """
    text, times = scene.annotations.document.text, scene.annotations.times
    paragraph = text.rfind("\n", 0, start) + 1
    place = last_at(times, start) + 1
    while place and times[place - 1].start >= paragraph:
        place -= 1
        if _heads_entry(scene, times[place], paragraph):
            return times[place]
    return None


def _heads_entry(scene: Scene, time: Time, paragraph: int) -> bool:
    """Tell a date that opens a paragraph with a mark behind it, or a sentence with a colon."""
    text, sentences = scene.annotations.document.text, scene.annotations.sentences
    if time.earliest is None:
        return False
    if not text[paragraph : time.start].strip("*-–•· "):
        return text[time.end : time.end + _MARK].lstrip(" ").startswith(_OPENS_ENTRY)
    sentence = sentences[last_at(sentences, time.start)]
    return sentence.start == time.start and text.startswith(":", time.end)


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
    """Return the last past time of the sentences before, vague, for what goes on in its paragraph in the preterite."""
    annotations = scene.annotations
    if clause.tense != "past" or clause.mood != "indicative":
        return None
    if any(annotations.tokens[index].text.lower() in _TODAY for index in clause.tokens):
        return None
    sentences, text = annotations.sentences, annotations.document.text
    here = last_at(sentences, clause.start)
    paragraph = text.rfind("\n", 0, sentences[here].start) + 1
    now = published_bounds(annotations.document.published)
    place = first_from(annotations.times, sentences[here].start)
    while place and annotations.times[place - 1].start >= paragraph:
        place -= 1
        told = annotations.times[place]
        ahead = told.latest is not None and now is not None and told.latest > now[1]
        if told.earliest and told.type != "SET" and not ahead and _carries(scene, told):
            return replace(told, vague=True)
    return None


def _carries(scene: Scene, time: Time) -> bool:
    """Tell a time of what a main clause tells: not in passing (zum ersten Mal seit 1977), nor in a relative clause.

    What had been before is no part of the story: Er hatte im Mai gekündigt; nor are an attribute (das 2021 gefasste
    Gesetz), what only was there (2022 waren es vier) and what a future looks back at: Das Massaker im Jahr 1982 wird
    Thema sein.
    """
    tokens, clauses = scene.annotations.tokens, scene.annotations.clauses
    first = first_from(tokens, time.start)
    if any(token.text.lower() in _NOT_WHEN for token in tokens[max(first - 1, 0) : first]):
        return False
    if [token.tag for token in tokens[max(first - 1, 0) : first + 2]] in _ATTRIBUTES:
        return False
    last = last_at(clauses, time.start)
    around = (clauses[index] for index in range(last, max(last - _REACH, -1), -1))
    clause = next((clause for clause in around if first in clause.tokens), None)
    if clause is None:
        return True
    counts = clause.lemma in ("sein", "geben") and any(tokens[index].text == "es" for index in clause.tokens)
    return clause.kind in ("main", "nominal") and clause.tense not in ("pluperfect", "future") and not counts
