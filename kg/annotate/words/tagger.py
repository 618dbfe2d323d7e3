"""Part of speech and lemma: the likeliest sequence of tags, by a trigram model over forms, endings and contexts.

A form is looked up among known forms, then by its longest known part from the right, which reads a compound by its
last word and anything else by its ending. Either gives an *entry*: tags with a cost and the rule that makes the
lemma. Costs are negative natural logarithms in quarters, so that sums stay whole numbers. A Viterbi search over pairs
of tags picks the sequence. The figures in `data/words.txt.xz` are made by `kg.annotate.words.training.train`.
"""

from __future__ import annotations

import json
import lzma
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from kg.annotate.lexicon import abbreviation_tags, verb_prefixes
from kg.annotate.names.world import closing_names
from kg.annotate.words.tokens import FOREIGN_LETTER
from kg.annotate.words.verb_forms import irregular_past

__all__ = ["Reading", "initials", "is_noun", "learned_genders", "noun_lemma", "readings", "tag_sequence"]

_MODEL: Final = Path(__file__).parents[1] / "data" / "words.txt.xz"
_QUARTERS: Final = 4  # costs in one natural logarithm
# Interpolation of single tag, pair and triple, by deleted interpolation (Brants 2000, TnT) over the counted text.
_WEIGHTS: Final = (0.05, 0.15, 0.80)
_LONGEST_NO_WORD: Final = 2  # letters; longer words, read in what is quoted from another language, are words
_BASE: Final = 64  # more than there are tags; a pair of tags is one number in this base
_START: Final = 0
_SHORTEST_LAST_WORD: Final = 5  # shorter words stand inside others by chance (rat, ist)
_LONGEST_ENDING: Final = 7
_NOUN_BY_CAPITAL: Final = 8  # two logarithms: dearer than a noun that is known, cheaper than a capital verb
_ANY_ENDING: Final = "*"
_LONGEST_WORD: Final = 60  # longer strings are no words; the limit keeps hostile input cheap
# States and tags that cost this much more than the best (six logarithms) do not win any more.
_BEAM: Final = 24
_NEVER: Final = 10**9
_OPENING: Final = frozenset({"„", "“", '"', "»", "«", "``", "‚", "(", "-", "–"})
_DASHES: Final = frozenset({"–", "-", "—", "|"})
_LONGEST_DATELINE: Final = 12  # words: Frankfurt am Main, 24. November (dpa/epd) –
_OPENERS: Final = frozenset({":", "•"})
# Endings by tag, and the tag of what is left without them.
_INFLECTED: Final = {"ADJA": (("em", "en", "er", "es", "e"), "ADJD"), "NE": (("s",), "NE")}
_HYPHEN: Final = re.compile(r"[-\u2010\u2011]")
_MARKS: Final = {",": "$,", ".": "$.", "!": "$.", "?": "$.", ":": "$.", ";": "$."} | dict.fromkeys("%€$£§", "NN")

# Spelled so since 1996: the treebank behind the model is older.
_YOUNG_SUBORDINATORS: Final = frozenset({"sodass", "sooft", "sodaß"})


_State: TypeAlias = tuple[int, int, tuple[object, "Reading"] | None]  # cost, pair of tags, and the way there


class Reading(NamedTuple):
    """One way to read a form: STTS `tag`, its `number` in the model, `cost` against the best reading, and `lemma`."""

    tag: str
    number: int
    cost: int
    lemma: str


@dataclass(frozen=True, slots=True)
class _Model:
    """`counts` of single tags, pairs and triples; `capital` costs of a small and a capital initial for each tag."""

    tags: tuple[str, ...]
    capital: tuple[tuple[int, int], ...]
    counts: tuple[dict[int, int], dict[int, int], dict[int, int]]
    entries: tuple[str, ...]
    forms: dict[str, int]
    endings: dict[str, int]
    genders: dict[str, str]


@cache
def _model() -> _Model:
    head, *lines = lzma.decompress(_MODEL.read_bytes()).decode("utf-8").split("\n")
    figures = json.loads(head)
    entries: list[str] = []
    forms: dict[str, int] = {}
    endings: dict[str, int] = {}
    for number, line in enumerate(lines):
        entry, known, ending = line.split("\t")
        entries.append(entry)
        for form in known.split():
            forms[form] = number
        for form in ending.split():
            endings[form] = number
    single, pairs, triples = ({int(k): n for k, n in figures[name].items()} for name in ("uni", "bi", "tri"))
    capital = tuple((small, large) for small, large in figures["capital"])
    genders = {noun: gender for gender, nouns in figures["genders"].items() for noun in nouns.split()}
    return _Model(tuple(figures["tags"]), capital, (single, pairs, triples), tuple(entries), forms, endings, genders)


