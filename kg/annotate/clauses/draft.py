"""Clauses while they are being read: references instead of indices, roles still to be added."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.government import COMPLETING
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.tagged import Tagged
from kg.annotate.clauses.verbs import Predicate

__all__ = ["Draft", "Participant"]


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

        None where it stands before an adjective: hielt den Etat für Rom für falsch.
        """
        preposition = COMPLETING.get(self.verb.lemma)
        asked = (index for index in reversed(self.frame.indices) if words.lows[index] == preposition)
        place = next(asked, None) if preposition is not None else None
        return next((phrase for phrase in self.phrases if phrase.preposition == place), None) if place else None
