"""What a phrase is by itself: a time, an amount, somebody, a name."""

from __future__ import annotations

from typing import Final

from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.tagged import Tagged
from kg.annotate.lexicon import word_list
from kg.annotate.noun_classes import noun_class

__all__ = [
    "EXTENTS",
    "is_amount",
    "is_counted",
    "is_described",
    "is_name",
    "is_named",
    "is_person",
    "is_personal",
    "is_time",
    "names_actor",
    "names_person",
]

_VAGUE_TIMES: Final = frozenset({"Ende", "Anfang", "Mitte", "Zeit", "Richtung"})  # times only without article
_ACTING: Final = frozenset({"Person", "Organisation", "Staat", "Medium"})

EXTENTS: Final = frozenset({"Hälfte", "Drittel", "Viertel", "Fünftel", "Zehntel", "Teil", "Großteil"})
"""Nouns that behind "zu" say how far something is so: gehört zur Hälfte Polen."""
_SIDES: Final = frozenset({"Seite", "Lager"})
_BOTH: Final = frozenset({"beide", "beiden"})


def is_amount(words: Tagged, phrase: Phrase) -> bool:
    """Tell a phrase with a noun for a number: eine Milliarde, zwei Dutzend Leute."""
    inside = range(phrase.first, phrase.head)
    return any(words.lemma(index) in word_list("number_nouns.txt") for index in inside)


def is_counted(words: Tagged, phrase: Phrase) -> bool:
    """Tell what a number stands before: 40 Deutsche, viele Leute."""
    return any(tag in ("CARD", "PIAT") for tag in words.tags[phrase.first : phrase.head])


def is_personal(words: Tagged, phrase: Phrase) -> bool:
    """Tell er, sie, das from a noun."""
    return phrase.pronoun and words.tags[phrase.head] in ("PPER", "PDS")


def is_person(words: Tagged, phrase: Phrase) -> bool:
    """Tell a phrase that names or points to a person: Eva Blum, Ministerin Eva Blum, sie."""
    named = not words.people.isdisjoint((phrase.head, phrase.head + 1)) and phrase.head + 1 <= phrase.last
    return named or words.tags[phrase.head] == "PPER"


def is_named(words: Tagged, phrase: Phrase) -> bool:
    """Tell a phrase that is a name or gives one behind its noun: Kenia, der Bund, das Bundesland Hessen."""
    names, behind = words.name_ends, phrase.head + 1
    return is_name(words, phrase) or phrase.head in names or (behind in names and behind < phrase.last)


def is_described(words: Tagged, phrase: Phrase) -> bool:
    """Tell a noun that says what somebody is: der engste Verbündete der USA ist Kenia."""
    return words.tags[phrase.head] == "NN" and not is_named(words, phrase)


def names_person(words: Tagged, phrase: Phrase) -> bool:
    """Tell a noun for a person."""
    return noun_class(words.lemma(phrase.head)) == "Person"


def is_time(words: Tagged, phrase: Phrase) -> bool:
    """Tell a phrase that says when or for how long: jeden Tag, Ende Mai."""
    lemma = words.lemma(phrase.head)
    if lemma[:1].isdigit() and "." in lemma:
        return True  # am Montag, dem 06.12.2004
    if lemma not in word_list("time_nouns.txt") and lemma != "Richtung":
        return False
    return not phrase.definite if lemma in _VAGUE_TIMES else not phrase.genitives


def is_name(words: Tagged, phrase: Phrase) -> bool:
    """Tell a phrase with a name for its head."""
    return words.tags[phrase.head] == "NE"


def names_actor(words: Tagged, phrase: Phrase) -> bool:
    """Tell whether the head noun of a phrase is a word for persons or bodies, or for both sides."""
    lemma = words.lemma(phrase.head)
    sides = lemma in _SIDES and not _BOTH.isdisjoint(words.lows[phrase.first : phrase.head])
    return sides or noun_class(lemma) in _ACTING