def learned_genders() -> dict[str, str]:
    """Return genders of nouns in small letters ("m", "f", "n", "mn"), learned from paradigms and articles."""
    return _model().genders


def noun_lemma(form: str) -> str:
    """Return the lemma of `form` as a common noun, "" if it can be none."""
    return next((reading.lemma for reading in readings(form) if reading.tag == "NN"), "")


@lru_cache(maxsize=50_000)
def is_noun(form: str) -> bool:
    """Tell whether `form` is a word that is known, not guessed, and most likely a common noun."""
    known = form.lower() in _model().forms
    return known and readings(form.capitalize())[0].tag == "NN"


@cache
def _tag_numbers() -> dict[str, int]:
    return {tag: number for number, tag in enumerate(_model().tags)}


@cache
def _entry(number: int) -> tuple[tuple[int, int, int, str], ...]:
    """Return an entry's readings as tag number, cost, characters to cut and ending to add."""
    readings = []
    for item in _model().entries[number].split(";"):
        tag, cost, cut, *add = item.split(" ")
        readings.append((_tag_numbers()[tag], int(cost), int(cut), add[0] if add else ""))
    return tuple(readings)


@cache
def _counted() -> int:
    """Return how many words were counted."""
    return sum(_model().counts[0].values())


class _Transitions(dict[int, int]):
    """The cost of a tag after two others by the number of the triple, worked out when first asked for."""

    def __missing__(self, triple: int) -> int:
        pair, third = divmod(triple, _BASE)
        second = pair % _BASE
        single, pairs, triples = _model().counts
        before = pairs.get(pair, 0)
        share = _WEIGHTS[0] * single.get(third, 1) / _counted()
        if second in single:
            share += _WEIGHTS[1] * pairs.get(second * _BASE + third, 0) / single[second]
        if before:
            share += _WEIGHTS[2] * triples.get(triple, 0) / before
        self[triple] = round(-_QUARTERS * math.log(share))
        return self[triple]


_TRANSITIONS: Final = _Transitions()


def _entry_of(form: str, *, noun: bool) -> tuple[tuple[int, int, int, str], ...]:
    """Return the entry of a form in small letters, of its last word, or of its longest known ending.

    Only what may be a `noun`, by its capital, is one by its last word: kasachischem does not end in Schem.
    """
    model = _model()
    if form in model.forms:
        return _entry(model.forms[form])
    for start in range(1, len(form) - _SHORTEST_LAST_WORD + 1):
        if form[start:] in model.forms:
            entry = _entry(model.forms[form[start:]])
            foreign = ("" if form[:start] in verb_prefixes() else "V") + ("" if noun else "N")
            kept = tuple(reading for reading in entry if model.tags[reading[0]][0] not in foreign)
            if kept:
                return kept
    for start in range(max(1, len(form) - _LONGEST_ENDING), len(form)):
        if form[start:] in model.endings:
            return _entry(model.endings[form[start:]])
    return _entry(model.endings[_ANY_ENDING])


@lru_cache(maxsize=200_000)
def readings(word: str, initial: bool = False) -> tuple[Reading, ...]:
    """Return the readings of a word, the cheapest first; `initial` if a capital says nothing (sentence start)."""
    fixed = _by_shape(word)
    if fixed:
        return (Reading(fixed, _tag_numbers()[fixed], 0, word),)
    last = word if word.isalpha() else _HYPHEN.split(word)[-1]
    form = last[:_LONGEST_WORD].lower()
    capital = last[0].isupper()
    if last.isupper() and len(last) > 1 and form not in _model().forms:
        return (Reading("NE", _tag_numbers()["NE"], 0, word),)
    with_zu = _with_zu(form) if not capital or initial else None
    if with_zu is not None:
        return (with_zu,)
    found = _fitting(word, last, initial, _listed(word, form, capital, initial))
    found.sort(key=attrgetter("cost"))
    least = found[0].cost
    return tuple(
        [Reading(tag, number, cost - least, lemma) for tag, number, cost, lemma in found if cost - least <= _BEAM]
    )


