"""The little language of phrase patterns, and finding them in a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.annotate.noun_classes import noun_class
from kg.match.nouns import kind_classes
from kg.match.rules import Element, PhrasePattern
from kg.match.scene import in_genitive
from kg.model.offsets import first_from
from kg.model.reading import Annotations, Mention, Quantity, Sentence, Time, Token

__all__ = ["ANY_WORD", "Unit", "find_phrase", "parse_phrase", "sentence_units", "word_forms"]

PART = re.compile(r"(?P<braces>\{[^{}]*\})|(?P<tag>\[[^\[\]]*\])|(?P<word>[^\s{}\[\]]+)")
CASES = {"nom": "n", "gen": "g", "dat": "d", "akk": "a", "adj": "adj", "town": "town", "exact": "exact"}
QUOTATION_MARKS = frozenset("\"„“”»«‚‘'›‹")
ANY_WORD = "*"
"""The trigger of a phrase whose words only have to be of a kind."""
REACH = 6
"""Most units that a `*` may pass over: what a German noun phrase holds between determiner and head."""


Fits = Callable[[Mention, frozenset[str]], bool]


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a sentence that a pattern sees as one: a mention, quantity, time or single token."""

    start: int
    end: int
    first: int
    last: int
    value: Mention | Quantity | Time | Token


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a sentence in order, and the places of each word (its lemma and small text) and kind of element."""

    row: tuple[Unit, ...]
    words: Mapping[str, Sequence[int]]
    kinds: Mapping[str, Sequence[int]]


def parse_phrase(written: str, lists: Mapping[str, frozenset[str]]) -> PhrasePattern:
    """Read a pattern such as `{Staat:gen} grenzt|grenzen an {b=Staat}`; raise ValueError saying what is wrong."""
    elements = []
    position = 0
    for match in PART.finditer(written):
        if written[position : match.start()].strip():
            raise ValueError(f"cannot read {written[position : match.start()].strip()!r}")
        position = match.end()
        suffix = written[position : position + 1] if match.lastgroup != "word" else ""
        repeat = suffix if suffix in ("?", "*") else ""
        position += len(repeat)
        elements.append(_element(match, repeat, lists))
    words = [
        e.values if e.kind == "word" else e.tails for e in elements if not e.repeat and (e.kind == "word" or e.tails)
    ]
    if not words and all(element.kind != "kind" for element in elements):
        raise ValueError("has no word that must occur; add one, so that the rule need not be tried everywhere")
    return PhrasePattern(tuple(elements), max(words, key=_rarity) if words else frozenset({ANY_WORD}))


def _rarity(words: frozenset[str]) -> tuple[int, int]:
    """Order words by how seldom a text has any of them: short ones are frequent (Zipf), marks most of all."""
    return min(len(word) for word in words), -len(words)


@lru_cache(maxsize=50_000)  # the words of an archive
def word_forms(lemma: str, text: str) -> tuple[str, ...]:
    """Return the forms by which a token triggers a phrase: lemma, small text, "-tail" of a hyphenated word's lemma."""
    hyphenated = (f"-{lemma.rpartition('-')[2].lower()}",) if "-" in lemma else ()
    return (lemma, text.lower(), *hyphenated)


def sentence_units(annotations: Annotations, sentence: Sentence) -> Units:
    """Return the units of a sentence in order: names, amounts and times are one unit each, else tokens.

    Quotation marks are none: die Zeitung „Wochenblatt“ is as it is without them.
    """
    wholes = _wholes(annotations, sentence)
    units: list[Unit] = []
    index = sentence.first
    while index < sentence.last:
        token = annotations.tokens[index]
        whole = wholes.get(token.start)
        last = index + 1
        while whole and last < sentence.last and annotations.tokens[last].start < whole.end:
            last += 1
        value = whole or token
        if token.text not in QUOTATION_MARKS:
            units.append(Unit(value.start, value.end, index, last, value))
        index = last
    return _indexed(tuple(units))


