"""Actors that a describing plural names without a name: lokale Behörden, einige Länder, Politiker anderer Länder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.agreement import PLURAL, adjective, noun
from kg.annotate.lexicon import word_list
from kg.annotate.names.found import Found, found
from kg.annotate.names.institutions import ADJECTIVE_ENDING
from kg.annotate.noun_classes import noun_class
from kg.annotate.words.tagger import readings
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Sentence, Token

__all__ = ["find_collectives"]

_ACTORS: Final = ("Person", "Staat", "Organisation", "Medium")
_SOME: Final = frozenset({"einige", "einigen", "einiger", "manche", "manchen", "mehrere", "mehreren", "mehrerer"})
_MANY: Final = frozenset({"viele", "vielen", "vieler", "zahlreiche", "zahlreichen", "etliche", "etlichen"})
_OTHERS: Final = frozenset(
    {"anderer", "mehrerer", "verschiedener", "vieler"}
)  # in the genitive: Politiker anderer Länder
# What makes a group a certain one of the text, or opens a longer attribute (regionale und lokale, in Basel ansässige)
_BOUND: Final = frozenset(
    [
        "ART",
        "APPRART",
        "PDAT",
        "PPOSAT",
        "PIAT",
        "PIDAT",
        "CARD",
        "TRUNC",
        "ADJA",
        "ADJD",
        "ADV",
        "KON",
        "PRELAT",
        "NE",
        "VVPP",
    ]
)


def find_collectives(
    tokens: Sequence[Token], sentences: Sequence[Sentence], known: Sequence[Found]
) -> tuple[Found, ...]:
    """Return the groups of actors that an adjective or another group describes; `known` are the known names.

    Only plurals are taken that no article, possessive or number makes a certain group of the text. Of states
    "einige Länder" is one too.
    """
    at = {index for hit in known for index in range(hit.first, hit.last)}
    hits = (
        _collective(tokens, index, sentence, at)
        for sentence in sentences
        for index in range(sentence.first, sentence.last)
        if tokens[index].tag == "NN" and index not in at
    )
    return tuple(hit for hit in hits if hit is not None)


def _collective(tokens: Sequence[Token], index: int, sentence: Sentence, at: set[int]) -> Found | None:
    type_ = _actors(tokens[index])
    if type_ is None:
        return None
    first = index
    while first > sentence.first and tokens[first - 1].tag == "ADJA" and first - 1 not in at:
        first -= 1
    if _of_others(tokens, index, sentence):
        return _group(tokens, first, index, index + 3, type_)
    before = tokens[first - 1] if first > sentence.first else None
    quantified = before is not None and before.text.lower() in _SOME | _MANY
    if before is not None and before.tag == "NN" and first < index:
        if tokens[first].text.endswith("er"):
            return None  # the owners of what stands before: Verband kommunaler Unternehmen
        if index + 1 in at and not tokens[index + 1].text.endswith("s"):
            return None  # one whose name follows: der als Hardliner bekannte Minister Otto Weber
    if before is not None and before.tag in _BOUND and not quantified:
        return None
    capital = any(token.text[0].isupper() for token in tokens[max(first, sentence.first + 1) : index])
    if (
        not capital
        and all(_describes(token.text) for token in tokens[first:index])
        and _is_plural(tokens, first, index)
    ):
        some = before is not None and before.text.lower() in _SOME and type_ == "Staat"
        if first < index or some:
            return _group(tokens, first - (first == index), index, index + 1, type_)
    return None


def _actors(token: Token) -> str | None:
    """Return the class of the actors that a common noun can name in the plural."""
    type_ = noun_class(token.lemma) if noun(token) & PLURAL else None
    return type_ if type_ in _ACTORS else None


def _of_others(tokens: Sequence[Token], index: int, sentence: Sentence) -> bool:
    """Tell whether the genitive of other actors follows: Politiker anderer Länder."""
    if index + 2 >= sentence.last or tokens[index + 1].text not in _OTHERS or tokens[index].morph.number != "p":
        return False
    return tokens[index + 2].tag == "NN" and _actors(tokens[index + 2]) is not None


def _describes(word: str) -> bool:
    """Tell an adjective that says what actors are from one that counts them or tells what befell them."""
    if not word.isalpha() or (word[0].isupper() and word.endswith("er")):  # New Yorker Behörden
        return False
    stem = ADJECTIVE_ENDING.sub("", word.lower())
    participle = stem.endswith("end") or readings(stem)[0].tag == "VVPP"
    return stem not in word_list("vague_adjectives.txt") and not participle


def _is_plural(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Tell whether noun and adjectives together can only be a plural."""
    possible = noun(tokens[index])
    for token in tokens[first:index]:
        possible &= adjective(token.text.lower(), "")
    return bool(possible & PLURAL) and (first == index or not possible & ~PLURAL)


def _group(tokens: Sequence[Token], first: int, index: int, last: int, type_: str) -> Found:
    """Return the mention, named in the nominative; a dative plural has lost its -n there (Ländern)."""
    head = tokens[index]
    dative = head.morph.case == "d" and head.morph.number == "p"
    adjectives = [ADJECTIVE_ENDING.sub("e", token.text.lower()) for token in tokens[first:index]]
    words = [*adjectives, head.text[:-1] if dative else head.text, *(token.text for token in tokens[index + 1 : last])]
    label = " ".join(words)
    return found(tokens, first, last, Entity(slug(label), label, type_, gender="p", provisional=True))
