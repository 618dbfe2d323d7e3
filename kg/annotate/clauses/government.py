"""What verbs and nouns govern: cases and prepositions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from kg.annotate.lexicon import rows, verbs_of_saying, word_list

__all__ = [
    "COMPLETING",
    "Government",
    "acting_verbs",
    "asked_by_adjective",
    "governing_verbs",
    "government",
    "has_participants",
    "is_event",
    "joins_sides",
    "noun_governs",
]

_ALWAYS: Final = frozenset({"zwischen"})  # hardly ever belongs to a verb
COMPLETING: Final = {"halten": "für", "erklären": "für", "stoßen": "auf", "treffen": "auf"}
"""Prepositions without which a verb says nothing, or something else: hielt den Plan | für einen Fehler."""
_SHORTEST_TAIL: Final = 4  # a shorter word stands inside others by chance


@dataclass(frozen=True, slots=True)
class Government:
    """What a verb asks for beside its subject: `cases` as letters ("n" for a predicate nominal), and prepositions.

    `needed` are the cases without which the verb hardly ever stands.
    """

    cases: str = "a"
    prepositions: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()

    def takes(self, case: str) -> bool:
        """Tell whether the verb can have the case beside the subject."""
        return case in self.cases


_UNKNOWN: Final = Government()
_NOTHING: Final = (frozenset[str](), False)


@cache
def _verbs() -> dict[str, Government]:
    found: dict[str, Government] = {}
    for row in rows("verb_government.csv"):
        frames = [frame[1:] for frame in row["frames"].split()]
        needed = frozenset(frames[0]).intersection(*frames) if frames else frozenset()
        found[row["verb"]] = Government("".join(frames), frozenset((row["prepositions"] or "").split()), needed)
    return found


def government(verb: str) -> Government:
    """Return what the verb governs; a verb not listed may or may not take an accusative."""
    return _verbs().get(verb, _UNKNOWN)


@cache
def acting_verbs() -> frozenset[str]:
    """Return the lemmas of what only persons and bodies do: saying and governing."""
    return word_list("actor_verbs.txt") | verbs_of_saying()


@cache
def governing_verbs() -> frozenset[str]:
    """Return the lemmas of verbs whose subject acts, whatever their object is."""
    return word_list("governing_verbs.txt") | acting_verbs()


@cache
def _nouns() -> dict[str, tuple[frozenset[str], bool]]:
    """Return the prepositions of each noun's attributes, and whether it names an act."""
    return {
        row["noun"]: (frozenset((row["prepositions"] or "").split()), row["kind"] != "thing")
        for row in rows("noun_government.csv")
    }


@cache
def asked_by_adjective() -> dict[str, frozenset[str]]:
    """Return the prepositions of what each adjective asks for: von einem Votum abhängig."""
    return {
        row["adjective"]: frozenset((row["prepositions"] or "").split()) for row in rows("adjective_government.csv")
    }


@lru_cache(maxsize=50_000)
def _noun_government(noun: str) -> tuple[frozenset[str], bool] | None:
    """Return what the noun, or the noun a compound ends with, governs."""
    table = _nouns()
    tails = (noun[cut:].lstrip("-").capitalize() for cut in range(1, len(noun) - _SHORTEST_TAIL + 1))
    return next((table[tail] for tail in chain([noun], tails) if tail in table), None)


def noun_governs(noun: str, preposition: str) -> bool:
    """Tell whether the noun takes an attribute with the preposition."""
    return preposition in _ALWAYS or preposition in (_noun_government(noun) or _NOTHING)[0]


def joins_sides(noun: str) -> bool:
    """Tell whether the noun is listed as one that holds between two sides: Streit, Grenze, Abkommen."""
    return not _ALWAYS.isdisjoint((_noun_government(noun) or _NOTHING)[0])


def has_participants(noun: str) -> bool:
    """Tell whether the noun names something with participants: an act, a relation, a thing for or against somebody."""
    return _noun_government(noun) is not None


def is_event(noun: str) -> bool:
    """Tell whether the noun names an event, an act or a relation with participants."""
    return (_noun_government(noun) or _NOTHING)[1]