def _indexed(row: tuple[Unit, ...]) -> Units:
    words: dict[str, list[int]] = defaultdict(list)
    kinds: dict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(row):
        for kind in _kinds(unit.value):
            kinds[kind].append(place)
        if isinstance(unit.value, Token):
            for form in word_forms(unit.value.lemma, unit.value.text):
                words[form].append(place)
    return Units(row, words, kinds)


def _kinds(value: Mention | Quantity | Time | Token) -> tuple[str, ...]:
    """Return the kinds of element that can accept a unit, none for what only its words tell."""
    if isinstance(value, Token):
        return ("kind",) if value.tag == "NN" else ()
    if isinstance(value, Mention):
        return ("entity", "kind") if value.kind == "compound" else ("entity",)
    return ("quantity",) if isinstance(value, Quantity) else ("time",)


def find_phrase(
    pattern: PhrasePattern, units: Units, tokens: tuple[Token, ...], fits: Fits
) -> Iterator[dict[str, Unit]]:
    """Yield the bindings, by element name, of each place where the pattern begins and holds.

    The first and last unit of the place are bound to "^" and "$". `fits` tells whether a mention is of a class.
    """
    for start in _starts(pattern.elements[0], units):
        bound = next(_walk(pattern.elements, units.row, start, tokens, fits), None)
        if bound is not None:
            yield bound | {"^": units.row[start]}


def _starts(first: Element, units: Units) -> Sequence[int]:
    """Return the places at which a pattern with this first element can begin."""
    if first.repeat or first.kind in ("any", "tag"):
        return range(len(units.row))
    if first.kind == "word":
        return sorted({place for word in units.words.keys() & first.values for place in units.words[word]})
    return units.kinds.get(first.kind, ())


def _element(match: re.Match[str], repeat: str, lists: Mapping[str, frozenset[str]]) -> Element:
    if match["tag"]:
        tags = match["tag"][1:-1].strip()
        return Element("any" if tags == "*" else "tag", frozenset(tags.split("|")), repeat=repeat)
    if match["braces"]:
        return _named(match["braces"][1:-1].strip(), repeat)
    name, _, word = match["word"].rpartition("=")
    if word[-1] in "?*":
        word, repeat = word[:-1], word[-1]
    values: set[str] = set()
    for option in word.split("|"):
        if option.startswith("$"):
            if option[1:] not in lists:
                raise ValueError(f"uses the list {option}, which is not defined")
            values |= lists[option[1:]]
        else:
            values.add(option)
    return Element("word", frozenset(values), name, repeat=repeat)


def _named(inside: str, repeat: str) -> Element:
    name, _, rest = inside.rpartition("=")
    what, _, detail = rest.partition(":")
    if what in ("quantity", "time", "kind"):
        return Element(what, frozenset(detail.split("|")) if detail else frozenset(), name or what, repeat=repeat)
    types = frozenset(what.split("|"))
    if detail.startswith("-"):
        return Element("entity", types, name or what, repeat=repeat, tails=frozenset(detail.split("|")))
    if detail and detail not in CASES:
        raise ValueError(f"has the unknown detail ':{detail}'; known are {', '.join(CASES)}")
    return Element("entity", types, name or what, case=CASES.get(detail, detail), repeat=repeat)


def _wholes(annotations: Annotations, sentence: Sentence) -> dict[int, Mention | Quantity | Time]:
    wholes: dict[int, Mention | Quantity | Time] = {}
    layers: tuple[tuple[Mention | Quantity | Time, ...], ...] = (
        annotations.mentions,
        annotations.quantities,
        annotations.times,
    )
    for layer in layers:
        first, last = (first_from(layer, place) for place in (sentence.start, sentence.end))
        for item in layer[first:last]:
            known = wholes.get(item.start)
            if known is None or item.end > known.end:
                wholes[item.start] = item
    return wholes


