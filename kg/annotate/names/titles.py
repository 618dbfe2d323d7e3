"""Words for offices and roles: what a title means in any form, alone or as the last part of a compound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kg.annotate.compounds import cuts
from kg.annotate.lexicon import rows

__all__ = ["Title", "heads_body", "modifier", "parse_portfolio", "parse_title"]

# "Begleiter" is no Leiter and "Bauherr" no Herr: a first part that is no name has at least this many letters.
_SHORTEST_PREFIX = 4
# Professions and forms of address that also end other words (Marktmajor, Landfrau).
_PORTFOLIOS = ("ressort", "ressorts", "ministerium", "ministeriums")
_OFFICE = "amt"
_COUNCILLOR = "rat"  # Stadträte
_BOARD = "Vorstand"  # with a company's name also one of its members: Siemens-Vorstand Karl Maier
_NEVER_LAST = {"Herr", "Frau", "Doktor", "Major", "Imam", "Vorsitz", "Prinz", _BOARD, "General", "Oberst", "Boss"}
_BODIES = ("komitee", "verband", "verein", "konzern", "firmen", "partei", "gewerkschaft", "klub", "club")
"""Bodies whose heads hold no office of a state: der deutsche Konzernchef, die französische Gewerkschaftschefin."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title as one word of the text has it.

    `normal` is the masculine singular that names the office; `prefix` what a compound puts before it
    (Kreml in Kremlsprecher); `gender` m or f, empty where the form tells neither; `scope` state, body or person;
    `rank` is shared by offices that are the same role; `state` the CLDR code of the state the word itself means.
    """

    normal: str
    gender: str
    scope: str
    rank: str
    state: str
    plural: bool = False
    prefix: str = ""

    @property
    def whole(self) -> str:
        """Return the title with its prefix, for a prefix that names nothing: Außenamtssprecher."""
        if not self.prefix:
            return self.normal
        return self.prefix + (self.normal if self.prefix.endswith("-") else self.normal[0].lower() + self.normal[1:])


@cache
def _forms() -> dict[str, Title]:
    found: dict[str, Title] = {}
    for row in rows("titles.csv"):
        title = Title(row["normal"] or row["title"], "m", row["scope"], row["rank"], row["for"])
        for form, gender, plural in _declined(row["title"], row["declension"], row["feminine"]):
            found.setdefault(form, replace(title, gender=gender, plural=plural))
    return found


def _declined(word: str, declension: str, feminine: str) -> Iterator[tuple[str, str, bool]]:
    """Yield form, gender, and whether the form can only be a plural."""
    if declension == "adjective":
        yield from ((word, "m", False), (word[:-1], "", False), (word[:-1] + "n", "", False))
        return
    yield word, "m" if word != "Frau" else "f", False
    endings = {"weak": ("n" if word.endswith("e") else "en",), "strong": ("s", "es"), "s": ("s",)}
    yield from ((word + ending, "m", False) for ending in endings[declension])
    if declension == "strong":
        several = word.removesuffix(_COUNCILLOR) + "rät" if word.endswith(_COUNCILLOR) else word
        yield from ((several + ending, "m", True) for ending in ("n", "e", "en"))
    if feminine != "-":
        female = feminine or (word[:-1] if word.endswith("e") else word) + "in"
        yield female, "f", False
        yield female + "nen", "f", True


@lru_cache(maxsize=50_000)  # the capitalised words of an archive
def parse_title(word: str) -> Title | None:
    """Return what `word` means as a title, None where it is none."""
    title = _forms().get(word)
    if title is not None or len(word) <= _SHORTEST_PREFIX:
        return title
    for cut in cuts(word, first=2, last=3):
        last = _forms().get(word[cut:] if word[cut].isupper() else word[cut].upper() + word[cut + 1 :])
        if (
            last
            and (last.normal not in _NEVER_LAST or (last.normal == _BOARD and word[cut - 1] == "-"))
            and (word[cut - 1] == "-" or (cut >= _SHORTEST_PREFIX and word[cut].islower()))
        ):
            return _of_body(replace(last, prefix=word[:cut]))
    return None


def _of_body(title: Title) -> Title:
    """Return the title of a body's head as no office of a state: Verbandspräsident, but Ministerpräsident."""
    return replace(title, scope="body", rank="") if title.scope == "state" and heads_body(title) else title


def heads_body(title: Title) -> bool:
    """Tell the title of who heads a body of another kind than a state, by its first part: Konzernchef."""
    return title.prefix.lower().rstrip("-").removesuffix("s").endswith(_BODIES)


def parse_portfolio(word: str) -> Title | None:
    """Return whose office or field a noun names, in the masculine: Justizressort, Finanzministerium, Präsidentenamt."""
    if word.endswith(_OFFICE):
        title = parse_title(word.removesuffix(_OFFICE).removesuffix("en"))
        return title if title is not None and title.scope == "state" and title.rank else None
    ending = next((ending for ending in _PORTFOLIOS if word.endswith(ending)), "")
    return parse_title(word.removesuffix(ending) + "minister") if ending and word != ending else None


@cache
def _modifiers() -> dict[str, str]:
    return {
        row["word"] + ending: row["kind"]
        for row in rows("title_modifiers.csv")
        for ending in ("", "e", "er", "es", "en", "em")
    }


def modifier(word: str) -> str | None:
    """Return how an adjective changes an office: deputy, former, acting, future, plain; None for other adjectives."""
    return _modifiers().get(word) or _modifiers().get(word.lower())
