"""Clauses that leave out the verb of the one before: Die CDU kam auf 31 Prozent, | die SPD auf 15."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from kg.annotate.agreement import ANY, SINGULAR
from kg.annotate.clauses.attributes import lists_in_attribute
from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.phrase_kinds import names_actor
from kg.annotate.clauses.phrases import phrases
from kg.annotate.clauses.tagged import NAMES, NONFINITE, PRONOUNS, Tagged
from kg.annotate.lexicon import word_list

__all__ = ["cut_gapped", "parted"]

_LINKS: Final = frozenset({"und", "aber", "sowie", "während"})
_BESIDE: Final = frozenset({"ADV", "KON", "PTKNEG", "ADJD", "PAV", "PTKA", "PTKVZ"})
_OF_NOUNS: Final = frozenset({"von", "für"})  # these rather belong to the noun before
_WHO_AND_HOW: Final = 2  # words: die Polizei war müde, | Weber wach
_AS_BEFORE: Final = frozenset({"ebenfalls", "ebenso", "gleichfalls", "nicht"})
_CLOSING: Final = NONFINITE | {"PTKVZ"}


def cut_gapped(words: Tagged, frame: Frame) -> list[Frame]:
    """Move the clauses without a verb that follow a main clause to frames of their own and return these.

    Each has at least two phrases, and the clause before has one like each of them: the same preposition, or a bare
    phrase that can stand in the same case. Its verb is that of the clause before, its `leader`.
    """
    if frame.kind != "main" or frame.finite is None or frame.finite in frame.indices[:1] or not frame.indices:
        return []
    own, *others = _segments(words, frame)
    if not others:
        return []
    read = [_remnants(words, segment) for segment in others]
    along = [_goes_along(words, segment, remnants) for segment, remnants in zip(others, read, strict=True)]
    along = [goes or _judges(words, own, segment) for goes, segment in zip(along, others, strict=True)]
    if not any(along) and all(len(remnants) < 2 for remnants in read):
        return []
    lead = phrases(words, [index for index in own if index != frame.finite and words.tags[index] not in NONFINITE])
    found: list[Frame] = []
    listed: Phrase | None = None
    for segment, remnants, alone in zip(others, read, along, strict=True):
        ends_list = listed is not None and words.tags[segment[0]] == "KON"  # von Polen, Ungarn | und Malta die Hände
        awaited = ends_list or _awaits_another(words, lead)
        if not alone and (awaited or not _is_parallel(words, lead, remnants, frame.finite)):
            if found and _ends_last(words, found[-1], segment, remnants):
                found[-1].indices += _taken_out(words, frame, segment)
                continue
            if found:
                return found  # what follows a clause without a verb may belong to either
            listed = _goes_on(words, listed or (lead[-1] if lead else None), remnants)
            lead += [] if listed else remnants
            continue
        cut = _taken_out(words, frame, segment)
        found.append(Frame("main", cut, finite=frame.finite, parent=frame.parent, leader=frame, gapped=True))
    return found


def _taken_out(words: Tagged, frame: Frame, segment: Sequence[int]) -> list[int]:
    """Take a segment out of a clause but for the verb that closes it."""
    cut = {index for index in segment if words.tags[index] not in _CLOSING}
    frame.indices = [index for index in frame.indices if index not in cut]
    frame.additions -= cut
    return sorted(cut)


def _ends_last(words: Tagged, last: Frame, segment: Sequence[int], remnants: Sequence[Phrase]) -> bool:
    """Tell the second object of a clause without a verb: Wien liefert Strom, Prag Kohle | und Holz."""
    alone = len(remnants) == 1 and remnants[0].preposition is None and not remnants[0].pronoun
    if not alone or words.lows[segment[0]] not in ("und", "sowie") or last.indices[-1] != segment[0] - 1:
        return False
    return words.tags[segment[0] - 1] == "NN" == words.tags[remnants[0].head] and "a" in remnants[0].cases


def _segments(words: Tagged, frame: Frame) -> list[list[int]]:
    """Cut the tokens of a clause at commas and at conjunctions behind its finite verb."""
    found: list[list[int]] = [[]]
    before = frame.first
    for index in frame.indices:
        parted = index > before + 1 and words.text(index - 1) == ","
        linked = words.tags[index] == "KON" and words.lows[index] in _LINKS
        if linked or parted:
            inside = lists_in_attribute(words, index - parted, frame.first, frame.indices[-1])
            linked = linked and not inside and not _names_both(words, index)
            parted = parted and not inside
        if frame.finite is not None and before >= frame.finite and (parted or linked) and found[-1]:
            found.append([])
        found[-1].append(index)
        before = index
    return found


def _names_both(words: Tagged, link: int) -> bool:
    """Tell names that a plural before them announces: der Firmen Adler | und Wolff."""
    named = words.tags[link - 1] in NAMES and words.tags[link + 1 : link + 2] == ["NE"]
    return named and words.tags[link - 2] == "NN" and words.tokens[link - 2].morph.number == "p"


def _remnants(words: Tagged, segment: Sequence[int]) -> list[Phrase]:
    """Return the phrases of what may be a clause without a verb, none where it has words of other kinds."""
    read = [index for index in segment if words.tags[index] not in NONFINITE]
    found = phrases(words, read)
    found = [part for phrase in found for part in parted(words, phrase)]
    inside = {index for phrase in found for index in range(phrase.outer_first, phrase.last)}
    other = [index for index in read if index not in inside and words.tags[index] not in _BESIDE]
    return [] if other else found


def parted(words: Tagged, phrase: Phrase) -> list[Phrase]:
    """Part a number from the name before it and a person from what is no title: die FDP | drei, das Amt | Eva Blum."""
    last, end = phrase.last - 1, phrase.head + 1
    named = words.name_ends.get(end, end) if end in words.people else end
    if phrase.preposition is None and last > phrase.head and words.tags[last] == "CARD":
        phrase.last = last
        return [phrase, Phrase(last, last + 1, last, ANY, pronoun=True)]
    if named > end + 1 and named == phrase.last and words.tags[phrase.head] == "NN" and not names_actor(words, phrase):
        phrase.last = end
        return [phrase, Phrase(end, named, end, ANY & SINGULAR)]
    return [phrase]


def _awaits_another(words: Tagged, lead: Sequence[Phrase]) -> bool:
    """Tell whether what follows is the second of two: das Treffen zwischen Präsident Weber | und Kanzlerin Blum."""
    linked = [phrase.preposition for phrase in lead[-2:] if phrase.preposition is not None]
    return bool(linked) and words.lows[linked[-1]] == "zwischen"


def _goes_on(words: Tagged, before: Phrase | None, remnants: Sequence[Phrase]) -> Phrase | None:
    """Return a name that goes on with a list of names: rief mit Rom, | Wien | und Bern ein Amt ins Leben."""
    if before is None or len(remnants) != 1 or remnants[0].preposition is not None:
        return None
    named = all(words.tags[phrase.head] == "NE" or phrase.head in words.name_ends for phrase in (before, remnants[0]))
    return remnants[0] if named and words.tags[before.last : remnants[0].first] == ["$,"] else None


def _goes_along(words: Tagged, segment: Sequence[int], remnants: Sequence[Phrase]) -> bool:
    """Tell who does as the one before or does not: Polen stimmte zu, | Ungarn ebenfalls; Rom nicht."""
    alone = len(remnants) == 1 and remnants[0].preposition is None and remnants[0].last == segment[-1]
    return (
        alone and words.lows[segment[-1]] in _AS_BEFORE and _is_known(words, remnants[0]) and "n" in remnants[0].cases
    )


def _judges(words: Tagged, lead: Sequence[int], segment: Sequence[int]) -> bool:
    """Tell who thinks otherwise of the same: Die SPD hält den Plan für falsch, | die CDU für richtig."""
    if len(segment) < _WHO_AND_HOW or words.tags[segment[-1]] != "ADJD" or words.text(segment[0] - 1) != ",":
        return False
    if len(lead) < _WHO_AND_HOW or words.tags[lead[-1]] != "ADJD":
        return False
    marked = words.lows[segment[-2]] == "für"
    who = _remnants(words, segment[: -1 - marked])
    alone = len(who) == 1 and who[0].preposition is None and marked == (words.lows[lead[-2]] == "für")
    return alone and _is_known(words, who[0]) and "n" in who[0].cases


def _is_parallel(words: Tagged, lead: Sequence[Phrase], remnants: Sequence[Phrase], finite: int) -> bool:
    """Tell whether each of two remnants has its like in the clause before, the first of them its subject's."""
    if len(remnants) < 2 or remnants[0].first == remnants[1].first:
        return False
    first, second = remnants[:2]
    behind = [phrase for phrase in lead if phrase.outer_first > finite]
    likes = [phrase for phrase in lead if _is_like(words, phrase, first)]
    others = [phrase for phrase in behind if _is_like(words, phrase, second, known=False)]
    fronted = any(phrase.outer_first < finite for phrase in likes)
    pairs = ((like, other) for other in others for like in likes if other is not like)
    if any(like.last == other.preposition and _is_of_noun(words, other) for like in likes for other in others):
        return False  # eine Länge von 20 Metern | und eine Höhe von zwei
    # Beispiele sind die Inseln im Norden | und die Berge im Süden
    apart = (_is_counted(words, other) or like.last != other.preposition for like, other in pairs)
    return any(apart) and _opens(words, first, second, fronted)


