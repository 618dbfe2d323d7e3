"""The whole noun phrase in which a phrase rule finds a kind: X, ein enger Verbündeter des Westens, …."""

from __future__ import annotations

from typing import Final

from kg.match.phrases import Unit
from kg.match.scene import Filler, Part, Scene
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Token

__all__ = ["PHRASE", "kind_named", "phrase_around"]

PHRASE: Final = ".phrase"
"""Ending of the claim path that takes the noun phrase around a kind."""
BEFORE = ("ADJA", "ADJD", "ADV", "CARD")
BEHIND = ("ART", "PPOSAT", "APPR", "APPRART", "ADJA", "NN", "NE", "CARD", "PIAT", "TRUNC")
MALE = ("ein", "einem", "einen", "eines", "dem", "den", "des", "vom", "zum", "beim", "im")
LONGEST = 8  # tokens behind the noun


def kind_named(scene: Scene, unit: Unit) -> Entity:
    """Return the kind that the noun of a unit names; a word that is declined like an adjective in its strong form.

    It names a kind, no one of that kind: AFP is a Nachrichtenagentur, der Oppositionelle Weber an Oppositioneller.
    """
    noun = scene.annotations.tokens[unit.first]
    lemma = unit.value.lemma if isinstance(unit.value, Token) else noun.lemma
    declined = lemma.endswith("e") and len(noun.morph.gender) > 1
    label = f"{lemma}r" if declined and _means_man(scene, unit.first) else lemma
    return Entity(slug(label), label, "Thema", provisional=True)


def _means_man(scene: Scene, head: int) -> bool:
    """Tell whether the article shows that a noun declined like an adjective means a man: der Grüne, dem Grünen."""
    tokens = scene.annotations.tokens
    place = head - 1
    while place > 0 and tokens[place].tag in BEFORE:
        place -= 1
    article = tokens[place].text.lower()
    return article in MALE or (article == "der" and not tokens[head].text.endswith("n"))


def phrase_around(scene: Scene, unit: Unit) -> Filler:
    """Return the noun of a unit with the adjectives before it and what belongs to it behind."""
    tokens, head = scene.annotations.tokens, unit.first
    first = head
    while first and tokens[first - 1].tag in BEFORE:
        first -= 1
    first -= first > 0 and tokens[first - 1].tag == "ART"
    last = head + 1
    if last < len(tokens) and tokens[last].tag in ("ART", "PPOSAT", "APPR", "APPRART"):
        while last < min(len(tokens), head + LONGEST) and tokens[last].tag in BEHIND:
            last += 1
        while tokens[last - 1].tag not in ("NN", "NE"):
            last -= 1
    start, end = tokens[first].start, tokens[last - 1].end
    return Filler(start, end, (Part(start, end, head, None),))
