"""Tables as spreadsheets save them: UTF-8 with or without BOM, comma or semicolon, every cell with its place."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.curate.names import suggestion
from kg.errors import Fault

__all__ = ["Cell", "Columns", "Row", "Table", "delimiter_of", "missing_cells", "read_table"]


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell without blanks around it; `line` and `column` count from 1, a column is a cell."""

    text: str
    name: str
    file: Path
    line: int = 0
    column: int = 0

    def fault(self, message: str) -> Fault:
        """Return a fault at this cell; the message names its column."""
        return Fault(self.file, f"{self.name}: {message}", self.line, self.column)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row that hold something, by the name of their column."""

    file: Path
    line: int
    cells: Mapping[str, Cell]

    def text(self, name: str) -> str:
        """Return the text under this column, empty where there is none."""
        cell = self.cells.get(name)
        return cell.text if cell else ""

    def fault(self, message: str) -> Fault:
        """Return a fault of the row as a whole."""
        return Fault(self.file, message, self.line)


@dataclass(frozen=True, slots=True)
class Table:
    """The sound rows of a file, what is wrong with the others, and the others as far as they could be read."""

    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()
    unsound: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns a table must have, each cell filled, and those it may have."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Return every column, the required ones first."""
        return self.required + self.optional


def read_table(path: Path, columns: Columns) -> Table:
    """Return the rows of a CSV file; faults of its form stand in the result. Raise OSError where it cannot be read."""
    try:
        text = unicodedata.normalize("NFC", path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Table(faults=(Fault(path, "ist nicht als UTF-8 gespeichert; beim Speichern UTF-8 wählen", line),))
    faults: list[Fault] = []
    lines = _lines(path, text, faults)
    _, header = next(lines, (1, []))
    names = [name.strip() for name in header]
    faults += _header_faults(path, names, columns)
    if faults:
        return Table(faults=tuple(faults))
    rows: list[Row] = []
    unsound: list[Row] = []
    for line, values in lines:
        row = _row(path, line, names, values)
        wrong = _row_faults(row, names, values, columns)
        faults += wrong
        if row.cells:
            (unsound if wrong else rows).append(row)
    return Table(tuple(rows), tuple(faults), tuple(unsound))


def delimiter_of(header: str) -> str:
    """Return what separates the cells of a table with this header: a comma or a semicolon."""
    return ";" if header.count(";") > header.count(",") else ","


def _lines(path: Path, text: str, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line it starts on; a quoting fault ends the reading."""
    delimiter = delimiter_of(text.partition("\n")[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for values in reader:
            yield start, values
            start = reader.line_num + 1
    except csv.Error:
        faults.append(Fault(path, "Anführungszeichen nicht geschlossen oder mitten in der Zelle", start))


def _header_faults(path: Path, names: list[str], columns: Columns) -> list[Fault]:
    if not any(names):
        return [Fault(path, f"ist leer; erwartet wird eine Kopfzeile mit {', '.join(columns.required)}", 1)]
    faults = [Fault(path, f"Spalte {name} fehlt; sie ist Pflicht", 1) for name in columns.required if name not in names]
    for place, name in enumerate(names, start=1):
        if name and name not in columns.all:
            faults.append(Fault(path, f"unbekannte Spalte {name!r}{suggestion(name, columns.all)}", 1, place))
        elif name and name in names[: place - 1]:
            faults.append(Fault(path, f"Spalte {name} steht zweimal da", 1, place))
    return faults


def _row(path: Path, line: int, names: list[str], values: list[str]) -> Row:
    cells = {
        name: Cell(value.strip(), name, path, line, place)
        for place, (name, value) in enumerate(zip(names, values, strict=False), start=1)
        if name and value.strip()
    }
    return Row(path, line, cells)


def _row_faults(row: Row, names: list[str], values: list[str], columns: Columns) -> list[Fault]:
    faults = [
        Fault(row.file, f"{value.strip()!r} steht unter keiner Spalte der Kopfzeile", row.line, place)
        for place, value in enumerate(values, start=1)
        if value.strip() and (place > len(names) or not names[place - 1])
    ]
    return faults + missing_cells(row, columns, names) if row.cells else faults


def missing_cells(row: Row, columns: Columns, names: Sequence[str] = ()) -> list[Fault]:
    """Return a fault for each required cell that the row lacks; `names` is the header where there is one."""
    return [
        Cell("", name, row.file, row.line, names.index(name) + 1 if name in names else 0).fault(
            "fehlt, ist aber Pflicht"
        )
        for name in columns.required
        if name not in row.cells
    ]
