"""What a clause in the making still lacks, and whether the stretches to come may bring it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.stretches import OPENING_QUOTES, Stretch, has_zu
from kg.annotate.clauses.tagged import AUXILIARY, NOMINAL, NONFINITE, Tagged
from kg.annotate.lexicon import rows, word_list
from kg.annotate.source_nouns import is_message_noun

__all__ = [
    "ends_clause",
    "explains_noun",
    "find_article",
    "infinitive_to_come",
    "lacks_verb",
    "may_go_on",
    "opens_speech",
    "said_before",
    "takes_infinitive",
    "verb_to_come",
]

_IN_PHRASE: Final = NOMINAL | {"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT"}  # no preposition parts a noun from its owner


def opens_speech(words: Tagged, stretch: Stretch) -> bool:
    """Tell what begins a sentence of its own behind a colon and a quotation mark: sagte: „Nicht ich, sondern …."""
    before = [words.text(index) for index in range(max(0, stretch.first - 2), stretch.first)]
    return len(before) == 2 and before[0] == ":" and before[1] in OPENING_QUOTES


def find_article(words: Tagged, stretch: Stretch) -> None:
    """Read as an article what opens no relative clause: kam auf 30 Prozent, | die Liste auf 15."""
    tags, first = words.tags, stretch.first + (words.tags[stretch.first] == "KON")
    if first + 1 < stretch.last and tags[first] == "PRELS" and tags[first + 1] in NOMINAL:
        tags[first] = "ART"


def may_go_on(words: Tagged, stretch: Stretch) -> bool:
    """Tell a stretch that opens no clause of its own, or whose pronoun may be an article."""
    opener = stretch.opener
    article = opener == stretch.first and not NOMINAL.isdisjoint(words.tags[opener + 1 : opener + 2])
    return not stretch.kind or (stretch.kind == "relative" and article)


def verb_to_come(words: Tagged, later: Sequence[Stretch]) -> bool:
    """Tell whether a later stretch may hold the finite verb of a clause that is open now."""
    for other in later:
        compared = other.opener is not None and words.lows[other.opener] in ("als", "wie")
        if other.finites and (other.weak or compared or not other.kind):
            return True
    return False


def infinitive_to_come(words: Tagged, later: Sequence[Stretch]) -> bool:
    """Tell whether "um" finds its infinitive behind a list (um die Gründung, Förderung … zu verhindern)."""
    for other in later:
        if other.kind or other.finites:
            return False
        if has_zu(words, other):
            return True
    return False


def ends_clause(stretch: Stretch) -> bool:
    """Tell what is coordinated to a clause with the verb in last place: …, die wacht | und das Lager hält, …."""
    return stretch.coordinated and stretch.finites[-1] == stretch.last - 1 != stretch.first


def explains_noun(words: Tagged, stretch: Stretch) -> bool:
    """Tell a clause in the Konjunktiv right behind a noun that says it: der Vorwurf (des Rats), | er habe gelogen."""
    finite, before = stretch.finites[0], stretch.first - 2
    told = words.text(stretch.first - 1) == "," and words.tokens[finite].morph.mood in ("k1", "k2")
    return told and finite > stretch.first and said_before(words, before) is not None


def said_before(words: Tagged, last: int) -> int | None:
    """Return the noun of saying in whose phrase a token is the last: der Vorwurf | der Opposition, ihre Warnung."""
    place = last
    while place >= 0 and words.tags[place] in _IN_PHRASE:
        if words.tags[place] == "NN" and is_message_noun(words.text(place)):
            return place
        place -= 1
    return None


def lacks_verb(words: Tagged, frame: Frame, form: str = "") -> bool:
    """Tell whether an auxiliary still waits for its participle or infinitive; `form` is "PP", "INF" or any."""
    if frame.finite is None or words.tags[frame.finite] not in AUXILIARY:
        return False
    if form == "INF" and words.lemma(frame.finite) in ("sein", "haben"):
        return False
    return not any(words.tags[index] in NONFINITE for index in frame.indices)


def takes_infinitive(words: Tagged, frame: Frame) -> bool:
    """Tell a relative clause that an infinitive completes: der Mann, der gestand, | …; der im Verdacht steht, ….

    Behind a noun that takes one itself it may as well be the noun's: der Versuch, der lief, | das zu tun.
    """
    nouns = word_list("infinitive_nouns.txt")
    if words.lemma(frame.first - 2) in nouns:
        return False
    verbs = [words.lemma(index) for index in frame.indices if words.tags[index][:2] == "VV"]
    asked = bool(verbs) and verbs[-1] in _infinitive_verbs()
    return asked or any(words.lemma(index) in nouns for index in frame.indices)


@cache
def _infinitive_verbs() -> frozenset[str]:
    told = {row["lemma"] for row in rows("reporting_verbs.csv") if "z" in row["frames"]}
    return word_list("infinitive_verbs.txt") | word_list("object_control.txt") | told
