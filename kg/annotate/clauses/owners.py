"""Whose somebody is: what stands with "von" behind a word for a person and is no agent."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kg.annotate.clauses.government import has_participants, is_event
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.phrase_kinds import names_actor
from kg.annotate.clauses.tagged import NAMES, Tagged
from kg.annotate.lexicon import word_list
from kg.annotate.names.titles import parse_title
from kg.annotate.noun_classes import noun_class, tails

__all__ = ["befalls", "is_aim", "is_had", "says_whose", "takes_place"]

_OFFICES: Final = ("state", "body")
_DATING: Final = frozenset({"vor", "nach", "seit", "während"})
_BEFORE_SOURCE: Final = frozenset({"nach", "laut"})


def says_whose(words: Tagged, noun: Phrase, behind: Phrase) -> bool:
    """Tell whether a name with "von" says whose somebody is: der Sprecher | von Weber, der Präsident | von Georgien.

    An office is of a state or body: in "wurde der Präsident von Weber empfangen" it is Weber who acts. Of two phrases
    with "von" the second belongs to the first: von der Polizei | von Rom. So does who is the source: wurden nach
    Angaben | von Anwohnern zwei Leute getötet.
    """
    if _preposition(words, behind) != "von":
        return False
    if _preposition(words, noun) in _BEFORE_SOURCE and words.lemma(noun.head) in word_list("opinion_nouns.txt"):
        return not noun.genitives  # wird nach Angaben der Polizei | von Bauern blockiert
    if behind.determiner is not None:
        return False
    if behind.head in words.places:
        return True  # a town does nothing: die Universität | von Rom
    person = behind.head in words.people
    named = words.tags[behind.head] in NAMES or behind.head in words.name_ends
    if _belongs_to_somebody(words.lemma(noun.head)):
        return named or person
    office = parse_title(words.text(noun.head))
    held = office is not None and office.scope in _OFFICES
    return named and not person and (held or _preposition(words, noun) in ("von", "vom"))


def befalls(words: Tagged, noun: Phrase, behind: Phrase) -> bool:
    """Tell whether a bare noun with "von" says whom or what something befalls.

    Die Verhaftung, das Ende der Verhaftung | von Gegnern; die Stürmung | von Häusern, for things do nothing.
    """
    if not _is_bare_with_von(words, behind):
        return False
    deeds = {words.lemma(noun.head), words.lemma(_last_owner(noun).head)}
    if behind.first == behind.head and not deeds.isdisjoint(word_list("befalling_nouns.txt")):
        return True
    return words.lemma(noun.head).endswith("ung") and not names_actor(words, behind)


def is_had(words: Tagged, verb: str, noun: Phrase, behind: Phrase) -> bool:
    """Tell what "von" adds to a deed from whom somebody wants or gets it: fordert den Ausbau | von Wegen.

    Nobody wants or gets anything of things: fordert die Abschaffung | von Zöllen, but fordert Hilfe | von Ländern.
    """
    if verb not in word_list("getting_verbs.txt") or not _is_bare_with_von(words, behind):
        return False
    deed = words.lemma(_last_owner(noun).head)
    return has_participants(deed) and (not names_actor(words, behind) or befalls(words, noun, behind))


def is_aim(words: Tagged, body: Phrase, aim: Phrase) -> bool:
    """Tell for what somebody acts from what a body is for: protestierten vor dem Amt | für ein Ende der Jagd."""
    wanted = words.lows[aim.first].startswith("ein") and words.lows[aim.first - 1] == "für"
    return wanted and body.preposition is not None and noun_class(words.lemma(body.head)) == "Organisation"


def _is_bare_with_von(words: Tagged, phrase: Phrase) -> bool:
    return _preposition(words, phrase) == "von" and phrase.determiner is None and words.tags[phrase.head] == "NN"


def _last_owner(noun: Phrase) -> Phrase:
    """Return the last of a chain of genitives: das Ende der Rekrutierung."""
    return _last_owner(noun.genitives[-1]) if noun.genitives else noun


def takes_place(words: Tagged, event: Phrase, behind: Phrase) -> bool:
    """Tell the place of an event that says when something else is: vor dem Gipfel | in Rom trat er zurück."""
    dates = _preposition(words, event) in _DATING and is_event(words.lemma(event.head))
    return dates and _preposition(words, behind) == "in" and words.tags[behind.head] == "NE"


def _preposition(words: Tagged, phrase: Phrase) -> str:
    return words.lows[phrase.preposition] if phrase.preposition is not None else ""


@lru_cache(maxsize=50_000)  # the nouns of an archive
def _belongs_to_somebody(noun: str) -> bool:
    companions = word_list("companions.txt")
    return any(tail in companions for tail in tails(noun))
