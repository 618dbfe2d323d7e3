"""Words of persons' names are names, whatever other words look like them: Stephan Weil, Marlies Enders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.annotate.names.found import mentions_by_token
from kg.annotate.words.nouns import name_morph
from kg.model.reading import Mention, Token

__all__ = ["as_names"]


def as_names(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[Token, ...]:
    """Return the tokens, those with a capital inside the full name of a person read as proper nouns."""
    at = mentions_by_token(tokens, mentions)
    return tuple(
        _as_name(token, mentions[at[index]]) if index in at and token.tag != "NE" else token
        for index, token in enumerate(tokens)
    )


def _as_name(token: Token, mention: Mention) -> Token:
    if mention.kind != "name" or mention.entities[0].type != "Person" or not token.text[0].isupper():
        return token
    words = mention.entities[0].label.split()
    lemma = token.text if token.text in words else token.text.rstrip("’'").removesuffix("s")
    if len(words) == 1 or lemma not in words:
        return token
    return replace(token, tag="NE", lemma=lemma, morph=name_morph(token.text, lemma))
