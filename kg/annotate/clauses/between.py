"""The two that "zwischen" needs, over what stands between them: zwischen dem Chef der Bank und den Räten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.annotate.agreement import case_mask
from kg.annotate.clauses.phrase import Phrase, joined
from kg.annotate.clauses.tagged import Tagged

__all__ = ["join_between"]

_BETWEEN: Final = "zwischen"
_LINKS: Final = frozenset({"und", "sowie"})


def join_between(words: Tagged, found: Sequence[Phrase]) -> list[Phrase]:
    """Return the phrases of a clause with each one behind "zwischen" joined with its second.

    The second may have been read as another genitive or attribute of the first: zwischen der Firma der Brüder und der
    Bahn, zwischen der Miliz aus Mali und den Truppen.
    """
    result: list[Phrase] = []
    place = 0
    while place < len(found):
        phrase, place = found[place], place + 1
        if phrase.preposition is None or words.lows[phrase.preposition] != _BETWEEN or phrase.conjuncts:
            result.append(phrase)
            continue
        named = _named(words, phrase, found[place]) if place < len(found) else None
        if named is not None:
            result.append(named)
            place += 1
            continue
        attributes, following = _attributes(found, place)
        ahead = _ahead(words, found, (attributes or [phrase])[-1].last, following)
        second = _taken_back([phrase, *attributes])
        if second is None and ahead is not None:
            second = found[ahead]
            following = ahead + 1
        if second is None:
            result.append(phrase)
            continue
        phrase.attributes.extend(attributes)
        phrase.last = max(phrase.last, *(attribute.last for attribute in (phrase, *attributes)))
        result.append(joined([phrase, *(second.conjuncts or [second])], second.last, plural=True))
        place = following
    return result


def _named(words: Tagged, office: Phrase, behind: Phrase) -> Phrase | None:
    """Join an office with whom its holder's name is listed: zwischen dem Präsidenten Polens | Jan Nowak und der EU."""
    name = behind.conjuncts[0] if behind.conjuncts else behind
    if not behind.conjuncts or behind.preposition is not None or behind.first != office.last or not office.genitives:
        return None
    if name.head not in words.people or name.determiner is not None or "d" not in behind.cases:
        return None
    first = replace(office, last=name.last)
    return joined([first, *behind.conjuncts[1:]], behind.last, plural=True)


def _attributes(found: Sequence[Phrase], place: int) -> tuple[list[Phrase], int]:
    """Return the prepositional phrases right behind the one before `place`, and the place behind them."""
    end, following = found[place - 1].last, place
    while following < len(found) and found[following].preposition == end:
        end, following = found[following].last, following + 1
    return list(found[place:following]), following


def _ahead(words: Tagged, found: Sequence[Phrase], end: int, place: int) -> int | None:
    """Return the place of the phrase that "und" links, also over a name in apposition: …, Eva Blum, und dem Chef."""
    if place + 1 < len(found) and words.lows[end] == "," and found[place].first == end + 1:
        apposed = found[place]
        if words.tags[apposed.head] == "NE" and words.lows[apposed.last] == ",":
            end, place = apposed.last + 1, place + 1
    if place >= len(found) or words.lows[end] not in _LINKS or found[place].first != end + 1:
        return None
    return place if found[place].preposition is None and "d" in found[place].cases else None


def _taken_back(parts: Sequence[Phrase]) -> Phrase | None:
    """Take the second back from the genitives or the list that it was read into, None where it is in neither."""
    first, *attributes = parts
    if attributes:
        last = attributes[-1]
        if len(last.conjuncts) != 2 or last.conjuncts[1].determiner is None:
            return None
        kept, second = last.conjuncts
        last.conjuncts, last.last = [], kept.last
        return second
    chain = [first]
    while chain[-1].genitives:
        chain.append(chain[-1].genitives[0])
    owner = next((part for part in chain if len(part.genitives) == 2), None)
    if owner is None or not first.only_singular or owner.genitives[1].determiner is None:
        return None
    kept, second = owner.genitives
    owner.genitives = [kept]
    for part in chain:
        part.last = min(part.last, second.first - 1)
    second.mask = case_mask("d")
    return second