def _listed(word: str, form: str, capital: bool, initial: bool) -> list[Reading]:
    """Return the readings that the list or the endings give a form, with its lemma in each."""
    found = []
    for number, cost, length, add in _entry_of(form, noun=capital or initial):
        tag = _model().tags[number]
        total = cost + (0 if initial else _model().capital[number][capital])
        cut = length or _ending_length(form, tag)
        ending = add if "ß" in word else add.replace("ß", "ss")  # Beschlüsse: the list has Beschluß
        found.append(Reading(tag, number, total, _spelled(word[: len(word) - cut] + ending, tag)))
    past = _unlisted_past(form, found) if not capital else ""
    if past:
        return [Reading("VVFIN", _tag_numbers()["VVFIN"], 0, past)]
    if form.endswith(("te", "ten")) and any(map(_is_invented, found)):
        others = [reading for reading in found if reading.tag != "ADJA" and not _is_invented(reading)]
        return [Reading("ADJA", _tag_numbers()["ADJA"], found[0].cost, form[: form.rindex("t") + 1]), *others]
    return found


def _fitting(word: str, last: str, initial: bool, found: list[Reading]) -> list[Reading]:
    """Return the readings that a word's capital or small letter, its length and its alphabet leave."""
    form, capital = last[:_LONGEST_WORD].lower(), last[0].isupper()
    if capital and not initial and all(reading.tag[0] in "VA" for reading in found):  # verbs, adjectives, adverbs
        found.append(_as_noun(word, form))
    if capital and word in closing_names() and all(reading.tag[0] == "V" for reading in found):
        found = [Reading("NE", _tag_numbers()["NE"], 0, word)]  # Google lenkte ein
    if capital and form.endswith(_OF_NOUNS) and form not in _model().forms:
        found = [reading for reading in found if reading.tag != "NE"] or found
    if capital and FOREIGN_LETTER.search(last) and form not in _model().forms:
        found = [r for r in found if r.tag[0] not in "AV"] or [Reading("NE", _tag_numbers()["NE"], 0, word)]
    if not capital and not initial:
        found = [reading for reading in found if reading.tag != "NN"] or found
    if len(form) > _LONGEST_NO_WORD and not last.isupper():
        found = [reading for reading in found if reading.tag != "XY"] or found
    return found


def _with_zu(form: str) -> Reading | None:
    """Return the reading of a form that the list lacks with "zu" between a prefix and an infinitive: ein|zu|frieren."""
    forms = _model().forms
    opened = _OPENS_INFINITIVE.match(form) if form not in forms and form.endswith(("en", "ern", "eln")) else None
    verb = form[opened.end() :] if opened is not None else ""
    if opened is None or len(verb) < _SHORTEST_LAST_WORD or opened[0] in verb_prefixes():  # hinzu|fügen
        return None
    unknown = verb not in forms or any(_model().tags[number] == "VVINF" for number, *_ in _entry(forms[verb]))
    return Reading("VVIZU", _tag_numbers()["VVIZU"], 0, opened["prefix"] + verb) if unknown else None


def _unlisted_past(form: str, found: Sequence[Reading]) -> str:
    """Return the infinitive of a past that the list has only as a name or a noun, if at all: enthob, entwich, angriff.

    What looks like an adjective stays one: umstritten, dringlich.
    """
    if any(reading.tag[0] == "V" or reading.tag == "ADJA" for reading in found):
        return ""
    best = min(found, key=attrgetter("cost")).tag
    adjective = best in ("ADJD", "ADV") and (form.endswith(("en", "lich")))
    return irregular_past(form) if not adjective else ""


def _is_invented(reading: Reading) -> bool:
    """Tell a finite form guessed from an inflected participle, whose verb does not exist: gestürzte, "gestürzen".

    What is known as a verb is none that was invented: entgegnete, vergeudete.
    """
    if reading.lemma in _model().forms:
        return False
    opened = _OPENS_PARTICIPLE.match(reading.lemma) if reading.tag == "VVFIN" else None
    return opened is not None and reading.lemma[opened.start("ge") :] not in _model().forms


def _as_noun(word: str, form: str) -> Reading:
    """Return the reading as noun that a capital asks for, its lemma by the longest ending that knows nouns."""
    noun = _tag_numbers()["NN"]
    cut, add = 0, ""
    for start in range(max(1, len(form) - _LONGEST_ENDING), len(form)):
        rules = [entry[2:] for entry in _entry(_model().endings.get(form[start:], 0)) if entry[0] == noun]
        if form[start:] in _model().endings and rules:
            cut, add = rules[0]
            break
    return Reading("NN", noun, _NOUN_BY_CAPITAL, _spelled(word[: len(word) - cut] + add, "NN"))


