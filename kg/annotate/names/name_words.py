"""Words of persons' and places' names are names, whatever other words look like them: Stephan Weil, Essen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.annotate.names.found import mentions_by_token
from kg.annotate.words.nouns import name_morph
from kg.model.reading import Mention, Token

__all__ = ["as_names"]


def as_names(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[Token, ...]:
    """Return the tokens, those with a capital inside a person's full name or a place's read as proper nouns."""
    at = mentions_by_token(tokens, mentions)
    return tuple(
        _as_name(token, mentions[at[index]]) if index in at and token.tag != "NE" else token
        for index, token in enumerate(tokens)
    )


def _as_name(token: Token, mention: Mention) -> Token:
    type_ = mention.entities[0].type
    if mention.kind == "name" and "." in token.text[1:-1] and mention.end - mention.start == len(token.text):
        return replace(token, tag="NE", lemma=token.text, morph=name_morph(token.text, token.text))  # ver.di
    if mention.kind != "name" or type_ not in ("Person", "Ort") or not token.text[0].isupper():
        return token
    words = mention.entities[0].label.split()
    lemma = token.text if token.text in words else token.text.rstrip("’'").removesuffix("s")
    described = not words[0][0].isupper()  # westliche Märkte
    if described or (len(words) == 1 and type_ == "Person") or lemma not in words:
        return token
    return replace(token, tag="NE", lemma=lemma, morph=name_morph(token.text, lemma))
