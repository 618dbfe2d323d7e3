"""Amounts: numbers with what they measure or count, normalised, and how exactly they are meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Any

from kg.annotate.currencies import currency, foreign_currency, is_foreign
from kg.annotate.numbers import magnitude, number_word, read_digits
from kg.annotate.shapes import Atom, Grammar, Hit, read_data, split_atoms
from kg.model.reading import Quantity, Sentence, Time, Token

__all__ = ["find_quantities", "measured_duration"]

_OPEN_CLASSES = "NUM THREE WORDNUM MAGNITUDE MILLIONS MAGNITUDE_SHORT CURRENCY FOREIGN NOUN LOWER PERCENT_WORD".split()
_ATTRIBUTE = re.compile(r"[a-zäöüß]{2,}e[nrs]?")
_PERCENT_WORD = re.compile(r"(.+)prozentige?[nrsm]?")
_NOUN_TAGS = ("NN", "")  # without a tagger every word with a capital may be a noun
_NEGATED = {">": "<=", "<": ">=", ">=": "<", "<=": ">"}
# Places after the point that the product of a decimal and a magnitude keeps; hides binary rounding (24.2 × 10⁹).
_PLACES = 6
_PERIOD = re.compile(r"P(T)?(\d+(?:\.\d+)?)([A-Z]+)")
_DURATIONS = {
    "Y": "Jahre", "M": "Monate", "W": "Wochen", "D": "Tage", "DE": "Jahrzehnte", "C": "Jahrhunderte",
    "TH": "Stunden", "TM": "Minuten", "TS": "Sekunden",
}  # fmt: skip


def find_quantities(
    text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], times: tuple[Time, ...] = ()
) -> tuple[Quantity, ...]:
    """Return the amounts of a text, in order and without overlap; what lies in a time expression is none.

    Money has its ISO 4217 code as unit, shares are "%" ("ein Drittel" 33.3), counted things the noun as
    written. A range gives two quantities, its lower end ">=" and its upper end "<=". Indefinite
    counts stand for their least number ("Zehntausende" > 10000). Tags tell nouns from names where present.
    """
    atoms = split_atoms(tokens)
    quantities: list[Quantity] = []
    ends = [time.end for time in times]
    after = 0
    for hit in _grammar().find(atoms):
        if hit.first < after:
            continue
        quantity = None if hit.rule == "numbered" else _quantity(hit, atoms, text, tokens)
        if quantity is None and hit.rule != "numbered":
            continue
        after = hit.last
        if quantity and not _in_time(quantity, times, ends):
            quantities.append(quantity)
    return tuple(quantities)


def measured_duration(time: Time, text: str) -> Quantity | None:
    """Return the length that a DURATION counts ("seit mehr als zweieinhalb Jahren": > 2.5 Jahre), None where none."""
    match = _PERIOD.fullmatch(time.value) if time.type == "DURATION" else None
    unit = _DURATIONS.get((match[1] or "") + match[3]) if match else None
    if match is None or unit is None:
        return None
    words = text[time.start : time.end].lower()
    leads = {form: sign for sign, forms in read_data("quantities.yaml")["COMPARATOR"].items() for form in forms}
    sign = next((leads[word] for word in words.split() if word in leads), "=")
    sign = ">" if "mehr als" in words else "<" if "weniger als" in words else sign
    return Quantity(time.start, time.end, float(match[2]), unit, sign, text[time.start : time.end])


def _in_time(quantity: Quantity, times: tuple[Time, ...], ends: list[int]) -> bool:
    # Both are in order: only the first time that ends behind the quantity's start can overlap it.
    place = bisect_left(ends, quantity.start + 1)
    return place < len(times) and times[place].start < quantity.end


def _quantity(hit: Hit, atoms: list[Atom], text: str, tokens: tuple[Token, ...]) -> Quantity | None:
    value = _value(hit, atoms, text)
    unit = _unit(hit, atoms, text, tokens)
    if value is None or unit is None:
        return None
    start, end = atoms[hit.first].start, atoms[hit.last - 1].end
    if "\n" in text[start:end]:
        return None
    return Quantity(start, end, value, unit, _comparator(hit), text[start:end])


def _value(hit: Hit, atoms: list[Atom], text: str) -> float | None:
    if "indefinite" in hit.parts:
        number = float(hit.value("indefinite"))
    elif hit.rule == "indefinite":
        number = 1.0
    elif "part" in hit.parts:
        share = hit.value("n", 1)
        # Tenths of a per cent are what news means by a fraction in words.
        return round(100 * share / hit.value("part"), 1) if share <= hit.value("part") else None
    elif "n" in hit.parts:
        number = _number(hit, atoms, text) * hit.value("half", 1)
    else:
        number = hit.value("unit") if hit.rule == "amount" else 0.0
    if number != number or _is_ordinal(hit, atoms):
        return None
    factor = hit.value("mag") or hit.value("later") or 1
    return round(number * factor * hit.value("sign", 1), _PLACES)


def _number(hit: Hit, atoms: list[Atom], text: str) -> float:
    """Return the number with the groups of three digits that follow it after one blank; NaN where it is cut otherwise."""
    number = float(hit.value("n"))
    place = hit.place("n")
    for name in ("one", "two"):
        if name not in hit.parts or place is None:
            return number
        gap = text[atoms[place].end : atoms[place + 1].start]
        if len(gap) != 1 or len(atoms[hit.place("n") or 0].text) > 3:
            return float("nan")
        number, place = number * 1000 + hit.value(name), place + 1
    return number


def _is_ordinal(hit: Hit, atoms: list[Atom]) -> bool:
    """Tell whether the number is an ordinal: one token with the full stop after it ("19. Forum")."""
    place = hit.place("n")
    if place is None or place + 1 >= len(atoms):
        return False
    return atoms[place + 1].text == "." and atoms[place + 1].token == atoms[place].token


def _unit(hit: Hit, atoms: list[Atom], text: str, tokens: tuple[Token, ...]) -> str | None:
    if "part" in hit.parts:
        return "%"
    if hit.rule == "amount" and "n" not in hit.parts:
        return "%"
    if (place := hit.place("unit")) is not None:
        foreign = hit.place("foreign")
        head = atoms[place].text
        return str(foreign_currency(atoms[foreign].text, head) if foreign is not None else hit.value("unit"))
    first, second = hit.place("noun"), hit.place("second")
    if first is None:
        return "" if "mag" in hit.parts or "indefinite" in hit.parts else None
    nouns = [first] if second is None else [first, second]
    if any(tokens[atoms[noun].token].tag not in _NOUN_TAGS for noun in nouns):
        return None
    return text[atoms[first].start : _word_end(atoms, nouns[-1])]


def _word_end(atoms: list[Atom], place: int) -> int:
    """Return the end of the hyphenated word that an atom begins."""
    last = place
    while last + 1 < len(atoms) and atoms[last + 1].token == atoms[place].token:
        last += 1
    return atoms[last].end


def _comparator(hit: Hit) -> str:
    if hit.rule == "low":
        return ">="
    if hit.rule == "high":
        return "<="
    sign: str = hit.value("more") or hit.value("cmp") or (">" if hit.rule == "indefinite" else "=")
    if "upto" in hit.parts:
        return "<="
    return _NEGATED.get(sign, sign) if "negated" in hit.parts else sign


@cache
def _grammar() -> Grammar:
    patterns = read_data("quantity_patterns.yaml")
    return Grammar.of(read_data("quantities.yaml"), patterns, classify=_classify, open_classes=tuple(_OPEN_CLASSES))


def _classify(word: str) -> tuple[str, Any] | None:
    """Return class and value of numbers, currencies and open classes of words."""
    if word[0].isdigit():
        return _classify_digits(word)
    factor = magnitude(word)
    if factor is not None:
        plural = factor > 1000 and word.endswith("n") and word[0].isupper() and not word.endswith("ion")
        return ("MILLIONS" if plural else "MAGNITUDE" if len(word) > 4 else "MAGNITUDE_SHORT"), factor
    value = number_word(word)
    if value is not None and not word.lower().startswith("beide"):
        return "WORDNUM", value
    if match := _PERCENT_WORD.fullmatch(word.lower()):
        share = number_word(match[1])
        return ("PERCENT_WORD", share) if share is not None else None
    code = currency(word)
    if code:
        return "CURRENCY", code
    if is_foreign(word):
        return "FOREIGN", word
    if word[0].isupper():
        return "NOUN", word
    return ("LOWER", word) if _ATTRIBUTE.fullmatch(word) else None


def _classify_digits(word: str) -> tuple[str, Any] | None:
    value = read_digits(word)
    # A leading zero is a telephone number or code.
    if value is None or (len(word) > 1 and word[0] == "0" and word[1].isdigit()):
        return None
    return ("THREE" if len(word) == 3 and word.isdecimal() else "NUM"), value
