"""Who gets something done: Die Firma bekommt den Auftrag (von der Stadt) erteilt is said of whom it is given to."""

from __future__ import annotations

from typing import Final

from kg.annotate.clauses.draft import Draft
from kg.annotate.clauses.government import government
from kg.annotate.clauses.tagged import Tagged

__all__ = ["turn_recipient"]

_GETTING: Final = frozenset({"bekommen", "kriegen"})
_AGENTS: Final = frozenset({"von", "durch"})


def turn_recipient(words: Tagged, draft: Draft) -> None:
    """Give a clause whose subject gets what somebody else does the roles of the passive; the subject is its dative."""
    verb = draft.verb
    subject, object_ = draft.participant("subject"), draft.participant("object")
    if words.tags[verb.head] != "VVPP" or verb.voice != "active" or verb.lemma in _GETTING:
        return
    helpers = (index for index in draft.frame.indices if index != verb.head and words.tags[index].startswith("V"))
    gets = any(words.lemma(index) in _GETTING for index in helpers) and government(verb.lemma).takes("d")
    if not gets or subject is None or object_ is None or draft.participant("dative") is not None:
        return
    subject.role, object_.role, verb.voice = "dative", "subject", "passive"
    for participant in draft.participants:
        if participant.role == "oblique" and participant.preposition in _AGENTS:
            participant.role = "agent"
