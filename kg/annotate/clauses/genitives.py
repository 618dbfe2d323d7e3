"""Lists of those whose something is: die Botschaften Togos, Ghanas und der Schweiz."""

from __future__ import annotations

from typing import Final

from kg.annotate.articles import GENITIVE_ARTICLES
from kg.annotate.clauses.tagged import HEADS, Tagged

__all__ = ["lists_genitives"]

_LINKS: Final = frozenset({"und", "oder", "sowie"})
_ENDINGS: Final = ("s", "’", "'")


def lists_genitives(words: Tagged, comma: int) -> bool:
    """Tell whether a comma stands in a list of what may be genitives that a conjunction ends."""
    place = comma
    while place < len(words.tags) and words.lows[place] == ",":
        place = _behind_genitive(words, place + 1)
    linked = place > comma and place < len(words.lows) and words.lows[place] in _LINKS
    return linked and _behind_genitive(words, place + 1) > place + 1


def _behind_genitive(words: Tagged, first: int) -> int:
    """Return where what may be a genitive ends, `first` itself where none stands there."""
    place = first
    articled = place < len(words.lows) and words.lows[place] in GENITIVE_ARTICLES
    place += articled
    while place < len(words.tags) and articled and words.tags[place] == "ADJA":
        place += 1
    head = place
    while place < len(words.tags) and words.tags[place] in HEADS:
        place += 1
    found = place > head and (articled or words.lows[place - 1].endswith(_ENDINGS))
    return place if found else first
