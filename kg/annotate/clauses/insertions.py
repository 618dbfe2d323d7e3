"""What is inserted into a clause between commas, and where the clause goes on behind it."""

from __future__ import annotations

from typing import Final

from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.stretches import Stretch
from kg.annotate.clauses.tagged import NONFINITE, PREPOSITIONS, Tagged
from kg.annotate.clauses.verb_tags import looks_like_participle
from kg.annotate.lexicon import word_list

__all__ = ["breaks_off", "is_day", "is_remark", "resumes"]

_LONGEST_DAY: Final = 4  # tokens: dem 3. Mai 2010
_RESUMING: Final = PREPOSITIONS | {"PPER", "PRF", "PDAT", "ADV"}


def breaks_off(words: Tagged, frame: Frame, behind: int) -> bool:
    """Tell a clause that a comma before the token `behind` cuts off right after its finite verb, the first it has."""
    if any(words.tags[index] in NONFINITE for index in frame.indices):
        return False
    return frame.kind == "main" and frame.finite == frame.indices[-1] == behind - 2 != frame.first


def is_remark(words: Tagged, stretch: Stretch) -> bool:
    """Tell "wie" with a participle alone: Sie kündigte, wie erwartet, ein Gesetz an."""
    short = stretch.last - stretch.first == 2 and words.lows[stretch.first] == "wie"
    return short and looks_like_participle(words.lows[stretch.last - 1])


def is_day(words: Tagged, first: int) -> bool:
    """Tell the date behind a day and a comma: am Montag, | dem 3. Mai, billigte er den Plan; heute, | am 3. Mai, …."""
    if words.lows[first] not in ("dem", "den", "am") or words.text(first - 1) != "," or first + 2 >= len(words.tokens):
        return False
    return words.text(first + 1)[0].isdigit() and words.tokens[first + 2].lemma in word_list("time_nouns.txt")


def resumes(words: Tagged, target: Frame, stretch: Stretch) -> bool:
    """Tell what goes on behind an apposition: Er traf den Chef, einen alten Freund, | in Rom.

    What is inserted right behind the verb is none: Der Kanton führt, als erster im Land, | eine Steuer ein. Behind the
    date of a day anything goes on: Der Rat billigte am Montag, dem 3. Mai, | den Plan.
    """
    if any(is_day(words, index) for index in target.indices[-_LONGEST_DAY:]):
        return target.indices[-1] == stretch.first - 2
    inserted = next((place for place, index in enumerate(target.indices) if index in target.additions), 0)
    if not inserted or target.indices[-1] not in target.additions:
        return False
    closes = _closes(words, stretch)
    return target.indices[inserted - 1] == target.finite or words.tags[stretch.first] in _RESUMING or closes


def _closes(words: Tagged, stretch: Stretch) -> bool:
    """Tell the end of a clause that lists nothing: Er warf dem Chef, einem alten Freund, | ein Versagen vor."""
    tags = [tag for tag in words.tags[stretch.first : stretch.last] if tag != "$."]
    return tags[-1:] == ["PTKVZ"] and "KON" not in tags
