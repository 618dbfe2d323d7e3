"""Which two states a text is about at a place, so that "die Beziehungen" without owners are theirs."""

from __future__ import annotations

from bisect import bisect_right

from kg.annotate.reference.discourse import Discourse
from kg.match.scene import Filler, Part, Scene
from kg.model.reading import Sentence

__all__ = ["pair_at"]


def pair_at(scene: Scene, head: int) -> Filler | None:
    """Return the two states that "beide Staaten" would mean at a token, None where more or fewer are in mind."""
    token = scene.annotations.tokens[head]
    sentences = scene.annotations.sentences
    discourse = Discourse(())
    for mention in scene.annotations.mentions:
        if mention.start >= token.end:
            break
        discourse.add(mention, bisect_right(sentences, mention.start, key=_start), subject=False)
    pair = discourse.pair(bisect_right(sentences, token.start, key=_start), ("Staat",))
    parts = tuple(Part(token.start, token.end, head, entity) for entity in pair)
    return Filler(token.start, token.end, parts) if parts else None


def _start(sentence: Sentence) -> int:
    return sentence.start
