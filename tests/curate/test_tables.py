import csv
import io
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.curate.tables import Columns, read_table

COLUMNS = Columns(("a", "b"), ("c",))
# Cells as people type them, line ends, quotes and delimiters included; what is invisible has a test of its own.
CELLS = st.text(st.characters(exclude_categories=["C", "Zs"]) | st.sampled_from('\n",;\t '), max_size=12)
FILLED = CELLS.filter(lambda text: bool(text.strip()))


# The file is written anew for every example, so one temporary folder serves them all.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(FILLED, FILLED, CELLS), max_size=6),
    delimiter=st.sampled_from(",;\t"),
    end=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["utf-8", "utf-8-sig"]),
)
def test_what_a_spreadsheet_writes_is_read_with_its_places(
    rows: list[tuple[str, str, str]], delimiter: str, end: str, mark: str, tmp_path: Path
) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end)
    lines = []
    for row in (("a", "b", "c"), *rows):
        lines.append(buffer.getvalue().count("\n") + 1)
        writer.writerow(row)
    path = tmp_path / "table.csv"
    path.write_bytes(buffer.getvalue().encode(mark))
    table = read_table(path, COLUMNS)
    assert table.faults == ()
    wanted = [[re.sub(" +", " ", unicodedata.normalize("NFC", cell)).strip() for cell in row] for row in rows]
    assert [[row.text(name) for name in "abc"] for row in table.rows] == wanted
    assert [row.line for row in table.rows] == lines[1:]
    assert all(row.cells["b"].column == 2 for row in table.rows)


def test_empty_rows_are_no_statements(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a,b\n\n,\n1,2\n", encoding="utf-8")
    table = read_table(path, COLUMNS)
    assert [row.line for row in table.rows] == [4]
    assert table.faults == ()


@pytest.mark.parametrize(
    ("content", "line", "cells"),
    [
        ("a,b\n1,2\n", 2, ("1", "2")),
        ("\ufeffsep=;\r\na;b\r\n1;2\r\n", 3, ("1", "2")),  # Excel says which delimiter it wrote
        ('"sep=\t"\na\tb\n1\t2\n', 3, ("1", "2")),
        ("a;b;;\r\n1;2;;\r\n;;;\r\n", 2, ("1", "2")),  # columns and rows that were formatted and left empty
        ("a;b\r1;2\r", 2, ("1", "2")),  # the Macintosh of old
        ("a;b\n1,5;2,5", 2, ("1,5", "2,5")),
        (
            "a,b\nWladimir\u00a0Putin,Kassym\u00adSchomart\u200b  Tokajew\n",
            2,
            ("Wladimir Putin", "KassymSchomart Tokajew"),
        ),
        ('a,b\n"eine\r\nzweite","mit ""Zitat"""\n', 2, ("eine\r\nzweite", 'mit "Zitat"')),
    ],
)
def test_habits_of_spreadsheets(content: str, line: int, cells: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content.encode())
    table = read_table(path, COLUMNS)
    assert table.faults == ()
    (row,) = table.rows
    assert (row.line, row.text("a"), row.text("b")) == (line, *cells)


@pytest.mark.parametrize(("encoding", "line", "named"), [("cp1252", 3, "Windows-1252"), ("utf-16", 1, "UTF-16")])
def test_another_encoding_is_named_with_its_line(encoding: str, line: int, named: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("a,b\n1,2\nGrößen,Süden\n".encode(encoding))
    (fault,) = read_table(path, COLUMNS).faults
    assert fault.line == line
    assert named in fault.message


def test_a_fault_of_the_header_stands_where_the_header_stands(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("sep=;\na;b;d\n1;2;3\n", encoding="utf-8")
    (fault,) = read_table(path, COLUMNS).faults
    assert (fault.line, fault.column) == (2, 3)
