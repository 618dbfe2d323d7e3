"""What "das" means that opens what somebody says, by what the words around it say they speak of."""

from __future__ import annotations

import re

from kg.annotate.noun_classes import noun_class
from kg.match.nouns import says_how
from kg.match.quoted import quotations_around
from kg.match.scene import Scene
from kg.model.offsets import last_at, overlapping
from kg.model.reading import Argument, Clause, Quotation

__all__ = ["spoken_of"]

PRONOUNS = ("das", "dies")
ABOUT = ("über", "zu")
COMMENTING = "kommentieren"
ENDS_SENTENCE = re.compile(r"[.!?]")
OCCASIONS = frozenset({"Abschied", "Abschluss", "Auftakt", "Beginn", "Begrüßung", "Eröffnung", "Schluss", "Start"})
"""What one says something at, not about."""
BACK = 4
"""Clauses that may open between the verb of saying and what stands behind it."""


def spoken_of(scene: Scene, argument: Argument) -> Argument | None:
    """Return what the clause of saying is about: **Das** sei ein Skandal, sagte Weber **über die Schließung**."""
    token = scene.annotations.tokens[argument.head]
    if token.tag != "PDS" or argument.end != token.end or token.text.lower() not in PRONOUNS:
        return None
    quotation = next(quotations_around(scene, token.start), None)
    if quotation is None or not quotation.cue:
        return None
    before = scene.annotations.document.text[quotation.quote[0].start : token.start]
    if ENDS_SENTENCE.search(before):
        return None
    clause = _saying(scene, quotation)
    return next((a for a in clause.arguments if _is_subject_matter(scene, clause, a)), None) if clause else None


def _saying(scene: Scene, quotation: Quotation) -> Clause | None:
    """Return the clause of the verb that introduces what somebody says."""
    clauses, tokens, cue = scene.annotations.clauses, scene.annotations.tokens, quotation.cue[0]
    last = last_at(clauses, cue.start)
    near = (clauses[index] for index in range(last, max(-1, last - BACK), -1))
    return next((clause for clause in near if tokens[clause.head].start == cue.start), None)


def _is_subject_matter(scene: Scene, clause: Clause, argument: Argument) -> bool:
    head = scene.annotations.tokens[argument.head]
    about = argument.preposition in ABOUT or (argument.role == "object" and clause.lemma == COMMENTING)
    if not about or argument.clause is not None or head.tag not in ("NN", "NE"):
        return False
    timed = overlapping(scene.annotations.times, argument.start, argument.end)
    return not timed and head.lemma not in OCCASIONS and not says_how(head.lemma) and _is_thing(head.lemma)


def _is_thing(noun: str) -> bool:
    return noun_class(noun) not in ("Person", "Medium", "Ort", "Staat")
