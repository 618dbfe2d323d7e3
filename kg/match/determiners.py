"""What stands before a noun and its adjectives: an article, a possessive, ein or kein."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model.reading import Token

__all__ = ["before_adjectives", "is_definite", "is_more", "is_new", "is_none", "says_whither"]

_WHITHER = ("die", "das", "ein", "eine", "einen", "ins", "ans", "aufs", "an")  # an Otto Weber
_MASCULINE = ("den", "seinen", "ihren")


def is_definite(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether an article, a possessive or "dieser" stands before a noun and its adjectives."""
    determiner = tokens[before_adjectives(tokens, head)] if head else None
    return determiner is not None and (determiner.tag in ("PPOSAT", "APPRART") or determiner.lemma in ("der", "dies"))


def is_new(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether ein or kein stands before a noun, its adjectives and quotation marks: eine „Große Koalition“."""
    first = head - 1
    while first > 0 and tokens[first].tag in ("ADJA", "$("):
        first -= 1
    return head > 0 and tokens[first].lemma in ("ein", "kein")


def is_more(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether a noun phrase asks for an amount, not for anybody: mehr Polizei, weniger junge Lehrer."""
    return head > 0 and tokens[before_adjectives(tokens, head)].text.lower() in ("mehr", "weniger")


def is_none(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether a noun phrase says that there is nothing: kein polnischer Soldat."""
    return head > 0 and tokens[before_adjectives(tokens, head)].text.lower().startswith("kein")


def says_whither(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether what stands before a noun shows a direction: in die Türkei, ins Ausland, but not in den USA."""
    before = tokens[before_adjectives(tokens, head)].text.lower() if head else ""
    noun = tokens[head]
    return before in _WHITHER or (before in _MASCULINE and noun.morph.gender == "m" and noun.morph.number != "p")


def before_adjectives(tokens: Sequence[Token], head: int) -> int:
    """Return the token before a noun and its adjectives, the first one where there is none."""
    first = head - 1
    while first > 0 and tokens[first].tag == "ADJA":
        first -= 1
    return first
