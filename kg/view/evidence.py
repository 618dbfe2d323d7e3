"""Where a sentence names the two ends of a claim."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.claim import Claim, Evidence, Participant

__all__ = ["Mark", "find_marks"]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of a sentence, half-open, in code points of the sentence; `role` is "subject" or "object"."""

    start: int
    end: int
    role: str


def find_marks(claim: Claim, evidence: Evidence) -> tuple[Mark, ...]:
    """Return the places of subject and object in the evidence's sentence, in order, never overlapping.

    The words of the mention are looked for, then the entity's names; of several places the one inside the
    evidence span counts, else the first. What the sentence does not name (a pronoun's resolution) has no mark.
    """
    subject = _place(claim.subject, evidence, None)
    obj = _place(claim.object, evidence, subject)
    marks = []
    if subject is not None:
        marks.append(Mark(*subject, "subject"))
    if obj is not None:
        marks.append(Mark(*obj, "object"))
    return tuple(sorted(marks))


def _place(participant: Participant, evidence: Evidence, taken: tuple[int, int] | None) -> tuple[int, int] | None:
    entity = participant.entity
    sentence = evidence.sentence
    first, last = evidence.start - evidence.sentence_start, evidence.end - evidence.sentence_start
    for words in filter(None, (participant.mention, entity.label, *entity.aliases)):
        found = [place for place in _occurrences(sentence, words) if not _overlap(place, taken)]
        if found:
            return next((place for place in found if first <= place[0] and place[1] <= last), found[0])
    return None


def _occurrences(sentence: str, words: str) -> list[tuple[int, int]]:
    """Return every place where the words stand as words, not inside a longer one to their left."""
    found = []
    at = sentence.find(words)
    while at >= 0:
        if at == 0 or not sentence[at - 1].isalnum():
            found.append((at, at + len(words)))
        at = sentence.find(words, at + 1)
    return found


def _overlap(place: tuple[int, int], taken: tuple[int, int] | None) -> bool:
    return taken is not None and place[0] < taken[1] and taken[0] < place[1]
