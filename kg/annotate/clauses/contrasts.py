"""What is so instead: Nicht Rom, sondern Oslo unterstützt den Plan tells of Oslo what it denies of Rom."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kg.annotate.clauses.draft import Draft, Participant
from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.phrases import phrases
from kg.annotate.clauses.tagged import Tagged

__all__ = ["contrasted"]

_INSTEAD: Final = "sondern"
_NEGATING: Final = ("nicht", "kein")
_ADDED: Final = frozenset({"auch", "vielmehr", "eher", "sogar"})


def contrasted(words: Tagged, draft: Draft) -> Draft | None:
    """Return the clause that "sondern" before a phrase without a verb stands for, None where none does.

    It has the verb and the participants of its clause but for the one that "nicht" or "kein" stands before, or that
    stands right before the comma.
    """
    frame = draft.frame
    link = next((index for index in frame.indices if words.lows[index] == _INSTEAD), None)
    if link is None or frame.gapped:
        return None
    own = _behind(words, frame, link)
    phrase = _read(words, own)
    denied = _denied(words, draft, link, phrase) if phrase is not None else None
    if phrase is None or denied is None:
        return None
    others = [replace(other, shared=True) for other in draft.participants if other is not denied]
    instead = replace(denied, phrase=phrase, certain=True)
    new = Frame(frame.kind, own, finite=frame.finite, parent=frame.parent, leader=frame, gapped=True)
    return Draft(new, replace(draft.verb, finite=None), [phrase], [instead, *others], draft.parent)


def _behind(words: Tagged, frame: Frame, link: int) -> list[int]:
    """Return the tokens from "sondern" to the next comma or verb of the clause."""
    own = [link]
    for index in frame.indices:
        if index == own[-1] + 1 and index != frame.finite and not words.tags[index].startswith("V"):
            own.append(index)
    return own


def _read(words: Tagged, own: list[int]) -> Phrase | None:
    """Return the one phrase behind "sondern", with the attributes that follow it."""
    inner = [index for index in own[1:] if words.lows[index] not in _ADDED and words.tags[index] != "PTKVZ"]
    found = phrases(words, inner)
    if not found or found[0].outer_first != inner[0] or any(p.preposition is None for p in found[1:]):
        return None
    found[0].last = max(phrase.last for phrase in found)
    return found[0]


def _denied(words: Tagged, draft: Draft, link: int, phrase: Phrase) -> Participant | None:
    """Return the participant in whose place the phrase is to stand."""
    before = [p for p in draft.participants if p.phrase is not None and p.phrase.last < link and not p.shared]
    alike = [p for p in before if p.phrase is not None and _alike(words, p.phrase, phrase)]
    negated = (p for p in alike if p.phrase is not None and _is_negated(words, p.phrase))
    beside = (p for p in alike if p.phrase is not None and p.phrase.last == link - 1)
    return next(negated, None) or next(beside, None)


def _alike(words: Tagged, one: Phrase, other: Phrase) -> bool:
    if one.preposition is None or other.preposition is None:
        return one.preposition is other.preposition is None and bool(set(one.cases) & set(other.cases))
    return words.lemma(one.preposition).lower() == words.lemma(other.preposition).lower()


def _is_negated(words: Tagged, phrase: Phrase) -> bool:
    first = max(phrase.outer_first - 1, 0)
    return any(words.lows[index].startswith(_NEGATING) for index in range(first, phrase.head))
