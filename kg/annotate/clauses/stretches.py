"""A sentence cut into stretches: at its separators, and where a clause opens or is coordinated without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from kg.annotate.clauses.attributes import lists_in_attribute
from kg.annotate.clauses.openers import RELATIVES, is_dated, is_weak, opener
from kg.annotate.clauses.tagged import FINITE, NONFINITE, PREPOSITIONS, WH, Tagged, places
from kg.annotate.clauses.verb_tags import find_prefix, retag_verbs

__all__ = ["CONTRASTING", "OPENING_QUOTES", "Stretch", "has_zu", "stretches"]

_SEPARATORS: Final = frozenset(":;–—-…") | {"...", "--"}
_OPENERS: Final = frozenset({"KOUS", "PRELS", "KOUI"})
_OPENING_APART: Final = frozenset({"KON", "KOUS", "KOUI"})  # open a clause behind a bracket, too
OPENING_QUOTES: Final = frozenset('„»"')
_CLOSING_QUOTES: Final = frozenset('“”«"')
_LONGEST_QUOTED: Final = 20  # tokens; a longer quotation without a verb is a list
_DASHES: Final = "–—-"
CONTRASTING: Final = frozenset({"aber", "jedoch", "hingegen", "dagegen", "allerdings", "indes", "dafür", "stattdessen"})
"""Adverbs that set one verb against another: will Steuern senken, die Renten | aber nicht kürzen."""
_FREE_W_WORDS: Final = frozenset({"was", "wo", "warum", "wie", "wer"})
# What cannot stand between an article and its noun: "der" before it is a pronoun.
_NO_NOUN: Final = frozenset({"ART", "PPER", "PRF", "APPR", "APPRART", "PIS", "PPOSAT", "ADV", "PTKNEG"})


@dataclass(slots=True)
class Stretch:
    """The tokens `first:last`: at most one clause, or part of one.

    `kind` and `opener` say what clause it opens, "" for none; `finites` are its finite verbs. `aside` stands in
    brackets, `coordinated` begins with a conjunction, `joined` follows the stretch before without a separator.
    `weak` marks a relative pronoun that could be an article, `resumed` what goes on behind brackets.
    """

    first: int
    last: int
    aside: bool = False
    kind: str = ""
    opener: int | None = None
    finites: list[int] = field(default_factory=list)
    coordinated: bool = False
    joined: bool = False
    weak: bool = False
    resumed: bool = False

    def close(self) -> None:
        """Forget that it opens a clause."""
        self.kind, self.opener, self.weak = "", None, False


def stretches(words: Tagged, first: int, last: int) -> list[Stretch]:
    """Return the stretches of the sentence `first:last` in order; puts right the tags of its verbs."""
    found: list[Stretch] = []
    for run in _runs(words, first, last):
        found.extend(_cut(words, run, initial=_is_initial(words, run.first, first)))
    _find_closing_auxiliary(words, found)
    if not any(stretch.finites for stretch in found):
        _find_missing_verb(words, found)
    return found


def _find_closing_auxiliary(words: Tagged, found: list[Stretch]) -> None:
    """Take for finite the verb that ends a list which a subordinator opens: dass A gebaut, B gesperrt | werden."""
    for place, opened in enumerate(found):
        if not opened.kind or opened.kind == "infinitive" or opened.finites:
            continue
        closing = next(
            (other for other in found[place + 1 :] if other.kind or other.finites or _ends(words, other)), None
        )
        if closing is not None and not closing.kind and not closing.finites:
            verb = closing.last - 1
            words.tags[verb] = words.tags[verb][:2] + "FIN"
            closing.finites = [verb]


def _ends(words: Tagged, stretch: Stretch) -> bool:
    """Tell whether what looks like an infinitive is the plural that ends a clause: A, B und C | teilen."""
    verb = stretch.last - 1
    if verb > stretch.first and words.tags[verb - 1] in NONFINITE:
        return words.tags[verb] in ("VAINF", "VMINF")
    return words.tags[verb] == "VVINF" and words.tags[verb - 1] != "PTKZU" and "KON" in words.tags[stretch.first : verb]


def _is_initial(words: Tagged, place: int, first: int) -> bool:
    """Tell whether nothing but a quotation mark or a semicolon stands before: „Das“, sagte er, …; die Reform …."""
    return (
        place == first or words.text(place - 1) == ";" or (place == first + 1 and words.text(first) in OPENING_QUOTES)
    )


def has_zu(words: Tagged, stretch: Stretch) -> bool:
    """Tell whether an infinitive with "zu" stands in the stretch."""
    return any(words.tags[index] in ("PTKZU", "VVIZU") for index in range(stretch.first, stretch.last))


def _runs(words: Tagged, first: int, last: int) -> Iterator[Stretch]:
    """Cut a sentence at commas, dashes, colons and brackets; runs of mere punctuation are left out."""
    start, depth = first, 0
    phrases = _quoted_phrases(words, first, last)
    marks = [index for index, tag in enumerate(words.tags[first:last], first) if tag[0] == "$"]
    for index in (*marks, last):
        text = words.text(index) if index < last else "."
        bracket = text in "([{" or text in ")]}"
        separator = index == last or words.tags[index] in ("$,", "$.") or text in _SEPARATORS
        if index < last and (index in words.name_ends or index in phrases):
            continue  # das Ministerium für Verkehr, Bau und Umwelt
        if not (bracket or separator) or (text == "," and _parts_words(words, index, first, last)):
            continue
        while start < index and words.tags[start].startswith("$"):
            start += 1
        if index > start:
            inserted = _between_dashes(words, start, index, first, last)
            yield Stretch(start, index, aside=depth > 0 or inserted, resumed=_behind_bracket(words, start, first))
        start = index + 1
        depth = max(0, depth + (text in "([{") - (text in ")]}"))


def _between_dashes(words: Tagged, start: int, end: int, first: int, last: int) -> bool:
    """Tell a sentence inserted into another one: der Plan – er war geheim – wurde bekannt."""
    parted = start > first and end < last - 1 and words.text(start - 1) in _DASHES and words.text(end) in _DASHES
    return parted and not FINITE.isdisjoint(words.tags[start:end])


def _behind_bracket(words: Tagged, start: int, first: int) -> bool:
    """Tell whether a stretch goes on right behind a closing bracket, where no clause opens."""
    return start > first and words.text(start - 1) in ")]}" and words.tags[start] not in _OPENING_APART


def _quoted_phrases(words: Tagged, first: int, last: int) -> set[int]:
    """Return the tokens inside quotation marks between which no verb stands: das Buch „Cobra – die Wahrheit“."""
    found: set[int] = set()
    opening: int | None = None
    for index in places(words.tags, "$(", first, last):
        text = words.text(index)
        if text in OPENING_QUOTES and (opening is None or text != '"'):
            opening = index
        elif opening is not None and text in _CLOSING_QUOTES:
            inside = range(opening + 1, index)
            verbless = not any(words.tags[i].startswith("V") or words.tags[i] in _OPENERS for i in inside)
            if verbless and len(inside) <= _LONGEST_QUOTED:
                found.update(inside)
            opening = None
    return found


def _parts_words(words: Tagged, comma: int, first: int, last: int) -> bool:
    """Tell whether the comma parts no clauses.

    It may part two adjectives before a noun, first parts of compounds (Bau-, Holz- und …), a day from its date, or
    names in an attribute.
    """
    if lists_in_attribute(words, comma, first, last):
        words.tags[comma + 1] = "ART" if words.tags[comma + 1] == "PRELS" else words.tags[comma + 1]
        return True
    if comma > first and words.tags[comma - 1] == "TRUNC":
        return True
    if words.lows[comma + 1 : comma + 2] in (["den"], ["dem"]) and is_dated(words, comma + 1):
        return True
    place = comma + 1
    while place < last - 1 and words.tags[place] in ("ADV", "ADJD"):
        place += 1
    if comma == first or words.tags[comma - 1] != "ADJA" or place + 1 >= last:
        return False
    return words.tags[place] == "ADJA" and words.tags[place + 1] in ("NN", "ADJA", "NE", "KON")


def _cut(words: Tagged, run: Stretch, *, initial: bool) -> list[Stretch]:
    """Cut a run where a clause opens or is coordinated inside it."""
    found = []
    while True:
        run.kind, run.opener = opener(words, run.first, run.last, initial=initial or run.resumed)
        if run.kind == "relative" and _is_set_against(words, run):
            run.close()
        run.weak = run.kind == "relative" and is_weak(words, run.opener, run.last)
        run.coordinated = words.tags[run.first] == "KON"
        retag_verbs(words, run.first, run.last, verb_last=bool(run.kind))
        run.finites = [index for index in range(run.first, run.last) if words.tags[index] in FINITE]
        found.append(run)
        cut = _opening_inside(words, run) or _second_verb(words, run)
        if cut is None:
            return found
        rest = Stretch(cut, run.last, aside=run.aside, joined=True)
        run.last = cut
        find_prefix(words, run.first, cut - 1)
        run.finites = [index for index in run.finites if index < cut]
        run, initial = rest, False


def _is_set_against(words: Tagged, run: Stretch) -> bool:
    """Tell whether "die" opens the object of a second verb: will die Steuern senken, | die Renten aber nicht kürzen."""
    closing, before = run.last - 1, run.first - 2
    if run.opener != run.first or CONTRASTING.isdisjoint(words.lows[run.first + 2 : closing]):
        return False
    alike = before >= 0 and words.tags[before] in NONFINITE and words.tokens[closing].tag == words.tokens[before].tag
    return alike and words.tags[run.first + 1] in ("NN", "ADJA", "CARD", "NE")


def _opening_inside(words: Tagged, run: Stretch) -> int | None:
    """Return where a subordinate clause opens inside the run."""
    tags = words.tags
    for index in range((run.opener if run.opener is not None else run.first) + 1, run.last):
        linked = tags[index - 1] == "KON"
        if tags[index] in WH and linked and run.kind and _closes_with_verb(words, index, run.last):
            return index - 1
        if tags[index] in _OPENERS and index - run.first > 1 and tags[index - 1] != "KOKOM":
            start = index - 1 if linked or tags[index - 1] in PREPOSITIONS else index
            bare = tags[index] == "KOUI" and not has_zu(words, Stretch(index, run.last))
            if start > run.first and not bare:
                return start
        if _opens_without_comma(words, run, index):
            return index
    return None


def _closes_with_verb(words: Tagged, first: int, last: int) -> bool:
    return last > first + 1 and (words.tags[last - 1] in FINITE or words.tags[last - 1] in NONFINITE)


def _opens_without_comma(words: Tagged, run: Stretch, index: int) -> bool:
    """Tell whether a pronoun opens a clause that no comma sets off (Städte die daran verdienen)."""
    word, tags = words.lows[index], words.tags
    if run.kind or not run.finites or run.finites[0] >= index - 1 or index + 2 >= run.last:
        return False
    if word not in RELATIVES and word not in _FREE_W_WORDS:
        return False
    closing = run.last - 1
    while closing > index and tags[closing].startswith("$"):
        closing -= 1
    if word in _FREE_W_WORDS and tags[index - 1] not in PREPOSITIONS:
        return tags[closing] in FINITE and tags[index + 1] not in FINITE
    infinitive = tags[closing] in ("VVINF", "VAINF") and tags[run.finites[0]] == "VVFIN"
    relative = word in RELATIVES and tags[index - 1] in ("NN", "NE") and tags[index + 1] in _NO_NOUN
    return relative and (tags[closing] in FINITE or infinitive)


def _second_verb(words: Tagged, run: Stretch) -> int | None:
    """Return where a second finite verb's clause begins: at a conjunction, or right behind a verb in last place."""
    for left, right in pairwise(run.finites):
        if run.kind and right == left + 1:
            return right
        links = [index for index in range(left + 1, right) if words.tags[index] == "KON"]
        if links:
            return links[0] if run.kind else links[-1]
    return None


def _find_missing_verb(words: Tagged, found: list[Stretch]) -> None:
    """Take an infinitive for the finite verb where a whole sentence has none."""
    for stretch in found:
        for index in range(stretch.first + 1, stretch.last):
            if words.tags[index] == "VVINF" and words.tags[index - 1] != "PTKZU":
                words.tags[index] = "VVFIN"
                stretch.finites = [index]
                return
