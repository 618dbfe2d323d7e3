"""The layers that reading lays over a document, from tokens to clauses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kg.model.entity import Entity
from kg.model.text import Document, Span

__all__ = [
    "Annotations",
    "Argument",
    "Clause",
    "Mention",
    "Morph",
    "OfficeMention",
    "Quantity",
    "Quotation",
    "Sentence",
    "Time",
    "Token",
]


@dataclass(frozen=True, slots=True)
class Morph:
    """What a word form can be. Possibilities are letters in one string, empty where the category does not apply.

    `case` of "nadg" (Nominativ, Akkusativ, Dativ, Genitiv), `number` of "sp", `gender` of "mfn",
    `person` of "123"; for verbs `form` is "fin", "inf", "izu", "part" or "imp", `tense` "pres" or "past",
    `mood` "ind", "k1" (Konjunktiv I), "k2" or "k1?" / "k2?" where the form is also an indicative.
    """

    case: str = ""
    number: str = ""
    gender: str = ""
    person: str = ""
    form: str = ""
    tense: str = ""
    mood: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or punctuation mark. `tag` is STTS; `lemma` of a separated verb is that of the bare verb."""

    start: int
    end: int
    text: str
    lemma: str = ""
    tag: str = ""
    morph: Morph = Morph()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: characters `start:end`, tokens `first:last` of the document's token tuple."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that refers to entities: one, or several for a group ("beide Staaten").

    `kind` is "name", "role" (der Kremlchef), "pronoun", "demonym" (Kasachen), "adjective" (kasachisch),
    "compound" (OVKS-Mitglied), "metonym" (Moskau acting), "description" (das Land) or "group".
    `role` is the office named beside or by the mention (Präsident), else None. `whole` is the state, place or body
    as whose part the name itself describes what it names (Polen of das polnische Parlament, die USA of US-Botschaft).
    `start:end` covers the name or the head phrase, without its article.
    """

    start: int
    end: int
    entities: tuple[Entity, ...]
    kind: str = "name"
    role: str | None = None
    whole: Entity | None = None


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """An office that the text itself states for a holder: `start:end` covers title, body and name.

    `title` is the normal form (Präsident, stellvertretender Außenminister), `of` the state or body it belongs to,
    `place` where it is held (Botschafter in Russland), `standing` held, former, acting, future, or member of a party.
    """

    start: int
    end: int
    holder: Entity
    title: str
    of: Entity
    place: Entity | None = None
    standing: str = "held"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression in TIMEX3 terms with its place on the calendar.

    `type` is DATE, TIME, DURATION or SET; `value` the TIMEX3 value. `earliest` and `latest` bound what is
    meant, inclusive, both None where the calendar does not settle it. `vague` marks "kürzlich", "seit Jahren".
    """

    start: int
    end: int
    type: str
    value: str
    earliest: date | None = None
    latest: date | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: `value` in `unit` (ISO 4217 for money, "%", "km", or the counted noun); `text` as written.

    `comparator` is one of = ~ < > <= >=.
    """

    start: int
    end: int
    value: float
    unit: str
    comparator: str
    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Reported speech. `type` is Direct, Indirect, FreeIndirect, IndirectFreeIndirect or Reported."""

    quote: tuple[Span, ...]
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    type: str = "Direct"

    @property
    def length(self) -> int:
        """Characters of what is quoted: of two around a word, the shorter is the inner one."""
        return sum(span.end - span.start for span in self.quote)


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant of a clause.

    `role` is "subject", "object" (accusative), "dative", "genitive", "predicate" (after sein, werden,
    bleiben, als), "agent" (von/durch in a passive or nominalisation), "possessor" (genitive or possessive
    of a nominal clause), "oblique" (prepositional phrase, its lemma in `preposition`) or "adverbial" (bare
    noun phrase of time or measure). `start:end` is the whole phrase without its preposition; `head` the index of its
    head token; `conjuncts` the (start, end, head) of each coordinated part, empty for a single one.
    `clause` is the index of the clause that fills the argument (dass …, zu …), `antecedent` the head token a relative
    pronoun stands for, `shared` marks a participant taken over from a neighbouring clause
    (ellipsis, control). `certain` is False where word order alone decided.
    """

    role: str
    start: int
    end: int
    head: int
    preposition: str | None = None
    conjuncts: tuple[tuple[int, int, int], ...] = ()
    clause: int | None = None
    antecedent: int | None = None
    shared: bool = False
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Clause:
    """A predication: who did what to whom, in what voice and mood.

    `kind` is "main", "subordinate", "relative", "infinitive", "nominal" (Ratifizierung des Abkommens) or "participle"
    (von Russland geführte Allianz; die Allianz, geführt von Russland, …). `tokens` are the indices that belong to it
    and to no embedded clause. `head` is the token of the lexical verb, noun or participle, that of the clause before
    where a clause leaves out its verb (A liefert Panzer, B Munition), `lemma` its lemma with a separated prefix
    rejoined (zurücktreten); `complex` every token of the verb complex. `parent` is the index of the
    clause around it, `conjunction` the lemma that introduces it (dass, weil, um). `tense` is present, past,
    perfect, pluperfect or future; `mood` indicative, k1, k2 or imperative; `voice` active, passive or stative (ist
    beschlossen, ist zu beschließen).
    `negation` is the span of the negating word or None. `modal` is the lemma of a modal verb above the head;
    `modality` asserted, planned, possible, demanded or hearsay, as verb complex and adverbs tell.
    """

    kind: str
    start: int
    end: int
    tokens: tuple[int, ...]
    head: int
    lemma: str
    complex: tuple[int, ...] = ()
    arguments: tuple[Argument, ...] = ()
    parent: int | None = None
    conjunction: str | None = None
    tense: str = "present"
    mood: str = "indicative"
    voice: str = "active"
    negation: Span | None = None
    modal: str | None = None
    modality: str = "asserted"


@dataclass(frozen=True, slots=True)
class Annotations:
    """A document and its layers, each in text order."""

    document: Document
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    offices: tuple[OfficeMention, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    clauses: tuple[Clause, ...] = field(default=())
