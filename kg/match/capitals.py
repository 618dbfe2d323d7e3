"""Whose capital a place is that a text calls one: die Hauptstadt Lima, where Peru is spoken of."""

from __future__ import annotations

from functools import cache

from kg.annotate.names.world import world_entries
from kg.match.scene import Scene
from kg.model.entity import Entity

__all__ = ["state_of_seat"]


def state_of_seat(scene: Scene, place: Entity) -> Entity | None:
    """Return the state that a place governs, if the text mentions it; None for other places."""
    state = _seats().get(place.id)
    if state is None:
        return None
    named = (entity for mention in scene.annotations.mentions for entity in mention.entities)
    return next((entity for entity in named if entity.type == "Staat" and entity.label == state), None)


@cache
def _seats() -> dict[str, str]:
    """Return the label of the state by the id of its seat of government."""
    seats = (entry for entry in world_entries() if entry.entity.type == "Ort")
    return {seat.entity.id: seat.acts_for for seat in seats if seat.acts_for}
