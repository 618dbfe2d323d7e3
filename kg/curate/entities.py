"""Entities from `entities.csv` and their further names from `aliases.csv`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.curate.merges import ANSWER_COLUMNS
from kg.curate.names import Names, suggestion
from kg.curate.tables import Cell, Columns, Row
from kg.errors import Fault
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.vocabulary import Vocabulary

__all__ = ["ALIAS_COLUMNS", "ENTITY_COLUMNS", "read_aliases", "read_entities"]

ENTITY_COLUMNS: Final = Columns(
    ("label", "type"), ("id", "wikidata", "gender", "description", "source", "provisional", *ANSWER_COLUMNS)
)
ALIAS_COLUMNS: Final = Columns(("entity", "alias"), ("note",))

_WIKIDATA: Final = re.compile(r"Q[1-9]\d*")
_GENDER: Final = re.compile(r"[mfn]{1,3}|p")
_YES: Final = re.compile("ja")


def read_entities(rows: Iterable[Row], vocabulary: Vocabulary, faults: list[Fault]) -> tuple[Entity, ...]:
    """Return the entities of the rows in order, without aliases; faulty rows are reported and left out."""
    found: list[Entity] = []
    lines: dict[str, int] = {}
    for row in rows:
        before = len(faults)
        entity = _entity(row, vocabulary, faults)
        names = tuple(dict.fromkeys((entity.id, entity.label)))
        faults += (row.fault(f"{name!r} steht schon in Zeile {lines[name]}") for name in names if name in lines)
        if len(faults) == before:
            found.append(entity)
            lines |= dict.fromkeys(names, row.line)
    return tuple(found)


def read_aliases(
    rows: Iterable[Row], entities: tuple[Entity, ...], names: Names, faults: list[Fault]
) -> tuple[Entity, ...]:
    """Return the entities, called by these names, with the aliases of the rows.

    An alias of an unknown entity and one that another entity has are faults.
    """
    taken: dict[str, Entity] = dict(names.entities)
    aliases: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        cell, alias = row.cells["entity"], row.cells["alias"]
        entity = names.find(cell.text)
        if names.doubtful(cell.text):
            continue
        if entity is None:
            faults.append(cell.fault(f"unbekannte Entität {cell.text!r}{names.suggest(cell.text)}"))
        elif alias.text in taken:
            faults.append(alias.fault(_taken(alias, taken[alias.text], entity)))
        else:
            taken[alias.text] = entity
            aliases[entity.id].append(alias.text)
    return tuple(replace(entity, aliases=tuple(aliases[entity.id])) for entity in entities)


def _entity(row: Row, vocabulary: Vocabulary, faults: list[Fault]) -> Entity:
    kind = row.cells["type"]
    if kind.text not in vocabulary.classes:
        known = ", ".join(sorted(vocabulary.classes))
        near = suggestion(kind.text, vocabulary.classes)
        faults.append(kind.fault(f"unbekannte Klasse {kind.text!r}{near or f'; bekannt sind {known}'}"))
    _check(row.cells.get("wikidata"), _WIKIDATA, "eine Wikidata-Kennung wie Q232", faults)
    _check(row.cells.get("gender"), _GENDER, "m, f, n oder p (Mehrzahl)", faults)
    _check(row.cells.get("provisional"), _YES, "ja oder nichts", faults)
    label, identifier = row.text("label"), row.cells.get("id")
    if identifier and identifier.text != slug(identifier.text):
        faults.append(identifier.fault(f"{identifier.text!r} passt nicht; möglich wäre {slug(identifier.text)}"))
    return Entity(
        identifier.text if identifier else slug(label),
        label,
        kind.text,
        wikidata=row.text("wikidata") or None,
        gender=row.text("gender"),
        provisional="provisional" in row.cells,
        description=row.text("description"),
    )


def _check(cell: Cell | None, pattern: re.Pattern[str], expected: str, faults: list[Fault]) -> None:
    if cell and not pattern.fullmatch(cell.text):
        faults.append(cell.fault(f"{cell.text!r} passt nicht; erwartet wird {expected}"))


def _taken(alias: Cell, holder: Entity, entity: Entity) -> str:
    if holder is entity:
        return f"{alias.text!r} ist schon ein Name von {entity.label}"
    return f"{alias.text!r} heißt schon {holder.label}; ein Name kann nur einer Entität gehören"
