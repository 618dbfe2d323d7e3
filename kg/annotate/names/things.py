"""Things with a name: behind a noun for such, in quotation marks (die Pipeline „Polarstern“), ships also without."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from kg.annotate.lexicon import word_list
from kg.annotate.names.found import Found, found
from kg.annotate.noun_classes import tails
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Sentence, Token

__all__ = ["find_things", "is_named_thing"]

_OPENING, _CLOSING = frozenset("„\"»«‚'›“"), frozenset("“\"«»‘'‹”")
_LONGEST_NAME = 7  # words; what is longer is rather a slogan
_PLACES = ("Ort", "Staat")
_BARE = "+"
_LISTING = (",", "und", "sowie")
_NAME_TAGS = ("NE", "FM", "XY", "CARD")


@lru_cache(maxsize=50_000)  # the nouns of an archive
def is_named_thing(lemma: str) -> bool:
    """Tell whether a noun is one for things that have a name of their own: Patrouillenschiff, Pipeline."""
    return not word_list("named_things.txt").isdisjoint((*tails(lemma), *(_BARE + tail for tail in tails(lemma))))


def find_things(tokens: Sequence[Token], sentences: Sequence[Sentence], others: Collection[Found]) -> Iterator[Found]:
    """Yield the things that the text names; `others` are the names found otherwise, whose words are none.

    In quotation marks a thing may be called like a place: die Fregatte „Hamburg“.
    """
    taken = {index for hit in others for index in range(hit.first, hit.last)}
    places = {i for hit in others if hit.mention.entities[0].type in _PLACES for i in range(hit.first, hit.last)}
    for sentence in sentences:
        for index in range(sentence.first, sentence.last - 1):
            if tokens[index].tag != "NN" or not is_named_thing(tokens[index].lemma):
                continue
            first, last = _quoted_name(tokens, index, sentence)
            quoted = last > first
            if not quoted:
                first, last = index + 1, _end_of_bare(tokens, index, sentence)
            while last > first and (taken - places if quoted else taken).isdisjoint(range(first, last)):
                label = " ".join(token.text for token in tokens[first:last])
                if first in places:  # no city: Fregatte Hamburg
                    label = f"{tokens[index].lemma} {label}"
                yield found(tokens, first, last, Entity(slug(label), label, "Thema", provisional=True))
                first, last = _next_of_several(tokens, index, last, sentence)


def _quoted_name(tokens: Sequence[Token], noun: int, sentence: Sentence) -> tuple[int, int]:
    """Return the tokens of a thing's name in quotation marks, none where first and last are one.

    It stands behind its noun, behind heißt, or before an apposition: „Polarstern“, ein Frachter aus Riga.
    """
    first = noun + 1 + (tokens[noun + 1].lemma == "heißen")
    if first < sentence.last and tokens[first].text in _OPENING:
        return first + 1, _end_of_quoted(tokens, first + 1, sentence)
    place = noun - 1
    while place > sentence.first and tokens[place].tag == "ADJA":
        place -= 1
    if place - 2 <= sentence.first or tokens[place].lemma != "ein" or tokens[place - 1].text != ",":
        return noun, noun
    last = place - 2
    if tokens[last].text not in _CLOSING:
        return noun, noun
    opening = next((i for i in range(last - 1, sentence.first - 1, -1) if tokens[i].text in _OPENING), last)
    return (opening + 1, last) if _end_of_quoted(tokens, opening + 1, sentence) == last else (noun, noun)


def _end_of_quoted(tokens: Sequence[Token], first: int, sentence: Sentence) -> int:
    """Return the token after a name in quotation marks, `first` where something else is quoted."""
    for last in range(first, min(sentence.last, first + _LONGEST_NAME + 1)):
        if tokens[last].text in _CLOSING:
            return last if tokens[first].text[0].isupper() else first
        if tokens[last].tag.startswith("$") or tokens[last].tag.endswith("FIN"):
            return first
    return first


def _end_of_bare(tokens: Sequence[Token], noun: int, sentence: Sentence) -> int:
    """Return the token after the name of a ship right behind its noun: das Patrouillenschiff HMS Trent."""
    if word_list("named_things.txt").isdisjoint(_BARE + tail for tail in tails(tokens[noun].lemma)):
        return noun + 1
    return _end_of_names(tokens, noun + 1, sentence)


def _next_of_several(tokens: Sequence[Token], noun: int, last: int, sentence: Sentence) -> tuple[int, int]:
    """Return the next bare name of things that are named together: die Raketen Typhoon und | Mistral."""
    if tokens[noun].text == tokens[noun].lemma or last >= sentence.last or tokens[last].text not in _LISTING:
        return last, last
    return last + 1, _end_of_names(tokens, last + 1, sentence)


def _end_of_names(tokens: Sequence[Token], first: int, sentence: Sentence) -> int:
    """Return the token after the words of a name that begin at `first`."""
    last = first
    while last < sentence.last and tokens[last].tag in _NAME_TAGS and tokens[last].text[0].isupper():
        last += 1
    return last
