"""Infinitives with "zu" that no comma sets off, cut out of the clause they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.fields import Frame
from kg.annotate.lexicon import word_list
from kg.annotate.phrases import Phrase, phrases
from kg.annotate.retag import FINITE
from kg.model.reading import Token

__all__ = ["cut_infinitive"]

_RAISING: Final = frozenset({"brauchen", "haben", "sein", "bleiben"})


def cut_infinitive(tokens: Sequence[Token], tags: Sequence[str], frame: Frame) -> Frame | None:
    """Move an embedded infinitive clause to a frame of its own and return it, None where there is none.

    What stands between the matrix verb (or the noun that takes the infinitive) and the infinitive belongs to
    the infinitive, but for the subject of the matrix clause.
    """
    if frame.finite is None or frame.kind == "infinitive":
        return None
    place = next((index for index in frame.indices if _is_zu_infinitive(tags, index)), None)
    if place is None:
        return None
    end = place + 1 if tags[place] == "VVIZU" else place + 2
    start = _start(tokens, tags, frame, place)
    if start is None:
        return None
    own = [index for index in frame.indices if start <= index < end and index != frame.finite]
    frame.indices = [index for index in frame.indices if index not in own]
    return Frame("infinitive", own, parent=frame)


def _is_zu_infinitive(tags: Sequence[str], index: int) -> bool:
    return tags[index] == "VVIZU" or (
        tags[index] == "PTKZU" and index + 1 < len(tags) and tags[index + 1] in ("VVINF", "VAINF", "VMINF")
    )


def _start(tokens: Sequence[Token], tags: Sequence[str], frame: Frame, place: int) -> int | None:
    """Return where the infinitive's own words begin, None where it is part of the verb complex."""
    finite = frame.finite
    assert finite is not None
    before = [
        phrase for phrase in phrases(tokens, tags, [i for i in frame.indices if i < place and tags[i] not in FINITE])
    ]
    governor = next((p for p in reversed(before) if tokens[p.head].lemma in word_list("infinitive_nouns.txt")), None)
    if governor is not None and governor.head > min(finite, place):
        return governor.last
    if tokens[finite].lemma in _RAISING:
        return None
    if finite > place:
        return _after_subject(tokens, tags, before, frame.first)
    vorfeld = [p for p in before if p.first < finite and p.preposition is None and "n" in p.cases]
    if vorfeld or frame.verb_last:
        return _skip_particles(tags, finite + 1, place)
    return _after_subject(tokens, tags, [p for p in before if p.first > finite], finite + 1)


def _after_subject(tokens: Sequence[Token], tags: Sequence[str], before: Sequence[Phrase], start: int) -> int:
    subject = next((p for p in before if p.preposition is None and "n" in p.cases and tags[p.head] != "PRF"), None)
    return subject.last if subject is not None else start


def _skip_particles(tags: Sequence[str], start: int, place: int) -> int:
    while start < place and tags[start] in ("PRF", "PTKNEG", "PAV"):
        start += 1
    return start
