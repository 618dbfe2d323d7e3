"""Lists in names: what is said of all deeds behind the last, and what a deed is done to one by one."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from kg.annotate.clauses.government import joins_sides
from kg.annotate.noun_classes import tails
from kg.claim.noun_phrases import plain
from kg.claim.verb_nouns import known_nouns, says_enough
from kg.claim.word_lists import listed
from kg.match.extents import whole_phrase
from kg.match.scene import Part, Scene, class_at
from kg.model.offsets import first_from, overlapping
from kg.model.reading import Token

__all__ = ["attribute_of_all", "one_by_one"]

_LEAST: Final = 3  # of two, one noun may say both
_PARTING: Final = ("zwischen", "aus", "mit", "bis")
_LINKS: Final = ("und", "sowie")
_FURTHER: Final = ("ander", "weiter", "sonstig", "übrig")

_OPENING: Final = ("der", "des", "von")


def attribute_of_all(scene: Scene, head: int) -> str:
    """Return the genitive behind the last of deeds that is said of a bare one before it as well, empty for none.

    Several deeds, one deed of some and deeds that say enough by themselves stand alone: Neuwahlen und die Absetzung des
    Rats. Nor does one without an article share what one with it has.
    """
    last = scene.listed_with.get(head)
    tokens = scene.annotations.tokens
    if (
        last is None
        or tokens[head + 1].tag != "KON"
        or last + 1 >= len(tokens)
        or tokens[last + 1].text not in _OPENING
    ):
        return ""
    if tokens[last - 1].tag == "ART" and tokens[head - 1].tag not in ("ART", "APPRART"):
        return ""
    if not all(_is_deed(tokens[each].text) and tokens[each - 1].lemma != "ein" for each in (head, last)):
        return ""
    noun = tokens[last]
    end = whole_phrase(scene, Part(noun.start, noun.end, last, None))[1]
    return plain(tokens, tokens[last + 1].start, end, keep=True) if end > noun.end else ""


def one_by_one(scene: Scene, part: Part, label: str) -> tuple[str, ...]:
    """Return a name for each of three or more that end a name: Abgaben auf Brot, auf Öl, auf Binden; none for others.

    Each must be a noun alone or with its article: what is said of the first or last of them may be said of all.
    """
    tokens = scene.annotations.tokens
    noun = tokens[part.head]
    if part.entity is not None or ", " not in label or class_at(scene, part.head) in ("Person", "Akteur", "Medium"):
        return ()
    if class_at(scene, part.head) in ("Organisation", "Ort") and noun.morph.number != "p":
        return ()  # der Ausschuss für Verkehr, Bau und Wohnen is one
    members = _members(scene, part.head)
    if len(members) < _LEAST or _is_collective(noun.lemma) or joins_sides(noun.lemma):
        return ()
    spans = [tokens[first_from(tokens, start) : head + 1] for start, _, head in members]
    listed = plain(tokens, members[0][0], members[-1][1], keep=True)
    linked = tokens[first_from(tokens, members[-1][0]) - 1].text in _LINKS
    if not linked or not label.endswith(f" {listed}") or not all(_is_bare(scene, span) for span in spans):
        return ()
    if any(end != tokens[head].end for _, end, head in members):
        return ()
    before = label.removesuffix(listed)
    return tuple(before + plain(tokens, start, end, keep=True) for start, end, _ in members)


def _members(scene: Scene, head: int) -> Sequence[tuple[int, int, int]]:
    """Return the parts of the list behind a noun: with a preposition, or several genitives."""
    nominal = scene.nominal_at.get(head)
    behind = scene.annotations.clauses[nominal].arguments if nominal is not None else ()
    behind = tuple(a for a in behind if a.start > scene.annotations.tokens[head].end and a.clause is None)
    owners = [(a.start, a.end, a.head) for a in behind if a.role == "possessor"]
    if len(owners) >= _LEAST:
        return owners
    listing = (a for a in behind if a.conjuncts and a.preposition not in _PARTING)
    return next((a.conjuncts for a in listing), ())


def _is_bare(scene: Scene, words: Sequence[Token]) -> bool:
    """Tell a noun alone or with its article that names neither an amount nor the rest: Brot, der Justiz."""
    counted = overlapping(scene.annotations.quantities, words[0].start, words[-1].end)
    rest = any(word.lemma.startswith(_FURTHER) for word in words[:-1])
    return not counted and not rest and all(word.tag == "ART" for word in words[:-1])


@functools.lru_cache(maxsize=50_000)  # the nouns of an archive
def _is_collective(lemma: str) -> bool:
    return not listed("collective_nouns.txt").isdisjoint(tails(lemma))


def _is_deed(noun: str) -> bool:
    return noun.endswith("ung") or noun in _deeds()


@functools.cache
def _deeds() -> frozenset[str]:
    """Return the nouns of verbs that want to be told of what: Kauf, Senkung, but not Rücktritt."""
    return frozenset(noun for verb, noun in known_nouns().items() if verb not in says_enough())
