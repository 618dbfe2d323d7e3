import csv
import io
import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.curate.tables import Columns, read_table

COLUMNS = Columns(("a", "b"), ("c",))
# Cells as people type them, line ends, quotes and delimiters included; a table itself never holds control characters.
CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n",;'), max_size=12)
FILLED = CELLS.filter(lambda text: bool(text.strip()))


# The file is written anew for every example, so one temporary folder serves them all.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(FILLED, FILLED, CELLS), max_size=6),
    delimiter=st.sampled_from(",;"),
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
    wanted = [[unicodedata.normalize("NFC", cell).strip() for cell in row] for row in rows]
    assert [[row.text(name) for name in "abc"] for row in table.rows] == wanted
    assert [row.line for row in table.rows] == lines[1:]
    assert all(row.cells["b"].column == 2 for row in table.rows)


def test_empty_rows_are_no_statements(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a,b\n\n,\n1,2\n", encoding="utf-8")
    table = read_table(path, COLUMNS)
    assert [row.line for row in table.rows] == [4]
    assert table.faults == ()
