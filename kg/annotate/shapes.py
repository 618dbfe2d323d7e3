"""Patterns over word classes: what the layers of times and quantities are found with.

A lexicon puts every word into at most one class and gives it a value; a text becomes a string with one
character a word, and a pattern is a regular expression over class names. Lexicons and patterns are YAML
files that read like grammar::

    PREP [ APPROX? count=NUMBER unit=UNIT ]

finds a number before a unit of time after a preposition; `[ ]` encloses what belongs to the expression, the rest
is context, `name=` keeps a part for the rule, `*` means up to three times, so that no input takes more than linear
time. An ending `~` in a lexicon stands for -e, -en, -er, -es, -em.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Any, NamedTuple, TypeAlias, TypeVar

from kg.model.reading import Token

__all__ = ["Atom", "Grammar", "Hit", "Value", "lexicon_forms", "split_atoms"]

_FIRST_SIGN = 0x3400  # class signs are drawn from a block of letters that no regular expression treats specially
_OTHER = " "
_NOTHING = "none"
_REPEAT = "{0,3}"
# Longer words are in no class; the limit keeps hostile input out of the cache.
_LONGEST = 60
_ENDINGS = ("e", "en", "er", "es", "em")
_PART = re.compile(r"\d{1,3}(?:['’]\d{3})+(?!\d)|\d+(?:[.,:]\d+)*|[^\W\d_]+|\S")
_ELEMENT = re.compile(r"(?:(?P<name>[a-z]+)=)?(?P<cls>[A-Z_]+)")
# The vocabulary of a running text; a full cache of short strings takes about 10 MB.
_CACHE = 65536
# Of a few signs each; a full cache takes about 4 MB.
_STRETCHES = 8192
_STRETCH = re.compile(f"[^{_OTHER}]+")

# What a lexicon says of a word is its own affair: a month's number, a unit's sign, a side of the present.
Value: TypeAlias = Any
Meaning = TypeVar("Meaning")
Classify = Callable[[str], tuple[str, Value] | None]


class Atom(NamedTuple):
    """A word, number or sign: a token, or a part of one that mixes letters, digits and signs."""

    start: int
    end: int
    text: str
    token: int


def split_atoms(tokens: tuple[Token, ...]) -> list[Atom]:
    """Cut tokens into words, numbers and signs, so that "30-Milliarden-Marke" is read like its parts."""
    atoms: list[Atom] = []
    for index, token in enumerate(tokens):
        if token.text.isalpha():
            atoms.append(Atom(token.start, token.end, token.text, index))
        else:
            atoms += [
                Atom(token.start + m.start(), token.start + m.end(), m[0], index) for m in _PART.finditer(token.text)
            ]
    return atoms


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a pattern fits: atoms `first:last` of the expression, and the named parts with their values."""

    rule: str
    first: int
    last: int
    parts: Mapping[str, tuple[int, Value]]

    def value(self, name: str, default: Value = None) -> Value:
        """Return the lexicon value of a named part, the default where the pattern did without it."""
        return self.parts[name][1] if name in self.parts else default

    def place(self, name: str) -> int | None:
        """Return the index of the atom that filled a named part."""
        return self.parts[name][0] if name in self.parts else None


class _Shape(NamedTuple):
    """A pattern's place in a stretch of classes: signs `first:last` of the expression, and those of the named parts."""

    rule: str
    first: int
    last: int
    parts: tuple[tuple[str, int], ...]


