"""The little language of phrase patterns, and finding them in a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from itertools import chain
from operator import or_
from typing import NamedTuple, TypeAlias

from kg.annotate.names.kinds import kind_of, town_of
from kg.annotate.noun_classes import noun_class
from kg.annotate.numbers import number
from kg.match.nouns import kind_classes
from kg.match.rules import Element, PhrasePattern
from kg.match.scene import in_genitive
from kg.match.word_lists import expanded
from kg.model.offsets import first_from, last_at
from kg.model.reading import Annotations, Mention, Quantity, Sentence, Time, Token

__all__ = ["ANY_WORD", "Unit", "Whole", "find_phrase", "parse_phrase", "sentence_units", "wholes_of", "word_forms"]

PART = re.compile(r"(?P<braces>\{[^{}]*\})|(?P<tag>\[[^\[\]]*\])|(?P<word>[^\s{}\[\]]+)")
CASES = {"nom": "n", "gen": "g", "dat": "d", "akk": "a"} | {
    name: name for name in ("adj", "town", "exact", "people", "seated", "called", "party")
}
QUOTATION_MARKS = frozenset("\"„“”»«‚‘'›‹")
_OF_FIELD = re.compile(r".{3,}?(politiker(?:in)?)")
ANY_WORD = "*"
"""The trigger of a phrase whose words only have to be of a kind."""
ANY_NOUN = "Ding"
"""The kind that every common noun says unless it is a person."""
PARTIES = ("Partei", "Bündnis", "")
"""Kinds of bodies whose people are their members; a Bündnis may be of parties."""
TELLING = ("seated", "called")
"""Cases of a name that tell enough for a rule without a word of its own."""
REACH = 6
"""Most units that a `*` may pass over: what a German noun phrase holds between determiner and head."""
_BRACKETS = 3
"""Units of a name in brackets, with them."""
COUNTS = {"": (1, 1), "?": (0, 1), "*": (0, REACH)}
"""Least and most units that an element takes, by its sign of repetition."""


Whole: TypeAlias = Mention | Quantity | Time
Fits = Callable[[Mention, frozenset[str]], bool]


class Unit(NamedTuple):
    """A stretch of a sentence that a pattern sees as one: a mention, quantity, time or single token."""

    start: int
    end: int
    first: int
    last: int
    value: Whole | Token


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a sentence in order, and the places of each word (its lemma and small text) and kind of element.

    Places are the bits of a number, so that many are compared at once.
    """

    row: tuple[Unit, ...]
    words: Mapping[str, int]
    kinds: Mapping[str, int]


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
    if not words and all(element.kind != "kind" and element.case not in TELLING for element in elements):
        raise ValueError("has no word that must occur; add one, so that the rule need not be tried everywhere")
    return PhrasePattern(tuple(elements), max(words, key=_rarity) if words else frozenset({ANY_WORD}))


def _rarity(words: frozenset[str]) -> tuple[int, int]:
    """Order words by how seldom a text has any of them: short ones are frequent (Zipf), marks most of all."""
    return min(len(word) for word in words), -len(words)


@lru_cache(maxsize=50_000)  # the words of an archive
def word_forms(lemma: str, text: str) -> tuple[str, ...]:
    """Return the forms by which a token triggers a phrase: lemma, small text, "-tail" of a hyphenated word's lemma.

    A politician of some field is one, too: FDP-Verteidigungspolitikerin.
    """
    tail = lemma.rpartition("-")[2].lower() if "-" in lemma else ""
    field = _OF_FIELD.fullmatch(tail)
    return (lemma, text.lower(), *((f"-{tail}",) if tail else ()), *((f"-{field[1]}",) if field else ()))


def sentence_units(annotations: Annotations, sentence: Sentence, wholes: Mapping[int, Whole]) -> Units:
    """Return the units of a sentence in order: the `wholes` of the text (see `wholes_of`), else tokens.

    Quotation marks are none: die Zeitung „Wochenblatt“ is as it is without them.
    """
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
    return _indexed(tuple(units), annotations.tokens)


