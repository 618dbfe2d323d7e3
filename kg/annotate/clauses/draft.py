"""Clauses while they are being read: references instead of indices, roles still to be added."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.government import COMPLETING, asked_by_adjective, noun_governs
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.tagged import Tagged
from kg.annotate.clauses.verbs import Predicate

__all__ = ["Draft", "Participant"]

_DEGREE: Final = frozenset({"PTKNEG", "ADV", "PTKA", "ADJD"})


@dataclass(slots=True, eq=False)
class Participant:
    """An argument in the making; fields as in `Argument`, `clause` and `phrase` still references."""

    role: str
    phrase: Phrase | None = None
    preposition: str | None = None
    clause: Draft | None = None
    antecedent: int | None = None
    shared: bool = False
    certain: bool = True


@dataclass(slots=True, eq=False)
class Draft:
    """A clause in the making. `phrases` are all noun and prepositional phrases among its own tokens."""

    frame: Frame
    verb: Predicate
    phrases: list[Phrase] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    parent: Draft | None = None

    def participant(self, role: str) -> Participant | None:
        """Return the participant in the role, None where there is none."""
        return next((participant for participant in self.participants if participant.role == role), None)

    def completing(self, words: Tagged) -> Phrase | None:
        """Return the phrase with the preposition that the verb must have: hielt den Etat für Rom | für einen Fehler.

        None where it stands before an adjective: hielt den Etat für Rom für falsch. An adjective has what it asks for
        right before it: machte ihr Ja zum Etat | von einem Votum | abhängig.
        """
        preposition = COMPLETING.get(self.verb.lemma)
        asked = (index for index in reversed(self.frame.indices) if words.lows[index] == preposition)
        place = next(asked, None) if preposition is not None else None
        if place:
            return next((phrase for phrase in self.phrases if phrase.preposition == place), None)
        adjectives = (index for index in self.frame.indices if words.tags[index] == "ADJD")
        found = (self._asked_by(words, index) for index in adjectives if words.lemma(index) in asked_by_adjective())
        return next((phrase for phrase in found if phrase is not None), None)

    def _asked_by(self, words: Tagged, adjective: int) -> Phrase | None:
        """Return the phrase that an adjective asks for, over others in it: mit dem Abzug aus Rom | zufrieden."""
        asked, place = asked_by_adjective()[words.lemma(adjective)], adjective
        found: Phrase | None = None
        while place > 0 and words.tags[place - 1] in _DEGREE:
            place -= 1
        for phrase in reversed(self.phrases):
            if phrase.preposition is None or phrase.inner_last != place:
                continue
            place, preposition = phrase.outer_first, words.lemma(phrase.preposition).lower()
            if preposition in asked and (found is None or _governs(words, phrase, found)):
                found = phrase
            elif found is not None:
                break
        return found


def _governs(words: Tagged, phrase: Phrase, behind: Phrase) -> bool:
    """Tell whether what stands behind a phrase belongs to its last noun: mit dem Stand der Gespräche | mit Polen."""
    noun = phrase.genitives[-1] if phrase.genitives else phrase
    return noun_governs(words.lemma(noun.head), words.lemma(behind.preposition or 0).lower())
