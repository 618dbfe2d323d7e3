"""Nouns that point at what was said before: die Entscheidung, dieser Plan, am genannten Tag."""

from __future__ import annotations

from kg.annotate.lexicon import word_list
from kg.match.scene import Part, Scene
from kg.model.reading import Token

__all__ = ["points_back"]

POINTING = ("ART", "PDAT", "APPRART")


def points_back(scene: Scene, part: Part) -> bool:
    """Tell whether a phrase is a determiner that points at something said before and a noun, without what says more.

    In the first sentence of a text it points at nothing.
    """
    tokens = scene.annotations.tokens
    place = part.head - 1
    while place > 0 and _says_nothing(tokens[place]):
        place -= 1
    before = tokens[place] if part.head else None
    behind_first = part.head >= scene.annotations.sentences[0].last
    return behind_first and before is not None and before.tag in POINTING and before.lemma not in ("ein", "eine")


def _says_nothing(token: Token) -> bool:
    """Tell a word between article and noun that identifies nothing: der neue Plan, die drei Staaten."""
    vague = token.tag == "ADJA" and token.lemma in word_list("vague_adjectives.txt")
    return vague or token.tag == "CARD"
