"""CSV files as spreadsheets save them: every record with the text it stands as, so that one can be rewritten in place.

UTF-8 with or without BOM; comma, semicolon or tab; any line end; Excel's first line `sep=;`.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from kg.errors import Fault, FaultyInput

__all__ = ["Record", "Sheet", "delimiter_of", "read_sheet", "record_text", "write_sheet", "writing"]

_DELIMITERS: Final = ",;\t"
_SEPARATOR_LINE: Final = re.compile(r"\ufeff?(?:\"?sep=(?P<delimiter>.)\"?\r?\n)?", re.IGNORECASE)
_BLANKS: Final = re.compile(r"[ \u00a0\u202f\u2007]+")
_INVISIBLE: Final = str.maketrans("", "", "\u200b\ufeff\u00ad")
_ENCODINGS: Final = ((b"\xff\xfe", "UTF-16 („Unicode-Text“)"), (b"\xfe\xff", "UTF-16"), (b"", "Windows-1252"))


class Record(NamedTuple):
    """A record: the line it starts on, its cells, and the text it stands as with its line end."""

    line: int
    cells: list[str]
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file: what stands before the header (BOM, `sep=;`), its delimiter, its records with the header first.

    Where it cannot be read to its end, `fault` says why, and the records are those before.
    """

    lead: str = ""
    delimiter: str = ","
    records: tuple[Record, ...] = ()
    fault: Fault | None = None


def read_sheet(path: Path) -> Sheet:
    """Return the records of a CSV file. Raise OSError where it cannot be read."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        likely = next(name for mark, name in _ENCODINGS if content.startswith(mark))
        wrong = f"ist nicht als UTF-8 gespeichert, sondern wohl als {likely}; in Excel „CSV UTF-8“ wählen"
        return Sheet(fault=Fault(path, wrong, line))
    lead = _SEPARATOR_LINE.match(text)
    begin = lead.end() if lead else 0
    lines = list(io.StringIO(text[begin:], newline=""))
    header = lines[0] if lines else ""
    delimiter = (lead and lead["delimiter"]) or delimiter_of(header)
    records, fault = _records(path, lines, delimiter, text[:begin].count("\n"))
    return Sheet(text[:begin], delimiter, tuple(records), fault)


def delimiter_of(header: str) -> str:
    """Return what separates the cells of a table with this header: a comma, semicolon or tab."""
    return max(_DELIMITERS, key=header.count)


def record_text(sheet: Sheet, cells: Iterable[str]) -> str:
    """Return the text of a record in the file's own delimiter and line end, quoted only where it must be."""
    header = sheet.records[0].text
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=sheet.delimiter, lineterminator=_line_end(header) or "\n").writerow(cells)
    return buffer.getvalue()


def write_sheet(path: Path, sheet: Sheet, texts: Iterable[str]) -> None:
    """Write records by their texts behind what stood before the header; the file is whole at every moment.

    A last record without a line end gets one where another follows. Raise FaultyInput where it cannot be written.
    """
    *before, last = texts
    end = _line_end(sheet.records[0].text) or "\n"
    whole = "".join(text if _line_end(text) else text + end for text in before)
    beside = path.with_name(f".{path.name}.new")
    with writing(path):
        beside.write_bytes(f"{sheet.lead}{whole}{last}".encode())
        beside.replace(path)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Tell as a fault why a table cannot be written: the system refuses, or LibreOffice would write over it."""
    if path.with_name(f".~lock.{path.name}#").exists():
        raise _unwritable(path, "in LibreOffice geöffnet")
    try:
        yield
    except OSError as error:
        raise _unwritable(path, error.strerror or str(error)) from error


def _unwritable(path: Path, reason: str) -> FaultyInput:
    return FaultyInput((Fault(path, f"kann nicht geschrieben werden ({reason}); dort schließen oder freigeben"),))


def _records(path: Path, lines: list[str], delimiter: str, before: int) -> tuple[list[Record], Fault | None]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    records: list[Record] = []
    start = 0
    try:
        for cells in reader:
            text = "".join(lines[start : reader.line_num])
            records.append(Record(before + start + 1, [_clean(cell) for cell in cells], text))
            start = reader.line_num
    except csv.Error:
        wrong = "Anführungszeichen nicht geschlossen oder mitten in der Zelle"
        return records, Fault(path, wrong, before + start + 1)
    return records, None


def _clean(cell: str) -> str:
    """Return what a cell says: NFC, one plain blank where several or a hard one stand, nothing invisible."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", cell).translate(_INVISIBLE)).strip()


def _line_end(text: str) -> str:
    return text[len(text.rstrip("\r\n")) :]
