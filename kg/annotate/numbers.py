"""German numbers in words and digits, as times and quantities read them.

Digits follow German usage: a full stop, blank or Swiss apostrophe groups thousands, a comma separates decimals. Words
are read up to the millions ("zweihundertfünfzig", "zweieinhalb", "anderthalb"); their lists stand in data/numbers.yaml.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.annotate.lexicon import read_data

__all__ = ["magnitude", "number", "number_word", "ordinal_word", "read_digits"]

_GROUPED = re.compile(r"\d{1,3}(?:[.'’\u00a0\u202f ]\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")
# English decimals appear in German wire copy ("3.5 Prozent"); three places after the stop would be thousands.
_POINT = re.compile(r"\d+\.\d{1,2}")
_ENDING = re.compile(r"e[nrsm]?$")
# Longer words are no numbers; the limit keeps the reading of hostile input cheap.
_LONGEST = 60


@cache
def _below_hundred() -> dict[str, int]:
    lexicon = read_data("numbers.yaml")
    units: dict[str, int] = lexicon["units"]
    tens: dict[str, int] = lexicon["tens"]
    joined = {f"{unit}und{ten}": units[unit] + tens[ten] for ten in tens for unit in units if 0 < units[unit] < 10}
    teens: dict[str, int] = lexicon["teens"]
    return units | teens | tens | joined


def read_digits(text: str) -> float | None:
    """Return the value of a number in digits, None where the text is not one.

    >>> read_digits("7.500"), read_digits("24,2"), read_digits("1 250 000,5")
    (7500.0, 24.2, 1250000.5)
    """
    if _GROUPED.fullmatch(text):
        return float(re.sub(r"[.'’\s]", "", text).replace(",", "."))
    if _PLAIN.fullmatch(text):
        return float(text.replace(",", "."))
    if _POINT.fullmatch(text):
        return float(text)
    return None


def _below_thousand(word: str) -> int | None:
    if "hundert" not in word:
        return _below_hundred().get(word)
    head, tail = word.split("hundert", 1)
    hundreds = _below_hundred().get(head, 0) if head else 1
    rest = _below_hundred().get(tail.removeprefix("und"), 0) if tail else 0
    # "neunzehnhundert" counts nineteen hundreds, so the head may be up to 99.
    return hundreds * 100 + rest if hundreds and (rest or not tail) else None


def _whole(word: str) -> int | None:
    if "tausend" not in word:
        return _below_thousand(word)
    head, tail = word.split("tausend", 1)
    thousands = _below_thousand(head) if head else 1
    rest = _below_thousand(tail.removeprefix("und")) if tail else 0
    return None if thousands is None or rest is None else thousands * 1000 + rest


@lru_cache(maxsize=50_000)  # the words of an archive
def number_word(word: str) -> float | None:
    """Return the value of a cardinal or mixed number in words, without regard to case, or None.

    The articles "ein", "eine" … are no number words here; whoever reads a counted phrase decides on them.

    >>> number_word("zweieinhalb"), number_word("Zweihundertfünfzig"), number_word("dreier")
    (2.5, 250.0, 3.0)
    """
    if len(word) > _LONGEST:
        return None
    lower = word.lower()
    special: dict[str, float] = read_data("numbers.yaml")["special"]
    if lower in read_data("numbers.yaml")["articles"]:
        return None
    if lower in special:
        return float(special[lower])
    if lower.endswith("einhalb"):
        whole = _whole(lower.removesuffix("einhalb").removesuffix("und"))
        return whole + 0.5 if whole is not None else None
    value = _whole(lower)
    return float(value) if value is not None else None


def number(text: str) -> float | None:
    """Return the value of a number in digits or words, or None."""
    return read_digits(text) if text[:1].isdigit() else number_word(text)


def ordinal_word(word: str) -> int | None:
    """Return the place an ordinal word names ("dritten" 3, "zwanzigste" 20), or None."""
    lower = word.lower()
    stem = _ENDING.sub("", lower)
    if stem == lower or len(word) > _LONGEST:
        return None
    irregular: dict[str, int] = read_data("numbers.yaml")["ordinals"]
    if stem in irregular:
        return irregular[stem]
    value = _whole(stem.removesuffix("t").removesuffix("s")) if stem.endswith("t") else None
    return value or None


@cache
def _magnitudes() -> dict[str, int]:
    table: dict[int, list[str]] = read_data("numbers.yaml")["magnitudes"]
    return {form: value for value, forms in table.items() for form in forms}


def magnitude(word: str) -> int | None:
    """Return the factor a magnitude word stands for ("Milliarden", "Mrd", "Mio"), without regard to case, or None."""
    return _magnitudes().get(word.lower())