def _indexed(row: tuple[Unit, ...], tokens: tuple[Token, ...]) -> Units:
    words: dict[str, int] = defaultdict(int)
    kinds: dict[str, int] = defaultdict(int)
    for place, unit in enumerate(row):
        for kind in _kinds(unit.value):
            kinds[kind] |= 1 << place
        word = _word(unit, tokens)
        if word is not None:
            for form in word_forms(word.lemma, word.text):
                words[form] |= 1 << place
    return Units(row, words, kinds)


def _word(unit: Unit, tokens: tuple[Token, ...]) -> Token | None:
    """Return the word that a unit is, also a pronoun, whomever it means, and an adjective of time.

    Moldau mit | seinen Einwohnern; die | langjährige Vertraute der Königin.
    """
    if isinstance(unit.value, Token):
        return unit.value
    if unit.last != unit.first + 1:
        return None
    word = tokens[unit.first]
    referring = isinstance(unit.value, Mention) and unit.value.kind in ("pronoun", "group")
    return word if referring or (isinstance(unit.value, Time) and word.tag == "ADJA") else None


def _kinds(value: Whole | Token) -> tuple[str, ...]:
    """Return the kinds of element that can accept a unit, none for what only its words tell."""
    if isinstance(value, Token):
        return ("kind",) if value.tag == "NN" or _is_woman(value) else ()
    if isinstance(value, Mention):
        return ("entity", "kind") if value.kind == "compound" else ("entity",)
    return ("quantity", "bare") if isinstance(value, Quantity) else ("time",)


def find_phrase(
    pattern: PhrasePattern, units: Units, tokens: tuple[Token, ...], fits: Fits
) -> Iterator[dict[str, Unit]]:
    """Yield the bindings, by element name, of each place where the pattern begins and holds.

    The first and last unit of the place are bound to "^" and "$". `fits` tells whether a mention is of a class.
    """
    for start in _starts(pattern.elements, units):
        bound = _walk(pattern.elements, units.row, start, tokens, fits)
        if bound is not None:
            yield bound | {"^": units.row[start]}


def _starts(elements: Sequence[Element], units: Units) -> Iterator[int]:
    """Yield the places at which a pattern can begin, by what its elements can be.

    How far those behind a repeated one stand from the beginning is open, but not that they stand behind it.
    """
    starts, fixed, bracketed = (1 << len(units.row)) - 1, True, "(" in units.words
    for offset, element in enumerate(elements):
        fixed = fixed and not element.repeat
        if element.repeat or element.kind in ("any", "tag"):
            continue
        places = _places(element, units)
        starts &= places >> offset if fixed else (1 << places.bit_length()) - 1
        if not starts:
            return
        fixed = fixed and not (bracketed and element.kind == "entity")
    while starts:
        first = starts & -starts
        yield first.bit_length() - 1
        starts ^= first


def _places(element: Element, units: Units) -> int:
    """Return the places of units that an element may accept."""
    if element.kind != "word":
        return units.kinds.get(element.kind, 0)
    return reduce(or_, [units.words[word] for word in units.words.keys() & element.values], 0)


def _element(match: re.Match[str], repeat: str, lists: Mapping[str, frozenset[str]]) -> Element:
    if match["tag"]:
        tags = match["tag"][1:-1].strip()
        if tags == "*":
            return Element("any", frozenset(), repeat=repeat)
        kind = "any" if tags.startswith("^") else "tag"
        return Element(kind, frozenset(tags.removeprefix("^").split("|")), repeat=repeat)
    if match["braces"]:
        return _named(match["braces"][1:-1].strip(), repeat, lists)
    name, _, word = match["word"].rpartition("=")
    if word[-1] in "?*":
        word, repeat = word[:-1], word[-1]
    return Element("word", expanded(word.split("|"), lists), name, repeat=repeat)


