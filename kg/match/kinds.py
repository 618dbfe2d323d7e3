"""What a phrase rule derives of what it binds: the noun phrase around a kind, a name's kind, the town in a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kg.annotate.lexicon import word_list
from kg.annotate.names.kinds import kind_of, town_of
from kg.annotate.names.titles import modifier
from kg.annotate.words.nouns import noun_gender
from kg.match.noun_phrases import phrase_of
from kg.match.phrases import Unit
from kg.match.scene import Filler, Part, Scene
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Mention, Quantity, Token

__all__ = ["DERIVED", "kind_named", "own_kind", "phrase_around", "town_in_name"]

DESCRIBED = ("Partei", "Bündnis", "Miliz", "Gewerkschaft", "Verband", "Unternehmen", "Bank")
"""Kinds that an adjective before a name tells apart: die rechtsextreme Vox is a rechtsextreme Partei."""
LAND = "Land"
BARE = (LAND, "Staat", "Ort", "Zeitung", "Sender", "Nachrichtenagentur")
"""Nouns that before a name say no more than that it is a place, or whose report it is."""
STRONG = {"m": "er", "f": "e", "n": "es"}
"""Ending of an adjective without article in the nominative, by gender."""

BEFORE = ("ADJA", "ADJD", "ADV", "CARD")
BEHIND = ("ART", "PPOSAT", "APPR", "APPRART", "ADJA", "NN", "NE", "CARD", "PIAT", "TRUNC")
MALE = ("ein", "einem", "einen", "eines", "dem", "den", "des", "vom", "zum", "beim", "im")
LONGEST = 8  # tokens behind the noun


def kind_named(scene: Scene, unit: Unit) -> Entity | None:
    """Return the kind that the noun of a unit names; a word that is declined like an adjective in its strong form.

    None where the bare noun tells nothing: das Land Hessen.

    It names a kind, no one of that kind: AFP is a Nachrichtenagentur, der Oppositionelle Weber an Oppositioneller.
    """
    noun = scene.annotations.tokens[unit.first]
    lemma = unit.value.lemma if isinstance(unit.value, Token) else noun.lemma
    if lemma in BARE:
        return None
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


def phrase_around(scene: Scene, unit: Unit) -> Filler | None:
    """Return the noun of a unit with the adjectives before it and what belongs to it behind.

    Of an amount that is what it counts, None where it counts no things: 20 neue Panzer, but not 20 Euro.
    """
    if isinstance(unit.value, Quantity):
        counted = scene.annotations.tokens[unit.last - 1]
        return phrase_of(scene, unit.last - 1) if unit.value.unit.endswith(counted.text) else None
    tokens, head = scene.annotations.tokens, unit.first
    first = head
    while first and tokens[first - 1].tag in BEFORE:
        first -= 1
    first -= first > 0 and tokens[first - 1].tag == "ART"
    last = head + 1
    owned = last < len(tokens) and tokens[last].tag == "NE" and tokens[last].text.endswith(("s", "’"))
    if owned or (last < len(tokens) and tokens[last].tag in ("ART", "PPOSAT", "APPR", "APPRART")):
        while last < min(len(tokens), head + LONGEST) and tokens[last].tag in BEHIND:
            last += 1
        while tokens[last - 1].tag not in ("NN", "NE"):
            last -= 1
    start, end = tokens[first].start, tokens[last - 1].end
    return Filler(start, end, (Part(start, end, head, None),))


def own_kind(scene: Scene, unit: Unit) -> Filler | None:
    """Return the kind of a body or state with the adjectives before its name: die konservative PP, konservative Partei.

    None where its kind is not known or the adjectives do not say what it is like (die gesamte SPD, die deutsche SPD).
    """
    tokens = scene.annotations.tokens
    named = isinstance(unit.value, Mention) and unit.value.kind == "name"
    entity = unit.value.entities[0] if isinstance(unit.value, Mention) and named else None
    kind = "" if entity is None else LAND if entity.type == "Staat" else kind_of(entity)
    first = unit.first
    while first and tokens[first - 1].tag == "ADJA":
        first -= 1
    qualities = [tokens[index].text for index in range(first, unit.first)]
    if (
        not qualities
        or kind not in (*DESCRIBED, LAND)
        or not all(_tells(scene, index) for index in range(first, unit.first))
    ):
        return None
    stems = [_stem(word) + STRONG[noun_gender(kind)] for word in qualities]
    manner = [tokens[first - 1].text] if first and tokens[first - 1].tag == "ADJD" else []
    label = " ".join([*manner, *stems, kind])
    return _derived(unit, Entity(slug(label), label, "Thema", provisional=True))


def town_in_name(scene: Scene, unit: Unit) -> Filler | None:
    """Return the town that ends the name of a body, for there it is: Landgericht Bonn, Universität Gießen."""
    town = town_of(unit.value.entities[0]) if isinstance(unit.value, Mention) else None
    return None if town is None else _derived(unit, town)


def _derived(unit: Unit, entity: Entity) -> Filler:
    return Filler(unit.start, unit.end, (Part(unit.start, unit.end, unit.first, entity),))


def _tells(scene: Scene, index: int) -> bool:
    """Tell whether an adjective says what something is like: no origin, no standing, no mere pointing."""
    word = scene.annotations.tokens[index].text
    return word.islower() and index not in scene.mention_at and modifier(word) is None and not _is_vague(_stem(word))


def _is_vague(stem: str) -> bool:
    return stem in word_list("vague_adjectives.txt") or stem in word_list("passing_adjectives.txt")


def _stem(adjective: str) -> str:
    return adjective[:-1] if adjective.endswith("e") else adjective[:-2]


DERIVED: Final[dict[str, Callable[[Scene, Unit], Filler | None]]] = {
    "phrase": phrase_around,
    "kind": own_kind,
    "town": town_in_name,
}
"""What stands behind the dot of a claim's path."""
