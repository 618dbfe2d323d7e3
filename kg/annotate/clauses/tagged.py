"""The words of a text with tags that the reading of clauses may put right, and the classes of tags it asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.model.reading import Token

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
    "YEAR",
    "Tagged",
    "Window",
    "places",
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
YEAR: Final = re.compile(r"1\d{3}$|20\d\d$")


@dataclass(frozen=True, slots=True)
class Tagged:
    """All tokens of a text, `tags` in a list of their own to be put right in place, and the forms in small letters.

    `parted` are the tokens at which a known name begins right behind another one, so that they are two. `name_ends`
    says of each token of a name where the name ends: the index behind its last token. `people`, `places` and
    `states` are the tokens of names of persons, of places that are no states and of states, `owning` those that say
    by the name inside them whose something is (US-Botschaft), `genders` gives those of names known to be no plural
    (den Iran) or of states (den USA), `bare` are those of names as they are without a genitive, whatever they end
    with (Ministerin Lisa Paus, Paris), `years` numbers that say when and count nothing (handelten 2023 | Waren),
    `parties` those of names of parties, `bodies` those of names of any body or medium.
    """

    tokens: Sequence[Token]
    tags: list[str]
    lows: Sequence[str]
    parted: frozenset[int] = frozenset()
    name_ends: Mapping[int, int] = field(default_factory=dict)
    people: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()
    states: frozenset[int] = frozenset()
    owning: frozenset[int] = frozenset()
    genders: Mapping[int, str] = field(default_factory=dict)
    bare: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    parties: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()

    def lemma(self, index: int) -> str:
        """Return the lemma of a token."""
        return self.tokens[index].lemma

    def text(self, index: int) -> str:
        """Return a token as written."""
        return self.tokens[index].text


def places(row: Sequence[str], wanted: str, first: int, last: int) -> Sequence[int]:
    """Return where in `first:last` a tag or form stands."""
    part = row[first:last]
    return [place for place, found in enumerate(part, first) if found == wanted] if wanted in part else ()


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
