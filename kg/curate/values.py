"""Dates and amounts as they stand in table cells."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from kg.annotate.numbers import read_digits
from kg.annotate.times.values import Bounds, bounds
from kg.curate.tables import Cell, Row
from kg.errors import Fault
from kg.model.claim import When
from kg.model.reading import Quantity

__all__ = ["OPEN_END", "OPEN_START", "read_choice", "read_day", "read_period", "read_quantity", "read_when"]

# Both bounds of a time are always there, so that a date filter needs no case analysis.
OPEN_START: Final = date.min
OPEN_END: Final = date.max

_OPEN: Final = ".."  # EDTF, level 1: an open end of an interval
_ISO: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_GERMAN: Final = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})")
_AMOUNT: Final = re.compile(r"(?P<comparator>~|<=|>=|<|>|≤|≥)?\s*(?P<minus>[-−])?(?P<digits>\d.*)")
_COMPARATORS: Final = {"≤": "<=", "≥": ">="}


def read_when(row: Row, kind: str, faults: list[Fault]) -> When | None:
    """Return the time from the cells `from` and `until`, None where both are empty.

    An empty `until` of a relation leaves the end open; an event or a measure then lies within `from`.
    """
    start, end = _date(row.cells.get("from"), faults), _date(row.cells.get("until"), faults)
    if start is None and end is None:
        return None
    if start and (start == end or (end is None and kind != "relation")):
        return When(start[0], *start[1])
    first = start[1][0] if start else OPEN_START
    last = end[1][1] if end else OPEN_END
    if first > last:
        faults.append(row.cells["until"].fault(f"{row.text('until')} liegt vor {row.text('from')} (from)"))
    return When(f"{start[0] if start else _OPEN}/{end[0] if end else _OPEN}", first, last)


def read_period(cell: Cell, faults: list[Fault]) -> When | None:
    """Return the time from one cell: a day, month or year, or two of them with `/` between, `..` for an open end."""
    start, slash, end = cell.text.partition("/")
    ends = {name: replace(cell, text=text.strip()) for name, text in (("from", start), ("until", end))}
    stated = {name: end for name, end in ends.items() if end.text not in ("", _OPEN)}
    return read_when(Row(cell.file, cell.line, stated), "relation" if slash else "event", faults)


def read_day(cell: Cell | None, faults: list[Fault]) -> date | None:
    """Return the day in a cell, None where there is no cell or, with a fault, no day in it."""
    found = _date(cell, faults)
    if cell and found and found[1][0] != found[1][1]:
        faults.append(cell.fault(f"{cell.text!r} ist kein Tag; erwartet wird 2019-03-20 oder 20.3.2019"))
        return None
    return found[1][0] if found else None


def read_choice(cell: Cell | None, allowed: tuple[str, ...], faults: list[Fault]) -> str:
    """Return the text of a cell, which must be one of these; the first of them where there is no cell."""
    if cell and cell.text not in allowed:
        *most, last = filter(None, allowed)
        faults.append(cell.fault(f"{cell.text!r} passt nicht; erwartet wird {', '.join(most)} oder {last}"))
    return cell.text if cell else allowed[0]


def read_quantity(row: Row, faults: list[Fault]) -> Quantity | None:
    """Return the amount from the cells `quantity` and `unit`, None where both are empty."""
    cell, unit = row.cells.get("quantity"), row.cells.get("unit")
    if cell is None or unit is None:
        if cell:
            faults.append(cell.fault("Einheit fehlt; sie gehört in die Spalte unit (km, USD, %, Tote …)"))
        if unit:
            faults.append(unit.fault("Zahl fehlt; sie gehört in die Spalte quantity"))
        return None
    match = _AMOUNT.fullmatch(cell.text)
    value = read_digits(match["digits"]) if match else None
    if match is None or value is None:
        faults.append(cell.fault(f"{cell.text!r} ist keine Zahl; erwartet wird etwa 7644, 24,2 oder ~28.000.000"))
        return None
    comparator = match["comparator"] or "="
    signed = -value if match["minus"] else value
    return Quantity(0, 0, signed, unit.text, _COMPARATORS.get(comparator, comparator), f"{cell.text} {unit.text}")


def _date(cell: Cell | None, faults: list[Fault]) -> tuple[str, Bounds] | None:
    if cell is None:
        return None
    german = _GERMAN.fullmatch(cell.text)
    value = f"{german['year']}-{int(german['month']):02}-{int(german['day']):02}" if german else cell.text
    found = bounds(value) if _ISO.fullmatch(value) else None
    if found is None:
        expected = "2019-03-20, 20.3.2019, 2019-03 oder 2019"
        faults.append(cell.fault(f"{cell.text!r} ist kein Datum; erwartet wird {expected}"))
        return None
    return value, found
