"""Decisions written into the file that keeps them, one row at a time, so that a crash loses none."""

from __future__ import annotations

from pathlib import Path

from kg.curate.decisions import COLUMNS, Decision
from kg.curate.sheets import Record, Sheet, read_sheet, record_text, writing
from kg.errors import Fault, FaultyInput

__all__ = ["append_decision", "withdraw_decision"]

_HEADER = Record(1, list(COLUMNS), ",".join(COLUMNS) + "\n")


def append_decision(path: Path, decision: Decision) -> None:
    """Write a decision behind the others, in the columns and with the separator that the file has; make it if needed.

    Raise FaultyInput where the file cannot be read or written, or lacks a column for what was decided.
    """
    with writing(path):
        sheet = _sheet(path)
        row = _row(path, sheet or Sheet(records=(_HEADER,)), decision)
        gap = "" if sheet is None or sheet.records[-1].text.endswith("\n") else "\n"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(f"{gap if sheet else _HEADER.text}{row}".encode())


def withdraw_decision(path: Path, decision: Decision) -> None:
    """Take back a decision that is the last row of the file; raise FaultyInput where it no longer is, or cannot be."""
    with writing(path):
        sheet = _sheet(path)
        row = _row(path, sheet, decision) if sheet else ""
        if sheet is None or sheet.records[-1].text != row:
            raise FaultyInput((Fault(path, "die Entscheidung ist nicht mehr die letzte Zeile; bitte dort ändern"),))
        with path.open("r+b") as file:
            file.truncate(path.stat().st_size - len(row.encode()))


def _sheet(path: Path) -> Sheet | None:
    """Return what the file holds, None where there is not even a header."""
    sheet = read_sheet(path) if path.exists() else Sheet()
    if sheet.fault:
        raise FaultyInput((sheet.fault,))
    return sheet if sheet.records else None


def _row(path: Path, sheet: Sheet, decision: Decision) -> str:
    names = sheet.records[0].cells
    lacking = [name for name, text in decision.cells.items() if text and name not in names]
    if lacking:
        raise FaultyInput((Fault(path, f"die Kopfzeile braucht noch: {', '.join(lacking)}", 1),))
    return record_text(sheet, (decision.cells.get(name, "") for name in names))
