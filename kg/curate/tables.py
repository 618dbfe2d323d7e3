"""Tables: rows of cells under a header, every cell with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.curate.names import suggestion
from kg.curate.sheets import read_sheet
from kg.errors import Fault

__all__ = ["Cell", "Columns", "Row", "Table", "missing_cells", "read_table"]


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
    sheet = read_sheet(path)
    broken = [sheet.fault] if sheet.fault else []
    if broken and not sheet.records:
        return Table(faults=tuple(broken))
    names = sheet.records[0].cells if sheet.records else []
    line = sheet.records[0].line if sheet.records else 1
    faults = _header_faults(path, line, names, columns)
    if faults:
        return Table(faults=(*faults, *broken))
    rows: list[Row] = []
    unsound: list[Row] = []
    for record in sheet.records[1:]:
        row = _row(path, record.line, names, record.cells)
        wrong = _row_faults(row, names, record.cells, columns)
        faults += wrong
        if row.cells:
            (unsound if wrong else rows).append(row)
    return Table(tuple(rows), (*faults, *broken), tuple(unsound))


def _header_faults(path: Path, line: int, names: list[str], columns: Columns) -> list[Fault]:
    if not any(names):
        return [Fault(path, f"ist leer; erwartet wird eine Kopfzeile mit {', '.join(columns.required)}", line)]
    faults = [
        Fault(path, f"Spalte {name} fehlt; sie ist Pflicht", line) for name in columns.required if name not in names
    ]
    for place, name in enumerate(names, start=1):
        if name and name not in columns.all:
            faults.append(Fault(path, f"unbekannte Spalte {name!r}{suggestion(name, columns.all)}", line, place))
        elif name and name in names[: place - 1]:
            faults.append(Fault(path, f"Spalte {name} steht zweimal da", line, place))
    return faults


def _row(path: Path, line: int, names: list[str], values: list[str]) -> Row:
    cells = {
        name: Cell(value, name, path, line, place)
        for place, (name, value) in enumerate(zip(names, values, strict=False), start=1)
        if name and value
    }
    return Row(path, line, cells)


def _row_faults(row: Row, names: list[str], values: list[str], columns: Columns) -> list[Fault]:
    faults = [
        Fault(row.file, f"{value!r} steht unter keiner Spalte der Kopfzeile", row.line, place)
        for place, value in enumerate(values, start=1)
        if value and (place > len(names) or not names[place - 1])
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
