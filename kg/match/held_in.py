"""Who thinks so where only the place says it: In Ankara wird der Beschluss begrüßt, in der SPD hält man ihn für gut."""

from __future__ import annotations

from dataclasses import replace

from kg.match.capitals import state_of_seat
from kg.match.fillers import fill
from kg.match.scene import Filler, Part, Scene, class_at
from kg.match.word_lists import listed
from kg.model.offsets import first_from, overlapping
from kg.model.reading import Argument, Clause, Token

__all__ = ["held_in", "opinion_verbs"]

INSIDE, AMONG = ("in", "innerhalb"), ("bei", "unter", "aus")
"""Prepositions of the place or body in which something is thought, and those of whoever thinks it."""
GROUPS = ("Organisation", "Akteur", "Person")


def held_in(scene: Scene, clause: Clause, subject: Argument | None) -> Filler | None:
    """Return the bodies or states in which a clause without an actor of its own says that something is thought.

    None for a clause of another verb, with an actor, with two places, or in whose place nobody decides: in Ankara wird
    gebaut.
    """
    nobody = clause.voice == "passive" if subject is None else _is_man(scene, subject)
    towns = nobody and clause.lemma in opinion_verbs()
    opined = towns or (nobody and clause.lemma in listed("deciding_verbs.txt"))
    wheres = (*INSIDE, *AMONG) if towns else INSIDE
    inside = [a for a in clause.arguments if a.role == "oblique" and a.preposition in wheres] if opined else []
    places = [a for a in inside if not overlapping(scene.annotations.times, a.start, a.end)]
    alone = len(places) == 1 and not places[0].shared and _is_of_clause(scene, clause, places[0])
    filler = fill(scene, places[0]) if alone else None
    towns = towns and alone and places[0].preposition in INSIDE  # aus Norwegen wird Hilfe erwartet
    thinkers = GROUPS if alone and places[0].preposition == "unter" else ("Organisation",)
    parts = (_thinking(scene, each, thinkers, towns=towns) for each in filler.parts) if filler is not None else ()
    thinking = tuple(part for part in parts if part is not None)
    return replace(filler, parts=thinking) if filler is not None and thinking else None


def _is_of_clause(scene: Scene, clause: Clause, place: Argument) -> bool:
    """Tell a place at the finite verb from one that a noun has: wird als Signal für die Wahl | in Mali gesehen."""
    tokens, times = scene.annotations.tokens, scene.annotations.times
    preposition = first_from(tokens, place.start) - 1
    dated = preposition
    while overlapping(times, *_span(tokens[dated - 1])):
        dated -= 1
    dated -= dated < preposition and tokens[dated - 1].tag.startswith("APPR")  # wurde | am Freitag | im Senat gebilligt
    return dated <= clause.complex[0] + 1


def _is_man(scene: Scene, subject: Argument) -> bool:
    return scene.annotations.tokens[subject.head].text.lower() == "man"


def _thinking(scene: Scene, part: Part, thinkers: tuple[str, ...], *, towns: bool) -> Part | None:
    """Return a body as it is and, with `towns`, a seat of government as its state, None for other places and things.

    What has no name must be of one of the classes of `thinkers`.
    """
    if part.entity is None:
        return part if class_at(scene, part.head) in thinkers else None
    if not towns:
        return part if part.entity.type == "Organisation" else None
    if part.entity.type == "Ort":
        state = state_of_seat(scene, part.entity)
        return replace(part, entity=state) if state is not None else None
    return part if part.entity.type in ("Organisation", "Staat") else None


def _span(token: Token) -> tuple[int, int]:
    return token.start, token.end


def opinion_verbs() -> frozenset[str]:
    """Return the verbs of what people think and say of something: halten, begrüßen."""
    return listed("opinion_verbs.txt")
