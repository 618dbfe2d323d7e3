"""Coordination over what stands between: die Verlängerung um drei Jahre und der Ausbau."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.clauses.government import has_participants, noun_governs
from kg.annotate.clauses.phrase import Phrase, joined
from kg.annotate.clauses.tagged import Tagged
from kg.annotate.lexicon import word_list

__all__ = ["join_lists"]

_LINKS: Final = frozenset({"und", "sowie", "oder"})
_WITH_ACCUSATIVE: Final = frozenset({"über", "für", "gegen", "um", "auf"})


def join_lists(words: Tagged, found: Sequence[Phrase]) -> list[Phrase]:
    """Return the phrases of a clause with noun phrases joined that prepositional attributes part.

    The attributes of all but the last go into their noun phrase.
    """
    result: list[Phrase] = []
    place = 0
    while place < len(found):
        behind = _behind(words, found, place)
        if behind is None:
            result.append(found[place])
            place += 1
            continue
        attributes, following = behind
        if _goes_on_with_attribute(words, found[place], attributes, found[following]):
            result += [found[place], _with_following(attributes, found[following])]
            place = following + 1
            continue
        part = _extended(found[place], attributes)
        rest = join_lists(words, found[following:])
        if _ends_list(words, part, rest[0]):
            parts = [part, *(rest[0].conjuncts or [rest[0]])]
            return [*result, joined(parts, rest[0].last, plural=True), *rest[1:]]
        result.extend(found[place:following])
        place = following
    return result


def _behind(words: Tagged, found: Sequence[Phrase], place: int) -> tuple[Sequence[Phrase], int] | None:
    """Return the attributes right behind a noun phrase and the place of the noun phrase listed next, if any."""
    if not _is_listed(words, found[place]) and not _is_person(words, found[place]):
        return None
    end, following = found[place].last, place + 1
    while following < len(found) and found[following].preposition == end:
        end, following = found[following].last, following + 1
    if following == place + 1 or following == len(found):
        return None
    linked = found[following].first == end + 1 and (words.tags[end] == "$," or words.lows[end] in _LINKS)
    other = found[following]
    listed = _is_listed(words, other) or _is_named(words, other) or _is_person(words, other)
    alike = linked and listed and set(found[place].cases) & set(other.cases)
    return (found[place + 1 : following], following) if alike else None


def _goes_on_with_attribute(words: Tagged, noun: Phrase, attributes: Sequence[Phrase], other: Phrase) -> bool:
    """Tell what goes on with the first attribute of a noun: Gespräche über eine Waffenruhe in X | und den Abzug.

    Behind an article both must be deeds: die Gespräche über eine Waffenruhe in X | und den Abzug.
    """
    first, *further = attributes
    preposition = words.lows[first.preposition or 0]
    if not further or preposition not in _WITH_ACCUSATIVE or words.lows[other.first - 1] not in _LINKS:
        return False
    if first.determiner is None or other.determiner is None or not {"a"} <= set(first.cases) & set(other.cases):
        return False
    if noun.determiner is None:
        return True
    deeds = all(has_participants(words.lemma(phrase.head)) for phrase in (first, other))
    return noun.definite and deeds and preposition == "über" and noun_governs(words.lemma(noun.head), preposition)


def _with_following(attributes: Sequence[Phrase], other: Phrase) -> Phrase:
    """Join the first of attributes, with those that hang on it, and the noun phrase that goes on with it."""
    first, *further = attributes
    preposition, first.preposition = first.preposition, None
    whole = joined([_extended(first, further), *(other.conjuncts or [other])], other.last, plural=True)
    whole.preposition = preposition
    return whole


def _is_listed(words: Tagged, phrase: Phrase) -> bool:
    free = phrase.preposition is None and not phrase.pronoun and not phrase.comparison
    return free and words.tags[phrase.head] == "NN" and words.lemma(phrase.head) not in word_list("time_nouns.txt")


def _is_named(words: Tagged, phrase: Phrase) -> bool:
    """Tell a name with its article: die Regierung in Accra | und der IWF."""
    free = phrase.preposition is None and not phrase.comparison and phrase.determiner is not None
    return free and (words.tags[phrase.head] == "NE" or phrase.head in words.name_ends)


def _is_person(words: Tagged, phrase: Phrase) -> bool:
    """Tell somebody's name alone: Eva Holt (von der SPD) | und Otto Weber."""
    return phrase.preposition is None and not phrase.comparison and phrase.first in words.people


def _ends_list(words: Tagged, part: Phrase, rest: Phrase) -> bool:
    """Tell whether what follows ends the list that a comma or conjunction goes on with."""
    if words.lows[rest.first - 1] in _LINKS:
        return True
    return bool(rest.conjuncts) and (part.determiner is None) == (rest.determiner is None)


def _extended(phrase: Phrase, attributes: Sequence[Phrase]) -> Phrase:
    phrase.attributes.extend(attributes)
    phrase.last = attributes[-1].last
    return phrase
