"""What a time expression is read against: the publication date, the dates told so far, the tense around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from kg.annotate.lexicon import word_list
from kg.annotate.shapes import Atom, Hit
from kg.annotate.times.values import Bounds, Reading, bounds, published_bounds
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.annotate.words.tagger import readings
from kg.model.reading import Sentence, Token

__all__ = ["Context", "Rule", "Tense", "tense_at"]

# "past", "present", "planned" (a present of what is arranged: "am Montag beginnt"), "future", "" where no verb tells.
Tense = str

# A date told more than this many sentences ago no longer carries the story; KRAUTS has no opinion from 2 to 15.
_REACH = 4
_MONTH = 31  # days
# Tags of what may stand between the article of a noun and a time in its attribute, and of such articles.
_BEFORE_TIME = ("APPR", "APPRART", "ADV")
_OPENS_NOUN = ("ART", "PDAT", "PPOSAT")
# How participles end of what is still to come.
_PLANNED = ("plant", "angesetzt", "vorgesehen", "erwartet", "terminiert", "angekündigt")
_BREAKS = frozenset(",;:()–-")
_OPENS_ENTRY = frozenset(":–—|")
# Words before a date that only says of which thing.
_OF_WHICH = frozenset({"aus", "bis", "seit", "vom", "von"})
# Words on either side in which the verb is looked for: a clause has no more, and a text without full stops may.
_WINDOW = 40


@dataclass(slots=True)
class Context:
    """The state of reading a document from left to right.

    `published` are the bounds of the publication date. `told` is the TIMEX3 value of the last date on the
    calendar, `told_in` the index of its sentence. `entry` is the value of the last date that stood at the head of an
    entry of a chronicle ("3. Mai: …"), after which all dates go on from the one before. `historic` says that the last
    date is a past month or day told in the present ("Am 3. Mai 2014 tagt der Rat").
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    atoms: list[Atom]
    published: Bounds | None
    told: str | None = None
    told_in: int = -1
    entry: str | None = None
    historic: bool = False
    _firsts: list[int] = field(default_factory=list)

    @classmethod
    def of(
        cls, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], atoms: list[Atom], published: str | None
    ) -> Context:
        """Start reading a document."""
        firsts = [sentence.first for sentence in sentences]
        return cls(tokens, sentences, atoms, published_bounds(published), _firsts=firsts)

    @property
    def today(self) -> date | None:
        """The day of publication, the last one of a month or year; None where unknown."""
        return self.published[1] if self.published else None

    @property
    def day_known(self) -> bool:
        """Whether the publication date is exact to the day."""
        return self.published is not None and self.published[0] == self.published[1]

    def sentence_of(self, place: int) -> int:
        """Return the index of the sentence that an atom stands in, -1 where there is none."""
        return bisect_right(self._firsts, self.atoms[place].token) - 1

    def heads_entry(self, first: int, last: int) -> bool:
        """Tell whether the atoms `first:last` open a sentence and a colon or dash follows them."""
        opens = self.sentence_of(first) != self.sentence_of(first - 1) if first else True
        return opens and last < len(self.atoms) and self.atoms[last].text in _OPENS_ENTRY

    def tell(self, value: str, first: int, last: int) -> None:
        """Remember a date that the text has told at the atoms `first:last`."""
        self.told, self.told_in = value, self.sentence_of(first)
        self.historic = self._is_historic(value, first)
        if self.heads_entry(first, last):
            self.entry = value

    def _is_historic(self, value: str, first: int) -> bool:
        period, before = bounds(value), self.atoms[first - 1].text.lower() if first else ""
        if period is None or self.published is None or period[0].year != period[1].year or before in _OF_WHICH:
            return False
        short = (period[1] - period[0]).days <= _MONTH
        return short and period[1].year < self.published[0].year and self.tense(first) in ("present", "planned")

    @property
    def chronicle(self) -> bool:
        """Whether the text has entries with dates at their heads."""
        return self.entry is not None

    def told_at(self, place: int) -> bool:
        """Tell whether the last date was told in the sentence of an atom."""
        return self.told is not None and self.told_in == self.sentence_of(place)

    def story(self, place: int) -> Bounds | None:
        """Return the bounds of the date that the story is at, None where none was told shortly before the atom."""
        if self.told is None or (self.sentence_of(place) - self.told_in > _REACH and not self.chronicle):
            return None
        return bounds(self.told)

    def tense(self, place: int) -> Tense:
        """Return the tense of the clause around an atom.

        What has begun ("seit") is past whatever the verb, and so is what has a date ("das Schreiben vom 3. Mai")
        where no verb tells.
        """
        before = self.atoms[place - 1].text.lower() if place else ""
        index = self.sentence_of(place)
        if before == "seit":
            return "past"
        # rief für den 1. Mai zu Protesten auf
        if before == "für":
            return "future"
        if index < 0:
            return ""
        sentence = self.sentences[index]
        tense = tense_at(self.tokens, sentence.first, sentence.last, self.atoms[place].token)
        return tense or ("past" if before == "vom" else "")


