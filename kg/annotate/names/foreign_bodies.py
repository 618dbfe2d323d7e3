"""English names of bodies and media that no table knows: Japan Meteorological Agency, Boston Globe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from kg.annotate.lexicon import rows
from kg.annotate.names.found import Found, found
from kg.annotate.names.people import given_name_gender
from kg.annotate.words.tagger import is_noun
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Sentence, Token

__all__ = ["foreign_body"]

_NAME_TAGS = ("NE", "FM", "XY", "NN")
_OF = ("of", "for", "against")
_ONLY_OF = "of"
"""What stands for the type of nouns that are German, too, and so begin a name only before "of": Bank of China."""
_SMALL = (*_OF, "and", "the")
_LEAST = 2  # words with the last one


def foreign_body(tokens: Sequence[Token], index: int, sentence: Sentence, at: Mapping[int, Found]) -> Found | None:
    """Return the name whose noun stands at a token, None for one that a table knows or that is one word of its own."""
    type_ = _types().get(tokens[index].text)
    if type_ is None:
        return None
    last = _behind_of(tokens, index + 1, sentence)
    if last == index + 1 and (type_ == _ONLY_OF or (last < sentence.last and _goes_on(tokens[last]))):
        return None
    first = index
    while first > sentence.first and (_is_foreign(tokens[first - 1]) or _links(tokens, first - 1, sentence)):
        first -= 1
    words = [token.text for token in tokens[first:last]]
    known = at.get(index)
    if len(words) < _LEAST or (known is not None and known.last - known.first >= len(words)):
        return None
    if len(words) == _LEAST and given_name_gender(words[0]):
        return None  # Anna Post
    label = " ".join(words)
    type_ = "Organisation" if type_ == _ONLY_OF else type_
    return found(tokens, first, last, Entity(slug(label), label, type_, provisional=True))


def _behind_of(tokens: Sequence[Token], index: int, sentence: Sentence) -> int:
    """Return the token behind what follows "of": University | of Oxford."""
    if index + 1 >= sentence.last or tokens[index].text not in _OF or not tokens[index + 1].text[0].isupper():
        return index
    last = index + 2
    while last < sentence.last and (_goes_on(tokens[last]) or (tokens[last].text == "and" and _is_upper(tokens, last))):
        last += 1
    return last


def _is_upper(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].text[0].isupper()


def _is_foreign(token: Token) -> bool:
    """Tell a word with a capital that is no German noun: Meteorological, Human."""
    return token.text[0].isupper() and token.tag in _NAME_TAGS and not is_noun(token.text)


def _goes_on(token: Token) -> bool:
    return token.text[0].isupper() and token.tag in ("NE", "FM", "XY")


def _links(tokens: Sequence[Token], index: int, sentence: Sentence) -> bool:
    return tokens[index].text in _SMALL and index > sentence.first and _is_foreign(tokens[index - 1])


@cache
def _types() -> dict[str, str]:
    return {noun: row["type"] for row in rows("foreign_body_heads.csv") for noun in row["nouns"].split()}
