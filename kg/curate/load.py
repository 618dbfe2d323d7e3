"""A folder of curated files as one value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kg.curate.decisions import Decision, read_decisions
from kg.curate.entities import ALIAS_COLUMNS, ENTITY_COLUMNS, read_aliases, read_entities
from kg.curate.knowledge import build_knowledge
from kg.curate.merges import Merges, read_merges
from kg.curate.names import Names
from kg.curate.statements import StatementReader, statement_columns
from kg.curate.tables import Columns, Row, Table, read_table
from kg.errors import Fault
from kg.model.claim import Claim
from kg.model.entity import Entity, Knowledge
from kg.model.identity import slug
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary

__all__ = ["DECISIONS", "ENTITIES", "Curated", "Reader", "load_folder"]

Reader = Callable[[Path, Columns], Table]

ENTITIES: Final = "entities.csv"
ALIASES: Final = "aliases.csv"
DECISIONS: Final = "decisions.csv"


@dataclass(frozen=True, slots=True)
class Curated:
    """What the files hold: entities, merges, claims, what reading may rely on, sources, all faults, decisions."""

    entities: tuple[Entity, ...]
    merges: Merges
    claims: tuple[Claim, ...]
    knowledge: Knowledge
    sources: tuple[Source, ...]
    faults: tuple[Fault, ...]
    decisions: tuple[Decision, ...] = ()


def load_folder(
    folder: Path, *, vocabulary: Vocabulary, readers: Mapping[str, Reader], keep_going: bool = False
) -> Curated:
    """Return what the curated files of a folder and its subfolders hold, with all faults of all files.

    `readers` says how a file with which suffix becomes rows; other files are left alone. A faulty file
    contributes nothing, unless `keep_going` asks for its sound rows; while a table of entities is faulty, no
    statement can be trusted to mean what it says, and nothing is loaded at all.
    """
    faults: list[Fault] = []
    entities, merges, names = _entities(folder, vocabulary, faults)
    blocked = bool(faults) and not keep_going
    claims: list[Claim] = []
    sources = []
    for path in _statement_files(folder, readers) if entities or not faults else ():
        table = readers[path.suffix](path, statement_columns(vocabulary))
        own = list(table.faults)
        document = slug(path.relative_to(folder).as_posix())
        reader = StatementReader(names, vocabulary, own)
        found = reader.read(table.rows, document)
        reader.check(table.unsound)
        if keep_going or not own:
            claims += found
            sources.append(Source(document, path.relative_to(folder).as_posix()))
        faults += sorted(own, key=lambda fault: (fault.line, fault.column))
    decisions = read_decisions(folder / DECISIONS, faults)
    if blocked:
        return Curated((), Merges(), (), Knowledge(), (), tuple(faults))
    known = tuple(entity for entity in entities if not entity.provisional)
    sources += [Source(DECISIONS, DECISIONS)] if decisions else []
    knowledge = build_knowledge(known, claims)
    return Curated(known, merges, tuple(claims), knowledge, tuple(sources), tuple(faults), decisions)


def _entities(folder: Path, vocabulary: Vocabulary, faults: list[Fault]) -> tuple[tuple[Entity, ...], Merges, Names]:
    rows = _rows(folder / ENTITIES, ENTITY_COLUMNS, faults)
    alias_rows = _rows(folder / ALIASES, ALIAS_COLUMNS, faults)
    written = {row.text(column) for row in rows for column in ("id", "label")}
    labelled = read_entities(rows, vocabulary, faults)
    named = read_aliases(alias_rows, labelled, Names.of(labelled, written=written), faults)
    # A row for a topic of the ontology says more of it, and leaves it its names.
    topics = {theme.id: theme.aliases for theme in vocabulary.themes}
    named = tuple(replace(entity, aliases=(*entity.aliases, *topics.get(entity.id, ()))) for entity in named)
    merges, entities = read_merges(rows, named, Names.of(named, themes=vocabulary.themes), faults)
    written |= {row.text("alias") for row in alias_rows}
    return entities, merges, Names.of(entities, themes=vocabulary.themes, written=written)


def _rows(path: Path, columns: Columns, faults: list[Fault]) -> tuple[Row, ...]:
    if not path.exists():
        return ()
    table = read_table(path, columns)
    faults += table.faults
    return table.rows


def _statement_files(folder: Path, readers: Mapping[str, Reader]) -> list[Path]:
    reserved = {folder / name for name in (ENTITIES, ALIASES, DECISIONS)}
    return sorted(path for path in folder.rglob("*") if path.suffix in readers and path not in reserved)