def _named(inside: str, repeat: str, lists: Mapping[str, frozenset[str]]) -> Element:
    name, _, rest = inside.rpartition("=")
    what, _, detail = rest.partition(":")
    if what in ("quantity", "bare", "time", "kind"):
        values = expanded(detail.split("|"), lists) if detail else frozenset()
        return Element(what, values, name or what, repeat=repeat)
    if what == "kinds":
        return Element("kind", frozenset(detail.split("|")), name or what, case="p", repeat=repeat)
    types = frozenset(what.split("|"))
    if detail.startswith("-"):
        return Element("entity", types, name or what, repeat=repeat, tails=frozenset(detail.split("|")))
    if detail and detail not in CASES:
        raise ValueError(f"has the unknown detail ':{detail}'; known are {', '.join(CASES)}")
    return Element("entity", types, name or what, case=CASES.get(detail, detail), repeat=repeat)


def wholes_of(annotations: Annotations) -> dict[int, Whole]:
    """Return the names, amounts and times of a text, which are one unit each, by their start; the longest there."""
    wholes: dict[int, Whole] = {}
    mentions = tuple(mention for mention in annotations.mentions if not _is_apposed(annotations, mention))
    layers: tuple[tuple[Whole, ...], ...] = (mentions, annotations.quantities, annotations.times)
    for item in chain.from_iterable(layers):
        known = wholes.get(item.start)
        if known is None or item.end > known.end:
            wholes[item.start] = item
    return wholes


def _is_apposed(annotations: Annotations, mention: Mention) -> bool:
    """Tell a noun that refers to the name right before it, of which it says what it is: Narwa, die drittgrößte | Stadt.

    A rule sees its words, as it does where the noun refers to nobody.
    """
    if mention.kind != "description":
        return False
    first = first_from(annotations.tokens, mention.start)
    before = annotations.tokens[max(0, first - 2) : first]
    if len(before) < 2 or before[0].text != "," or before[1].tag != "ART":
        return False
    named = last_at(annotations.mentions, before[0].start - 1)
    known = annotations.mentions[named] if named >= 0 else None
    return known is not None and known.end == before[0].start and known.entities == mention.entities


def _walk(
    elements: tuple[Element, ...], units: tuple[Unit, ...], at: int, tokens: tuple[Token, ...], fits: Fits
) -> dict[str, Unit] | None:
    """Return the bindings of the elements from a place on, the shortest repetitions first, None where they fail."""
    if not elements:
        return {"$": units[at - 1]}
    element, rest = elements[0], elements[1:]
    least, most = COUNTS[element.repeat]
    for count in range(most + 1):
        if count and (at + count > len(units) or not _accepts(element, units[at + count - 1], tokens, fits)):
            return None
        bound = _walk(rest, units, at + count, tokens, fits) if count >= least else None
        if bound is None and count and element.kind == "entity" and _in_brackets(units, at + count):
            bound = _walk(rest, units, at + count + _BRACKETS, tokens, fits)
        if bound is not None:
            return bound | ({element.name: _bound(element, units[at], tokens)} if element.name and count else {})
    return None


def _in_brackets(units: tuple[Unit, ...], at: int) -> bool:
    """Tell what a name may have in brackets behind it: der Naturschutzbund (Nabu), Jan Holm (SPD), Eva Blum (58)."""
    marks = [unit.value.text for unit in units[at : at + _BRACKETS : 2] if isinstance(unit.value, Token)]
    return marks == ["(", ")"]