Rule = Callable[[Hit, Context], Reading | None]  # what a pattern's hit means in its context


def tense_at(tokens: tuple[Token, ...], first: int, last: int, place: int) -> Tense:
    """Return the tense around a place in the sentence `first:last`: of its own clause, else of the sentence."""
    first, last = max(first, place - _WINDOW), min(last, place + _WINDOW)
    if _is_of_done(tokens, first, last, place):
        return "past"
    low, high = place, place
    while low > first and tokens[low - 1].text not in _BREAKS:
        low -= 1
    while high < last and tokens[high].text not in _BREAKS:
        high += 1
    # What stands in parentheses has a time of its own.
    apart = low > first and tokens[low - 1].text == "("
    own = _tense(tokens[low:high], place - low)
    return own or ("" if apart else _tense(tokens[first:last], place - first))


def _is_of_done(tokens: tuple[Token, ...], first: int, last: int, place: int) -> bool:
    """Tell a time between an article and the past participle that it belongs to: das im Mai beschlossene Gesetz gilt.

    What is planned for a day is still to come: die am Montag geplante Sitzung.
    """
    while place > first and tokens[place - 1].tag in _BEFORE_TIME:
        place -= 1
    if place == first or tokens[place - 1].tag not in _OPENS_NOUN or tokens[place].tag in ("ADJA", "NN", "NE"):
        return False
    for token in tokens[place:last]:
        if token.tag.endswith("FIN") or token.text in _BREAKS:
            return False
        stem = token.text.lower().rstrip("mnrs").removesuffix("e")
        past = token.tag == "ADJA" and any(reading.tag == "VVPP" for reading in readings(stem))
        if past:
            return not stem.endswith(_PLANNED)
    return False


def _tense(clause: tuple[Token, ...], place: int) -> Tense:
    """Return the tense of the finite verb nearest to a place, with the participle or infinitive that goes with it."""
    finite = [i for i, token in enumerate(clause) if token.tag in FINITE_TAGS]
    if not finite:
        return ""
    verb = clause[min(finite, key=lambda i: abs(i - place))]
    perfect = any(token.tag in ("VVPP", "VAPP", "VMPP") for token in clause)
    infinitives = [token for token in clause if token.tag in ("VVINF", "VAINF", "VVIZU")]
    had = any(token.tag == "VAINF" and token.lemma in ("haben", "sein") for token in infinitives)
    # "soll verkauft haben" is told of the past.
    if _past(verb) or (perfect and (had or verb.lemma in ("haben", "sein"))):
        return "past"
    if infinitives and verb.lemma in ("werden", "wollen", "sollen"):
        return "future"
    arranged = any(token.tag.startswith("VV") and token.lemma in word_list("scheduled_verbs.txt") for token in clause)
    return "planned" if arranged else "present"


def _past(verb: Token) -> bool:
    return verb.morph.tense == "past" and verb.morph.mood != "k2"
