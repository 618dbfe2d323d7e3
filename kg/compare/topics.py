"""What a topic is about, so that two wordings of one matter find each other.

A topic's words are the stems of its content words. Two topics are related when most of the shorter one's words stand in
the other, in any of their names. This is coarse on purpose: it only compares what one actor says, or what actors
take opposite stances on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.annotate.lexicon import rows
from kg.annotate.names.inflection import adjective_forms
from kg.annotate.names.world import world_entries
from kg.compare.lists import read_lines
from kg.model.entity import Entity
from kg.model.vocabulary import Theme

__all__ = ["Names", "Topic", "listed", "related", "same_matter", "same_name", "topic", "words"]

SHARED = 3 / 4
"""The share of the shorter topic's words that the other must have: three of four, and never only one word."""
ALIKE = 0.6
"""Dice coefficient from which two topics count as one matter in other words: three of five words on either side."""
LONGEST_NAME = 6
"""Words of the longest name that is looked for inside a topic."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME_WORD = re.compile(r"\w+")
_ENDING = re.compile(r"(?<=\w{3})(?:en|er|es|em|e|n|s){1,2}$")


@dataclass(frozen=True, slots=True)
class Topic:
    """The stems of each name of a topic and the ids of what it names.

    `reversed` tells that its first noun turns it round (Aufhebung der Sanktionen), which is then none of its words.
    """

    names: tuple[frozenset[str], ...]
    anchors: frozenset[str] = frozenset()
    reversed: bool = False

    @property
    def all_words(self) -> frozenset[str]:
        """The stems of all names."""
        return frozenset().union(*self.names)


def named(entities: Iterable[Entity], types: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield every name with its id of the entities of some types that tables know."""
    for entity in entities:
        if entity.type in types and not entity.provisional:
            yield from ((name, entity.id) for name in (entity.label, *entity.aliases))


def named_themes(themes: Iterable[Theme]) -> Iterator[tuple[str, str]]:
    """Yield the names of themes that have more than one word; a single word would mean too much."""
    yield from ((name, theme.id) for theme in themes for name in (theme.label, *theme.aliases) if " " in name)


def state_adjectives(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """Yield the adjectives of the states among the entities, declined: kasachischer."""
    known = {entity.id for entity in entities if entity.type == "Staat"}
    for entry in world_entries():
        if entry.entity.id in known:
            yield from ((form, entry.entity.id) for stem in entry.adjectives for form in adjective_forms(stem))


class Names:
    """Names to be found in the wording of topics."""

    __slots__ = ("_first_words", "_ids")

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Index names with their ids, and the genitive of each; a name of two means neither."""
        self._ids: dict[str, str] = {}
        for name, id_ in names:
            spelled = " ".join(_NAME_WORD.findall(name.casefold()))
            for form in (spelled, f"{spelled}s") if spelled else ():
                known = self._ids.setdefault(form, id_)
                self._ids[form] = id_ if known == id_ else ""
        # Most words of a label begin no name, and few labels are worth a look at their runs of words.
        self._first_words = {name.split()[0] for name in self._ids}

    def within(self, label: str) -> Iterator[str]:
        """Yield the ids of what a label names; the parts of hyphened words count as words."""
        found = _NAME_WORD.findall(label.casefold())
        for start in (place for place, word in enumerate(found) if word in self._first_words):
            for end in range(start + 1, min(len(found), start + LONGEST_NAME) + 1):
                name = self._ids.get(" ".join(found[start:end]))
                if name:
                    yield name


@cache
def listed(name: str) -> frozenset[str]:
    """Return the stems of the words in a list of `kg/compare/data`."""
    return words(" ".join(line for line in read_lines(name)))


@cache
def _idle() -> frozenset[str]:
    inflected = (form for row in rows("function_words.csv") for form in row["forms"].split())
    uninflected = (word for line in read_lines("little_words.txt") for word in line.split())
    return frozenset(_stem(word) for word in (*inflected, *uninflected))


def _stem(word: str) -> str:
    return _ENDING.sub("", word.casefold())


@lru_cache(maxsize=65_536)  # topics recur; an archive of 100,000 claims has about 30,000
def words(label: str) -> frozenset[str]:
    """Return the stems of a label's content words.

    >>> sorted(words("Einfuhr von EU-Waren")) == sorted(words("die Einfuhr der EU-Ware"))
    True
    """
    return frozenset(map(_stem, _WORD.findall(label))) - _idle()


def topic(labels: Sequence[str], anchors: Iterable[str]) -> Topic:
    """Return the topic that goes by some labels; the first one tells whether it is reversed."""
    first = next((_stem(word) for word in _WORD.findall(labels[0]) if word[0].isupper()), "")
    turned = first in listed("reversals.txt")
    names = (words(label) - listed("reversals.txt") for label in labels)
    return Topic(tuple(names), frozenset(anchors), turned)


def related(one: Topic, other: Topic) -> bool:
    """Tell whether the words of one topic lie mostly within the other's, by any of their names."""
    return any(_holds(a, b) for a in one.names for b in other.names)


def same_name(one: Topic, other: Topic) -> bool:
    """Tell whether two topics have a name of the same words, as an organisation and what is said of it as a whole."""
    return not frozenset(one.names).isdisjoint(other.names)


def same_matter(one: Topic, other: Topic) -> bool:
    """Tell whether two topics are one matter in other words: alike, and each says something the other does not."""
    a, b = one.names[0], other.names[0]
    return a - b != frozenset() and b - a != frozenset() and 2 * len(a & b) >= ALIKE * (len(a) + len(b))


def _holds(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    if shared < 2:
        return shared == len(one) == len(other) == 1
    return shared >= SHARED * min(len(one), len(other))