def _is_of_noun(words: Tagged, phrase: Phrase) -> bool:
    return phrase.preposition is not None and words.lows[phrase.preposition] in _OF_NOUNS


def _opens(words: Tagged, first: Phrase, second: Phrase, fronted: bool) -> bool:
    """Tell what can be the first of two remnants from a noun with an attribute: die Grünen auf 12, den Chef in Rom.

    `fronted` tells that its like stands before the verb.
    """
    if first.preposition is not None:
        return fronted or words.lemma(first.head) in word_list("time_nouns.txt")
    named = second.preposition is None and second.first == first.last and words.tags[second.head] == "NE"
    apposed = named and second.head not in words.people  # die Kolonie Byzantion
    return _is_known(words, first) and "n" in first.cases and not second.comparison and not apposed


def _is_like(words: Tagged, one: Phrase, other: Phrase, *, known: bool = True) -> bool:
    """Tell whether two phrases could have the same role; with `known` both or neither must be names or definite."""
    if (one.preposition is None) != (other.preposition is None) or one.comparison or other.comparison:
        return False
    if words.tags[one.head] in PRONOUNS:
        return False
    counted = _is_counted(words, one), _is_counted(words, other)
    if one.preposition is not None and other.preposition is not None:
        links = [words.lemma(place).lower() for place in (one.preposition, other.preposition)]
        same = links[0] == links[1] and (counted[0] or links[0] not in _OF_NOUNS)
        placed = words.tags[one.head] == words.tags[other.head] or one.definite == other.definite
        return same and counted[0] == counted[1] and placed
    fits = counted[0] == counted[1] and bool(set(one.cases) & set(other.cases))
    return fits and (not known or _alike(words, (one, other)))


def _alike(words: Tagged, pair: Iterable[Phrase]) -> bool:
    """Tell whether both are names or definite, or both are neither."""
    return len({_is_known(words, phrase) for phrase in pair}) == 1


def _is_known(words: Tagged, phrase: Phrase) -> bool:
    named = words.tags[phrase.head] == "NE" or phrase.head in words.name_ends
    return phrase.definite or named or (phrase.head + 1 in words.people and phrase.head + 1 < phrase.last)


def _is_counted(words: Tagged, phrase: Phrase) -> bool:
    return "CARD" in words.tags[phrase.first : phrase.head + 1]
