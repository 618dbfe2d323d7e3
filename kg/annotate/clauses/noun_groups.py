"""Noun phrases without coordination: determiner, attributes, head, names, genitive attributes; and pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from kg.annotate.agreement import (
    ANY,
    PLURAL,
    SINGULAR,
    adjective,
    case_mask,
    determiner,
    gender_mask,
    noun,
    pronoun,
    uninflected,
)
from kg.annotate.articles import INDEFINITE_ARTICLES
from kg.annotate.clauses.attributes import (
    Attributes,
    is_participial,
    opens_attribute,
    prenominal_genitive,
    read_attributes,
)
from kg.annotate.clauses.name_joins import end_of_names, is_genitive_of
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.tagged import DETERMINERS, HEADS, NAMES, PRONOUNS, YEAR, Window
from kg.annotate.lexicon import rows, word_list
from kg.annotate.noun_classes import noun_class

__all__ = ["OPENING", "bare_participial", "noun_group"]

_OPENING_BEFORE: Final = frozenset({"ADJD", "NN", "NE", "PIS", "PAV"})  # they may take the phrase with "von"
_PLACING: Final = frozenset({"in", "im", "aus", "nach"})
_DATING: Final = frozenset({"kommende", "kommenden", "kommender", "folgende", "folgenden", "folgender"})
_COUNTS: Final = frozenset({"CARD", "PIAT", "PIDAT"})
_UNINFLECTED: Final = frozenset({"mehr", "weniger"})
_GENITIVE_OPENERS: Final = DETERMINERS | {"ADJA", "NE"}
# Verbs, prepositions, conjunctions and marks open no noun phrase.
OPENING: Final = DETERMINERS | HEADS | PRONOUNS | {"ADJA", "ADJD", "ADV", "CARD", "PTKA", "PTKNEG", "TRUNC", "$("}
_GENITIVE: Final = case_mask("g")
_BEHIND_YEARS: Final = DETERMINERS | {"CARD", "ADV", "PPER"}
_SOME: Final = frozenset({"CARD", "PIS", "PIAT", "PIDAT"})
_BODIES: Final = frozenset({"Person", "Organisation"})
_MONTHS: Final = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober"}
_WEEKDAYS: Final = {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag"}
_CALENDAR: Final = frozenset({*_MONTHS, "November", "Dezember", *_WEEKDAYS})
_TERMS: Final = frozenset({"Tag", "Woche", "Monat", "Jahr"})
_INDEFINITE: Final = frozenset({"etwas", "nichts", "viel", "wenig", "alles"})


def noun_group(window: Window, index: int) -> Phrase | None:
    """Read the phrase that begins at `index` with its genitive attributes, None where none begins."""
    phrase = _group(window, index)
    if phrase is None or phrase.pronoun:
        return _some_of(window, phrase) if phrase is not None else None
    if phrase.last >= window.limit:
        return phrase
    chain = [phrase]
    while (attribute := _genitive_after(window, chain[-1])) is not None:
        owned = chain[-1]
        owned.genitives.append(attribute)
        while (further := _linked_genitive(window, owned.genitives[-1])) is not None:
            owned.genitives.append(further)
        chain.append(owned.genitives[-1])
        for part in chain:
            part.last = chain[-1].last
    return phrase


def _some_of(window: Window, some: Phrase) -> Phrase:
    """Read a number or pronoun with those of whom it takes some: zwei der Männer, einer seiner Minister."""
    if window.tag(some.head) == "CARD" and window.low(some.last) == "von":
        place = window.skip(some.last + 1, frozenset({"ADV"}))
        counted = _group(window, place) if window.tag(place) == "CARD" else None
        plain = counted is None or counted.pronoun
        # sieben von zwölf Werken: in the case of the number, whatever "von" asks for
        return some if plain or counted is None else replace(counted, first=some.first, mask=some.mask & PLURAL)
    one = window.low(some.head) in INDEFINITE_ARTICLES
    among_them = window.low(some.last) == "der" or window.tag(some.last) == "PPOSAT"
    if window.tag(some.head) not in _SOME or not among_them or not (one or some.mask & PLURAL):
        return some
    all_ = noun_group(window, some.last)
    if all_ is None or all_.pronoun or "g" not in all_.cases or not all_.mask & _GENITIVE & PLURAL:
        return some
    number, among = (SINGULAR, all_.mask & _GENITIVE & PLURAL) if one else (PLURAL, 0)
    return replace(all_, first=some.first, mask=some.mask & number, definite=True, among=among)


def _linked_genitive(window: Window, attribute: Phrase) -> Phrase | None:
    """Read a further genitive of the same noun (die Minister Polens und Litauens, der Ukraine und der Türkei).

    A comma goes on with one where a conjunction ends the list: die Botschaften Togos, | Ghanas und der Schweiz.
    """
    place = attribute.last
    listed = window.low(place) == ","
    if not listed and (window.tag(place) != "KON" or window.low(place) not in ("und", "oder", "sowie")):
        return None
    further = _group(window, place + 1)
    if further is None or further.pronoun or "g" not in further.cases:
        return None
    if further.cases != "g" and not _goes_on(window, attribute, further):
        return None
    further.mask &= _GENITIVE
    return further if not listed or _linked_genitive(window, further) is not None else None


def _goes_on(window: Window, attribute: Phrase, further: Phrase) -> bool:
    """Tell whether what need not be a genitive is one beside the genitive before it."""
    alike = attribute.determiner is not None and window.low(attribute.determiner) == window.low(further.first)
    # des Handels und der Arbeit, Togos und der Schweiz: what can be no subject goes on with a genitive.
    named = window.tag(attribute.head) == "NE" and window.low(further.first) == "der"
    articled = attribute.determiner is not None and further.determiner is not None
    goes_on = (articled or named) and "n" not in further.cases
    # der Firmen Adler und Wolff: a plural announces both names.
    announced = attribute.mask & PLURAL and window.tag(attribute.head) == "NN" and attribute.last > attribute.head + 1
    return alike or goes_on or (bool(announced) and further.first == further.head and window.tag(further.head) == "NE")


def _genitive_after(window: Window, phrase: Phrase) -> Phrase | None:
    place, head_tag = phrase.last, window.tag(phrase.head)
    if head_tag not in HEADS or (head_tag in NAMES and not phrase.definite) or place >= window.limit:
        return None
    tag, form = window.tag(place), window.low(place)
    opens = tag in _GENITIVE_OPENERS or form in ("zweier", "dreier") or _is_strong(window, place)
    if not opens or form in _UNINFLECTED:
        return None
    if tag in ("ART", "PPOSAT") and phrase.last > phrase.head + 1 and phrase.head + 1 in window.words.people:
        return None  # dessen Präsident Jan Kalski | der Nato vorsitzt, enthob Präsident Jan Kalski | seines Amtes
    attribute = _group(window, place)
    if attribute is None or "g" not in attribute.cases or (attribute.pronoun and window.low(place + 1) != "beiden"):
        return None
    if tag == "NE" and not is_genitive_of(window, phrase.head, attribute.last - 1):
        return None
    if tag == "ADJA" and form.endswith("e"):
        return None
    if _is_told(window, phrase, attribute) or _is_share(window, phrase, place):
        return None
    if _is_date(window, phrase) and window.token(attribute.head).lemma not in word_list("time_nouns.txt"):
        return None  # im März 2024 | der Nato beitreten, but im März des Jahres
    attribute.mask &= _GENITIVE
    return attribute


def _is_strong(window: Window, place: int) -> bool:
    """Tell several people in the genitive that only the ending shows: die Aufnahme | Geflüchteter."""
    noun = window.token(place)
    adjectival = noun.tag == "NN" and noun.text == f"{noun.lemma}r" and noun.morph.gender == "mfn"
    return adjectival and window.tag(place - 1) == "NN"


def _is_share(window: Window, phrase: Phrase, place: int) -> bool:
    """Tell how much of something somebody has: gehört zu 45 Prozent | der Stadt, mit 45 Prozent | größter Eigner."""
    if window.low(phrase.head) not in ("prozent", "%"):
        return False
    superlative = window.tag(place) == "ADJA" and window.low(place).endswith(("ster", "ßter"))
    return superlative or (window.low(phrase.first - 1) == "zu" and window.low(place) == "der")


def _is_told(window: Window, phrase: Phrase, attribute: Phrase) -> bool:
    """Tell a medium to which a body says something from one whose it is: teilte das Amt | der dpa mit."""
    body = noun_class(window.token(phrase.head).lemma) == "Organisation"
    told = window.token(attribute.head)
    return body and (noun_class(told.lemma) == "Medium" or told.text in _media())


@cache
def _media() -> frozenset[str]:
    """Return the names of papers, agencies and broadcasters that are one word."""
    return frozenset(name for row in rows("media.csv") for name in (row["label"], *(row["aliases"] or "").split("|")))


def _is_date(window: Window, phrase: Phrase) -> bool:
    """Tell a month or day of the calendar, which nothing owns."""
    lemma, last = window.token(phrase.head).lemma, window.low(phrase.last - 1)
    return lemma in _CALENDAR or (phrase.last > phrase.head + 1 and YEAR.match(last) is not None)


def _group(window: Window, start: int) -> Phrase | None:
    """Read determiner, attributes, head and the names behind it."""
    index = start
    while window.tag(index) == "ADV" and window.low(index) in word_list("phrase_adverbs.txt"):
        index += 1
    tag = window.tag(index)
    if tag not in OPENING or _is_bare_year(window, index) or _is_beside(window, index):
        return None
    if tag == "ADV" and window.low(index) in word_list("time_adverbs.txt"):
        return None  # zahlt heute | 18 Milliarden Euro
    if window.low(start) == "mehr" and window.low(start - 1) == "nicht" and window.tag(start + 1) in DETERMINERS:
        return None  # fordert nicht mehr | den Austritt
    owner = prenominal_genitive(window, index)
    opener = index if tag in DETERMINERS or opens_attribute(window, index) else None
    begin = owner.last if owner is not None else index + (opener is not None)
    counted = tag in _COUNTS  # fünf von Serbien bezahlte Ämter
    attributes = read_attributes(window, begin, opened=begin > index or counted)
    if window.tag(attributes.end) not in HEADS:
        return _headless(window, start, index, opener, attributes)
    head = attributes.end + (_is_first_part(window, opener, attributes.end) or _is_term(window, attributes.end))
    phrase = _with_head(window, start, opener, attributes.inflected, head)
    phrase.participle = attributes.participle
    if owner is not None:
        phrase.genitives.append(owner)
        phrase.definite = True
    return phrase


def bare_participial(window: Window, start: int) -> Phrase | None:
    """Read a noun that a participle with its agent or place opens without an article: von Katar bezahlte Kämpfer."""
    if window.tag(start - 1) in _OPENING_BEFORE:
        return None
    if window.low(start) not in ("von", "durch") and not _opens_with_place(window, start):
        return None
    attributes = read_attributes(window, start, opened=True)
    if attributes.participle is None or window.tag(attributes.end) not in HEADS:
        return None
    if not is_participial(window.words, attributes.participle) or window.tag(attributes.participle - 1) == "$(":
        return None  # sprach von „organisiertem Staatsversagen“
    phrase = _with_head(window, start, None, attributes.inflected, attributes.end)
    phrase.participle = attributes.participle
    return phrase


def _opens_with_place(window: Window, start: int) -> bool:
    """Tell a place right before a participle and its noun: in Rom lebende Polen, aus Mali stammende Ware."""
    participle = start + 2
    named = window.tag(start + 1) == "NE" and start + 1 not in window.words.people
    placed = window.low(start) in _PLACING and named
    found = placed and window.tag(participle) == "ADJA" and is_participial(window.words, participle)
    if not found or window.tag(participle + 1) != "NN":
        return False
    timed = {window.token(participle + 1).lemma, window.token(participle).lemma}
    return timed.isdisjoint(word_list("time_nouns.txt")) and window.low(participle) not in _DATING


def _is_bare_year(window: Window, index: int) -> bool:
    """Tell a year from a number that counts: 2021 | rund zwölf Prozent, 2024 | 17 Milliarden Euro, 2023 | Waren."""
    told = index in window.words.years or window.tag(index + 1) in _BEHIND_YEARS
    return told and bool(YEAR.match(window.low(index)))


def _is_beside(window: Window, index: int) -> bool:
    """Tell what says how something is done from what says how much of it a noun is: baute gemeinsam | neue Werke."""
    adverb = window.tag(index) == "ADJD" and window.tag(index + 1) == "ADJA"
    return adverb and window.token(index + 1).lemma in word_list("ungraded_adjectives.txt")


def _is_first_part(window: Window, opener: int | None, head: int) -> bool:
    """Tell an abbreviation that should be one word with the noun behind it: die US Botschaft, der SPD Chef.

    A noun for one person or body cannot stand alone there.
    """
    abbreviation, following = window.token(head).text, head + 1
    if opener is None or not abbreviation.isupper() or window.tag(head) != "NE" or window.tag(following) != "NN":
        return False
    readings = noun(window.token(following))
    agrees = bool(readings & determiner(window.low(opener)) & SINGULAR)
    return agrees and not readings & PLURAL and noun_class(window.token(following).lemma) in _BODIES


def _is_term(window: Window, head: int) -> bool:
    """Tell a time from what is served for it: zwanzig Jahre | Haft."""
    served = window.tag(head + 1) == "NN" and window.token(head + 1).lemma in word_list("sentences_served.txt")
    return served and window.token(head).lemma in _TERMS


def _is_measure(window: Window, head: int) -> bool:
    """Tell a unit from what is measured in it: zwei Tonnen | Kaffee."""
    if window.tag(head + 1) != "NN":
        return False
    counted = window.tag(head - 1) == "CARD" or window.token(head - 1).lemma in word_list("number_nouns.txt")
    return counted and window.token(head).lemma in word_list("measures.txt")


def _is_raise(window: Window, head: int) -> bool:
    """Tell an amount from what there is more or less of by it: fünf Prozent | mehr Lohn."""
    if window.low(head + 1) not in _UNINFLECTED or window.tag(head + 2) != "NN":
        return False
    counted = window.tag(head - 1) == "CARD" or window.token(head - 1).lemma in word_list("number_nouns.txt")
    return counted and window.token(head).lemma not in word_list("time_nouns.txt")


def _with_head(window: Window, start: int, opener: int | None, inflected: Sequence[int], head: int) -> Phrase:
    head += 2 if _is_raise(window, head) else _is_measure(window, head)
    token = window.token(head)
    if token.lemma in word_list("number_nouns.txt") and token.text != "Paar":
        counted = _counted(window, head + 1)
        if counted is not None:
            return Phrase(start, counted.last, counted.head, counted.mask & PLURAL or counted.mask)
    mask, end = _agreed(window, opener, inflected, head), end_of_names(window, head)
    if opener is None and end > head + 1 and head + 1 in window.words.people:
        mask = uninflected(mask)  # a title before a name: stürzten Präsident Weber
    return Phrase(start, end, head, mask, definite=opener is not None, determiner=opener)


def _agreed(window: Window, opener: int | None, inflected: Sequence[int], head: int) -> int:
    """Return the readings that determiner, adjectives and noun share; where two contradict, the ending decides."""
    token = window.token(head)
    if opener is not None and window.low(opener) in _UNINFLECTED:
        opener = None
    form = window.low(opener) if opener is not None else ""
    mask = noun(token)
    if opener is not None:
        gender = window.words.genders.get(head)
        guessed = gender is not None and not mask & gender_mask(gender)  # of a name that looks like a noun
        named = guessed or window.tag(head) in NAMES
        mask = determiner(form) if named else mask & determiner(form) or determiner(form)
        if gender is not None:
            mask = mask & gender_mask(gender) or mask & SINGULAR or mask
        if token.text in (token.lemma + "n", token.lemma + "r"):  # der Abgeordnete, die Abgeordneten
            mask = mask & adjective(window.low(head), form) or mask
        elif token.text == token.lemma[:-1] and token.lemma.endswith("er"):
            mask = determiner(form) & adjective(window.low(head), form) or mask
    for index in inflected:
        low = window.low(index)
        if window.tag(index) == "ADJA" and window.token(index).text == window.token(index).lemma and low.endswith("er"):
            continue  # Berliner never changes
        # Behind an article "beiden", "vielen" are inflected like adjectives.
        possible = adjective(low, form) if form or window.tag(index) == "ADJA" else determiner(low)
        if not form and window.tag(index) != "ADJA":
            form = low
        mask = mask & possible or possible
    return mask


def _counted(window: Window, place: int) -> Phrase | None:
    """Read what a number noun counts (Millionen Euro, ein paar neue Häuser)."""
    attributes = read_attributes(window, place, opened=False)
    if window.tag(attributes.end) not in HEADS:
        return None
    return _with_head(window, place, None, attributes.inflected, attributes.end)


def _headless(window: Window, start: int, index: int, opener: int | None, attributes: Attributes) -> Phrase | None:
    """Read a pronoun, or a determiner, adjective or number that stands without a noun."""
    tag, form = window.tag(index), window.low(index)
    if tag in PRONOUNS and opener is None:
        mask = pronoun(form, relative=tag == "PRELS")
        return Phrase(start, _end_of_indefinite(window, index), index, mask, pronoun=True)
    return (
        _nominalised(window, start, opener, attributes.inflected)
        or _counting_pronoun(window, start, opener, attributes)
        or _bare(window, start, index, opener, attributes.end)
    )


def _nominalised(window: Window, start: int, opener: int | None, inflected: Sequence[int]) -> Phrase | None:
    """Read an adjective in place of a noun (die Jüngere, Grüne)."""
    if not inflected or window.tag(inflected[-1]) != "ADJA":
        return None
    head = inflected[-1]
    if opener is None and not window.token(head).text[:1].isupper():
        return None
    form = window.low(opener) if opener is not None else ""
    mask = adjective(window.low(head), form) & (determiner(form) if form else ANY)
    return Phrase(start, head + 1, head, mask or ANY, definite=opener is not None)


def _counting_pronoun(window: Window, start: int, opener: int | None, attributes: Attributes) -> Phrase | None:
    """Read "die beiden", "viele andere"."""
    head, inflected = attributes.end, attributes.inflected
    first = opener if opener is not None else next(iter(inflected), None)
    if first is None:
        return None
    if opener is not None and inflected and window.tag(inflected[-1]) in ("PIAT", "PIDAT"):
        head = inflected[-1]
    elif window.tag(head) != "PIS":
        return None
    mask = determiner(window.low(first))
    mask = mask & PLURAL or mask if window.low(head) == "beiden" else mask  # ein Treffen | der beiden
    return Phrase(start, head + 1, head, mask, pronoun=True, definite=opener is not None)


def _bare(window: Window, start: int, index: int, opener: int | None, end: int) -> Phrase | None:
    form = window.low(index)
    if opener is not None and end == opener + 1:
        return Phrase(start, opener + 1, opener, pronoun(form), pronoun=True)
    if window.tag(index) == "CARD" and index == start and not YEAR.match(form):
        return Phrase(start, window.skip(index, frozenset({"CARD"})), index, PLURAL, pronoun=True)
    return None


def _end_of_indefinite(window: Window, index: int) -> int:
    """Return where "etwas Neues", "nichts besonders Gutes" ends."""
    if window.low(index) not in _INDEFINITE:
        return index + 1
    if window.low(index + 1) == "mehr":
        return index + 2
    attributes = read_attributes(window, index + 1, opened=True)
    place = window.skip(attributes.end, frozenset({"ADV", "ADJD"}))
    if window.tag(place) == "NN" and window.token(place).text.endswith("es"):
        return place + 1
    return place if attributes.inflected and window.low(place - 1).endswith("es") else index + 1
