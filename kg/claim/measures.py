"""Of what a measure is: the Höhe of the minimum wage is another than that of a fine."""

from __future__ import annotations

from dataclasses import replace

from kg.claim.argument_names import says_what, with_preposition
from kg.claim.noun_phrases import genitive_of_noun
from kg.claim.owners import genitive_name
from kg.match.clauses import Match
from kg.match.scene import Scene, argument_of
from kg.model.claim import Participant
from kg.model.identity import slug
from kg.model.reading import Quantity

__all__ = ["of_what"]

BARE = frozenset({"Höhe", "Zahl", "Umfang"})
"""Measures that say nothing by themselves, though that of a mountain does."""
COUNT = "Zahl"
"""The one of them that is of several."""
LENGTHS = frozenset({"m", "km"})
PURPOSEFUL = frozenset({"Ausgaben", "Finanzbedarf"})
"""Measures of whose money the clause may say what it is for."""


def of_what(scene: Scene, match: Match, measure: Participant, quantity: Quantity) -> Participant:
    """Return a bare measure with what it is of: Höhe | des Mindestlohns, Ausgaben | für Schulen."""
    entity = measure.entity
    more = None
    if entity.provisional and entity.label in BARE and quantity.unit not in LENGTHS:
        more = _whose(scene, match, several=entity.label == COUNT)
    elif entity.provisional and entity.label in PURPOSEFUL:
        more = _what_for(scene, match)
    if more is None:
        return measure
    label = f"{entity.label} {more}"
    return replace(measure, entity=replace(entity, id=slug(label), label=label))


def _whose(scene: Scene, match: Match, *, several: bool) -> str | None:
    measured = match.roles.get("subject")
    if measured is None or len(measured.parts) != 1:
        return None
    part = measured.parts[0]
    if part.entity is not None:
        return genitive_name(part.entity)
    return genitive_of_noun(scene.annotations.tokens, part.start, part.head, several=several)


def _what_for(scene: Scene, match: Match) -> str | None:
    clause = scene.annotations.clauses[match.clause] if match.clause is not None else None
    purpose = argument_of(clause, "oblique", "für") if clause is not None else None
    if purpose is None or not says_what(scene, purpose):
        return None
    return with_preposition(scene, purpose.start, purpose.end)