class Grammar:
    """A lexicon and its patterns, ready to be applied.

    `lexicon` is class → value → forms. `patterns` holds "open" (classes that no list can hold, of which `classify`
    gives class and value of a word), "weak" (classes of words that are nothing by themselves or among each other),
    "groups" (unions of classes for use in patterns; one may extend the class of its own name), "phrases" (short hands
    for parts of patterns) and "rules" (rule name and pattern, in order of preference).
    """

    def __init__(
        self, lexicon: Mapping[str, Mapping[Value, list[str]]], patterns: dict[str, Any], classify: Classify
    ) -> None:
        """Compile; a pattern that names an unknown class raises KeyError."""
        names = dict.fromkeys([*lexicon, *patterns["open"]])
        self._signs = {name: chr(_FIRST_SIGN + i) for i, name in enumerate(names)}
        self._sets = {
            name: f"[{''.join(self._signs[member] for member in members)}]"
            for name, members in patterns["groups"].items()
        }
        self._weak = frozenset(self._signs[name] for name in patterns["weak"])
        self._words = {form: (cls, value) for cls, value, form in lexicon_forms(lexicon)}
        rules = [
            (name, pattern.format(**patterns["phrases"]))
            for rule in patterns["rules"]
            for name, pattern in rule.items()
        ]
        self._rules = [(name, re.compile(self._regex(pattern))) for name, pattern in rules]
        self._classify = classify
        self._class_of = lru_cache(maxsize=_CACHE)(self._look_up)
        self._sign_of = lru_cache(maxsize=_CACHE)(lambda word: self._class_of(word)[0])
        self._shapes_in = lru_cache(maxsize=_STRETCHES)(self._match)

    def _regex(self, pattern: str) -> str:
        serial = count()

        def element(match: re.Match[str]) -> str:
            cls = match["cls"]
            sign = self._sets.get(cls) or self._signs[cls]
            # Alternatives may name the same part; groups may not, hence the number.
            return f"(?P<{match['name']}_{next(serial)}>{sign})" if match["name"] else sign

        spanned = pattern if "[" in pattern else f"[ {pattern} ]"
        framed = spanned.replace("[", "\x01").replace("]", "\x02")
        regex = re.sub(r"\s+", "", _ELEMENT.sub(element, framed))
        return regex.replace("*", _REPEAT).replace("\x01", "(?P<span>").replace("\x02", ")")

    def _look_up(self, word: str) -> tuple[str, Value]:
        if len(word) > _LONGEST:
            return _OTHER, None
        entry = self._words.get(word) or self._words.get(word.lower()) or self._words.get(word.capitalize())
        found = entry or self._classify(word)
        return (self._signs[found[0]], found[1]) if found else (_OTHER, None)

    def read(self, atoms: list[Atom], meaning: Callable[[Hit], Meaning | None]) -> Iterator[tuple[Hit, Meaning]]:
        """Yield what means something, leftmost and longest first and without overlap, with its meaning.

        The rule `none` claims its place for nothing.
        """
        after = 0
        for hit in self.find(atoms):
            if hit.first < after:
                continue
            found = meaning(hit) if hit.rule != _NOTHING else None
            if found is not None or hit.rule == _NOTHING:
                after = hit.last
            if found is not None:
                yield hit, found

    def find(self, atoms: list[Atom]) -> Iterator[Hit]:
        """Yield all fitting places, leftmost first, at one place the longest first, then in order of the rules.

        Hits overlap; `read` takes the first one that makes sense.
        """
        for stretch in _STRETCH.finditer("".join(map(self._sign_of, [atom.text for atom in atoms]))):
            shift = stretch.start()
            for name, first, last, parts in self._shapes_in(stretch[0]):
                placed = {part: (shift + place, self._class_of(atoms[shift + place].text)[1]) for part, place in parts}
                yield Hit(name, shift + first, shift + last, placed)

    def _match(self, signs: str) -> tuple[_Shape, ...]:
        """Return what fits in a stretch of classes, in the order of `find`.

        A pattern needs more than words that are only ever context, and most of a text is nothing else.
        """
        if self._weak.issuperset(signs):
            return ()
        found = [
            (match.start("span"), -match.end("span"), rank, name, match)
            for rank, (name, pattern) in enumerate(self._rules)
            for match in pattern.finditer(signs)
        ]
        return tuple(
            _Shape(name, first, -last, _parts(match))
            for first, last, _, name, match in sorted(found, key=lambda entry: entry[:3])
        )


def _parts(match: re.Match[str]) -> tuple[tuple[str, int], ...]:
    places = ((part.partition("_")[0], match.start(part)) for part in match.re.groupindex if part != "span")
    return tuple((part, place) for part, place in places if place >= 0)


def lexicon_forms(lexicon: Mapping[str, Mapping[Value, list[str]]]) -> Iterator[tuple[str, Value, str]]:
    """Yield class, value and each written form of a lexicon."""
    for cls, values in lexicon.items():
        for value, forms in values.items():
            for form in forms:
                for full in [form[:-1] + ending for ending in _ENDINGS] if form.endswith("~") else [form]:
                    yield cls, value, full
