"""Currencies by the names that German news gives them, as ISO 4217 codes; names from CLDR through Babel."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from kg.annotate.lexicon import rows

__all__ = ["currency", "foreign_currency", "is_foreign"]

_LANGUAGE = "de"
_ENDING = re.compile(r"e[nrsm]?$")


@cache
def _names() -> dict[str, str]:
    """Return name → code for every present currency of CLDR, singular and plural."""
    from babel import Locale
    from babel.numbers import get_currency_name

    codes = Locale(_LANGUAGE).currencies
    # A year in brackets marks money of the past; its name is never what news of today means.
    current = {code: name for code, name in codes.items() if "(" not in name}
    names = {get_currency_name(code, count=2, locale=_LANGUAGE): code for code in current}
    return names | {name: code for code, name in current.items()}


@cache
def _settled() -> dict[str, str]:
    """Return the words that name one currency by themselves: symbols, unique names, our own list."""
    from babel import Locale

    locale = Locale(_LANGUAGE)
    heads: dict[str, set[str]] = defaultdict(set)
    for name, code in _names().items():
        heads[re.split(r"[ -]", name)[-1]].add(code)
    unique = {head: next(iter(codes)) for head, codes in heads.items() if len(codes) == 1 and head[0].isupper()}
    symbols = {symbol: code for code, symbol in locale.currency_symbols.items() if not symbol.isalpha()}
    return unique | symbols | {row["word"]: row["iso"] for row in rows("currencies.csv")}


@cache
def _heads() -> frozenset[str]:
    return frozenset(re.split(r"[ -]", name)[-1] for name in _names()).union(_settled())


@cache
def _foreign() -> dict[tuple[str, str], str]:
    """Return (stem of the first word, head) → code: ("kanadisch", "Dollar") is CAD."""
    parts = {tuple(re.split(r"[ -]", name)): code for name, code in _names().items()}
    return {(_stem(words[0]), words[-1]): code for words, code in parts.items() if len(words) > 1}


def _stem(word: str) -> str:
    return _ENDING.sub("", word.lower())


def currency(word: str) -> str | None:
    """Return the code of the currency that a word names ("Euro", "€", "Tenge", "Dollar" as US dollar), or None.

    Capitals throughout are read as one capital ("EURO"). A name that several states share and none leads in German
    news ("Dinar") stands for itself.
    """
    name = word.capitalize() if word.isupper() and word not in _settled() else word
    return _settled().get(name) or (name if name in _heads() else None)


@cache
def _foreign_words() -> frozenset[str]:
    return frozenset(first for first, _ in _foreign())


def is_foreign(word: str) -> bool:
    """Tell whether a word can stand before a currency's name and change it ("US", "kanadische", "Hongkong")."""
    return _stem(word) in _foreign_words()


def foreign_currency(first: str, head: str) -> str | None:
    """Return the code for a currency's two words ("kanadische", "Dollar"); without such a pair the head's own."""
    return _foreign().get((_stem(first), head)) or currency(head)
