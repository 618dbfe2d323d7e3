"""Qualities: the noun that names one (strafbar is Strafbarkeit), and the words in which an adjective states one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from kg.lists import rows_of
from kg.model.reading import Token

__all__ = ["quality", "quality_at"]

_TABLE = Path(__file__).with_name("data") / "qualities.csv"
_REGULAR = re.compile(r".{3,}(?:bar|sam|lich|ig)$")
_WITH_IG = re.compile(r".{3,}(?:los|haft)$")
_SAYING_LITTLE = frozenset({"möglich", "unmöglich", "wichtig", "richtig", "fertig", "fällig", "ständig", "wenig"})
"""Qualities that say nothing of a thing where nothing else is said: die Wichtigkeit des Treffens."""


def quality(adjective: str) -> str | None:
    """Return the noun of an adjective's quality, None where it has none in use.

    >>> quality("strafbar"), quality("machtlos"), quality("knapp"), quality("blau")
    ('Strafbarkeit', 'Machtlosigkeit', 'Knappheit', None)
    """
    known = _known().get(adjective)
    if known or adjective in _SAYING_LITTLE:
        return known
    if _WITH_IG.fullmatch(adjective):
        return f"{adjective}igkeit".capitalize()
    return f"{adjective}keit".capitalize() if _REGULAR.fullmatch(adjective) else None


def quality_at(tokens: Sequence[Token], head: int) -> str:
    """Return what an adjective behind a verb says, with the adjectives right before it: rechtlich bindend."""
    first = head
    while first and tokens[first - 1].tag == "ADJD":
        first -= 1
    return " ".join(token.text.lower() for token in tokens[first : head + 1])


@cache
def _known() -> dict[str, str]:
    return {row["adjective"]: row["noun"] for row in rows_of(_TABLE)}
