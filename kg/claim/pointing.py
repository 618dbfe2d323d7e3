"""Nouns that point at what was said before: die Entscheidung, dieser Plan, am genannten Tag."""

from __future__ import annotations

from kg.annotate.lexicon import word_list
from kg.match.scene import Part, Scene

__all__ = ["points_back"]

POINTING = ("ART", "PDAT", "APPRART")


def points_back(scene: Scene, part: Part) -> bool:
    """Tell whether a phrase is a determiner that points at something said before and a noun, without what says more.

    In the first sentence of a text it points at nothing.
    """
    tokens = scene.annotations.tokens
    place = part.head - 1
    while place > 0 and tokens[place].tag == "ADJA" and tokens[place].lemma in word_list("vague_adjectives.txt"):
        place -= 1
    before = tokens[place] if part.head else None
    behind_first = part.head >= scene.annotations.sentences[0].last
    return behind_first and before is not None and before.tag in POINTING and before.lemma not in ("ein", "eine")
