"""New bodies by who leads them: die Chefin der Alliance, der Generalsekretär der CFDT."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.annotate.names.found import Found, found
from kg.annotate.names.people import given_name_gender
from kg.annotate.names.titles import parse_title
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Sentence, Token

__all__ = ["find_led_bodies"]

_ARTICLES = ("der", "des")
_NAME_TAGS = ("NE", "FM", "XY")
_LEADING = (
    "Chef",
    "Vorsitzender",
    "Generalsekretär",
    "Anführer",
    "Führer",
    "Sprecher",
    "Gründer",
    "Vorstandschef",
    "Boss",
)
"""Offices of which mostly parties, unions, companies and militias are the owner; a Direktor may be that of a street."""
_SHORTEST_NAME = 3  # letters


def find_led_bodies(
    tokens: Sequence[Token], sentences: Sequence[Sentence], others: Collection[Found]
) -> Iterator[Found]:
    """Yield the bodies of one word that stand behind a title, and wherever the word stands again as a name.

    `others` are the names found otherwise, whose words are none.
    """
    taken = {index for hit in others for index in range(hit.first, hit.last)}
    named = {tokens[index].text for index in taken}
    led = {
        tokens[place].text
        for sentence in sentences
        for index in range(sentence.first, sentence.last - 2)
        if (place := _behind_title(tokens, index, sentence)) is not None and place not in taken
    } - named
    for index, token in enumerate(tokens):
        if token.text in led and index not in taken and token.tag in _NAME_TAGS:
            entity = Entity(slug(token.text), token.text, "Organisation", gender="f", provisional=True)
            yield found(tokens, index, index + 1, entity)


def _behind_title(tokens: Sequence[Token], index: int, sentence: Sentence) -> int | None:
    """Return the token of a bare name behind a title with its article, None where something else stands there."""
    title = parse_title(tokens[index].text) if tokens[index].tag == "NN" else None
    if title is None or title.normal not in _LEADING or tokens[index + 1].text not in _ARTICLES:
        return None
    place = index + 2
    while place + 1 < sentence.last and tokens[place].tag == "ADJA" and tokens[place].text.islower():
        place += 1
    alone = place + 1 >= sentence.last or tokens[place + 1].tag[:1] == "$" or tokens[place + 1].tag[:1] == "V"
    token = tokens[place]
    name = token.tag in _NAME_TAGS and token.text[0].isupper() and len(token.text) >= _SHORTEST_NAME
    return place if name and alone and given_name_gender(token.text) is None else None
