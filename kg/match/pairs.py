"""Which two states a text is about at a place, so that "die Beziehungen" without owners are theirs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.annotate.reference.discourse import Discourse
from kg.match.scene import Filler, Part, Scene
from kg.model.entity import Entity
from kg.model.offsets import first_from, last_at
from kg.model.reading import Mention

__all__ = ["pair_at"]


WINDOW = 3
"""Sentences back in which two states between whom something is are still what a text is about."""


def pair_at(scene: Scene, head: int) -> Filler | None:
    """Return the two states that "beide Staaten" would mean at a token, None where more or fewer are in mind.

    Two of which something between them was just told (zwischen A und B) go before those that are merely near.
    """
    token = scene.annotations.tokens[head]
    mentions = scene.annotations.mentions
    before = mentions[: first_from(mentions, token.end)]
    pair = _told_between(scene, before, token.start) or _in_mind(scene, before, token.start)
    parts = tuple(Part(token.start, token.end, head, entity) for entity in pair)
    return Filler(token.start, token.end, parts) if parts else None


def _told_between(scene: Scene, mentions: Sequence[Mention], place: int) -> tuple[Entity, ...]:
    sentences = scene.annotations.sentences
    text = scene.annotations.document.text
    for second, first in pairwise(reversed(mentions)):
        if last_at(sentences, place) - last_at(sentences, first.start) > WINDOW:
            break
        named = (*first.entities, *second.entities)
        together = (
            text[max(0, first.start - 9) : first.start] == "zwischen " and text[first.end : second.start] == " und "
        )
        if together and len({entity.id for entity in named}) == 2 and all(entity.type == "Staat" for entity in named):
            return named
    return ()


def _in_mind(scene: Scene, mentions: Sequence[Mention], place: int) -> tuple[Entity, ...]:
    sentences = scene.annotations.sentences
    discourse = Discourse(())
    for mention in mentions:
        discourse.add(mention, last_at(sentences, mention.start), subject=False)
    return discourse.pair(last_at(sentences, place), ("Staat",))
