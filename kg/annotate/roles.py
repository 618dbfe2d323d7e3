"""Who is subject, who is object: roles of the phrases of a clause.

Where case leaves a choice, it is settled in this order: agreement with the finite verb, who can act (entity type,
pronoun) and what the verb governs, and last the order of words. The order of preference stands in the weights
of `_Cost`; an argument that only word order decided is marked as not certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.annotate.lexicon import word_list
from kg.annotate.phrases import Phrase
from kg.annotate.verbs import Government, Predicate, government
from kg.model.reading import Token

__all__ = ["Assignment", "assign"]

# The weights keep the stated order: a step of one rank outweighs the ranks below it. They were set by hand on
# the order's grounds and checked on the development treebanks.
_AGREEMENT: Final = 8.0  # subject and finite verb differ in number
_NO_SUBJECT: Final = 6.0
_TIME: Final = 4.5  # "jeden Tag" as subject or object
_LOOSE: Final = 5.0  # an apposition behind a comma as subject or object
_SUBJECT_SHARED: Final = 5.0  # a subject of its own where the clause before lends its own (und traf …)
_INTRANSITIVE: Final = 4.0
_LEFT_ACCUSATIVE: Final = 4.0
_LEFT_OPEN: Final = 2.5
_ACTOR: Final = 2.0
_ORDER: Final = 1.5
_PRONOUN_ORDER: Final = 0.3  # a relative or interrogative pronoun comes first whatever its role
_LATE: Final = 0.2
_FRONTED: Final = frozenset({"PRELS", "PWS", "ART", "PRELAT", "PWAT"})


@dataclass(slots=True)
class Assignment:
    """The phrases of a clause by role."""

    subject: Phrase | None = None
    object: Phrase | None = None
    dative: Phrase | None = None
    genitive: Phrase | None = None
    predicate: Phrase | None = None
    certain: bool = True


def assign(
    tokens: Sequence[Token],
    candidates: Sequence[Phrase],
    verb: Predicate,
    actors: frozenset[int],
    *,
    shared: float | None,
) -> Assignment:
    """Return the cheapest reading of the bare noun phrases of a clause.

    `actors` are head tokens that can act. `shared` is 0 where the clause must have a subject of its own, 1 where
    it takes its subject from the clause it is coordinated with, between where it may; None for infinitives.
    """
    scale = _Scale(tokens, candidates, verb, actors, shared=shared)
    finite = shared is not None
    best: tuple[float, Assignment] | None = None
    subjects = [phrase for phrase in candidates if "n" in phrase.cases] if finite else []
    for subject in [*subjects, None]:
        objects = (
            [phrase for phrase in candidates if phrase is not subject and "a" in phrase.cases]
            if verb.voice == "active"
            else []
        )
        for accusative in [*objects, None]:
            assignment = Assignment(subject, accusative)
            cost = scale.cost(assignment)
            if best is None or cost < best[0]:
                best = (cost, assignment)
    assert best is not None
    return best[1]


class _Scale:
    """Weighs one reading of a clause against another."""

    def __init__(
        self,
        tokens: Sequence[Token],
        candidates: Sequence[Phrase],
        verb: Predicate,
        actors: frozenset[int],
        *,
        shared: float | None,
    ) -> None:
        self.tokens = tokens
        self.candidates = candidates
        self.verb = verb
        self.actors = actors
        self.shared = shared
        self.government: Government = government(verb.lemma)
        self.copula = "nn" in self.government.frames and verb.voice == "active"

    def cost(self, reading: Assignment) -> float:
        """Return what speaks against the reading, and fill its dative and predicate."""
        total = 0.0
        subject, accusative = reading.subject, reading.object
        if self.shared is not None:
            total += _NO_SUBJECT * (1 - self.shared) if subject is None else self._subject(subject, self.shared)
        if accusative is not None:
            total += self._object(accusative, subject)
        for phrase in self.candidates:
            if phrase is not subject and phrase is not accusative:
                total += self._left(phrase, reading)
        return total

    def _subject(self, subject: Phrase, shared: float) -> float:
        total = _LATE * self.candidates.index(subject)
        if self.verb.finite is not None and not self._agrees(subject, self.tokens[self.verb.finite].morph.number):
            total += _AGREEMENT
        if subject.cases != "n":
            total += _SUBJECT_SHARED * shared
        if self._text(subject) == "es" and not self.government.takes("a"):
            total += _ORDER
        if self.verb.lemma == "geben" and self._text(subject) != "es" and any(map(self._is_es, self.candidates)):
            total += _LEFT_ACCUSATIVE
        return total + self._set_off(subject)

    def _agrees(self, subject: Phrase, number: str) -> bool:
        if number == "p" and self._text(subject) == "ihr":
            return bool(self.verb.finite is not None and self.tokens[self.verb.finite].text.endswith("t"))
        if number == "p" and self.tokens[subject.head].lemma in word_list("quantity_nouns.txt"):
            return True
        if number == "p":
            return not subject.only_singular or bool(subject.conjuncts) or (self.copula and subject.pronoun)
        return number != "s" or not subject.only_plural or bool(subject.conjuncts)

    def _object(self, accusative: Phrase, subject: Phrase | None) -> float:
        total = 0.1 * self.candidates.index(accusative)
        if self.verb.lemma not in word_list("measure_verbs.txt"):
            total += self._set_off(accusative)
        elif self._is_time(accusative):
            total += -_INTRANSITIVE if self._is_counted(accusative) else _TIME
        if not self.government.takes("a"):
            total += _INTRANSITIVE
        if subject is not None:
            if self._acts(accusative) and not self._acts(subject):
                total += _ACTOR
            if accusative.first < subject.first:
                total += _PRONOUN_ORDER if self.tokens[accusative.head].tag in _FRONTED else _ORDER
        return total

    def _set_off(self, phrase: Phrase) -> float:
        """Return what speaks against a phrase of time or an addition as subject or object."""
        return _TIME * self._is_time(phrase) + _LOOSE * phrase.loose

    def _left(self, phrase: Phrase, reading: Assignment) -> float:
        """Return what it costs to give a phrase neither subject nor object."""
        possible = phrase.cases
        if phrase.loose or self._is_time(phrase):
            return 0.3
        if self.copula and "n" in possible and reading.predicate is None and reading.subject is not None:
            reading.predicate = phrase
            return _ORDER * (phrase.first < reading.subject.first) + _ACTOR * (
                self._personal(phrase) and not self._personal(reading.subject)
            )
        if (
            "d" in possible
            and reading.dative is None
            and (self.government.takes("d") or possible == "d" or self.tokens[phrase.head].tag in ("PPER", "PRF"))
        ):
            reading.dative = phrase
            return 0.0 if possible == "d" else 0.5 if phrase.pronoun or "n" not in possible else 1.2
        if "g" in possible and reading.genitive is None and self.government.takes("g"):
            reading.genitive = phrase
            return 0.0
        if possible == "g" or (self._text(phrase) == "es" and not self.government.takes("a")):
            return 0.5
        if possible == "n" and phrase.pronoun:
            return _NO_SUBJECT
        return _LEFT_ACCUSATIVE if possible == "a" else _LEFT_OPEN

    def _is_es(self, phrase: Phrase) -> bool:
        return self._text(phrase) == "es"

    def _is_counted(self, phrase: Phrase) -> bool:
        return any(self.tokens[index].tag in ("CARD", "PIAT") for index in range(phrase.first, phrase.head))

    def _personal(self, phrase: Phrase) -> bool:
        return self.tokens[phrase.head].tag in ("PPER", "PDS") and phrase.pronoun

    def _text(self, phrase: Phrase) -> str:
        return self.tokens[phrase.head].text.lower()

    def _is_time(self, phrase: Phrase) -> bool:
        lemma = self.tokens[phrase.head].lemma
        if lemma in ("Ende", "Anfang", "Mitte", "Zeit", "Richtung"):
            return not phrase.definite
        if phrase.genitives:
            return False
        return lemma in word_list("time_nouns.txt")

    def _acts(self, phrase: Phrase) -> bool:
        return phrase.head in self.actors
