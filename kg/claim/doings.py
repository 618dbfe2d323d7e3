"""What somebody did, taken up by a noun: Die Türkei stoppte die Übung. Berlin bedauerte die Entscheidung."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from kg.annotate.names.kinds import kind_of
from kg.claim.pointing import points_back
from kg.match.extents import is_described
from kg.match.fillers import fill
from kg.match.nouns import deeds_named
from kg.match.scene import Part, Scene, argument_of
from kg.model.entity import Entity
from kg.model.offsets import sentence_of
from kg.model.reading import Clause

__all__ = ["doer_of"]

RULINGS: Final = ("Urteil", "Gerichtsurteil", "Richterspruch")
COURT: Final = "Gericht"
"""What only courts do; who else decides something gives no ruling."""
REACH: Final = 2  # sentences back; what was done further off has most often been followed by something else


def doer_of(scene: Scene, part: Part) -> Entity | None:
    """Return who did what a noun takes up that says no more of it: die Entscheidung is that of who decided last."""
    verbs = deeds_named(scene.annotations.tokens[part.head].lemma)
    if not verbs or part.entity is not None or not points_back(scene, part) or is_described(scene, part):
        return None
    done = [clause for verb in verbs if (clause := _last_before(scene, verb, part.head)) is not None]
    last = max(done, key=lambda clause: clause.head, default=None)
    sentences = scene.annotations.sentences
    if last is None or last.negation or sentence_of(sentences, part.head) - sentence_of(sentences, last.head) > REACH:
        return None
    subject = argument_of(last, "subject") if last.voice == "active" else None
    filler = fill(scene, subject) if subject is not None else None
    doer = filler.parts[0].entity if filler is not None and len(filler.parts) == 1 else None
    ruled = scene.annotations.tokens[part.head].lemma in RULINGS
    return None if ruled and doer is not None and kind_of(doer) != COURT else doer


def _last_before(scene: Scene, verb: str, head: int) -> Clause | None:
    """Return the last clause with a verb, or a modal, that ends before a noun and is no infinitive."""
    clauses = scene.deeds.get(verb, ())
    place = bisect_left(clauses, head, key=lambda clause: clause.head)
    before = (clause for clause in clauses[place - 1 :: -1] if head not in clause.tokens) if place else iter(())
    return next((clause for clause in before if clause.kind != "infinitive"), None)