def _walk(
    elements: tuple[Element, ...], units: tuple[Unit, ...], at: int, tokens: tuple[Token, ...], fits: Fits
) -> Iterator[dict[str, Unit]]:
    if not elements:
        yield {"$": units[at - 1]}
        return
    element, rest = elements[0], elements[1:]
    least, most = {"": (1, 1), "?": (0, 1), "*": (0, REACH)}[element.repeat]
    for count in range(most + 1):
        if count and (at + count > len(units) or not _accepts(element, units[at + count - 1], tokens, fits)):
            return
        if count >= least:
            for bound in _walk(rest, units, at + count, tokens, fits):
                yield bound | ({element.name: _bound(element, units[at], tokens)} if element.name and count else {})


def _accepts(element: Element, unit: Unit, tokens: tuple[Token, ...], fits: Fits) -> bool:
    value = unit.value
    if element.kind == "any":
        return not isinstance(value, Token) or not value.tag.startswith("$.")
    if element.kind == "entity":
        return (
            isinstance(value, Mention)
            and _in_form(element, value, tokens[unit.last - 1])
            and fits(value, element.values)
        )
    if element.kind == "quantity":
        return isinstance(value, Quantity) and (not element.values or value.unit in element.values)
    if element.kind == "time":
        return isinstance(value, Time)
    if element.kind == "kind":
        noun = _own_noun(unit, tokens)
        # A word for a woman that the tagger takes for a name: die Warschauer Politologin.
        common = noun is not None and (noun.tag == "NN" or (noun.tag == "NE" and noun.lemma.endswith("in")))
        return noun is not None and common and not element.values.isdisjoint(kind_classes(noun.lemma))
    if isinstance(value, Mention) and value.kind in ("pronoun", "group") and unit.last == unit.first + 1:
        value = tokens[unit.last - 1]  # a word as well, whomever it means: Moldau mit seinen Einwohnern
    if not isinstance(value, Token):
        return False
    if element.kind == "tag":
        return any(value.tag.startswith(tag) for tag in element.values)
    plain = value.lemma in element.values or value.text.lower() in element.values
    return plain or ("-" in value.lemma and not element.values.isdisjoint(word_forms(value.lemma, value.text)))


def _bound(element: Element, unit: Unit, tokens: tuple[Token, ...]) -> Unit:
    """Return what an element binds: of a compound that says a kind, the noun behind the name."""
    noun = _own_noun(unit, tokens) if element.kind == "kind" else None
    return unit if noun is None else replace(unit, value=noun)


def _own_noun(unit: Unit, tokens: tuple[Token, ...]) -> Token | None:
    """Return a noun, of a compound with a name the part that is none: der SPD-Politiker is a Politiker.

    Who knows a country is called by it: die Nahost-Expertin.
    """
    last = tokens[unit.last - 1]
    compound = isinstance(unit.value, Mention) and unit.value.kind == "compound"
    if not (compound or isinstance(unit.value, Token)) or not last.text[0].isupper():
        return None
    if not compound or (_of_place(unit.value) and noun_class(last.lemma) == "Person"):
        return last
    return replace(last, lemma=last.lemma.rpartition("-")[2])


def _of_place(value: Mention | Quantity | Time | Token) -> bool:
    return isinstance(value, Mention) and value.entities[0].type in ("Ort", "Staat")


def _in_form(element: Element, mention: Mention, last: Token) -> bool:
    if element.tails or mention.kind == "compound":
        return mention.kind == "compound" and not element.tails.isdisjoint(word_forms(last.lemma, last.text))
    case = element.case
    if case == "exact":
        return mention.kind != "adjective" and all(entity.type in element.values for entity in mention.entities)
    if case in ("adj", "town") or mention.kind == "adjective":
        of_town = last.text[:1].isupper() and last.text.endswith("er") and last.text != "Er"
        return mention.kind == "adjective" and (case == "adj" or (case == "town" and of_town))
    if case == "n":  # a name declines in the genitive only
        return last.morph.case != "g" and not in_genitive(mention, last.text)
    return not case or case in last.morph.case or (case == "g" and last.text.endswith(("s", "’", "'")))
