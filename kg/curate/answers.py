"""Answers to "are these two one?" written into `entities.csv`: one row changes, the rest of the file stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kg.curate.merges import ANSWER_COLUMNS, split_names
from kg.curate.sheets import Record, Sheet, read_sheet, record_text, write_sheet
from kg.errors import FaultyInput
from kg.model.entity import Entity
from kg.model.identity import slug

__all__ = ["write_answer"]

_EMPTY: Final = Sheet(records=(Record(1, ["label", "type"], "label,type\n"),))

# A first answer brings all of them, so that the header changes once.
_ANSWERS: Final = ("provisional", *ANSWER_COLUMNS)

Row = dict[str, str]


def write_answer(path: Path, keep: Entity, other: Entity, column: str | None) -> bool:
    """Put `other` into this column of the row of `keep`; None takes every answer on the two back.

    An earlier answer on the two goes, in whichever row it stands. An entity without a row gets one at the end; one
    that no table knows gets `ja` under `provisional`: its row carries answers and makes its name no known one.
    Return whether the file has changed. Raise FaultyInput for a file that is no CSV or cannot be
    written.
    """
    sheet = read_sheet(path) if path.exists() else _EMPTY
    if sheet.fault:
        raise FaultyInput((sheet.fault,))
    sheet = sheet if sheet.records else _EMPTY
    header, *records = sheet.records
    names = [name or str(place) for place, name in enumerate(header.cells)]
    rows = [dict(zip(names, record.cells, strict=False)) for record in records]
    changed = [_without(_without(row, keep, other), other, keep) for row in rows]
    if column is not None:
        _put(changed, keep, column, other.label)
    if changed == rows:
        return False
    wanted = dict.fromkeys((*_ANSWERS, *(name for row in changed for name, value in row.items() if value)))
    more = [name for name in wanted if name not in names]
    texts = [_extended(header.text, sheet.delimiter, more)]
    for place, row in enumerate(changed):
        same = place < len(rows) and row == rows[place]
        cells = [row.get(name, "") for name in (*names, *more)]
        texts.append(records[place].text if same else record_text(sheet, cells))
    write_sheet(path, sheet, texts)
    return True


def _put(rows: list[Row], keep: Entity, column: str, name: str) -> None:
    row = next((row for row in rows if _is_of(row, keep)), None)
    if row is None:
        row = _new_row(keep)
        rows.append(row)
    row[column] = "|".join([*split_names(row.get(column, "")), name])


def _without(row: Row, entity: Entity, other: Entity) -> Row:
    """Return the row, without answers on the other where it is the entity's."""
    if not _is_of(row, entity):
        return dict(row)
    left = {
        column: "|".join(name for name in split_names(row[column]) if not _is_name(name, other))
        for column in ANSWER_COLUMNS
        if column in row
    }
    return row | left


def _is_of(row: Row, entity: Entity) -> bool:
    return (row.get("id") or slug(row.get("label", ""))) == entity.id


def _is_name(name: str, entity: Entity) -> bool:
    return entity.id in (name, slug(name)) or name == entity.label


def _new_row(entity: Entity) -> Row:
    return {
        "label": entity.label,
        "type": entity.type,
        "id": entity.id if entity.id != slug(entity.label) else "",
        "wikidata": entity.wikidata or "",
        "gender": entity.gender,
        "description": entity.description,
        "provisional": "ja" if entity.provisional else "",
    }


def _extended(header: str, delimiter: str, more: Sequence[str]) -> str:
    """Return the text of the header with further columns before its line end."""
    names = header.rstrip("\r\n")
    return delimiter.join((names, *more)) + header[len(names) :]
