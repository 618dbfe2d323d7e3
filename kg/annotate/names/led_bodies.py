"""New bodies by who leads them: die Chefin der Alliance, der Generalsekretär der CFDT, Norgis-Chefin Eva Holm."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.annotate.articles import GENITIVE_ARTICLES
from kg.annotate.lexicon import word_list
from kg.annotate.names.found import Found, found
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.people import given_name_gender
from kg.annotate.names.titles import parse_title
from kg.annotate.noun_classes import noun_class
from kg.annotate.words.tagger import is_noun, readings
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Mention, Sentence, Token

__all__ = ["find_led_bodies"]

_OF = "von"
_NAME_TAGS = ("NE", "FM", "XY")
_SHORTEST_NAME = 3  # letters
_FIRST_PARTS = ("Interims", "Krypto", "Online", "Digital", "Tech")
"""What an office has before it that names nobody: Interims-Chef."""


def find_led_bodies(
    tokens: Sequence[Token], sentences: Sequence[Sentence], others: Collection[Found], gazetteer: Gazetteer
) -> Iterator[Found]:
    """Yield the bodies of one word behind a title or before one in its word, and wherever the word is a name again.

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
    short = {alias for hit in others for entity in hit.mention.entities for alias in entity.aliases}
    joined = {
        index: name
        for sentence in sentences
        for index in range(sentence.first, sentence.last)
        if index not in taken and (name := _in_title(tokens, index, sentence))
        if name not in short and not gazetteer.exact(name) and not gazetteer.exact(f"{name}s")
    }
    for index, name in joined.items():
        first = tokens[index].start
        yield Found(index, index + 1, Mention(first, first + len(name), (_body(name),), "compound"))
    led |= set(joined.values()) - named
    for index, token in enumerate(tokens):
        if token.text in led and index not in taken and token.tag in _NAME_TAGS:
            yield found(tokens, index, index + 1, _body(token.text))


def _body(name: str) -> Entity:
    return Entity(slug(name), name, "Organisation", gender="f", provisional=True)


def _in_title(tokens: Sequence[Token], index: int, sentence: Sentence) -> str:
    """Return the new name before a title in one word with it, beside who has the office: Norgis-Chefin Eva Holm."""
    name, _, last = tokens[index].text.rpartition("-")
    title = parse_title(last) if len(name) >= _SHORTEST_NAME and name[0].isupper() else None
    if title is None or title.normal not in word_list("led_body_titles.txt") or "-" in name:
        return ""
    beside = _opens_name(tokens, index + 1, sentence)
    word = is_noun(name) or is_noun(name.removesuffix("s")) or noun_class(name) is not None or name in _FIRST_PARTS
    unknown = readings(name)[0].tag in _NAME_TAGS and not word
    return name if beside and unknown and given_name_gender(name) is None else ""


def _is_beside(tokens: Sequence[Token], comma: int, sentence: Sentence) -> bool:
    """Tell whether a comma and then a person's name stand there: der Chef von Norgis, Jan Holm."""
    return _opens_name(tokens, comma + 1, sentence) and tokens[comma].text == ","


def _opens_name(tokens: Sequence[Token], place: int, sentence: Sentence) -> bool:
    return place < sentence.last and given_name_gender(tokens[place].text) is not None


def _behind_title(tokens: Sequence[Token], index: int, sentence: Sentence) -> int | None:
    """Return the token of a bare name behind a title with its article, None where something else stands there."""
    title = parse_title(tokens[index].text) if tokens[index].tag == "NN" else None
    if title is None or title.normal not in word_list("led_body_titles.txt"):
        return None
    of = tokens[index + 1].text == _OF and _is_beside(tokens, index + 3, sentence)
    if not of and tokens[index + 1].text not in GENITIVE_ARTICLES:
        return None
    place = index + 2
    while place + 1 < sentence.last and tokens[place].tag == "ADJA" and tokens[place].text.islower():
        place += 1
    alone = place + 1 >= sentence.last or tokens[place + 1].tag[:1] == "$" or tokens[place + 1].tag[:1] == "V"
    token = tokens[place]
    name = token.tag in _NAME_TAGS and token.text[0].isupper() and len(token.text) >= _SHORTEST_NAME
    return place if name and alone and given_name_gender(token.text) is None else None
