"""Headings before a clause: what stands before a colon and says when, where or about what; whom one addresses."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kg.annotate.clauses.stretches import OPENING_QUOTES, Stretch
from kg.annotate.clauses.tagged import NONFINITE, Tagged
from kg.annotate.lexicon import verbs_of_saying

__all__ = ["count_headings"]

_LONGEST: Final = 12  # tokens of towns, agency and day
_DASHES: Final = ("–", "—", "-")
_ADDRESSES: Final = ("Herr", "Herrn", "Frau", "Exzellenz")
_NEVER_NOTED: Final = ("KON", "ART", "V", "P", "APPR")


def count_headings(words: Tagged, found: Sequence[Stretch]) -> int:
    """Return how many stretches open a sentence beside its clauses, for they hold no verb.

    They come before a colon (Acht Jahre Streit, ein Ende: Der Rat …) or address somebody (Frau Nowak, wann …?).
    """
    before = _before_colon(words, found)
    label = not before and len(found) > 1 and words.text(found[0].last) == ":"
    if label and not found[0].finites and not found[0].kind and _is_verbless(words, found[0]):
        addressed = _addresses(words, found[1:])  # Frage: Frau Nowak, …
        return addressed and addressed + 1
    return before + _addresses(words, found[before:])


def _before_colon(words: Tagged, found: Sequence[Stretch]) -> int:
    dateline = _dateline(words, found)
    if dateline:
        return dateline
    for place, stretch in enumerate(found):
        if _is_heading(words, stretch, found[place + 1 :]):
            return place + 1
        if stretch.finites or stretch.kind or not _is_verbless(words, stretch):
            return 0
    return 0


def _addresses(words: Tagged, found: Sequence[Stretch]) -> int:
    """Tell whom a sentence addresses from its subject: Frau Nowak, wann endet das?; not: Frau Nowak, sagte er, …."""
    if len(found) < 2 or words.text(found[0].first) not in _ADDRESSES or words.text(found[0].last) != ",":
        return 0
    address, after = found[0], found[1]
    says = bool(after.finites) and after.finites[0] == after.first and words.lemma(after.first) in verbs_of_saying()
    clause = bool(after.finites) and after.kind != "relative" and not after.coordinated and not says
    return int(clause and not address.kind and not address.finites and _is_verbless(words, address))


def _dateline(words: Tagged, found: Sequence[Stretch]) -> int:
    """Return how many stretches say where and when a report comes from: Berlin (dpa), 3. Mai – Der Rat …."""
    for place, (stretch, following) in enumerate(pairwise(found)):
        dash = following.first - 1
        if stretch.kind or stretch.finites or dash - found[0].first > _LONGEST:
            return 0
        if words.text(dash) in _DASHES:
            begins = words.text(following.first)[:1].isupper() or words.text(following.first) in OPENING_QUOTES
            return place + 1 if begins and _is_place_and_day(words, found[0].first, dash) else 0
    return 0


def _is_place_and_day(words: Tagged, first: int, last: int) -> bool:
    """Tell a town, alone or with others and the day or agency behind it, from a list or a subject before a dash."""
    texts = [words.text(index) for index in range(first, last)]
    noted = "(" in texts or any(text[:1].isdigit() for text in texts)
    whole = words.name_ends.get(first) == last  # Frankfurt am Main
    named = first in words.name_ends and "," not in texts
    plain = whole or all(not words.tags[index].startswith(_NEVER_NOTED) for index in range(first, last))
    return (noted or named) and plain and first not in words.people


def _is_verbless(words: Tagged, stretch: Stretch) -> bool:
    return NONFINITE.isdisjoint(words.tags[stretch.first : stretch.last])


def _is_heading(words: Tagged, stretch: Stretch, later: Sequence[Stretch]) -> bool:
    """Tell what only names the topic of the clause behind its colon: Verkehr: Die Partei fordert mehr Züge."""
    verbless = not stretch.kind and _is_verbless(words, stretch)
    if stretch.finites or not verbless or not later or words.lows[stretch.last : stretch.last + 1] != [":"]:
        return False
    after = later[0]
    return bool(after.finites) and not after.kind and after.finites[0] > after.first
