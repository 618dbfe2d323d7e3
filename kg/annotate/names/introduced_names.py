"""Names of bodies behind the noun that says what they are: Nachrichtenagentur XYZ, Zeitung „Neuer Tag“."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.annotate.lexicon import word_list
from kg.annotate.names.body_names import CLOSING, LONGEST_NAME, OPENING
from kg.annotate.names.found import Found
from kg.annotate.names.people import given_name_gender
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Mention, Sentence, Token

__all__ = ["introduced"]

# Whoever builds or sells has a name rather than an owner (not: Sender, which belongs to somebody).
_MAKERS = (
    "hersteller",
    "bauer",
    "lieferer",
    "betreiber",
    "anbieter",
    "entwickler",
    "händler",
    "versicherer",
    "versorger",
)


def introduced(
    tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found], head: dict[str, str]
) -> Iterator[Found]:
    """Read the bare or quoted name behind a head noun: Nachrichtenagentur XYZ, Zeitung „Neuer Tag“."""
    if index >= sentence.last or index in at:
        return
    quoted = tokens[index].text in OPENING
    first = index + quoted
    end = _end_of_name(tokens, first, sentence, at, quoted=quoted)
    if end == first or (quoted and (end >= sentence.last or tokens[end].text not in CLOSING)):
        return
    words = [token.text for token in tokens[first:end]]
    if not quoted and (given_name_gender(words[0]) is not None or _may_own(tokens[index - 1], words[-1])):
        return
    label = " ".join(words)
    entity = Entity(slug(label), label, head["type"], provisional=True)
    yield Found(first, end, Mention(tokens[first].start, tokens[end - 1].end, (entity,)))


def _may_own(noun: Token, name: str) -> bool:
    """Tell whether the name can be the genitive of an owner: Partei Webers, not: Hersteller Norgis, Konzern Brass."""
    return name.endswith("s") and not name.endswith("ss") and not noun.lemma.endswith(_MAKERS)


def _end_of_name(tokens: Sequence[Token], first: int, sentence: Sentence, at: dict[int, Found], *, quoted: bool) -> int:
    """Return the token after a name that begins at `first`; small foreign words join its parts (Movement for X)."""
    last = min(sentence.last, first + LONGEST_NAME)
    end, foreign = first, False
    while end < last and end not in at:
        joins = not quoted and end > first and tokens[end].text in word_list("foreign_name_words.txt")
        if joins and end + 1 < last and end + 1 not in at and tokens[end + 1].text[0].isupper():
            end, foreign = end + 2, True
        elif _belongs(tokens[end], quoted=quoted) or (foreign and tokens[end].text[0].isupper()):
            end += 1
        else:
            break
    return end


def _belongs(token: Token, *, quoted: bool) -> bool:
    if quoted:
        return token.text not in CLOSING and token.tag[:1] != "$"
    unknown = token.tag == "NN" and not token.morph.gender
    return (token.tag in ("NE", "FM", "XY") or unknown) and token.text[0].isupper()
