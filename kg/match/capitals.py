"""Whose capital a place is that a text calls one: die Hauptstadt Lima, where Peru is spoken of."""

from __future__ import annotations

from kg.match.home import seats_of_government
from kg.match.scene import Scene
from kg.model.entity import Entity

__all__ = ["state_of_seat"]


def state_of_seat(scene: Scene, place: Entity) -> Entity | None:
    """Return the state that a place governs, if the text mentions it; None for other places."""
    state = seats_of_government().get(place.id)
    if state is None:
        return None
    named = (entity for mention in scene.annotations.mentions for entity in mention.entities)
    return next((entity for entity in named if entity.type == "Staat" and entity.label == state), None)
