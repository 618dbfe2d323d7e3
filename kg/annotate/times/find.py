"""Time expressions in TIMEX3 terms, with their place on the calendar."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

from kg.annotate.lexicon import read_data
from kg.annotate.numbers import number_word, ordinal_word
from kg.annotate.shapes import Atom, Grammar, Hit, Value
from kg.annotate.times.context import Context
from kg.annotate.times.days import DAY_RULES
from kg.annotate.times.durations import DURATION_RULES, counted_adjective
from kg.annotate.times.periods import PERIOD_RULES
from kg.annotate.times.values import Reading, bounds
from kg.model.reading import Sentence, Time, Token

__all__ = ["find_times"]

_ROUND = 500  # few years and many counts are multiples of it
_LAST_YEAR = 2200  # a range up to a greater number is none of years: von 2000 bis 3000 jungen Leuten
_LATE = 12  # years back of which news gives figures
_BEFORE_YEAR = ("V", "N", "P", "$")  # tags of verbs, nouns, pronouns and marks, none of which asks for a counted noun
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}")
_FULL_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)")
# Characters before a pair in which "zwischen dem" stands, with room for blanks.
_BEFORE = 20
# Times of day take their day from the story and do not move it.
_TOLD_ELSEWHERE = frozenset({"clock", "half_hour", "daypart"})


def find_times(
    text: str, tokens: tuple[Token, ...], atoms: list[Atom], sentences: tuple[Sentence, ...], published: str | None
) -> tuple[Time, ...]:
    """Return the time expressions of a text, in order and without overlap; `atoms` are those of its tokens.

    `published` is the ISO date, month or year of publication, which deictic times ("gestern", "im Mai") are
    read against, together with the dates told before and the tense of the clause. `Token.tag`, `lemma` and
    `morph` are used where present. The type system is HeidelTime's (Strötgen and Gertz 2013), spans and values follow
    the KRAUTS corpus: no preposition, but the article; "vor zehn Jahren" is a DURATION whose bounds say when.
    """
    context = Context.of(tokens, sentences, atoms, published)
    times: list[Time] = []
    for hit, reading in _grammar().read(atoms, lambda hit: _RULES[hit.rule](hit, context)):
        times.append(_time(reading, hit, context))
        if hit.rule not in _TOLD_ELSEWHERE and reading.bounds and bounds(reading.value):
            context.tell(reading.value, hit.first, hit.last)
    return tuple(_join_ranges(text, times))


def _time(reading: Reading, hit: Hit, context: Context) -> Time:
    earliest, latest = reading.bounds or (None, None)
    start, end = context.atoms[hit.first].start, context.atoms[hit.last - 1].end
    time = Time(start, end, reading.type, reading.value, earliest, latest, reading.vague)
    before = context.atoms[hit.first - 1].text.lower() if hit.first else ""
    today = context.today
    # Since then is from then to now.
    if before == "seit" and time.type == "DATE" and earliest and today and earliest <= today:
        return replace(time, latest=max(today, latest or today))
    return time


def _join_ranges(text: str, times: list[Time]) -> list[Time]:
    """Give both ends of "vom 27. bis 28. November" and "zwischen 2019 und 2021" the bounds of the whole."""
    words = _neighbours()
    joined = list(times)
    for i, (one, other) in enumerate(pairwise(times)):
        if not (one.type == other.type == "DATE" and one.earliest and other.latest and one.earliest <= other.latest):
            continue
        between = text[one.end : other.start].lower().split()
        before = text[max(one.start - _BEFORE, 0) : one.start].lower().split()[-2:]
        mere_pair = not words["pair"].isdisjoint(between) and words["before_pair"].isdisjoint(before)
        if between and words["range"].issuperset(between) and not mere_pair:
            joined[i] = replace(one, latest=other.latest)
            joined[i + 1] = replace(other, earliest=one.earliest)
    return joined


def _bare_year(hit: Hit, context: Context) -> Reading | None:
    """Read a year in digits, where nothing beside it says that it counts or measures something."""
    atoms, words = context.atoms, _neighbours()
    before = atoms[hit.first - 1].text.lower() if hit.first else ""
    after = atoms[hit.last].text if hit.last < len(atoms) else ""
    if (
        (_counts(hit, context, before) and before not in words["before_year"])
        or before in words["before_count"]
        or after in words["after_count"]
        or before[:1].isdigit()
    ):
        return None
    if after[:1].isdigit() and not before.isalpha():
        return None
    # "von 1450 bis 1850 Mark": the other end of the range says what is counted.
    ahead = [atom.text for atom in atoms[hit.last : hit.last + 3]]
    ranges = len(ahead) == 3 and ahead[0] in words["range"] and ahead[1][0].isdigit()
    if ranges and (ahead[2] in words["after_count"] or (ahead[1].isdigit() and int(ahead[1]) > _LAST_YEAR)):
        return None
    year = int(hit.value("year"))
    # "2015/16" is a season that runs into the next year.
    last = year + 1 if hit.value("second") in (year % 100 + 1, year + 1) else year
    limits, end = bounds(f"{year:04}"), bounds(f"{last:04}")
    return Reading("DATE", f"{year:04}", (limits[0], end[1])) if limits and end else None


def _counts(hit: Hit, context: Context, before: str) -> bool:
    """Tell whether a noun in the plural comes after: "1998 Menschen", but "1998 Minister" only where it may be one.

    Adjectives between them do not hide what is counted behind an adverb of counting ("rund 1450 russische Soldaten"),
    nor where the number is round. A year of late counts nothing, unless a determiner, an adjective or such an adverb
    stands before it ("handelten 2023 Waren", but "die 2023 Firmen").
    """
    if hit.last >= len(context.atoms):
        return False
    place = context.atoms[hit.last].token
    year = int(hit.value("year"))
    adverb = before in _neighbours()["before_counted"]
    first = context.atoms[hit.first].token
    plain = first > 0 and context.tokens[first - 1].tag.startswith(_BEFORE_YEAR)
    free = plain or before in _neighbours()["before_late_year"]
    if free and not adverb and year % _ROUND and _is_of_late(year, context):
        return False
    if adverb or year % _ROUND == 0:
        while place + 1 < len(context.tokens) and context.tokens[place].tag == "ADJA":
            place += 1
    noun = context.tokens[place]
    return noun.tag == "NN" and noun.morph.number != "s"


def _is_of_late(year: int, context: Context) -> bool:
    return context.today is not None and -_LATE <= year - context.today.year <= 1


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in read_data("time_neighbours.yaml").items()}


_RULES = DAY_RULES | PERIOD_RULES | DURATION_RULES | {"bare_year": _bare_year}


@cache
def _grammar() -> Grammar:
    lexicon = read_data("times.yaml")
    lexicon["DAYTIME"] = _daytimes(lexicon)
    return Grammar(lexicon, read_data("time_patterns.yaml"), _classify)


def _daytimes(lexicon: dict[str, Any]) -> dict[tuple[int, str], list[str]]:
    """Return the compounds of weekday and part of the day ("Montagabend")."""
    return {
        (number, part): [day + form.lower() for day in days for form in forms]
        for number, days in lexicon["WEEKDAY"].items()
        for part, forms in lexicon["DAYPART"].items()
    }


def _classify(word: str) -> tuple[str, Value] | None:
    """Return class and value of numbers and compounds, which no list can hold."""
    if word[0].isdigit():
        return _classify_digits(word)
    value = number_word(word)
    if value is not None:
        return "WORDNUM", value
    nth = ordinal_word(word)
    if nth is not None:
        return "ORDWORD", nth
    counted, lasting = _compounds()
    if match := counted.fullmatch(word.lower()):
        units = {stem: unit for unit, stem in _adjective_stems()}
        amount = counted_adjective(match[1], units[match[2]])
        return ("COUNTED_ADJECTIVE", amount) if amount else None
    return ("LASTING", word) if lasting.fullmatch(word) else None


@cache
def _adjective_stems() -> tuple[tuple[str, str], ...]:
    """Return unit and stem of the adjectives of length: ("D", "tägig")."""
    adjectives = read_data("times.yaml")["UNIT_ADJECTIVE"]
    return tuple((unit, form.removesuffix("~")) for unit, forms in adjectives.items() for form in forms)


@cache
def _compounds() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of "zweitägig" and of nouns for what lasts."""
    stems = "|".join(stem for _, stem in _adjective_stems())
    endings = "|".join(read_data("time_patterns.yaml")["lasting"])
    return re.compile(rf"(.+?)({stems})(?:e[nrsm]?)?"), re.compile(rf"[A-ZÄÖÜ]\w{{2,}}(?:{endings})")


def _classify_digits(word: str) -> tuple[str, Value] | None:
    if word.isdecimal() and len(word) <= 4:
        number = int(word)
        year = len(word) == 4 and 1000 <= number <= 2100
        return ("YEARNUM" if year else "DAYNUM" if 1 <= number <= 31 else "NUM"), number
    for cls, pattern in (("CLOCK", _CLOCK), ("DOTTED", _DOTTED), ("FULLDATE", _FULL_DATE)):
        if pattern.fullmatch(word):
            return cls, word
    from_digits = word.replace(".", "").replace(",", ".")
    return ("NUM", float(from_digits)) if from_digits.replace(".", "", 1).isdecimal() else None