def _ending_length(form: str, tag: str) -> int:
    """Return the length of an ending that the entry left on an adjective or a name's genitive, 0 for none.

    An ending is one only where a known adjective (not leise, Berliner) or name (not Paris) is left.
    """
    endings, left = _INFLECTED.get(tag, ((), ""))
    if not form.endswith(endings):
        return 0
    model = _model()
    if tag == "NE" and form in model.forms:
        return 0
    for ending in endings:
        number = model.forms.get(form.removesuffix(ending), -1) if form.endswith(ending) else -1
        if number >= 0 and any(model.tags[reading[0]] == left for reading in _entry(number)):
            return len(ending)
    return 0


_OF_NOUNS: Final = ("barkeit", "igkeit", "ierung", "ismus", "ität", "lichkeit", "losigkeit", "samkeit", "schaft")
"""Endings by which a word that the list lacks is a noun and no name: Protektionismus."""

_OPENS_PARTICIPLE: Final = re.compile(
    rf"(?:{'|'.join(sorted(verb_prefixes().keys() - {'ge'}, key=len, reverse=True))})?(?P<ge>ge)"
)
"""The ge of a participle, a prefix that parts from the verb before it: gestürzt, abgestürzt."""

_PARTING: Final = sorted((p for p, parts in verb_prefixes().items() if parts != "no"), key=len, reverse=True)
_OPENS_INFINITIVE: Final = re.compile(rf"(?P<prefix>{'|'.join(_PARTING)})zu")
"""What stands before the verb of an infinitive with zu whose prefix parts from it: ein|zu|frieren."""

_MODEL_NUMBER = re.compile(r"[A-Z]{1,3}-\d{1,4}[A-Za-z]?(-\d+)?")
"""What weapons, aircraft and roads are told apart by: F-35, S-300, AK-47."""


def _by_shape(word: str) -> str:
    """Return the tag of what is no ordinary word: marks, figures, cut compounds (Energie-), else ""."""
    if word.isalpha():
        return "KOUS" if word.lower() in _YOUNG_SUBORDINATORS else ""
    if not any(character.isalnum() for character in word):
        return _MARKS.get(word, "$(")
    if word[-1] in "-\u2010\u2011":
        return "TRUNC"
    if _MODEL_NUMBER.fullmatch(word):
        return "NE"
    if word[-1] == "." and word in abbreviation_tags():
        return abbreviation_tags()[word]
    if word[0].isdigit():
        if word[-1] == ".":
            return "ADJA"
        if not any(character.isalpha() for character in word):
            return "CARD"
    return ""


def _spelled(lemma: str, tag: str) -> str:
    """Return a lemma with a capital for nouns and names, small otherwise."""
    if tag in ("NN", "NE"):
        return lemma[0].upper() + lemma[1:]
    if tag == "ADJA" and lemma.endswith("er"):
        return lemma  # Berliner
    return lemma if tag in ("FM", "XY") else lemma.lower()


def initials(words: Sequence[str]) -> list[bool]:
    """Tell whether the capital of each word says nothing: where a sentence begins (Rom (dpa) – Trotz; : „Das …)."""
    found = []
    initial = True
    for place, word in enumerate(words):
        found.append(initial)
        noted = word in _DASHES and words[place - 1] == ")" and place < _LONGEST_DATELINE
        initial = noted or word in _OPENERS or (initial and word in _OPENING)
    return found


def tag_sequence(words: Sequence[str], initial: Sequence[bool]) -> list[Reading]:
    """Return the readings of the words of one sentence that make the likeliest sequence, given their `initials`."""
    beam: list[_State] = [(0, _START, None)]
    for word, opens in zip(words, initial, strict=True):
        choices = readings(word, opens)
        if len(choices) == 1 and len(beam) == 1:
            cost, pair, path = beam[0]
            beam = [(cost, pair % _BASE * _BASE + choices[0].number, (path, choices[0]))]
        else:
            beam = _extended(beam, choices)
    return _traced(min(beam)[2]) if words else []


def _extended(beam: Sequence[_State], choices: Sequence[Reading]) -> list[_State]:
    """Return the best way to each pair of tags over one more word, without those that do not win any more."""
    transitions = _TRANSITIONS
    reached: dict[int, _State] = {}
    dearest = min(beam)[0] + _NEVER
    for cost, pair, path in beam:
        second, triple = pair % _BASE * _BASE, pair * _BASE
        for reading in choices:
            _, number, own, _ = reading
            total = cost + own + transitions[triple + number]
            if total > dearest:
                continue
            state = second + number
            if state not in reached or total < reached[state][0]:
                reached[state] = (total, state, (path, reading))
                if total + _BEAM < dearest:
                    dearest = total + _BEAM
    return [state for state in reached.values() if state[0] <= dearest]


def _traced(path: object) -> list[Reading]:
    found = []
    while isinstance(path, tuple):
        path, reading = path
        found.append(reading)
    return found[::-1]
