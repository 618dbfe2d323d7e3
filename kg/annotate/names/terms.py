"""Offices with their holders, and those of the tables with the time in which they were held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kg.annotate.names.titles import parse_title
from kg.model.entity import Entity, Knowledge

__all__ = ["Held", "Term", "held_office", "known_terms"]


@dataclass(frozen=True, slots=True)
class Held:
    """An office with its holder, from the text or from a table."""

    holder: Entity
    title: str
    rank: str
    of: Entity


class Term(NamedTuple):
    """An office of the tables and the days between which it is held; None is open or unknown."""

    office: Held
    since: date | None
    until: date | None


def known_terms(knowledge: Knowledge) -> Iterator[Term]:
    """Yield the offices of the tables whose holder and body they know."""
    entities = {entity.id: entity for entity in knowledge.entities}
    for office in knowledge.offices:
        if office.holder in entities and office.of in entities:
            held = held_office(entities[office.holder], office.title, entities[office.of])
            yield Term(held, office.since, office.until)


def held_office(holder: Entity, title: str, of: Entity) -> Held:
    """Bring a title to its normal form: a table may have Präsidentin, a text Premier."""
    words = title.split()
    parsed = parse_title(words[-1]) if words else None
    if parsed is None:
        return Held(holder, title, "", of)
    plain = len(words) == 1
    return Held(holder, parsed.whole if plain else title, parsed.rank if plain and not parsed.prefix else "", of)
