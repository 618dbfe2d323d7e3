"""Of what a measure is: the Höhe of the minimum wage is another than that of a fine."""

from __future__ import annotations

from dataclasses import replace

from kg.claim.noun_phrases import genitive_of_noun
from kg.claim.owners import genitive_name
from kg.match.scene import Filler, Scene
from kg.model.claim import Participant
from kg.model.identity import slug
from kg.model.reading import Quantity

__all__ = ["of_what"]

BARE = frozenset({"Höhe", "Zahl", "Umfang"})
"""Measures that say nothing by themselves, though that of a mountain does."""
LENGTHS = frozenset({"m", "km"})


def of_what(scene: Scene, measured: Filler | None, measure: Participant, quantity: Quantity) -> Participant:
    """Return a bare measure with what it is of: Höhe | des Mindestlohns, Zahl | der Verletzten."""
    entity = measure.entity
    if entity.label not in BARE or not entity.provisional or quantity.unit in LENGTHS:
        return measure
    if measured is None or len(measured.parts) != 1:
        return measure
    part = measured.parts[0]
    whose = (
        genitive_name(part.entity)
        if part.entity is not None
        else genitive_of_noun(scene.annotations.tokens, part.start, part.head)
    )
    label = f"{entity.label} {whose}"
    return replace(measure, entity=replace(entity, id=slug(label), label=label))
