"""New bodies by their abbreviation and what is said of them: die konservative XDZ, die XDZ fordert, XDZ-Abgeordnete."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from kg.annotate.lexicon import verbs_of_saying, word_list
from kg.annotate.names.found import Found
from kg.annotate.names.titles import parse_title
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Mention, Sentence, Token

__all__ = ["find_told_bodies"]

_NAME_TAGS = ("NE", "FM", "XY")
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ]{2,6}")
_THINGS = frozenset(
    {"CPU", "CT", "DNA", "DNS", "EEG", "EKG", "GPS", "IT", "KI", "LKW", "MRT", "OP", "PC", "PKW", "SMS", "TV"}
)
"""What may warn, tell and decide as well."""
_GENDERS = {"die": "f", "das": "n", "der": "m"}
_WITHIN = (
    "Abgeordneter",
    "Chef",
    "Fraktionschef",
    "Generalsekretär",
    "Kandidat",
    "Parteichef",
    "Politiker",
    "Spitzenkandidat",
    "Sprecher",
    "Vorsitzender",
)
"""Offices that those of a body have which its abbreviation before the hyphen names."""


def find_told_bodies(
    tokens: Sequence[Token], sentences: Sequence[Sentence], others: Collection[Found]
) -> Iterator[Found]:
    """Yield abbreviations that are told once to be bodies wherever they stand as a name or begin a compound.

    `others` are the names found otherwise, whose words are none.
    """
    taken = {index for hit in others for index in range(hit.first, hit.last)}
    named = {tokens[index].text for index in taken}
    places = [
        place
        for sentence in sentences
        for index in range(sentence.first, sentence.last - 1)
        if (place := _told(tokens, index, sentence)) is not None and place not in taken
    ]
    told = {tokens[place].text.split("-")[0]: _gender(tokens, place) for place in reversed(places)}
    for index, token in enumerate(tokens):
        name, hyphen, _ = token.text.partition("-")
        if name not in told or name in named or index in taken or not (hyphen or token.tag in _NAME_TAGS):
            continue
        entity = Entity(slug(name), name, "Organisation", gender=told[name], provisional=True)
        end, kind = token.start + len(name), "compound" if hyphen else "name"
        yield Found(index, index + 1, Mention(token.start, end, (entity,), kind))


def _gender(tokens: Sequence[Token], place: int) -> str:
    """Return the gender that an article before the abbreviation shows."""
    before = tokens[place - 1] if place and _abbreviates(tokens[place].text) else None
    return _GENDERS.get(before.text.lower(), "f") if before is not None and before.tag == "ART" else "f"


def _told(tokens: Sequence[Token], index: int, sentence: Sentence) -> int | None:
    """Return the token of an abbreviation that names whose somebody is, is described as a party, or says something."""
    token, place = tokens[index], index + 1
    if _names_whose(token.text):
        return index
    if not _abbreviates(tokens[place].text) or tokens[place].tag not in _NAME_TAGS:
        return None
    if token.tag == "ADJA":
        return place if token.lemma in word_list("party_adjectives.txt") else None
    if token.text.lower() not in _GENDERS or token.tag != "ART":
        return None
    behind = place + 1 < sentence.last and _says(tokens, place + 1, sentence)
    return place if behind or (index > sentence.first and _says(tokens, index - 1, sentence)) else None


def _names_whose(word: str) -> bool:
    """Tell the title of somebody in a body: XDZ-Chef, XDZ-Abgeordnete."""
    name, _, title = word.partition("-")
    office = parse_title(title) if title and _abbreviates(name) else None
    return office is not None and office.normal in _WITHIN


def _abbreviates(word: str) -> bool:
    return _ABBREVIATION.fullmatch(word) is not None and word not in _THINGS


def _says(tokens: Sequence[Token], place: int, sentence: Sentence) -> bool:
    """Tell whether the token is a verb that only people and bodies are the subject of."""
    if tokens[place].tag not in FINITE_TAGS:
        return False
    particle = next((token.text for token in tokens[place : sentence.last] if token.tag == "PTKVZ"), "")
    return particle + tokens[place].lemma in _saying_verbs()


@cache
def _saying_verbs() -> frozenset[str]:
    return verbs_of_saying() | {"wollen"}
