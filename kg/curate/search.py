"""Entities by a name that need not be spelt as the graph spells it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kg.annotate.names.transliteration import folded
from kg.model.entity import Entity

__all__ = ["search_entities"]

# rapidfuzz's ratio of words: Selenski has 94 with Selenskyj, Zelte 62.
_ALIKE: Final = 75


def search_entities(name: str, entities: Iterable[Entity], *, limit: int = 10) -> tuple[Entity, ...]:
    """Return the entities whose names have words like each of these, whatever their transliteration, best first."""
    from rapidfuzz import fuzz

    wanted = folded(name).split()

    def score(entity: Entity) -> float:
        names = [folded(own).split() for own in entity.names]
        return max(
            _mean([max((fuzz.ratio(word, own) for own in words), default=0) for word in wanted]) for words in names
        )

    scored = [(score(entity), entity) for entity in entities]
    found = sorted((hit for hit in scored if hit[0] >= _ALIKE), key=lambda hit: (-hit[0], hit[1].id))
    return tuple(entity for _, entity in found[:limit])


def _mean(shares: list[float]) -> float:
    return sum(shares) / len(shares) if shares else 0.0
