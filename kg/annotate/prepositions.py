"""Cases that prepositions ask for, and what they contract to with an article."""

from __future__ import annotations

from typing import Final

from kg.annotate.lexicon import rows

__all__ = ["CONTRACTED", "WITH_ACCUSATIVE", "WITH_DATIVE", "cases_behind"]

_ROWS: Final = rows("prepositions.csv")
_CASES: Final = {row["preposition"]: row["cases"] for row in _ROWS}

WITH_ACCUSATIVE: Final = frozenset(word for word, cases in _CASES.items() if cases == "a")
WITH_DATIVE: Final = frozenset(word for word, cases in _CASES.items() if cases == "d")
"""Those that ask for one case whatever they say."""
CONTRACTED: Final = {
    short: (row["preposition"], article)
    for row in _ROWS
    for short, _, article in (pair.partition(":") for pair in row["contracted"].split())
}
"""Preposition and article by what they contract to: zur for zu der."""
_BY_ARTICLE: Final = {"das": "a", "dem": "d", "der": "d"}


def cases_behind(word: str) -> str:
    """Return the cases that may stand behind a preposition, contracted or not, empty for one that is not listed."""
    if word in CONTRACTED:
        return _BY_ARTICLE[CONTRACTED[word][1]]
    return _CASES.get(word, "")
