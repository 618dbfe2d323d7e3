"""The persons of an article: who is meant by a name, and what a name says of gender."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.annotate.lexicon import rows
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.inflection import without_genitive
from kg.annotate.names.titles import Title
from kg.annotate.names.transliteration import folded
from kg.model.entity import Entity
from kg.model.identity import slug

__all__ = [
    "BIRTH_ORDERS",
    "INITIAL",
    "NUMERAL",
    "PREFIXED",
    "SURNAME_LETTER",
    "People",
    "PersonName",
    "given_name_gender",
]

INITIAL = re.compile(r"[A-ZÄÖÜ]\.?|St\.|Jr\.?")
BIRTH_ORDERS = frozenset({"junior", "senior", "jr.", "sen.", "Junior", "Senior"})
"""What tells a son from a father of the same name: Donald Trump junior."""
NUMERAL = re.compile(r"[IVX]+\.")
SURNAME_LETTER = re.compile(r"[A-ZÄÖÜ]\.")
# Names with a small first part: el-Baradei, al-Assad, asch-Scharif
PREFIXED = re.compile(r"(?:a[a-z]{1,3}|e[ln]|bin|ibn|abu|d)[-’'][A-ZÄÖÜ]\w+")

_ARTICLED = re.compile(r"(?:a[a-z]{1,3}|el)-[A-ZÄÖÜ]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A sequence of name words: tokens `first:last`, the title before it, whether its surroundings prove a person."""

    first: int
    last: int
    words: tuple[str, ...]
    title: Title | None
    certain: bool
    genitive: bool


# Köhlers is Köhler's, but Reus, Mattheis and Riggs are names that end so.
_ENDS_IN_CONSONANT = re.compile(r"[aeiouäöü][lnrtdkmh]$|[nr]d$|[rl]t$|er$")


class People:
    """The persons of an article, found again by surname."""

    def __init__(self, gazetteer: Gazetteer, words: frozenset[str]) -> None:
        """Start with nobody; `words` are the proper nouns of the article, which settle a doubtful genitive."""
        self._gazetteer = gazetteer
        self._words = words
        self._by_name: dict[str, Entity] = {}
        self._by_surname: dict[str, Entity] = {}
        self._by_first_name: dict[str, set[Entity]] = {}
        self._younger: set[Entity] = set()

    def add(self, name: PersonName) -> Entity:
        """Return the person of a name, known from the gazetteer or the article, else a provisional one."""
        words = (*name.words[:-1], self._nominative(name.words[-1], genitive=name.genitive and len(name.words) > 1))
        label = " ".join(words)
        ruler = len(words) == 2 and NUMERAL.fullmatch(words[-1])  # Leo XIV. is Leo, and no other is XIV.
        younger = words[-1] in BIRTH_ORDERS
        surname = folded(words[0] if ruler else words[-2] if younger and len(words) > 2 else words[-1])
        written = self._by_name.get(folded(" ".join(name.words)))  # Eva Stevens, before "Eva Stevens Amt"
        person = written or self._by_name.get(folded(label)) or self._known(words) or self._namesake(words)
        if person is None:
            gender = (name.title.gender if name.title else "") or given_name_gender(words[0]) or ""
            person = Entity(slug(label), label, "Person", gender=gender, provisional=True)
        self._by_name[folded(label)] = person
        if younger:
            self._by_name.setdefault(folded(" ".join(words[-2:])), person)
        elif self._by_surname.get(surname) in self._younger:
            self._by_surname.pop(surname)
        self._younger |= {person} if younger else set()
        self._by_surname.setdefault(surname, person)
        if len(words) > 1:
            if _ARTICLED.match(words[-1]):  # Omar al-Tarabi is Tarabi as well
                self._by_surname.setdefault(folded(words[-1].partition("-")[2]), person)
            self._by_first_name.setdefault(folded(words[0]), set()).add(person)
        return person

    def _namesake(self, words: tuple[str, ...]) -> Entity | None:
        """Return the person of the article whose full name ends in these words: Hirsi Ali, Ali."""
        person = self._by_surname.get(folded(words[-1]))
        if person is None or len(words) == 1:
            return person
        return person if folded(person.label).endswith(f" {folded(' '.join(words))}") else None

    def by_surname(self, word: str) -> Entity | None:
        """Return the person of the article who bears this surname, also in the genitive."""
        if word[0].islower() and not PREFIXED.match(word):
            return None
        person = self._by_surname.get(folded(word))
        stripped = without_genitive(word)
        return person or (self._by_surname.get(folded(stripped)) if stripped else None)

    def by_first_name(self, word: str) -> Entity | None:
        """Return the one person of the article whose name begins so: Xi of Xi Jinping, Thaksin of Thaksin Shinawatra.

        Given names that are common here are no short names in news.
        """
        bearers = self._by_first_name.get(folded(word)) or self._by_first_name.get(folded(without_genitive(word) or ""))
        return next(iter(bearers)) if bearers and len(bearers) == 1 and given_name_gender(word) is None else None

    def _nominative(self, word: str, *, genitive: bool) -> str:
        stripped = without_genitive(word)
        if stripped is None:
            return word
        known = stripped in self._words or folded(stripped) in self._gazetteer.surnames
        return stripped if known or (genitive and _ENDS_IN_CONSONANT.search(stripped)) else word

    def _known(self, words: tuple[str, ...]) -> Entity | None:
        """Return the known person: by the whole name, by first and last word, or by an unshared surname alone."""
        exact = self._gazetteer.persons.get(folded(" ".join(words)))
        if exact is not None:
            return exact
        bearers = self._gazetteer.surnames.get(folded(words[-1]), ())
        if len(words) == 1:
            return bearers[0] if len(bearers) == 1 else None
        fitting = [person for person in bearers if _same_given_name(words[0], person)]
        return fitting[0] if len(fitting) == 1 else None


def _same_given_name(given: str, person: Entity) -> bool:
    """Compare given names: equal in any transliteration, or an initial."""
    names = {name.split()[0] for name in (person.label, *person.aliases) if " " in name}
    if INITIAL.fullmatch(given):
        return any(name[0] == given[0] for name in names)
    return folded(given) in {folded(name) for name in names}


@cache
def _given_names() -> dict[str, str]:
    genders: dict[str, str] = {}
    for row in rows("first_names.csv"):
        for name in row["names"].split():
            genders[name] = "" if genders.get(name, row["gender"]) != row["gender"] else row["gender"]
    return genders


def given_name_gender(word: str) -> str | None:
    """Return m or f for a given name, "" where it serves both, None for any other word.

    A hyphenated name counts when all its parts do (Hans-Dietrich).
    """
    gender = _given_names().get(word)
    if gender is None and "-" in word:
        parts = [_given_names().get(part) for part in word.split("-")]
        return None if None in parts else parts[0]
    return gender
