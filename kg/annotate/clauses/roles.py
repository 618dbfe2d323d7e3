"""Who is subject, who is object: roles of the phrases of a clause.

Where case leaves a choice, it is settled in this order: agreement with the finite verb, who can act (entity type,
pronoun) and what the verb governs, and last the order of words. The order of preference stands in the weights
of `_Scale`; an argument that only word order decided is marked as not certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.annotate.agreement import PLURAL
from kg.annotate.clauses.government import governing_verbs, government
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.phrase_kinds import (
    is_amount,
    is_counted,
    is_described,
    is_name,
    is_named,
    is_person,
    is_personal,
    is_time,
    names_actor,
    names_person,
)
from kg.annotate.clauses.tagged import Tagged, places
from kg.annotate.clauses.verbs import Predicate, moves
from kg.annotate.lexicon import verbs_of_saying, word_list
from kg.annotate.noun_classes import noun_class, tails
from kg.annotate.quantities.currencies import currency

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
_LATE_PRONOUN: Final = 3.0  # bezeichneten Europäer sie als Nachbarn
_DATIVE: Final = 0.5  # a dative that case does not force; twice that where it may be the subject
_LEFT_TIME: Final = 0.3
_LATE: Final = 0.2  # a step from one phrase to the next
_MOST: Final = 12  # more bare phrases than a clause has; keeps hostile input cheap
_TAKING_UP: Final = frozenset({"sie", "es"})
_HEADED: Final = frozenset({"Organisation", "Medium", "Staat", "Ort"})
_NAMING: Final = frozenset({"nennen", "heißen", "schimpfen", "schelten", "taufen"})  # have two accusatives
_MEASURING: Final = frozenset({"ausmachen", "betragen", "messen", "wiegen"})
_CLAIMING_LIVES: Final = frozenset({"fordern", "kosten"})  # Die Kämpfe forderten Verletzte
_RULING: Final = frozenset({"vorschreiben", "verlangen", "fordern", "verbieten", "untersagen", "regeln", "schaffen"})
_APART: Final = frozenset({"APPR", "APPRART", "ADV", "ADJD", "PAV"})  # how what is no participant begins
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
    words: Tagged, candidates: Sequence[Phrase], verb: Predicate, actors: frozenset[int], *, shared: float | None
) -> Assignment:
    """Return the cheapest reading of the bare noun phrases of a clause.

    `actors` are head tokens that can act. `shared` is 0 where the clause must have a subject of its own, 1 where
    it takes its subject from the clause it is coordinated with, between where it may; None for infinitives.
    """
    if not candidates:
        return Assignment()
    considered = candidates[:_MOST]
    scale = _Scale(words, considered, verb, actors, shared)
    subjects = [phrase for phrase in considered if "n" in phrase.cases] if shared is not None else []
    objects = [phrase for phrase in considered if "a" in phrase.cases] if verb.voice == "active" else []
    best, lowest = Assignment(), float("inf")
    for subject in [*subjects, None]:
        for accusative in [*objects, None]:
            if accusative is not None and accusative is subject:
                continue
            reading = Assignment(subject, accusative)
            cost = scale.cost(reading, lowest)
            if cost < lowest:
                best, lowest = reading, cost
    best.certain = not scale.only_order_decides(best)
    return best


class _Scale:
    """Weighs one reading of a clause against another."""

    def __init__(
        self,
        words: Tagged,
        candidates: Sequence[Phrase],
        verb: Predicate,
        actors: frozenset[int],
        shared: float | None,
    ) -> None:
        self.words = words
        self.candidates = candidates
        self.verb = verb
        self.actors = actors
        self.shared = shared
        self.government = government(verb.lemma)
        self.copula = self.government.takes("n") and verb.voice == "active"
        self.times = [phrase for phrase in candidates if is_time(self.words, phrase)]
        self.number = words.tokens[verb.finite].morph.number if verb.finite is not None else ""

    def cost(self, reading: Assignment, lowest: float) -> float:
        """Return what speaks against the reading, and fill its dative and predicate.

        Where subject and object alone already cost as much as the `lowest` so far, what is left is not weighed.
        """
        total = 0.0
        subject, accusative = reading.subject, reading.object
        if self.shared is not None:
            total += _NO_SUBJECT * (1 - self.shared) if subject is None else self._subject(subject, self.shared)
        if accusative is not None:
            total += self._object(accusative, subject)
        for phrase in self.candidates if total < lowest else ():
            if phrase is not subject and phrase is not accusative:
                total += self._left(phrase, reading)
        return total

    def only_order_decides(self, reading: Assignment) -> bool:
        """Tell whether subject and object could change places but for the order of words."""
        subject, accusative = reading.subject, reading.object
        if subject is None or accusative is None:
            return False
        possible = "a" in subject.cases and "n" in accusative.cases and self._agrees(accusative)
        return possible and not self._acts_rather(subject, accusative)

    def _is_money(self, phrase: Phrase) -> bool:
        """Tell an amount of money or a measure, which rather is what something costs or weighs than what does so.

        A currency by itself is none: die Lira verlor zwei Prozent ihres Werts.
        """
        if (phrase.definite and not is_counted(self.words, phrase)) or self._acts(phrase):
            return False
        measured = is_counted(self.words, phrase) and self.words.lemma(phrase.head) in word_list("measures.txt")
        return measured or currency(self.words.tokens[phrase.head].text) is not None

    def _subject(self, subject: Phrase, shared: float) -> float:
        total = _LATE * self.candidates.index(subject) + self._set_off(subject)
        if not self._agrees(subject):
            total += _AGREEMENT
        if subject.cases != "n":
            total += _SUBJECT_SHARED * shared
        if subject.pronoun and subject.first and self._low(subject) in _TAKING_UP and len(self.candidates) > 1:
            total += _INTRANSITIVE * (self.words.lows[subject.first - 1] == "wie")  # Reformen, wie sie die SPD fordert
        if self._low(subject) == "es":
            total += _ORDER * (not self.government.takes("a"))
        elif self.verb.lemma == "geben" and any(self._low(other) == "es" for other in self.candidates):
            total += _LEFT_ACCUSATIVE
        return total

    def _agrees(self, subject: Phrase) -> bool:
        if subject.conjuncts:
            return not (self.number == "s" and self._are_several_names(subject))
        if self._low(subject) == "ihr" and self.verb.finite is not None:
            return self.number == "p" and self.words.lows[self.verb.finite].endswith("t")
        if self.number == "s":
            return not (subject.only_plural or self._is_several(subject))
        if self.number != "p":
            return True
        counted = "CARD" in self.words.tags[subject.first : subject.head]  # zwei Milliarden Dollar fließen
        quantity = counted or self.words.lemma(subject.head) in word_list("quantity_nouns.txt")
        several = not subject.only_singular or self._may_be_several(subject)
        return quantity or several or (self.copula and subject.pronoun)

    def _are_several_names(self, subject: Phrase) -> bool:
        """Tell those right before the verb to whom one does something: Polen und Ungarn | droht Brüssel mit Klagen.

        Behind the verb, one of several may as well agree with it by itself: Zugestimmt hat Polen und auch Ungarn.
        """
        joined = (
            subject.last == self.verb.finite
            and not subject.one
            and "und" in self.words.lows[subject.first : subject.last]
        )
        return joined and all(part.head in self.actors and is_name(self.words, part) for part in subject.conjuncts)

    def _is_several(self, subject: Phrase) -> bool:
        """Tell what is counted although its noun does not show it: Das Schiff brachte | 40 Deutsche."""
        numbers = places(self.words.tags, "CARD", subject.first, subject.head)
        counts = [self.words.lows[index] for index in numbers if index not in self.words.years]
        amount = self.copula or subject in self.times or self._is_money(subject)
        lemma = self.words.lemma(subject.head)
        amount = amount or lemma in word_list("measures.txt") or lemma in word_list("quantity_nouns.txt")
        return bool(counts) and counts[-1] not in ("1", "ein", "eine") and not amount

    def _may_be_several(self, subject: Phrase) -> bool:
        """Tell a bare word for people that is the same in the plural: Menschenrechtler werfen …."""
        bare = subject.determiner is None and subject.first == subject.head
        return bare and self._low(subject).endswith("er") and names_person(self.words, subject)

    def _object(self, accusative: Phrase, subject: Phrase | None) -> float:
        total = 0.5 * _LATE * self.candidates.index(accusative)
        if self.verb.lemma not in word_list("measure_verbs.txt"):
            total += self._set_off(accusative)
        elif accusative in self.times:
            total += -_INTRANSITIVE if is_counted(self.words, accusative) else _TIME
        if not self.government.takes("a") and "lassen" not in self.verb.above:
            total += _INTRANSITIVE + _ACTOR * moves(self.verb.lemma)
        if self.words.tags[accusative.head] == "PRF" and "d" in self.government.needed:
            total += _ACTOR  # Beide warfen sich vor, …: what they reproach is said behind
        if subject is not None:
            moved = self.verb.lemma in word_list("affecting_verbs.txt")  # things do these to people
            paid = self._is_money(subject) and not self._is_money(accusative)
            paid = paid or self._measures(subject, accusative)
            rather = self._acts_rather(accusative, subject) and not moved and not self._governs(subject, accusative)
            rather = rather and self._agrees(accusative)
            total += _ACTOR * (paid or rather)
            total += _ACTOR * (self._owns(accusative, subject) or self._heads(accusative, subject))
            total += _ACTOR * self._is_roused(subject)
            total += _ACTOR * self._is_called_by(subject, accusative)
            if accusative.first < subject.first:
                total += _PRONOUN_ORDER if self.words.tags[accusative.head] in _FRONTED else _ORDER
                total += _LATE_PRONOUN * self._is_late_pronoun(subject, accusative)
        return total

    def _measures(self, amount: Phrase, measured: Phrase) -> bool:
        """Tell an amount that comes first: Vier Prozent betrug der Anstieg."""
        alone = is_counted(self.words, amount) and not is_counted(self.words, measured)
        return alone and self.verb.lemma in _MEASURING

    def _governs(self, fronted: Phrase, accusative: Phrase) -> bool:
        """Tell a name that comes first and may stand for a state, with a body or state behind it."""
        first = self.verb.finite is not None and fronted.first < self.verb.finite < accusative.first
        named = is_name(self.words, fronted) and fronted.head not in self.words.people
        return first and named and not is_person(self.words, accusative) and not names_person(self.words, accusative)

    def _is_roused(self, feeling: Phrase) -> bool:
        """Tell what a deed rouses or somebody shows, first and without an article: Unmut löste die Ankündigung aus."""
        bare = feeling.determiner is None and self.verb.lemma in word_list("rousing_verbs.txt")
        return bare and not word_list("roused_nouns.txt").isdisjoint(tails(self.words.lemma(feeling.head)))

    def _is_called_by(self, pronoun: Phrase, somebody: Phrase) -> bool:
        """Tell what somebody behind it calls something: ärgerlich nannte sie Sprecherin Eva Holm."""
        finite = self.verb.finite
        behind = finite is not None and finite < pronoun.first < somebody.first and self._low(pronoun) == "sie"
        return behind and self.verb.lemma in _NAMING and is_person(self.words, somebody) and not somebody.pronoun

    def _owns(self, pronoun: Phrase, fronted: Phrase) -> bool:
        """Tell a pronoun whose own a phrase before the verb is: Ihre Truppen setzte sie nicht in Marsch."""
        owned = fronted.determiner is not None and self.words.tags[fronted.determiner] == "PPOSAT"
        behind = self.verb.finite is not None and fronted.first < self.verb.finite < pronoun.first
        return owned and behind and self.words.tags[pronoun.head] == "PPER" and self._low(pronoun) != "es"

    def _heads(self, somebody: Phrase, body: Phrase) -> bool:
        """Tell a person by name who rather heads, owns or founds a body than it does so to the person."""
        named = {somebody.head, somebody.head + 1} & self.words.people
        led = is_name(self.words, body) or noun_class(self.words.lemma(body.head)) in _HEADED
        led = led and not {body.head, body.head + 1} & self.words.people
        return bool(named) and led and self.verb.lemma in word_list("heading_verbs.txt")

    def _is_late_pronoun(self, subject: Phrase, accusative: Phrase) -> bool:
        """Tell a personal pronoun behind the object: as subject it stands right behind the finite verb."""
        finite = self.verb.finite
        behind = finite is not None and finite < accusative.first and not accusative.pronoun
        return behind and self.words.tags[subject.head] == "PPER"

    def _set_off(self, phrase: Phrase) -> float:
        """Return what speaks against a phrase of time or an addition as subject or object."""
        return _TIME * (phrase in self.times) + _LOOSE * phrase.loose

    def _left(self, phrase: Phrase, reading: Assignment) -> float:
        """Return what it costs to give a phrase neither subject nor object."""
        possible = phrase.cases
        if phrase.loose or phrase in self.times:
            return _LEFT_TIME
        if self.copula and "n" in possible and reading.predicate is None and reading.subject is not None:
            reading.predicate = phrase
            unlike = is_personal(self.words, phrase) and not is_personal(self.words, reading.subject)
            # neuer Chef wird Otto Frei
            unnamed = is_person(self.words, phrase) and not is_person(self.words, reading.subject)
            described = is_named(self.words, phrase) and is_described(self.words, reading.subject)
            return _ORDER * (phrase.first < reading.subject.first) + _ACTOR * (unlike or unnamed or described)
        if self.verb.lemma in _NAMING and "a" in possible and reading.object is not None:
            return _LEFT_OPEN * (phrase.first < reading.object.first)  # nannte den Bericht | eine Lüge
        if "d" in possible and reading.dative is None and self._may_be_dative(phrase):
            reading.dative = phrase
            if reading.object is not None and self._receives_rather(reading.object, phrase):
                return _ORDER
            if self._gives_rather(phrase, reading):
                return _ACTOR  # eine Milliarde hat Paris zugesagt
            if is_amount(self.words, phrase) and reading.object is None and self.government.takes("a"):
                return _ACTOR
            return 0.0 if possible == "d" else _DATIVE if phrase.pronoun or "n" not in possible else 2 * _DATIVE
        if "d" in possible and reading.dative is None and self._is_recipient(phrase, reading):
            reading.dative = phrase
            return _LEFT_OPEN - _DATIVE
        if "g" in possible and reading.genitive is None and self.government.takes("g"):
            reading.genitive = phrase
            return 0.0
        if possible == "g" or (self._low(phrase) == "es" and not self.government.takes("a")):
            return _DATIVE
        if possible == "n" and phrase.pronoun:
            return _NO_SUBJECT
        return _LEFT_ACCUSATIVE if possible == "a" else _LEFT_OPEN

    def _receives_rather(self, one: Phrase, other: Phrase) -> bool:
        """Tell whether the one gets the other: sie werfen Weber Verzögerung vor, sie schickten Kiew Waffen."""
        words = self.words
        acts = self._acts(one) or is_name(words, one) or (one.determiner is None and names_actor(words, one))
        return acts and not (other.pronoun or self._acts(other) or is_name(words, other) or names_actor(words, other))

    def _gives_rather(self, phrase: Phrase, reading: Assignment) -> bool:
        """Tell who gives from who gets: nothing is given, and a phrase comes first or alone can act."""
        idle = reading.object is None and reading.subject is not None and self.government.takes("a")
        asked = idle and phrase.cases != "d" and self.verb.voice == "active"
        fronted = reading.subject is not None and phrase.first < reading.subject.first
        return asked and reading.subject is not None and (fronted or self._acts_rather(phrase, reading.subject))

    def _may_be_dative(self, phrase: Phrase) -> bool:
        if self._is_money(phrase):
            return False
        return self.government.takes("d") or phrase.cases == "d" or self.words.tags[phrase.head] in ("PPER", "PRF")

    def _is_recipient(self, phrase: Phrase, reading: Assignment) -> bool:
        """Tell whether a name before the object may be the dative of a verb that is not known to take one."""
        name = is_name(self.words, phrase) or self._acts(phrase)
        people = phrase.only_plural and phrase.determiner is None and names_actor(self.words, phrase)
        return (name or people) and reading.object is not None and phrase.first < reading.object.first

    def _low(self, phrase: Phrase) -> str:
        return self.words.lows[phrase.head]

    def _acts(self, phrase: Phrase) -> bool:
        named = phrase.head + 1 < phrase.last and phrase.head + 1 in self.words.people  # Präsidentin Vjosa Osmani
        return named or phrase.head in self.actors or self._takes_up_actor(phrase)

    def _takes_up_actor(self, phrase: Phrase) -> bool:
        """Tell a relative pronoun right behind somebody: die FDP, die | seit Mai die Ministerin stellt.

        A participant right behind the pronoun may as well be the subject: die Miliz, die | die Armee bekämpft. What is
        added about a state or body by name rather tells what it does: Malta, das | Italien kritisiert.
        """
        tags, behind = self.words.tags, phrase.head + 1
        named = tags[phrase.head - 2] == "NE" and phrase.head - 2 not in self.words.people
        apart = behind < len(tags) and (named or tags[behind] in _APART)
        opens = tags[phrase.head - 1 : behind] == ["$,", "PRELS"]
        return apart and opens and phrase.head - 2 in self.actors

    def _acts_rather(self, one: Phrase, other: Phrase) -> bool:
        """Tell whether the one can act and the other cannot.

        A definite common noun counts where the verb asks for an actor: who is counted is more often a victim. So does a
        name of which nothing is known, and that of a capital, which may stand for its state: das Budapest verlangt.
        """
        asked = self.verb.lemma in governing_verbs()
        known = one.definite or self._is_whose(other) or self._judges(one, other)
        if self._rules(other, one):
            return False
        words = self.words
        acts = self._acts(one) or (asked and (is_name(words, one) or (known and names_actor(words, one))))
        return acts and not (self._acts(other) or names_actor(words, other) or (asked and is_name(words, other)))

    def _rules(self, law: Phrase, body: Phrase) -> bool:
        """Tell a law that comes first and asks for a body: Das Gesetz schreibt | eine Behörde vor."""
        some = body.determiner is not None and self.words.lemma(body.determiner) == "ein"
        asks = self.verb.lemma in _RULING and law.first < body.first and some and law.definite
        return asks and noun_class(self.words.lemma(law.head)) == "Abkommen"

    def _is_whose(self, phrase: Phrase) -> bool:
        """Tell what a relative clause opens with that says whose it is: die Firma, deren Pläne | Anwohner ablehnen."""
        return self.words.lows[phrase.first] in ("dessen", "deren") and not is_counted(self.words, phrase)

    def _judges(self, some: Phrase, thing: Phrase) -> bool:
        """Tell people without a number from a known thing of which they speak: Die Pläne lehnen | Anwohner ab."""
        bare = some.determiner is None and bool(some.mask & PLURAL) and not is_counted(self.words, some)
        known = thing.definite or self.words.tags[thing.head] == "PRELS"
        verb = self.verb.lemma
        spoken = (verb in verbs_of_saying() or verb in word_list("thing_verbs.txt")) and verb not in _CLAIMING_LIVES
        return bare and known and spoken and not is_counted(self.words, thing)
