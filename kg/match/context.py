"""What a passage is about: the nearest of certain nouns in a sentence or shortly before it."""

from __future__ import annotations

from kg.match.fillers import parts_of
from kg.match.lemmas import is_one_of
from kg.match.scene import Filler, Scene
from kg.model.offsets import sentence_of

__all__ = ["CONTEXT", "named_in_passage"]

CONTEXT = "context"
"""The path of the phrase that a rule's context found."""

REACH = 3
"""Sentences before its own in which the noun may stand: who tells of an election names it once a paragraph."""

FAR = 200
"""Tokens around its own among which the noun may stand: bounds the work where a text has no sentence ends."""


def named_in_passage(scene: Scene, token: int, words: frozenset[str]) -> Filler | None:
    """Return the phrase of one of the words in a token's sentence, else the last in those before; None without one."""
    tokens, sentences = scene.annotations.tokens, scene.annotations.sentences
    here = sentence_of(sentences, token)
    for sentence in reversed(sentences[max(0, here - REACH) : here + 1]):
        for index in range(min(sentence.last, token + FAR) - 1, max(sentence.first, token - FAR) - 1, -1):
            if tokens[index].tag in ("NN", "NE") and is_one_of(tokens[index].lemma, words):
                start, end = scene.phrase_at.get(index, (tokens[index].start, tokens[index].end))
                return Filler(start, end, parts_of(scene, start, end, index))
    return None
