"""What stands before the head of a noun phrase: adjectives, numbers, participles with arguments, genitive names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.annotate.agreement import case_mask
from kg.annotate.articles import DEFINITE_ARTICLES
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.tagged import DETERMINERS, FINITE, HEADS, NAMES, PREPOSITIONS, YEAR, Tagged, Window
from kg.annotate.lexicon import word_list

__all__ = [
    "Attributes",
    "is_participial",
    "lists_in_attribute",
    "opens_attribute",
    "prenominal_genitive",
    "read_attributes",
]

_REACH: Final = 14  # tokens between article and participle; longer ones do not occur in the development treebanks
_PARTICIPIAL: Final = re.compile(r"(t|en|nd)(e[nrsm]?)$")
_SUPERLATIVE: Final = re.compile(r"(?:s|ß)te[nrsm]?$")  # mit 34 Prozent | stärkste Kraft
_INNER_END: Final = frozenset({"NN", "NE", "PPER", "PRF"})  # an adjective behind them goes with the next noun
_OPENERS: Final = PREPOSITIONS | DETERMINERS
_DEGREE: Final = frozenset({"ADV", "ADJD", "PTKNEG", "PTKA"})
_COUNTING: Final = frozenset({"CARD", "TRUNC", "$("})
_QUANTIFYING: Final = frozenset({"PIDAT", "PIAT"})
_PLURAL: Final = frozenset({"alle", "allen", "aller", "einige", "einigen", "einiger", "viele", "vielen", "vieler"})
_QUOTED: Final = frozenset({"$("})
_DETERMINING: Final = _QUANTIFYING | {"PDAT", "PPOSAT"}
_IN_LISTS: Final = HEADS | {"ART", "PDS", "PRELS", "ADJA", "KON", "$,"}
_BEFORE_LISTS: Final = frozenset({"ART", "PDS", "PRELS", "PDAT", "PPOSAT", "ADJA"})
_LINKED: Final = frozenset({"ADJA", "CARD", "TRUNC"})
_LINKED_TO: Final = _LINKED | {"NN", "ADV"}
_PARTS_OF_PLACES: Final = frozenset(
    {
        "norden",
        "süden",
        "osten",
        "westen",
        "nordosten",
        "nordwesten",
        "südosten",
        "südwesten",
        "zentrum",
        "landesinneren",
    }
)
_PARTS_OF_TIME: Final = frozenset({"anfang", "mitte", "ende"})
_BEFORE_OWNED: Final = frozenset({"ADJA", "CARD", "ADV", "ADJD", "$("})


@dataclass(frozen=True, slots=True)
class Attributes:
    """Where the head is to stand (`end`), the inflected words before it, and a participle with arguments."""

    end: int
    inflected: tuple[int, ...] = ()
    participle: int | None = None


def read_attributes(window: Window, start: int, *, opened: bool) -> Attributes:
    """Read from `start` to where the head should be; `opened` if a determiner or genitive opens the phrase."""
    found: list[int] = []
    place = start
    tags = window.words.tags
    while place < window.limit:
        tag = tags[place]
        if tag == "ADJA" or (tag in _QUANTIFYING and opened) or (tag in _DETERMINING and place == start):
            found.append(place)
        elif not (_measures(window, start, place) if tag in HEADS else _belongs_before(window, start, place)):
            break
        place += 1
    if opened and window.tag(place) not in HEADS:
        participle = _extended(window, place)
        if participle is not None:
            rest = read_attributes(window, participle, opened=True)
            return Attributes(rest.end, (*found, *rest.inflected), participle)
    return Attributes(place, tuple(found))


def _belongs_before(window: Window, start: int, place: int) -> bool:
    """Tell whether an uninflected word belongs to the attributes of a noun to come."""
    tag = window.tag(place)
    if tag in _COUNTING or (tag == "$," and place > start):
        return True
    if tag in _DEGREE:
        end = window.skip(place, _DEGREE)
        return window.tag(end) in ("ADJA", "CARD", "TRUNC")
    before = place - 1 - (window.tag(place - 1) == "$," and window.tag(place - 2) == "TRUNC")
    linked = tag == "KON" and place > start and window.tag(before) in _LINKED
    return linked and window.tag(place + 1) in _LINKED_TO


def _measures(window: Window, start: int, place: int) -> bool:
    """Tell the unit of a measure before its adjective: der 600 | Meter | lange Tunnel."""
    end = window.skip(place, frozenset({"NN"}))
    counted = window.tag(place - 1) == "CARD" or (window.tag(place - 1) == "NN" and window.tag(place - 2) == "CARD")
    if end == place or place == start or not counted or window.tag(end) != "ADJA":
        return False
    if _SUPERLATIVE.search(window.low(end)):
        return False
    return window.token(end).lemma in word_list("dimension_adjectives.txt")


def _extended(window: Window, start: int) -> int | None:
    """Find the participle of "der [in Berlin lebende] Minister": an ADJA before a noun with no verb between."""
    for index in range(start, min(window.limit - 1, start + _REACH)):
        tag = window.tag(index)
        to_be = tag == "PTKZU" and window.tag(index + 1) == "ADJA"  # die zu erstattende Pauschale
        if tag == "$," and lists_in_attribute(window.words, index, start - 1, window.limit):
            continue
        if tag in FINITE or tag in ("$,", "PTKVZ") or (tag == "PTKZU" and not to_be):
            return None
        following = window.skip(index + 1, _QUOTED)
        inner = index > start and tag == "ADJA" and window.tag(following) in ("NN", "ADJA", "CARD", "NE")
        ended = is_participial(window.words, index) or window.tag(index - 1) in _INNER_END
        if inner and ended and not _of_inner_noun(window, start, index):
            return index
    return None


def lists_in_attribute(words: Tagged, mark: int, first: int, last: int) -> bool:
    """Tell a comma or "und" in a list before a participle: der von Polen, Litauen und Estland geforderte Schritt."""
    before, after = mark - 1, mark + 1
    while before > first and words.tags[before] in _IN_LISTS:
        before -= 1
    opened = before > first and words.tags[before] in PREPOSITIONS and words.tags[before - 1] in _BEFORE_LISTS
    if not opened or words.tags[mark - 1] not in HEADS:
        return False
    while after < last and words.tags[after] in _IN_LISTS and not is_participial(words, after):
        after += 1
    linked = "KON" in words.tags[mark:after] and words.tags[after - 1] in HEADS
    return linked and after + 1 < last and is_participial(words, after) and words.tags[after + 1] in ("NN", "ADJA")


def is_participial(words: Tagged, index: int) -> bool:
    """Tell whether an adjective may be a participle by its ending."""
    return words.tags[index] == "ADJA" and bool(_PARTICIPIAL.search(words.lows[index]))


def _of_inner_noun(window: Window, start: int, index: int) -> bool:
    """Tell whether an adjective is of a noun inside the attribute: ein im | letzten | Monat beschlossenes Gesetz."""
    before = index - 1
    while window.tag(before) in _LINKED and not YEAR.match(window.low(before)):
        before -= 1
    return before >= start and window.tag(before) in _OPENERS


def opens_attribute(window: Window, index: int) -> bool:
    """Tell whether what looks like a pronoun opens a phrase (der sie begleitende Arzt, alle in Rom lebenden Polen)."""
    tag = window.tag(index)
    if tag == "PIS" and window.tag(index + 1) in PREPOSITIONS:
        participle = _extended(window, index + 1) if window.low(index) in _PLURAL else None
        return participle is not None and is_participial(window.words, participle)
    if tag != "PDS" or window.low(index) not in DEFINITE_ARTICLES:
        return False
    after = window.skip(index + 1, frozenset({"$(", "ADV", "ADJD"}))
    return window.tag(after) in ("NN", "NE", "ADJA", "CARD") or _extended(window, index + 1) is not None


def _is_owned_body(window: Window, index: int) -> bool:
    """Tell the name of a party or another body behind a name that owns it: Sachsens | AfD, Orbáns | Fidesz."""
    words = window.words
    body = words.name_ends.get(index) and index not in words.people and index not in words.places
    return bool(body) and index in words.parted and index - 1 in words.name_ends


def prenominal_genitive(window: Window, index: int) -> Phrase | None:
    """Read a name in the genitive that stands before its noun (Putins Besuch)."""
    tag = window.tag(index)
    if tag not in HEADS:
        return None
    end = window.skip(index, NAMES)
    end = next((place for place in range(index + 1, end) if _is_owned_body(window, place)), end)
    if tag == "NN" and window.token(index).text == window.token(index).lemma + "s":
        end += 1  # a name that the tagger takes for a noun
    if end == index:
        return None
    within = end - 1 in window.words.people and window.words.name_ends[end - 1] > end  # Matthias Weber
    bracketed = window.low(end) == "("  # Ministerin Lisa Paus (Grüne)
    if within or bracketed or not window.low(end - 1).endswith(("s", "’", "'")):
        return None
    if end - 1 in window.words.bare and window.words.name_ends[end - 1] == end:
        return None  # Lisa Paus | Pläne, but Polens Armee
    if window.tag(window.skip(end, _BEFORE_OWNED)) != "NN" and not _is_owned_body(window, end):
        return None
    if window.low(end) in _PARTS_OF_TIME:
        return None  # die Einladung Polens | Ende 2010
    counts = window.tag(end) in ("CARD", "PIAT", "ADV")
    if index and window.tag(index - 1) == "NN" and (counts or window.low(index - 1) in _PARTS_OF_PLACES):
        return None  # bei dem Unglück Neuseelands | 151 Reisende; im Süden Malis | Dutzende Menschen
    if counts and index and window.tag(index - 1) in PREPOSITIONS and window.token(end - 1).lemma.endswith("s"):
        return None  # in Paris | mehr als 60 Leute
    return Phrase(index, end, end - 1, case_mask("g"))
