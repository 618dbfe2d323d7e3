"""Clauses that share a frame: coordinated participles and infinitives, and infinitives that no comma sets off."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.phrases import phrases
from kg.annotate.clauses.stretches import CONTRASTING
from kg.annotate.clauses.tagged import FINITE, NONFINITE, Tagged
from kg.annotate.lexicon import word_list

__all__ = ["cut_infinitive", "has_own_subject", "split_coordinated"]

_OPENS_OBJECT: Final = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "ADJA", "CARD", "NN", "NE"})
_RAISING: Final = frozenset({"brauchen", "haben", "sein", "bleiben"})  # these build one complex with their infinitive
_OF_MATRIX: Final = frozenset({"PRF", "PTKNEG", "PAV"})
_INFINITIVES: Final = frozenset({"VVINF", "VAINF", "VMINF"})


def split_coordinated(words: Tagged, frame: Frame) -> list[Frame]:
    """Return one frame for each of the infinitives or participles coordinated under one finite verb."""
    verbs = [index for index in frame.indices if words.tags[index] in NONFINITE]
    for left, right in pairwise(verbs):
        link = _conjunction(words, frame, left, right) or _listing_comma(words, frame, verbs, left, right)
        if link is None or any(tag in FINITE for tag in words.tags[left:link]):
            continue
        if frame.finite is not None and left < frame.finite < link:
            continue
        if _has_zu(words, right) and not _has_zu(words, left):
            continue
        own = [index for index in frame.indices if index > link and index != frame.finite]
        opener = frame.opener if frame.kind == "infinitive" else None  # um X zu bauen und Y zu sparen
        rest = Frame(frame.kind, own, opener=opener, finite=frame.finite, parent=frame.parent, leader=frame)
        frame.lent = _auxiliaries_behind(words, verbs) if words.tags[left] == "VVPP" else []
        frame.indices = [index for index in frame.indices if index < link or index == frame.finite]
        return [frame, *split_coordinated(words, rest)]
    return [frame]


def _conjunction(words: Tagged, frame: Frame, left: int, right: int) -> int | None:
    return next((index for index in frame.indices if left < index < right and words.tags[index] == "KON"), None)


def _listing_comma(words: Tagged, frame: Frame, verbs: Sequence[int], left: int, right: int) -> int | None:
    """Return the comma between two verbs of a list: will Zölle senken, Lasten kürzen und Y bauen.

    A conjunction ends the list, the second verb has an object of its own, or it is set against the first: will senken,
    damit aber warten. Any other participle behind a comma adds to a noun: hat X ernannt, von Y unterstützt.
    """
    alike = [verb for verb in verbs if verb >= right and words.tags[verb] == words.tags[left]]
    if words.text(left + 1) != "," or alike[:1] != [right]:
        return None
    behind = words.tags[right + 1] if right + 1 < len(words.tags) else "$."
    object_first = right > left + 2 and words.tags[left + 2] in _OPENS_OBJECT and behind[0] == "$"
    if object_first or not CONTRASTING.isdisjoint(words.lows[left + 2 : right]):
        return left + 1
    ended = any(_conjunction(words, frame, *pair) is not None for pair in pairwise(alike))
    return left + 1 if ended and (right > left + 2 or behind == "KON") else None


def has_own_subject(words: Tagged, frame: Frame) -> bool:
    """Tell the second of two verbs below one that another does: Die CDU will sparen, | die SPD den Lohn erhöhen.

    Its actor is the first name of the clause, with an object or an adverb of contrast behind. Where the clause before
    has a name for its object, this may be one, too: will Polen stärken, Ungarn aber schwächen.
    """
    leader, last = frame.leader, frame.indices[-1] + 1
    alone = leader is not None and leader.leader is None and words.text(frame.first - 1) == ","
    if not alone or leader is None or words.tags[last : last + 1] not in (["$."], []):
        return False
    own = [index for index in frame.indices if words.tags[index] not in NONFINITE and index != frame.finite]
    found = phrases(words, own)
    if not found or found[0].first != frame.first or "n" not in found[0].cases:
        return False
    actor, *others = found
    if actor.head not in words.name_ends:
        return False
    before = phrases(words, [index for index in leader.indices if frame.finite is not None and index > frame.finite])
    if any(phrase.head in words.name_ends and phrase.preposition is None for phrase in before):
        return False
    given = any(phrase.preposition is None and "a" in phrase.cases for phrase in others)
    return given or not CONTRASTING.isdisjoint(words.lows[actor.last : actor.last + 1])


def cut_infinitive(words: Tagged, frame: Frame) -> Frame | None:
    """Move an embedded infinitive clause to a frame of its own and return it, None where there is none.

    What stands between the matrix verb (or the noun that takes the infinitive) and the infinitive belongs to
    the infinitive, but for the subject of the matrix clause.
    """
    if frame.finite is None or frame.kind == "infinitive":
        return None
    place = next((index for index in frame.indices if _is_zu_infinitive(words, index)), None)
    start = _start(words, frame, frame.finite, place) if place is not None else None
    if place is None or start is None:
        return None
    end = place + (1 if words.tags[place] == "VVIZU" else 2)
    own = [index for index in frame.indices if start <= index < end and index != frame.finite]
    frame.indices = [index for index in frame.indices if not start <= index < end or index == frame.finite]
    return Frame("infinitive", own, parent=frame)


def _auxiliaries_behind(words: Tagged, verbs: Sequence[int]) -> list[int]:
    """Return the auxiliaries that end a list of verbs, where participles stand before them."""
    last = max(place for place, verb in enumerate(verbs) if words.tags[verb].startswith("VV"))
    return list(verbs[last + 1 :]) if words.tags[verbs[last]] == "VVPP" else []


def _has_zu(words: Tagged, verb: int) -> bool:
    return words.tags[verb] == "VVIZU" or words.tags[verb - 1] == "PTKZU"


def _is_zu_infinitive(words: Tagged, index: int) -> bool:
    if words.tags[index] != "PTKZU":
        return words.tags[index] == "VVIZU"
    return index + 1 < len(words.tags) and words.tags[index + 1] in _INFINITIVES


def _start(words: Tagged, frame: Frame, finite: int, place: int) -> int | None:
    """Return where the infinitive's own words begin, None where it is part of the verb complex."""
    before = phrases(words, [index for index in frame.indices if index < place and words.tags[index] not in FINITE])
    nouns = word_list("infinitive_nouns.txt")
    governor = next((phrase for phrase in reversed(before) if words.lemma(phrase.head) in nouns), None)
    if governor is not None and governor.head > min(finite, place):
        carried = words.tags[governor.last] in ("VVPP", "VVFIN") and words.tags[finite] == "VAFIN"
        done = carried and governor.last + 1 < place
        return governor.last + done  # hat das Ziel gesetzt | den Ausstoß zu senken
    matrix = [index for index in frame.indices if finite < index < place and words.tags[index] in NONFINITE]
    if matrix:
        return matrix[-1] + 1  # hat ihnen verboten | das Haus zu bauen
    if words.lemma(finite) in _RAISING:
        return None
    if finite > place:
        return _after_subject(words, before, frame.first)
    if frame.verb_last or any(p.first < finite and p.preposition is None and "n" in p.cases for p in before):
        start = finite + 1
        while start < place and words.tags[start] in _OF_MATRIX:
            start += 1
        return start
    return _after_subject(words, [phrase for phrase in before if phrase.first > finite], finite + 1)


def _after_subject(words: Tagged, before: Sequence[Phrase], start: int) -> int:
    possible = (p for p in before if p.preposition is None and "n" in p.cases and words.tags[p.head] != "PRF")
    subject = next(possible, None)
    return subject.last if subject is not None else start
