"""The place that "wo" and "dort" mean: reiste nach Rom, wo sie lebt; reiste nach Rom. Dort lebt sie."""

from __future__ import annotations

from kg.match.scene import Filler, Part, Scene
from kg.model.offsets import last_at
from kg.model.reading import Clause, Mention

__all__ = ["place_for"]

RELATIVE = {"in": "wo", "nach": "wohin"}
POINTING = {"in": "dort", "nach": "dorthin"}
PLACES = ("Ort", "Staat")
PLACING = ("in", "nach", "auf", "bei")


def place_for(scene: Scene, clause: Clause, preposition: str) -> Filler | None:
    """Return the place that an adverb means where a preposition would name it, None for all else."""
    relative, pointing = RELATIVE.get(preposition), POINTING.get(preposition)
    if relative is None:
        return None
    tokens = scene.annotations.tokens
    for index in clause.tokens:
        word = tokens[index].text.lower()
        if word == relative and index == clause.tokens[0]:
            return _filler(scene, index, _before_comma(scene, index))
        told_behind = [token.text for token in tokens[index + 1 : index + 3]] == [",", "wo"]
        if word == pointing and tokens[index].tag == "ADV" and not told_behind:
            return _filler(scene, index, _last_place(scene, index))
    return None


def _filler(scene: Scene, index: int, place: tuple[int, Mention] | None) -> Filler | None:
    if place is None:
        return None
    token, (head, mention) = scene.annotations.tokens[index], place
    return Filler(token.start, token.end, (Part(mention.start, mention.end, head, mention.entities[0]),))


def _before_comma(scene: Scene, index: int) -> tuple[int, Mention] | None:
    behind = index > 1 and scene.annotations.tokens[index - 1].text == ","
    return _place_at(scene, index - 2) if behind else None


def _last_place(scene: Scene, index: int) -> tuple[int, Mention] | None:
    """Return the last place named in this sentence or the one before, where the text says that something is there.

    Nothing tells which of two is meant, and a state that acts is no place: Polen hilft der Ukraine. Dort …
    """
    sentences = scene.annotations.sentences
    here = last_at(sentences, scene.annotations.tokens[index].start)
    first = sentences[max(0, here - 1)].first
    named = (_place_at(scene, before) for before in range(index - 1, first - 1, -1))
    place = next((place for place in named if place is not None), None)
    return place if place is not None and _is_where(scene, place[0]) else None


def _is_where(scene: Scene, head: int) -> bool:
    tokens = scene.annotations.tokens
    first = head - 1 if tokens[head - 1].tag == "ART" else head
    behind = scene.oblique_at.get(tokens[first].start)
    return behind is not None and behind.head == head and behind.preposition in PLACING


def _place_at(scene: Scene, index: int) -> tuple[int, Mention] | None:
    mention = scene.mention_at.get(index)
    named = mention is not None and mention.kind == "name" and len(mention.entities) == 1
    return (index, mention) if mention is not None and named and mention.entities[0].type in PLACES else None
