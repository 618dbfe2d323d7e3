"""The word that negates a clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.fields import Frame
from kg.annotate.lexicon import word_list
from kg.model.reading import Token
from kg.model.text import Span

__all__ = ["negation"]

_ADDITIVE: Final = frozenset({"nur", "allein", "zuletzt", "bloß", "einmal"})  # "nicht nur" denies nothing
_OPENERS: Final = frozenset({"ohne", "statt", "anstatt"})


def negation(tokens: Sequence[Token], frame: Frame) -> Span | None:
    """Return the span of what negates the clause: a particle, kein, weder … noch, or "ohne" before an infinitive."""
    if frame.kind == "infinitive" and frame.opener is not None and tokens[frame.opener].text.lower() in _OPENERS:
        return _span(tokens[frame.opener])
    for index in frame.indices:
        word = tokens[index].text.lower()
        following = tokens[index + 1].text.lower() if index + 1 < len(tokens) else ""
        if word == "nicht" and following in _ADDITIVE:
            continue
        if word in word_list("negations.txt"):
            return _span(tokens[index])
        if word == "noch" and index == frame.first and frame.leader is not None and negation(tokens, frame.leader):
            return _span(tokens[index])
    return None


def _span(token: Token) -> Span:
    return Span(token.start, token.end)
