"""Participles that open or close what stands behind a noun: die Kommission, geleitet von Weber, | tagte."""

from __future__ import annotations

from typing import Final

from kg.annotate.clauses.stretches import Stretch
from kg.annotate.clauses.tagged import FINITE, HEADS, NONFINITE, PREPOSITIONS, YEAR, Tagged
from kg.annotate.clauses.verb_tags import looks_like_participle
from kg.annotate.lexicon import verbs_of_saying

__all__ = ["fronted_participle", "opening_participle"]

_AGENTS: Final = frozenset({"von", "vom", "durch"})
_VERBS: Final = FINITE | NONFINITE
_BEFORE_AGENT: Final = PREPOSITIONS | {"CARD", "ADV", "ADJD"}
_BEFORE_COMMA: Final = HEADS | {"CARD", "$("}


def opening_participle(words: Tagged, stretch: Stretch) -> int | None:
    """Return the participle that opens or closes a stretch behind a noun and a comma, None where none does.

    At its head who acts or a place stands behind it: unterstützt von X, gegründet in Y. At its end who acts stands
    before it: von X unterstützt.
    """
    first, last = stretch.first, stretch.last
    if words.text(first - 1) != ",":
        return None
    verbs = [index for index, tag in enumerate(words.tags[first:last], first) if tag in _VERBS]
    joined = len(verbs) == 2 and verbs == [first, first + 2] and words.tags[first + 1] == "KON"  # bezahlt und bewaffnet
    if not (joined or len(verbs) == 1):
        return None
    verb, behind_noun = verbs[0], words.tags[first - 2] in _BEFORE_COMMA
    participle = words.tags[verb] == "VVPP"
    looks_so = looks_like_participle(words.lows[verb]) and words.tags[verb] == "VVFIN"
    if not (participle or looks_so) or words.lemma(verb) in verbs_of_saying():
        return None
    if verb == first and verb + 1 < last:
        behind = min(verbs[-1] + 1, last - 1)
        dated = YEAR.match(words.lows[behind]) is not None
        placed = participle and behind_noun and (dated or words.tags[behind] in PREPOSITIONS)
        return verb if placed or words.lows[behind] in _AGENTS else None
    opened = words.lows[first] in _AGENTS or words.tags[first] in _BEFORE_AGENT
    acts = opened and not _AGENTS.isdisjoint(words.lows[first:verb])
    complete = behind_noun or words.tags[first - 2] in NONFINITE  # hat den Chef berufen, von X unterstützt
    return verb if verb == last - 1 and participle and complete and acts else None


def fronted_participle(words: Tagged, stretch: Stretch) -> int | None:
    """Return the participle that opens a sentence with who acts, before its verb: Von X unterstützt, | siegte Y."""
    first, last = stretch.first, stretch.last
    if words.lows[last : last + 1] != [","] or words.tags[last + 1 : last + 2] == []:
        return None
    if words.tags[last + 1] not in FINITE or _AGENTS.isdisjoint(words.lows[first:last]):
        return None
    verbs = [index for index, tag in enumerate(words.tags[first:last], first) if tag in _VERBS]
    if len(verbs) != 1 or verbs[0] not in (first, last - 1) or not looks_like_participle(words.lows[verbs[0]]):
        return None
    told = words.lows[first if verbs[0] != first else first + 1] in _AGENTS
    return verbs[0] if told and words.lemma(verbs[0]) not in verbs_of_saying() else None
