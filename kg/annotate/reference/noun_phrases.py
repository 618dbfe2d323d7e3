"""What stands before a noun that may refer: its determiner and its adjectives."""

from __future__ import annotations

import re

from kg.annotate.articles import DEFINITE_ARTICLES
from kg.annotate.clauses.government import noun_governs
from kg.annotate.lexicon import word_list
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Token

__all__ = [
    "DEFINITE",
    "adjectives_before",
    "contrasts",
    "determiner_before",
    "is_completed",
    "says_which",
    "sits_elsewhere",
]

DEFINITE = frozenset(
    DEFINITE_ARTICLES
    | {"im", "am", "zum", "vom", "beim", "zur", "ins"}
    | {"dieser", "diese", "dieses", "diesem", "diesen"}
)
_DETERMINERS = frozenset({"ART", "APPRART", "PDAT", "PPOSAT", "PRELAT", "PIAT", "PIDAT", "PWAT"})
_BETWEEN = frozenset({"ADJA", "ADJD", "ADV", "CARD", "TRUNC"})
_SUPERLATIVE = ("ste", "sten", "ster", "stes", "stem")
_ENDING = re.compile(r"e[nrsm]?$")
_GENITIVE_TAGS = frozenset({"ADJA", "PPOSAT", "PIAT", "PIDAT"})
_PARTS = ("dative", "object", "oblique")
# What opens the complement of a noun that so says itself which one is meant
_SEAT = frozenset({"Sitz", "Hauptsitz", "Stammsitz", "Zentrale"})
_LONGEST_DETAIL = 3  # words up to the number: mit mehr als 5000 Beschäftigten
_COMPLEMENTS = frozenset({"der", "des", "von", "für", "über", "zur", "zwischen", "aus", "mit", "„", '"'})


def determiner_before(scene: Scene, index: int) -> int | None:
    """Return the determiner of the noun at `index`, over its adjectives and what depends on them, None without one.

    An article before the noun is its own; over a longer attribute (dem | von Russland geführten Bündnis) the phrase
    tells.
    """
    place = index - 1
    while place >= 0 and scene.tokens[place].tag in _BETWEEN:
        place -= 1
    if place >= 0 and scene.tokens[place].tag in _DETERMINERS:
        return place
    first = scene.phrase_from.get(index, index)
    return first if first < index and scene.tokens[first].tag in _DETERMINERS else None


def adjectives_before(scene: Scene, index: int) -> list[int]:
    """Return the adjectives right before the noun at `index`, in text order."""
    place = index
    while place and scene.tokens[place - 1].tag == "ADJA":
        place -= 1
    return list(range(place, index))


def is_completed(scene: Scene, index: int) -> bool:
    """Tell whether a name or a genitive behind a noun for a person says itself who is meant: der Sprecher der Bahn."""
    if index + 1 >= len(scene.tokens) or _takes_part(scene, index + 1):
        return False
    after = scene.tokens[index + 1]
    genitive = after.tag in ("ART", "ADJA", "PPOSAT", "PIAT", "PDAT") and after.text.endswith(("er", "es"))
    return index + 1 in scene.at or after.tag in ("NE", "FM") or genitive


def says_which(scene: Scene, index: int) -> bool:
    """Tell a noun that its own name or complement follows: die Bank Horn, die Organisation des Bundes."""
    if index in scene.titled:
        return True
    if index + 1 >= len(scene.tokens) or _takes_part(scene, index + 1):
        return False
    after = scene.tokens[index + 1]
    if after.text == "mit" and _is_detail(scene, index + 2):
        return False
    named = index + 1 in scene.at or after.tag in ("NE", "CARD", "TRUNC") or after.text in _COMPLEMENTS
    return named or _is_bare_genitive(scene, index + 1)


def _is_detail(scene: Scene, index: int) -> bool:
    """Tell what is only added to what is known: das Unternehmen mit | Sitz in Rom, mit | rund 50.000 Beschäftigten."""
    opening = scene.tokens[index : index + _LONGEST_DETAIL]
    return any(token.tag == "CARD" or token.text in _SEAT for token in opening)


def _is_bare_genitive(scene: Scene, index: int) -> bool:
    """Tell adjectives of a genitive without article before their noun: der Verband | kleiner Firmen."""
    tokens = scene.tokens
    if tokens[index].tag not in _GENITIVE_TAGS or not tokens[index].text.endswith("er"):
        return False
    noun = next((i for i in range(index, len(tokens)) if tokens[i].tag not in _GENITIVE_TAGS), index)
    return tokens[noun].tag == "NN" and noun not in scene.subjects


def _takes_part(scene: Scene, index: int) -> bool:
    """Tell what begins a part of the clause, no complement of the noun before: warf der Chef | der Opposition vor, ….

    A name, which the noun may be the title of, is left to what else is known of it.
    """
    number, token = scene.clause_of.get(index - 1), scene.tokens[index]
    if number is None or index in scene.at:
        return False
    first = index if token.tag != "APPR" else index + 1
    start = scene.tokens[min(first, len(scene.tokens) - 1)].start
    preposition = token.text if token.tag == "APPR" else None
    parts = (a for a in scene.clauses[number].arguments if a.role in _PARTS and a.start == start)
    noun = scene.tokens[index - 1].lemma
    return any(part.preposition == preposition and not noun_governs(noun, preposition or "") for part in parts)


def contrasts(adjective: Token) -> bool:
    """Tell whether an adjective tells one thing from others of its kind: das andere Land, die größte Partei."""
    superlative = adjective.text.endswith(_SUPERLATIVE) and not adjective.lemma.endswith("st")
    return superlative or _ENDING.sub("", adjective.text.lower()) in word_list("contrasting_adjectives.txt")


def sits_elsewhere(scene: Scene, index: int, body: Entity) -> bool:
    """Tell the noun for a body in a place that the name of the other one rules out: Konsulat in Lyon … in Paris."""
    behind = scene.at.get(index + 2) if index + 2 < len(scene.tokens) and scene.tokens[index + 1].text == "in" else None
    place = scene.mentions[behind].entities[0] if behind is not None else None
    if place is None or place.type not in ("Ort", "Staat") or place.label in body.label:
        return False
    if " in " in body.label:
        return True
    whole = next((mention.whole for mention in scene.mentions if mention.whole and body in mention.entities), None)
    holders = (place, scene.gazetteer.acts_for.get(place.id), scene.gazetteer.lies_in.get(place.id))
    return whole is not None and body.label[0].islower() and whole not in holders