def _accepts(element: Element, unit: Unit, tokens: tuple[Token, ...], fits: Fits) -> bool:
    value = unit.value
    if element.kind == "any":
        return not isinstance(value, Token) or not value.tag.startswith(("$.", *element.values))
    if element.kind == "entity":
        return (
            isinstance(value, Mention)
            and _in_form(element, value, tokens[unit.last - 1])
            and fits(value, element.values)
        )
    if element.kind in ("quantity", "bare"):
        if not isinstance(value, Quantity) or (element.values and value.unit not in element.values):
            return False
        return element.kind == "quantity" or number(value.text.rpartition(" ")[2]) is not None
    if element.kind == "time":
        return isinstance(value, Time)
    if element.kind == "kind":
        noun = _own_noun(unit, tokens)
        if (
            noun is None
            or not (noun.tag == "NN" or _is_woman(noun))
            or (element.case == "p" and noun.text == noun.lemma)
        ):
            return False
        kinds = kind_classes(noun.lemma)
        return not element.values.isdisjoint(kinds) or (ANY_NOUN in element.values and "Person" not in kinds)
    word = _word(unit, tokens)
    if word is None:
        return False
    if element.kind == "tag":
        return any(word.tag.startswith(tag) for tag in element.values)
    return not element.values.isdisjoint(word_forms(word.lemma, word.text))


def _is_woman(noun: Token) -> bool:
    """Tell a word for a woman that the tagger takes for a name: die Warschauer Politologin."""
    return noun.tag == "NE" and noun.lemma.endswith("in")


def _bound(element: Element, unit: Unit, tokens: tuple[Token, ...]) -> Unit:
    """Return what an element binds: of a compound that says a kind, the noun behind the name."""
    noun = _own_noun(unit, tokens) if element.kind == "kind" else None
    return unit if noun is None else unit._replace(value=noun)


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


def _of_place(value: Whole | Token) -> bool:
    return isinstance(value, Mention) and value.entities[0].type in ("Ort", "Staat")


def _in_form(element: Element, mention: Mention, last: Token) -> bool:
    if element.tails or mention.kind == "compound":
        joined = mention.kind == "compound" or (mention.kind == "description" and "-" in last.text)
        return joined and not element.tails.isdisjoint(word_forms(last.lemma, last.text))
    case = element.case
    if case == "exact":
        return mention.kind != "adjective" and all(entity.type in element.values for entity in mention.entities)
    if case == "seated":
        named = mention.kind == "name" and town_of(mention.entities[0]) is not None
        return named or mention.kind == "description"
    if case == "party":  # of what no table knows it may be one
        return mention.kind != "adjective" and all(kind_of(entity) in PARTIES for entity in mention.entities)
    if case == "called":
        return mention.kind == "description" and len(mention.entities) == 1 and last.tag == "NN"
    if case == "people":
        return mention.kind == "demonym" and "s" in last.morph.number
    if case in ("adj", "town") or mention.kind == "adjective":
        of_town = last.text[:1].isupper() and last.text.endswith("er") and last.text != "Er"
        of_town = of_town and mention.entities[0].type == "Ort"  # Schweizer is of a state
        return mention.kind == "adjective" and (case == "adj" or (case == "town" and of_town))
    if case == "n":  # a name declines in the genitive only; people whom an adjective describes have none
        owning = in_genitive(mention, last.text) or (last.morph.case == "g" and not _is_called(mention, last.text))
        named = mention.kind != "pronoun" and not mention.entities[0].label[:1].islower()  # politische Organisationen
        return named and not owning and not _is_group(mention)
    return not case or case in last.morph.case or (case == "g" and last.text.endswith(("s", "’", "'")))


def _is_called(mention: Mention, last: str) -> bool:
    """Tell whether a name as it is known ends in a word, so that its -s is no ending: Flores, Cottbus.

    A person or body that no table knows is called as the text has it, in whatever case.
    """
    entity = mention.entities[0]
    told = not entity.provisional or entity.type in ("Ort", "Staat")
    return told and last in {name.split()[-1] for name in (entity.label, *entity.aliases)}


def _is_group(mention: Mention) -> bool:
    """Tell people that an adjective describes from a name: brave Bürger."""
    return mention.entities[0].type == "Person" and mention.entities[0].gender == "p"
