"""Which claims come from one voice: the same speaker, publisher or document, or a sentence copied from another.

Agency copy is reprinted with small changes, so two sentences count as copies when their letters agree almost wholly
(normalised Indel similarity by rapidfuzz, over lower-case words without punctuation). Only sentences that share four
words in a row are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from kg.model.claim import CURATED, Claim
from kg.model.text import Source

__all__ = ["independent_voices", "is_copy"]

COPIED = 85.0
"""Per cent of letters from which a sentence is a copy: of twenty words an editor has changed at most three. Sentences
that two reporters write about one event share names and numbers, seldom more than 70 per cent."""
RUN = 4
"""Words in a row that copies share, whatever was changed between."""
MOST = 50
"""Sentences with one run of words that are looked at; what more than these share is a set phrase."""

_WORD = re.compile(r"\w+")


def independent_voices(claims: Iterable[Claim], sources: Mapping[str, Source]) -> tuple[tuple[Claim, ...], ...]:
    """Return the claims by voice, in their order. One who is quoted twice is one voice, whoever quotes him."""
    found = tuple(claims)
    leaders = list(range(len(found)))
    first_of: dict[object, int] = {}
    for place, claim in enumerate(found):
        _join(leaders, place, first_of.setdefault(_voice(claim, sources), place))
    for one, other in _candidates(found):
        if _leader(leaders, one) != _leader(leaders, other) and is_copy(_sentence(found[one]), _sentence(found[other])):
            _join(leaders, one, other)
    voices: dict[int, list[Claim]] = {}
    for place, claim in enumerate(found):
        voices.setdefault(_leader(leaders, place), []).append(claim)
    return tuple(tuple(voice) for voice in voices.values())


def is_copy(one: str, other: str) -> bool:
    """Tell whether two sentences are so alike that one was copied from the other."""
    from rapidfuzz import fuzz

    return fuzz.ratio(" ".join(_words(one)), " ".join(_words(other)), score_cutoff=COPIED) > 0


def _voice(claim: Claim, sources: Mapping[str, Source]) -> tuple[str, str]:
    if claim.speaker is not None:
        return "speaker", claim.speaker.entity.id
    if claim.rule == CURATED:
        return "curated", next((evidence.source for evidence in claim.evidence if evidence.source), claim.document)
    source = sources.get(claim.document)
    return ("publisher", source.publisher) if source and source.publisher else ("document", claim.document)


def _candidates(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places whose sentences share a run of words, each with the first few that have it."""
    by_run: dict[tuple[str, ...], list[int]] = {}
    for place, claim in enumerate(claims):
        words = _words(_sentence(claim))
        for start in range(len(words) - RUN + 1):
            places = by_run.setdefault(words[start : start + RUN], [])
            if len(places) < MOST and place not in places[-1:]:
                yield from ((place, other) for other in places)
                places.append(place)


def _sentence(claim: Claim) -> str:
    return claim.evidence[0].sentence if claim.evidence else ""


@lru_cache(maxsize=4096)  # the sentences of one agreement; an archive's would not fit
def _words(sentence: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(sentence.casefold()))


def _leader(leaders: list[int], place: int) -> int:
    while leaders[place] != place:
        place = leaders[place]
    return place


def _join(leaders: list[int], one: int, other: int) -> None:
    first, second = sorted((_leader(leaders, one), _leader(leaders, other)))
    leaders[second] = first
