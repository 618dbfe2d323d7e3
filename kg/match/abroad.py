"""Who is in another state than that for which they hold office: der polnische Minister … in Oslo."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kg.annotate.lexicon import word_list
from kg.annotate.names.world import world_entries
from kg.annotate.noun_classes import noun_class
from kg.match.scene import Filler, Part, Scene
from kg.match.word_lists import listed
from kg.model.entity import Entity
from kg.model.offsets import sentence_of
from kg.model.reading import Argument

__all__ = ["abroad"]


def abroad(scene: Scene, actors: Filler, place: Argument, there: Filler) -> Filler | None:
    """Keep of those who act at a place those who serve another state than that in which it lies, None for nobody.

    What may as well belong to a noun before it says nothing of them: verurteilte die Gewalt | in Georgien.
    """
    if len(there.parts) != 1 or _is_of_noun(scene, place):
        return None
    parts = tuple(part for part in actors.parts if _is_foreign(there.parts[0].entity, _home(scene, part)))
    return replace(actors, parts=parts) if parts else None


def _is_foreign(place: Entity | None, home: str | None) -> bool:
    state = _state_with(place)
    at_seat = home == "" and place is not None and place.label in listed("body_towns.txt")
    return None not in (state, home) and state != home and not at_seat


def _is_of_noun(scene: Scene, place: Argument) -> bool:
    """Tell a place that a noun has or may have from one before which only a verb, a day or somebody's name stands."""
    tokens = scene.annotations.tokens
    sentence = scene.annotations.sentences[sentence_of(scene.annotations.sentences, place.head)]
    heads = (head for head in range(sentence.first, place.head) if head in scene.nominal_at)
    things = (head for head in heads if tokens[head].lemma not in word_list("time_nouns.txt"))
    others = (head for head in things if noun_class(tokens[head].lemma) != "Person")
    nominal = (scene.annotations.clauses[scene.nominal_at[head]] for head in others)
    return any((a.start, a.end) == (place.start, place.end) for clause in nominal for a in clause.arguments)


def _home(scene: Scene, part: Part) -> str | None:
    """Return the label of the state that somebody serves, "" for what serves many, None where nothing tells it."""
    served = scene.serves.get(part.entity.id) if part.entity is not None else None
    if served is None or served.type == "Staat":
        return served.label if served is not None else None
    return _bodies().get(served.id)


def _state_with(place: Entity | None) -> str | None:
    """Return the label of the state in which a place lies, or which it is."""
    if place is None:
        return None
    return place.label if place.type == "Staat" else _states().get(place.id)


@cache
def _bodies() -> dict[str, str]:
    """Return the label of the state of each known body by its id, "" for a body of many states."""
    bodies = (entry for entry in world_entries() if entry.entity.type == "Organisation")
    return {entry.entity.id: entry.acts_for or entry.belongs or "" for entry in bodies}


@cache
def _states() -> dict[str, str]:
    """Return the label of the state by the id of each place that is known to lie in one."""
    places = (entry for entry in world_entries() if entry.entity.type == "Ort")
    return {entry.entity.id: state for entry in places if (state := entry.acts_for or entry.belongs)}
