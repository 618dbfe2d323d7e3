"""The words of a text with tags that the reading of clauses may put right, and the classes of tags it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.model.reading import Mention, Morph, Token

__all__ = [
    "AUXILIARY",
    "DETERMINERS",
    "FINITE",
    "HEADS",
    "NAMES",
    "NOMINAL",
    "NONFINITE",
    "PREPOSITIONS",
    "PRONOUNS",
    "WH",
    "Tagged",
    "Window",
    "tagged",
]

FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
NONFINITE: Final = frozenset({"VVINF", "VAINF", "VMINF", "VVPP", "VAPP", "VMPP", "VVIZU"})
AUXILIARY: Final = frozenset({"VAFIN", "VMFIN"})
PREPOSITIONS: Final = frozenset({"APPR", "APPRART"})
NOMINAL: Final = frozenset({"NN", "NE", "FM", "ADJA", "CARD", "TRUNC"})
DETERMINERS: Final = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PRELAT"})
PRONOUNS: Final = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS", "PRF", "PPOSS"})
NAMES: Final = frozenset({"NE", "FM"})
HEADS: Final = frozenset({"NN", "NE", "FM"})
WH: Final = frozenset({"PWS", "PWAV", "PWAT"})


@dataclass(frozen=True, slots=True)
class Tagged:
    """All tokens of a text, `tags` in a list of their own to be put right in place, and the forms in small letters.

    `parted` are the tokens at which a known name begins right behind another one, so that they are two.
    """

    tokens: Sequence[Token]
    tags: list[str]
    lows: Sequence[str]
    parted: frozenset[int] = frozenset()

    def lemma(self, index: int) -> str:
        """Return the lemma of a token."""
        return self.tokens[index].lemma

    def text(self, index: int) -> str:
        """Return a token as written."""
        return self.tokens[index].text


def tagged(tokens: Sequence[Token], mentions: Sequence[Mention] = ()) -> Tagged:
    """Return the tokens with a copy of their tags and what mentions tell.

    They tell where one name ends and one begins, and that "der Russe" is no plural.
    """
    names = [mention for mention in mentions if mention.kind == "name"]
    starts, ends = {mention.start for mention in names}, {mention.end for mention in names}
    parted = (
        index
        for index in range(1, len(tokens) if names else 0)
        if tokens[index].start in starts and tokens[index - 1].end in ends
    )
    lows = [token.text.lower() for token in tokens]
    demonyms = {mention.start for mention in mentions if mention.kind == "demonym"}
    tokens = [_weak(token) if token.start in demonyms else token for token in tokens] if demonyms else tokens
    return Tagged(tokens, [token.tag for token in tokens], lows, frozenset(parted))


def _weak(token: Token) -> Token:
    """Read "Russe" or "Pole" as the singular that it is, unless it is inflected like an adjective (Deutsche)."""
    if not token.text.endswith("e") or token.lemma == token.text:
        return token
    return replace(token, lemma=token.text, morph=Morph(case="n", number="s", gender="m"))


@dataclass(frozen=True, slots=True)
class Window:
    """A look at the words before `limit`: behind it there are no tags and no forms."""

    words: Tagged
    limit: int

    def tag(self, index: int) -> str:
        """Return the tag, empty from the limit on."""
        return self.words.tags[index] if index < self.limit else ""

    def low(self, index: int) -> str:
        """Return the form in small letters, empty from the limit on."""
        return self.words.lows[index] if index < self.limit else ""

    def token(self, index: int) -> Token:
        """Return the token, whether before the limit or not."""
        return self.words.tokens[index]

    def skip(self, index: int, tags: frozenset[str]) -> int:
        """Return the first place from `index` on whose tag is not among the given ones."""
        while index < self.limit and self.words.tags[index] in tags:
            index += 1
        return index
