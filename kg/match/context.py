"""What a passage is about: the nearest of certain nouns in a sentence or shortly before it."""

from __future__ import annotations

from itertools import chain

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
    """Return the phrase of one of the words, the last before a token in its sentence, else the next up to a comma.

    Then come the sentences before, from their ends, and what is left of its own; None without one.
    """
    tokens, sentences = scene.annotations.tokens, scene.annotations.sentences
    here = sentence_of(sentences, token)
    own = sentences[here]
    comma = next((i for i in range(token, min(own.last, token + FAR)) if tokens[i].text == ","), own.last)
    earlier = reversed(sentences[max(0, here - REACH) : here])
    places = chain(
        range(token, max(own.first, token - FAR) - 1, -1),
        range(token + 1, min(comma, token + FAR)),
        *(range(sentence.last - 1, max(sentence.first, token - FAR) - 1, -1) for sentence in earlier),
        range(comma, min(own.last, token + FAR)),
    )
    for index in places:
        if tokens[index].tag in ("NN", "NE") and is_one_of(tokens[index].lemma, words):
            start, end = scene.phrase_at.get(index, (tokens[index].start, tokens[index].end))
            return Filler(start, end, parts_of(scene, start, end, index))
    return None
