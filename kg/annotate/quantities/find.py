"""Amounts: numbers with what they measure or count, normalised, and how exactly they are meant."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.annotate.lexicon import read_data, word_list
from kg.annotate.numbers import magnitude, number_word, read_digits
from kg.annotate.quantities.currencies import currency, foreign_currency, is_foreign
from kg.annotate.shapes import Atom, Grammar, Hit, Value
from kg.model.offsets import first_from, sentence_of
from kg.model.reading import Quantity, Sentence, Time, Token

__all__ = ["find_quantities", "measured_duration"]

_ATTRIBUTE = re.compile(r"[a-zäöüß]{2,}e[nrs]?")
_NOUN_TAGS = ("NN", "")  # without a tagger every word with a capital may be a noun
# "420 S." is an abbreviation, not a noun.
_SHORTEST_NOUN = 3
_NEGATED = {">": "<=", "<": ">=", ">=": "<", "<=": ">"}
# Places after the point that the product of a decimal and a magnitude keeps; hides binary rounding (24.2 × 10⁹).
_PLACES = 6
# Digits that thousands are grouped by.
_GROUP = 3
# Longer rows of digits are keys, not amounts.
_LONGEST_NUMBER = 20
# The code of a currency (ISO 4217).
_CODE = re.compile(r"[A-Z]{3}")
# Before an amount more than which it is, unless a verb or noun asks for the word.
_GOVERNED = "über "
_REACHING = frozenset({"verfügen", "erstrecken"})
# What shares are parts of, and from where on a bare number beside an amount of money is money itself.
_WHOLE, _MILLION = 100, 10**6
# How old people are that news gives the age of.
_AGES = (14, 110)
# Of what a bare number is said: die Zahl der Toten, die Opferzahl.
_NUMBER_OF = re.compile(r"(?:\b[Aa]nz|\bZ|[a-zäöüß]z)ahl\b")
# Characters before a bare number in which that is said.
_NUMBER_BEFORE = 200
# Patterns of amounts without a noun; those of the second that find none before them are none.
ELLIPTIC, RESUMED = ("elliptic", "resumed"), "resumed"
# What a number with a capital is: 5G-Netz, 3D-Modell.
_DESIGNATION = re.compile(r"\d[A-ZÄÖÜ](?![A-Za-zÄÖÜäöüß])")
_PERIOD = re.compile(r"P(T)?(\d+(?:\.\d+)?)([A-Z]+)")


def find_quantities(
    text: str,
    tokens: tuple[Token, ...],
    atoms: list[Atom],
    sentences: tuple[Sentence, ...],
    times: tuple[Time, ...] = (),
) -> tuple[Quantity, ...]:
    """Return the amounts of a text, in order and without overlap; what lies in a time expression is none.

    `atoms` are those of the tokens. Money has its ISO 4217 code as unit, shares are "%" ("ein Drittel" 33.3), counted
    things the noun as written. A range gives two quantities, its lower end ">=" and its upper end "<=". Indefinite
    counts stand for their least number ("Zehntausende" > 10000). An amount without a noun has that of the count before
    it in the sentence ("15 Tote und womöglich mehr als 30"), a share that of those around it ("die CDU mit 23,6 und die
    SPD mit 15 Prozent"), else the empty unit. Tags tell nouns from names where present.
    """
    quantities: list[Quantity] = []
    elided: set[int] = set()
    ends = [time.end for time in times]
    starts = [sentence.start for sentence in sentences]
    counted: Quantity | None = None
    for hit, found in _grammar().read(atoms, lambda hit: _quantity(hit, atoms, text, tokens, starts)):
        if _in_time(found, times, ends) or (quantities and found.start < quantities[-1].end):
            continue
        if _DESIGNATION.search(found.text):
            continue
        quantity = _carry(found, counted, starts, hit.rule == RESUMED) if hit.rule in ELLIPTIC and counted else found
        if hit.rule == RESUMED and not quantity.unit:
            continue
        quantity = _governed(quantity, text, tokens, sentences)
        counted = quantity if hit.rule == "counted" else counted
        elided |= {quantity.start} if hit.rule == "elided" else set()
        quantities.append(quantity)
    return tuple(_with_shared_units(quantities, elided, starts, text))


def _governed(quantity: Quantity, text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> Quantity:
    """Return an amount as it is where "über" is the preposition of a verb or noun: verfügt über 20 Sitze."""
    if not quantity.text.lower().startswith(_GOVERNED):
        return quantity
    place = first_from(tokens, quantity.start)
    sentence = sentences[sentence_of(sentences, place)]
    noun = tokens[place - 1].text.lower() if place > sentence.first else ""
    of_sum = any(noun.endswith(ending) for ending in word_list("sum_nouns.txt"))
    if not of_sum and all(token.lemma not in _REACHING for token in tokens[sentence.first : sentence.last]):
        return quantity
    start = tokens[place + 1].start
    sign = "=" if quantity.comparator == ">" else quantity.comparator
    return replace(quantity, start=start, text=text[start : quantity.end], comparator=sign)


def _with_shared_units(
    quantities: list[Quantity], elided: set[int], starts: list[int], text: str
) -> Iterator[Quantity]:
    """Yield the amounts with the unit that the sentence says at another; those that need one and find none are none.

    Bare numbers (`elided`, their starts) are shares beside shares and votes beside votes, as the amount before them
    ("die SPD kam auf 25 Sitze, die CDU auf 31"), else behind them; in brackets of their own they are ages. Where a
    number is spoken of, they have no unit (die Zahl der Toten liegt bei 850). Bare millions are money beside money.
    """
    said: dict[int, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        said[bisect_right(starts, quantity.start)].append(quantity)
    for quantity in quantities:
        beside = said[bisect_right(starts, quantity.start)]
        money = sorted({other.unit for other in beside if _CODE.fullmatch(other.unit)})
        if quantity.start in elided:
            unit = _unit_beside(quantity, beside) or _unit_of_age(quantity, text)
            unit = "" if unit is None and _of_number(quantity.start, text, starts) else unit
            if unit is not None:
                yield replace(quantity, unit=unit)
        elif not quantity.unit and quantity.value >= _MILLION and len(money) == 1 and "-" not in quantity.text:
            yield replace(quantity, unit=money[0])
        else:
            yield quantity


def _unit_of_age(quantity: Quantity, text: str) -> str | None:
    """Return years for a number in brackets of its own: Karl Blum (62)."""
    alone = text.startswith(" (", quantity.start - 2) and text.startswith(")", quantity.end)
    return "Jahre" if alone and _AGES[0] <= quantity.value <= _AGES[1] else None


def _unit_beside(quantity: Quantity, beside: list[Quantity]) -> str | None:
    votes = word_list("vote_nouns.txt")
    shared = [other for other in beside if other.unit == "%" or other.unit in votes]
    before = [other.unit for other in shared if other.start < quantity.start]
    unit = before[-1] if before else next((other.unit for other in shared), None)
    return None if unit == "%" and quantity.value >= _WHOLE else unit


def _carry(quantity: Quantity, counted: Quantity, starts: list[int], resumed: bool) -> Quantity:
    """Return an amount without a noun with that of the last count, if both are in one sentence.

    Those whom something befell may be counted in the sentence before: Zwölf Menschen starben. | 28 wurden verletzt.
    """
    apart = bisect_right(starts, quantity.start) - bisect_right(starts, counted.start)
    return replace(quantity, unit=counted.unit) if apart <= resumed else quantity


def measured_duration(time: Time, text: str) -> Quantity | None:
    """Return the length that a DURATION counts ("seit mehr als zweieinhalb Jahren": > 2.5 Jahre), None where none."""
    match = _PERIOD.fullmatch(time.value) if time.type == "DURATION" else None
    unit = _duration_units().get((match[1] or "") + match[3]) if match else None
    if match is None or unit is None:
        return None
    words = text[time.start : time.end].lower().split()
    sign = next((_leads()[word] for word in words if word in _leads()), "=")
    return Quantity(time.start, time.end, float(match[2]), unit, sign, text[time.start : time.end])


@cache
def _duration_units() -> dict[str, str]:
    """Return the German plural for each unit of a TIMEX3 period, the clock's with their T ("TM" minutes)."""
    units = read_data("times.yaml")["UNITS"]
    return {("TS" if unit == "S" else unit): forms[0] for unit, forms in units.items()}


@cache
def _leads() -> dict[str, str]:
    """Return the words that may stand before a length of time, and what they say of it."""
    lexicon = read_data("quantities.yaml")
    return {
        form: sign for cls in ("COMPARATOR", "SIDE", "MORE") for sign, forms in lexicon[cls].items() for form in forms
    }


def _in_time(quantity: Quantity, times: tuple[Time, ...], ends: list[int]) -> bool:
    # Both are in order: only the first time that ends behind the quantity's start can overlap it.
    place = bisect_left(ends, quantity.start + 1)
    return place < len(times) and times[place].start < quantity.end


def _quantity(
    hit: Hit, atoms: list[Atom], text: str, tokens: tuple[Token, ...], sentences: list[int]
) -> Quantity | None:
    """Return the amount that a hit means; `sentences` are the starts of the text's sentences."""
    value = _value(hit, atoms)
    unit = _unit(hit, atoms, text, tokens)
    if value is None or unit is None:
        return None
    # A compound belongs to the amount as a whole: "30-Milliarden-Euro-Marke".
    start, end = atoms[hit.first].start, tokens[atoms[hit.last - 1].token].end
    if "\n" in text[start:end] or (hit.rule == "numbered" and not _of_number(start, text, sentences)):
        return None
    return Quantity(start, end, value, unit, _comparator(hit), text[start:end])


def _of_number(start: int, text: str, sentences: list[int]) -> bool:
    """Tell whether the sentence before a bare number speaks of one: die Zahl der Toten stieg auf | 850."""
    sentence = max(sentences[max(bisect_right(sentences, start) - 1, 0)], start - _NUMBER_BEFORE)
    is_value = text[sentence:start].rstrip().lower().endswith((" auf", " bei", " mit", " von"))
    return is_value and _NUMBER_OF.search(text, sentence, start) is not None


def _value(hit: Hit, atoms: list[Atom]) -> float | None:
    if hit.rule == "share":
        count, whole = float(hit.value("n", 1)), float(hit.value("part"))
        # A tenth of a per cent is as exact as a fraction in words is meant.
        return round(100 * count / whole, 1) if count <= whole else None
    number = _number(hit, atoms)
    if number is None:
        return None
    factor = hit.value("mag") or hit.value("later") or 1
    return round(number * float(factor * hit.value("sign", 1) * hit.value("half", 1)), _PLACES)


def _number(hit: Hit, atoms: list[Atom]) -> float | None:
    """Return the number before its magnitude, None where it is an ordinal or cut otherwise than by one blank."""
    place = hit.place("n")
    if place is None:
        return float(hit.value("indefinite") or hit.value("worded") or 1)
    if _is_ordinal(place, atoms) or _in_name(hit, place, atoms):
        return None
    number = float(hit.value("n"))
    for group in [hit.value(name) for name in ("one", "two") if name in hit.parts]:
        if atoms[place + 1].start - atoms[place].end != 1:
            return None
        number, place = number * 10**_GROUP + group, place + 1
    return number


def _is_ordinal(place: int, atoms: list[Atom]) -> bool:
    """Tell whether a number is an ordinal: one token with the full stop after it ("19. Forum")."""
    following = atoms[place + 1] if place + 1 < len(atoms) else None
    return following is not None and following.text == "." and following.token == atoms[place].token


def _in_name(hit: Hit, place: int, atoms: list[Atom]) -> bool:
    """Tell whether letters of the same token stand before the expression: "F3DM", "EU-27"."""
    before = atoms[max(hit.first - 2, 0) : hit.first]
    return any(atom.token == atoms[place].token and atom.text.isalpha() for atom in before)


def _unit(hit: Hit, atoms: list[Atom], text: str, tokens: tuple[Token, ...]) -> str | None:
    """Return the sign or code of the unit, or the counted noun as written; None where the noun is a name."""
    if hit.rule == "share":
        return "%"
    if (place := hit.place("worded")) is not None:
        match = _unit_word().fullmatch(atoms[place].text.lower())
        return _unit_adjectives()[match[2]] if match is not None else None
    if (place := hit.place("unit")) is not None:
        word = tokens[atoms[place].token]
        if word.tag == "NN" and word.text[len(atoms[place].text) :][:1].isdigit():
            return word.text  # zwei G8-Staaten
        foreign = hit.place("foreign")
        code = foreign_currency(atoms[foreign].text, atoms[place].text) if foreign is not None else None
        return code or str(hit.value("unit"))
    first, last = hit.place("noun"), hit.place("second") or hit.place("noun")
    if first is None or last is None:
        return ""
    nouns = [tokens[atoms[noun].token] for noun in (first, last)]
    if any(noun.tag not in _NOUN_TAGS or len(noun.text) < _SHORTEST_NOUN for noun in nouns):
        return None
    return text[atoms[first].start : tokens[atoms[last].token].end]


def _comparator(hit: Hit) -> str:
    if hit.rule == "low":
        return ">="
    if hit.rule == "high":
        return "<="
    sign: str = hit.value("more") or hit.value("cmp") or (">" if hit.rule in ("indefinite", "several") else "=")
    if "upto" in hit.parts:
        return "<="
    return _NEGATED.get(sign, sign) if "negated" in hit.parts else sign


@cache
def _grammar() -> Grammar:
    return Grammar(read_data("quantities.yaml"), read_data("quantity_patterns.yaml"), _classify)


def _classify(word: str) -> tuple[str, Value] | None:
    """Return class and value of numbers, currencies and open classes of words."""
    if word[0].isdigit():
        return _classify_digits(word)
    factor = magnitude(word)
    if factor is not None:
        plural = word.endswith("en") and word[0].isupper()
        return ("MILLIONS" if plural else "MAGNITUDE" if len(word) > 4 else "MAGNITUDE_SHORT"), factor
    value = number_word(word)
    if value is not None:
        return "WORDNUM", value
    if match := _unit_word().fullmatch(word.lower()):
        count = number_word(match[1])
        return ("UNIT_WORD", count) if count is not None and count > 1 else None
    code = currency(word)
    if code:
        return ("SIGN" if code == word or not word.isalpha() else "CURRENCY"), code
    if is_foreign(word):
        return "FOREIGN", word
    if word[0].isupper():
        return ("ORIGIN" if word.endswith("er") else "NOUN"), word
    return ("LOWER", word) if _ATTRIBUTE.fullmatch(word) else None


@cache
def _unit_word() -> re.Pattern[str]:
    """Return the pattern of "zehnprozentig" and "neunköpfig"."""
    return re.compile(rf"(.+)({'|'.join(_unit_adjectives())})(?:e[nrsm]?)?")


@cache
def _unit_adjectives() -> dict[str, str]:
    """Return the unit that each adjective of amount has, by its stem: prozentig, köpfig."""
    adjectives = read_data("quantities.yaml")["UNIT_ADJECTIVE"]
    return {form: unit for unit, forms in adjectives.items() for form in forms if not form.endswith("~")}


def _classify_digits(word: str) -> tuple[str, Value] | None:
    value = read_digits(word)
    if value is None or len(word) > _LONGEST_NUMBER:
        return None
    if len(word) == _GROUP and word.isdecimal():
        return "THREE", value
    # A leading zero is a telephone number or code.
    if word[0] == "0" and word[1:2].isdigit():
        return None
    if word.isdecimal():
        return ("SHORT" if len(word) < _GROUP else "NUM"), value
    return ("GROUPED" if "." in word and value >= 10**_GROUP else "NUM"), value
