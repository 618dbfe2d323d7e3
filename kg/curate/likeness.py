"""How alike two German names are, word by word, whatever their inflection and transliteration.

Letters alone mislead: "Stärkung der kollektiven Sicherheit" and "Vertrag über kollektive Sicherheit" share 75 %
of them. So names are compared by words: the head must be the same (a Staatsbesuch is no Besuch, Iswestia heads
"russische Zeitung Iswestia"), a rare word weighs more than a frequent one, a noun more than an adjective.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from math import log
from typing import Final, NamedTuple

from kg.annotate.lexicon import rows
from kg.annotate.names.transliteration import folded
from kg.annotate.noun_classes import noun_class

__all__ = ["NameWords", "likeness", "name_words", "word_weights"]

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]*)*")
_ENDING: Final = re.compile(r"(?<=...)(?:en|er|es|em|e|s|n)$")
# Shorter stems begin too many words: Staat begins Staatengruppe, but Rat no Rathaus.
_STEM: Final = 4
# rapidfuzz's ratio of two stems: Satkaliew and Satkaljew have 89, Scholz and Schulz 83; of short ones it says little.
_SPELLING: Final = 88
_LONG_ENOUGH: Final = 5
# An adjective, a class or a first name beside a name says less, and is often left out: (russische Zeitung) Iswestia.
_BESIDE_A_NAME: Final = 0.5
# What is only described, not named (die Organisation, einige Länder), is somebody else in the next article.
_DESCRIBED: Final = 0.7
# Two names that each say what the other does not (US-Außenministerium, chinesisches Außenministerium) mostly differ.
_BOTH_SAY_MORE: Final = 0.6


class NameWords(NamedTuple):
    """A name as it is compared: each word's stem with what it counts, and the stems that can be its head.

    `described` marks what has no name but the noun of its class.
    """

    written: str
    words: Mapping[str, float]
    heads: frozenset[str]
    described: bool


def name_words(name: str, *, person: bool = False) -> NameWords:
    """Return the words of a name; the head of a person's is the last, for it names the family."""
    words: dict[str, float] = {}
    runs: list[list[str]] = [[]]
    tokens = _WORD.findall(name[:1].lower() + name[1:] if _opens_with_article(name) else name)
    for place, token in enumerate(tokens, start=1):
        noun = not token[0].islower()
        if noun:
            runs[-1].append(token)
        else:
            runs.append([])
        if noun or token not in _function_words():
            first_name = person and place < len(tokens)
            counts = 1 if noun and not first_name and not _class_of(token) else _BESIDE_A_NAME
            words |= {stem: max(counts, words.get(stem, 0)) for stem in _stems(token)}
    words = words or {stem: 1 for token in tokens for stem in _stems(token)}
    heads = [run for run in runs if run] or [tokens]
    # What follows a preposition at the beginning stands before the noun: von Russland geführte Allianz.
    run = heads[-1] if person or (tokens and tokens[0] in _function_words()) else heads[0]
    # A genitive before the noun is not its head: Kasachstans Präsident.
    named = run[-1:] if person else [token for token in run[:-1] if not token.endswith("s")] + run[-1:]
    described = any(map(_class_of, named)) and 1 not in words.values()
    return NameWords(name, words, frozenset(_stems(token)[-1] for token in named), described)


def word_weights(names: Iterable[NameWords]) -> dict[str, float]:
    """Return what each word says of who is meant: 1 for a word of two names, 0.4 of ten names, 0.2 of fifty."""
    counts = Counter(word for name in names for word in name.words)
    return {word: 1 / (1 + log(max(1, count / 2))) for word, count in counts.items()}


def likeness(first: NameWords, second: NameWords, weights: Mapping[str, float]) -> float:
    """Return which part of two names is the same, by the weight of their words; 0 where their heads differ."""
    if not any(_same_word(one, other) for one in first.heads for other in second.heads):
        return 0.0
    total = sum(weights[word] * counts for name in (first, second) for word, counts in name.words.items())
    left, right = (
        sum(weights[word] * counts for word, counts in name.words.items() if not _is_said(word, other))
        for name, other in ((first, second), (second, first))
    )
    alike = 1 - (left + right) / total
    return (
        alike * (_BOTH_SAY_MORE if left and right else 1) * (_DESCRIBED if first.described or second.described else 1)
    )


def _is_said(word: str, name: NameWords) -> bool:
    """Tell whether a name says a word, also as the beginning of another: Brics-Staaten, Brics-Staatengruppe."""
    return any(_same_word(word, other) or _begins(word, other) for other in name.words)


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _STEM and long.startswith(short)


@cache
def _same_word(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    if one == other or min(len(one), len(other)) < _LONG_ENOUGH or one.isdigit() or other.isdigit():
        return one == other
    return fuzz.ratio(one, other) >= _SPELLING


def _opens_with_article(name: str) -> bool:
    """Tell whether the capital of a name is that of its article only: Der Ostbote."""
    return name.partition(" ")[0].lower() in _function_words()


def _class_of(noun: str) -> str | None:
    return noun_class(noun) or noun_class(_ENDING.sub("", noun))


def _stems(token: str) -> list[str]:
    return [_ENDING.sub("", folded(part)) for part in token.split("-") if part]


@cache
def _function_words() -> frozenset[str]:
    forms = (form for row in rows("function_words.csv") for form in row["forms"].split())
    return frozenset(forms).union(*(row["prepositions"].split() for row in rows("noun_government.csv")))
