"""Tokens: words, numbers and marks with their exact offsets.

Cut as in a treebank, with what news needs kept whole: hyphenated compounds (US-Staaten), numbers with German
separators (7.500, 24,2), ordinals (19.), abbreviations (z.B.), web and mail addresses. Ranges (2013-2014) are three
tokens. Every character that is no white space belongs to exactly one token, in linear time.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.annotate.lexicon import abbreviations, word_list

__all__ = ["FOREIGN_LETTER", "ROMAN", "Word", "tokenize"]


class Word(NamedTuple):
    """A token with its offsets, before anything is known of it."""

    start: int
    end: int
    text: str


# A letter or digit with what may follow it inside a word: combining marks, soft hyphens, joiners.
_PIECE = r"[^\W_][\w\u0300-\u036f\u00ad\u200b-\u200d]*"
_HYPHEN = r"[-\u2010\u2011]"
_UNIT = r"(?:km|cm|mm|kg|Uhr|Euro|Mio|Mrd|GW|MW|kWh|GWh|TWh|ha|bcm)\b"
# Most of a text; no other part can begin with letters before a blank or comma, so this may stand first, for speed.
_PLAIN = r"[^\W\d_]+(?=[ ,\n])"

_PARTS = (
    # 64 characters is the most a mail address may have before its @ (RFC 5321); the bound keeps time linear.
    ("mail", r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"),
    (
        "web",
        r"(?:https?://|www\.)[^\s<>\"“”„]*[^\s<>\"“”„.,;:!?)\]}'’]|[\w-]+\.(?:de|com|org|net|eu|at|ch|info|ru|kz|tv)\b",
    ),
    ("date", r"\d{4}-\d\d-\d\d(?!\d)|\d{1,2}\.[ ]?\d{1,2}\.(?:\d{4}|\d\d)?(?!\d)"),
    ("compound", rf"\d+(?:[.,:]\d+)*(?:{_HYPHEN}?(?!{_UNIT})[^\W\d_][\w\u0300-\u036f\u00ad]*(?:{_HYPHEN}{_PIECE})*)"),
    ("number", r"\d{1,3}(?:['’]\d{3})+(?!\d)|\d+(?:[.,:]\d+)*"),  # Swiss: 180'000
    ("letters", r"(?:[^\W\d_]\.){2,}"),
    ("dotted", rf"[^\W\d_]{{2,}}\.[a-zäöü]{{2,}}(?![\w.])(?:{_HYPHEN}{_PIECE})*"),  # ver.di, ver.di-Chef
    ("genitive", r"[A-ZÄÖÜ]\w*['’]s\b"),
    (
        "word",
        rf"(?:(?<!\w){_HYPHEN})?{_PIECE}(?:{_HYPHEN}{_PIECE}|[*:_/](?=in(?:nen)?\b)\w+|['’](?!s\b){_PIECE})*(?:{_HYPHEN}(?!-))?",
    ),
    ("short", r"['’]s\b"),
    ("mark", r"[:;]-[()]|``|''|\.{2,}|-{2,}|\S"),
)


@cache
def _pattern() -> re.Pattern[str]:
    """Compile the token pattern: what is plainly a word, abbreviations with an inner stop or hyphen, then the parts."""
    inner = sorted((a for a in abbreviations() if "." in a[:-1] or "-" in a), key=len, reverse=True)
    spelled = rf"(?<!\w)(?:{'|'.join(map(re.escape, inner))})"
    return re.compile("|".join([_PLAIN, spelled, *(f"(?P<{name}>{part})" for name, part in _PARTS)]))


def tokenize(text: str) -> tuple[Word, ...]:
    """Return the tokens of `text` in order."""
    tokens = []
    done = 0
    for match in _pattern().finditer(text):
        start, end = match.span()
        if start < done:
            continue
        if text.startswith(".", end) and not text.startswith(".", end + 1) and _keeps_stop(text, start, end):
            end += 1
        tokens.append(Word(start, end, text[start:end]))
        done = end
    return tuple(tokens)


ROMAN = re.compile(r"[IVX]+")
"""Numbers of centuries, popes and laws in capital letters."""
FOREIGN_LETTER = re.compile(r"[^\W\d_a-zA-ZäöüÄÖÜß]")
"""A letter that no German adjective or verb has: é, ł, Ж."""
_NEXT_WORD = re.compile(r"[ \u00a0]*(\w*)")
_PREVIOUS_WORD = re.compile(r"(\w+)[ \u00a0]$")
# Ordinals in news count days, centuries, forums and anniversaries; a four-digit number before a stop is a year.
_LONGEST_ORDINAL = 3
_COUNTING = frozenset({"mit", "auf", "um", "von", "über"})  # before a number of two digits rather count than order
_PREVIOUS_WINDOW = 16  # longer than every word of ordinal_openers.txt


def _keeps_stop(text: str, start: int, end: int) -> bool:
    """Tell whether the full stop at `end` belongs to the token before it: an abbreviation, initial or ordinal."""
    word = text[start:end]
    place = abbreviations().get(word + ".")
    if place and (place != "number" or _next_word(text, end + 1)[:1].isdigit()):
        return True
    if word.isdigit():
        return len(word) <= _LONGEST_ORDINAL and _is_ordinal(text, start, end)
    if ROMAN.fullmatch(word):
        return _is_ordinal(text, start, end) or len(word) > 1
    if len(word) > 1 or not word.isalpha():
        return False
    # "z. B." and "n. Chr." in lower case, initials of names (George W. Bush) in upper case
    return word.islower() or _next_word(text, end + 1) not in word_list("sentence_starters.txt")


def _is_ordinal(text: str, start: int, end: int) -> bool:
    """Tell an ordinal (am 21. Oktober) from a number that closes its sentence (auf Platz 5. Die …)."""
    following = _next_word(text, end + 1)
    if not following:
        return False
    if following[0].islower() or following in word_list("ordinal_followers.txt"):
        return True
    previous = _PREVIOUS_WORD.search(text, max(0, start - _PREVIOUS_WINDOW), start)
    if previous and previous[1].lower() in word_list("ordinal_openers.txt"):
        return True
    if previous and previous[1] in _COUNTING and end - start > 1:
        return False  # kam auf 42 Sitze, Junts auf | 35. Otto Weber lobte …
    return following[0].isupper() and following not in word_list("sentence_starters.txt")


def _next_word(text: str, position: int) -> str:
    """Return the word that follows on the same line, "" before a mark, a line break or the end."""
    match = _NEXT_WORD.match(text, position)
    return match[1] if match else ""
