"""What a rule is once it is loaded: the types behind `ontology/rules/*.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "ANY_LEMMA",
    "ClausePattern",
    "Element",
    "Example",
    "OfficePattern",
    "PhrasePattern",
    "Rule",
    "RuleSet",
    "Slot",
]

ANY_LEMMA = "*"
"""The lemma that stands for any verb in what somebody says, or any noun with an amount."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A condition on one participant of a clause.

    `path` says where it stands: a role of `kg.model.reading.Argument`, `pp.<preposition>`, `compound`,
    `outer.<role>` in the clause around, or a role followed by `.of` or `.<preposition>` for an attribute inside it.
    `types` are class local names, any of which will do, "none" for a participant that must not be there,
    "sich" for a reflexive pronoun;
    `lemmas` restricts the head noun, empty for no restriction, `not_lemmas` are nouns that it must not be;
    `several` asks for at least two, `named` for a name or what refers to one, `described` for a noun of which
    something behind it says more (das Schicksal des Landes), `indefinite` for one without a definite article,
    `known` for one without an indefinite one, `apart` for one that no noun right before it may have, `goal` for one
    whose article shows a direction (in die Türkei), `rest` for any other, `governed` takes a place or a trade for
    those who act for it; `singular` asks for one; `attributes` are adjectives one of which must stand before the
    noun, `units` those one of which its amount must have (as `kg.model.reading.Quantity` has them). A lemma that
    begins with a hyphen stands for all words that end so.
    """

    path: str
    types: tuple[str, ...] = ("Ding",)
    lemmas: frozenset[str] = frozenset()
    not_lemmas: frozenset[str] = frozenset()
    optional: bool = False
    several: bool = False
    named: bool = False
    described: bool = False
    indefinite: bool = False
    known: bool = False
    goal: bool = False
    governed: bool = False
    rest: bool = False
    apart: bool = False
    singular: bool = False
    attributes: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ClausePattern:
    """A predication.

    `trigger` is "verb", "noun", "adjective" or "modal" (any verb below one of these, "werden" being the future),
    `lemmas` its words; `content` where a topic may stand, in order of preference: "object", "zu-infinitive",
    "dass-clause", "main-clause" in the mood of what is reported, "told-clause" in any, "clause" (the clause itself),
    "outer-clause" (the one around a noun or a clause with wie).
    `voice` is active, passive or any, `negated` whether the clause must be negated, None for either.
    `frame` are conditions on the clause itself: field ("kind", "mood", "tense", "modality") and the values accepted; a
    kind may also be the conjunction of a subordinate clause. `attributes` are adjectives one of which must stand before
    a trigger noun, empty for none. `singular` asks for a trigger noun that names one.
    """

    trigger: str
    lemmas: frozenset[str]
    slots: tuple[Slot, ...]
    content: tuple[str, ...] = ()
    voice: str = "any"
    negated: bool | None = None
    frame: tuple[tuple[str, frozenset[str]], ...] = ()
    attributes: frozenset[str] = frozenset()
    singular: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """One place in a phrase.

    `kind` is "entity", "quantity", "bare" (a quantity without its unit), "time", "word" (lemma or form), "kind" (a noun
    that says what kind of thing it names), "tag" (prefix of an STTS tag) or "any"; `values` what is accepted there
    (class names, units, words, tags; empty for all); `name` binds it. `case` is a letter of "nadg", "adj" for the
    adjective of a name or "p" for a kind in the plural, `tails` (-politiker) ask for a compound with the name in front.
    `repeat` is "", "?" or "*".
    """

    kind: str
    values: frozenset[str] = frozenset()
    name: str = ""
    case: str = ""
    repeat: str = ""
    tails: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PhrasePattern:
    """A sequence of elements inside one sentence; `triggers` are the words one of which must occur."""

    elements: tuple[Element, ...]
    triggers: frozenset[str]


@dataclass(frozen=True, slots=True)
class OfficePattern:
    """An office that the text states for a holder; `standings` are those accepted (held, former, acting, member …).

    `titles` restricts which (a lemma that begins with a hyphen stands for all that end so), `not_titles` are not meant;
    `of` are classes of what has the office.
    It binds `holder`, `title`, `of` and `place`.
    """

    standings: frozenset[str]
    titles: frozenset[str] = frozenset()
    not_titles: frozenset[str] = frozenset()
    of: tuple[str, ...] = ("Ding",)


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the claims it must give, each as `subject | predicate | object | further conditions`."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `claim` maps claim parts (subject, object, quantity, qualifiers) to slot paths, first filled wins.

    `polarity` and `modality` override what the clause says; "flip" turns polarity round; None keeps it. What is `aside`
    a noun phrase tells by the way, whatever the sentence says of it, and beside what other rules find on its noun.
    A rule that fires `alongside` yields only to rules of its own predicate, and they to it. `context` are words one of
    which the passage must have, empty for none.
    """

    name: str
    predicate: str
    pattern: ClausePattern | PhrasePattern | OfficePattern
    claim: tuple[tuple[str, tuple[str, ...]], ...]
    priority: int = 0
    polarity: str | None = None
    modality: str | None = None
    reciprocal: bool = False
    aside: bool = False
    alongside: bool = False
    context: frozenset[str] = frozenset()
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[str, ...] = ()
    file: Path = Path()
    line: int = 0


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules, in order of priority and name, and what each trigger word may fire.

    `by_lemma` has the clause rules by kind of trigger ("aside" for those of nouns that are one) and lemma, `by_word`
    the phrase rules by lemma or form, `by_standing` the office rules.
    """

    rules: tuple[Rule, ...]
    by_lemma: dict[tuple[str, str], tuple[tuple[Rule, ClausePattern], ...]]
    by_word: dict[str, tuple[tuple[Rule, PhrasePattern], ...]]
    by_standing: dict[str, tuple[tuple[Rule, OfficePattern], ...]]
