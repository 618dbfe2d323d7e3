"""Decisions written into the file that keeps them, one row at a time, so that a crash loses none."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from kg.curate.decisions import COLUMNS, Decision
from kg.curate.sheets import delimiter_of
from kg.errors import Fault, FaultyInput

__all__ = ["append_decision", "withdraw_decision"]


def append_decision(path: Path, decision: Decision) -> None:
    """Write a decision behind the others, in the columns and with the separator that the file has; make it if needed.

    Raise FaultyInput where the file cannot be written or lacks a column for what was decided.
    """
    _refuse_while_open(path)
    try:
        before = path.read_bytes() if path.exists() else b""
        with path.open("ab") as file:
            file.write(_addition(path, before, decision))
    except OSError as error:
        raise _unwritable(path, error.strerror or str(error)) from error


def withdraw_decision(path: Path, decision: Decision) -> None:
    """Take back a decision that is the last row of the file; raise FaultyInput where it no longer is, or cannot be."""
    _refuse_while_open(path)
    try:
        content = path.read_bytes()
        row = _row(path, content, decision)
        if not content.endswith(row):
            raise FaultyInput((Fault(path, "die Entscheidung ist nicht mehr die letzte Zeile; bitte dort ändern"),))
        with path.open("r+b") as file:
            file.truncate(len(content) - len(row))
    except OSError as error:
        raise _unwritable(path, error.strerror or str(error)) from error


def _addition(path: Path, before: bytes, decision: Decision) -> bytes:
    if not before.strip(b"\xef\xbb\xbf\r\n "):
        return _line(COLUMNS, ",") + _line(tuple(decision.cells.values()), ",")
    gap = b"" if before.endswith(b"\n") else b"\n"
    return gap + _row(path, before, decision)


def _row(path: Path, content: bytes, decision: Decision) -> bytes:
    header = content.decode("utf-8-sig", errors="replace").partition("\n")[0]
    delimiter = delimiter_of(header)
    names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter))]
    lacking = [name for name, text in decision.cells.items() if text and name not in names]
    if lacking:
        raise FaultyInput((Fault(path, f"die Kopfzeile braucht noch: {', '.join(lacking)}", 1),))
    return _line(tuple(decision.cells.get(name, "") for name in names), delimiter)


def _line(values: tuple[str, ...], delimiter: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerow(values)
    return text.getvalue().encode("utf-8")


def _refuse_while_open(path: Path) -> None:
    """Refuse while LibreOffice has the file open: saving there would overwrite what is added here."""
    if path.with_name(f".~lock.{path.name}#").exists():
        raise _unwritable(path, "in LibreOffice geöffnet")


def _unwritable(path: Path, reason: str) -> FaultyInput:
    return FaultyInput((Fault(path, f"kann nicht geschrieben werden ({reason}); dort schließen oder freigeben"),))
