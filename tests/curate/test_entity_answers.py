"""Answers are written into a table that somebody keeps by hand: one row changes, every other byte stays."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.curate.answers import write_answer
from kg.curate.entities import ENTITY_COLUMNS
from kg.curate.merges import ANSWER_COLUMNS, DIFFERENT, SAME, UNSURE
from kg.curate.sheets import read_sheet
from kg.curate.tables import read_table
from kg.errors import FaultyInput
from kg.model.entity import Entity
from kg.model.identity import slug

PAPER = Entity("Ostblatt", "Ostblatt", "Medium", gender="n")
RADIO = Entity("Funk", "Der Funk, neu", "Medium", wikidata="Q7", gender="m", description="Sender; seit 1990")
FOUND = Entity("Zeitung_Ostblatt", "Zeitung Ostblatt", "Medium", provisional=True)
TABLE = 'label;"type";gender;;\r\n"Ostblatt";"Medium";n;;\r\n\r\nWestblatt;Medium;"n";;\r\n;;;;\r\n'
KEPT = '\r\n\r\nWestblatt;Medium;"n";;\r\n;;;;\r\n'


def answers(path: Path) -> dict[str, dict[str, str]]:
    """Return what the columns of answers say, by label."""
    table = read_table(path, ENTITY_COLUMNS)
    assert table.faults == ()
    return {
        row.text("label"): said
        for row in table.rows
        if (said := {column: row.text(column) for column in ANSWER_COLUMNS if row.text(column)})
    }


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "entities.csv"
    path.write_bytes(b"\xef\xbb\xbf" + TABLE.encode())
    return path


def test_one_row_changes_and_every_other_byte_stays(table: Path) -> None:
    assert write_answer(table, PAPER, FOUND, SAME)
    text = table.read_bytes().decode("utf-8")
    header, row, rest = text.partition("\r\n")[0], text.split("\r\n")[1], text.split("\r\n", 2)[2]
    assert header == '\ufefflabel;"type";gender;;;provisional;same_as;different_from;unsure'
    assert row == "Ostblatt;Medium;n;;;;Zeitung Ostblatt;;"
    assert "\r\n" + rest == KEPT


def test_an_entity_without_a_row_gets_one_at_the_end(table: Path) -> None:
    write_answer(table, RADIO, PAPER, DIFFERENT)
    write_answer(table, FOUND, PAPER, UNSURE)
    *before, radio, found, end = table.read_bytes().decode("utf-8").split("\r\n")
    assert before[1:] == TABLE.split("\r\n")[1:-1]
    assert next(csv.reader([radio], delimiter=";"))[0] == "Der Funk, neu"
    assert found.startswith("Zeitung Ostblatt;Medium;")
    assert end == ""
    rows = {row.text("label"): row for row in read_table(table, ENTITY_COLUMNS).rows}
    said = {name: rows["Der Funk, neu"].text(name) for name in ("id", "wikidata", "gender", "description")}
    assert said == {"id": "Funk", "wikidata": "Q7", "gender": "m", "description": "Sender; seit 1990"}
    assert [row.text("provisional") for row in rows.values()] == ["", "", "", "ja"]


def test_a_row_after_a_line_without_an_end_starts_a_new_line(table: Path) -> None:
    table.write_text("label,type\nOstblatt,Medium", encoding="utf-8")
    write_answer(table, FOUND, PAPER, SAME)
    assert answers(table) == {"Zeitung Ostblatt": {SAME: "Ostblatt"}}


def test_a_later_answer_takes_the_place_of_an_earlier_one_in_whichever_row(table: Path) -> None:
    for column in (UNSURE, DIFFERENT, SAME):
        write_answer(table, PAPER, FOUND, column)
        assert answers(table) == {"Ostblatt": {column: "Zeitung Ostblatt"}}
    write_answer(table, FOUND, PAPER, DIFFERENT)
    assert answers(table) == {"Zeitung Ostblatt": {DIFFERENT: "Ostblatt"}}


def test_several_names_share_a_cell_and_leave_it_one_by_one(table: Path) -> None:
    other = Entity("OB", "OB", "Medium", provisional=True)
    write_answer(table, PAPER, FOUND, SAME)
    write_answer(table, PAPER, other, SAME)
    assert answers(table) == {"Ostblatt": {SAME: "Zeitung Ostblatt|OB"}}
    assert write_answer(table, FOUND, PAPER, None)  # in either order
    assert answers(table) == {"Ostblatt": {SAME: "OB"}}
    assert not write_answer(table, PAPER, FOUND, None)


def test_the_same_answer_twice_leaves_the_file_alone(table: Path) -> None:
    write_answer(table, PAPER, FOUND, SAME)
    before = table.stat().st_mtime_ns, table.read_bytes()
    assert not write_answer(table, PAPER, FOUND, SAME)
    assert (table.stat().st_mtime_ns, table.read_bytes()) == before


def test_a_table_that_is_missing_or_empty_is_begun(tmp_path: Path) -> None:
    for name, content in (("missing.csv", None), ("empty.csv", "")):
        path = tmp_path / name
        if content is not None:
            path.write_text(content, encoding="utf-8")
        write_answer(path, PAPER, FOUND, SAME)
        assert answers(path) == {"Ostblatt": {SAME: "Zeitung Ostblatt"}}


def test_a_file_that_cannot_be_read_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "entities.csv"
    path.write_bytes("label,type\nÜberblatt,Medium\n".encode("cp1252"))
    before = path.read_bytes()
    with pytest.raises(FaultyInput, match=r"entities\.csv:2"):
        write_answer(path, PAPER, FOUND, SAME)
    assert path.read_bytes() == before


def test_a_table_that_is_open_in_libreoffice_is_not_written(table: Path) -> None:
    table.with_name(".~lock.entities.csv#").touch()
    before = table.read_bytes()
    with pytest.raises(FaultyInput, match="in LibreOffice geöffnet"):
        write_answer(table, PAPER, FOUND, SAME)
    assert table.read_bytes() == before


NAMES = st.text(st.characters(categories=["L"]) | st.sampled_from(' ,;"-.'), min_size=1, max_size=9).map(str.strip)


# The file is written anew for every example, so one temporary folder serves them all.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    labels=st.lists(NAMES.filter(lambda name: any(map(str.isalpha, name))), min_size=2, max_size=6, unique=True),
    delimiter=st.sampled_from(",;\t"),
    end=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    column=st.sampled_from(ANSWER_COLUMNS),
)
def test_whatever_the_table_an_answer_and_its_undoing_leave_all_other_rows(
    labels: list[str], delimiter: str, end: str, quoting: int, column: str, tmp_path: Path
) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([("label", "type"), *((label, "Medium") for label in labels)])
    path = tmp_path / "entities.csv"
    path.write_bytes(buffer.getvalue().encode())
    first = read_sheet(path).records
    label = first[1].cells[0]
    keep = Entity(slug(label), label, "Medium")
    rows = [record.text for record in first[2:]]
    write_answer(path, keep, FOUND, column)
    assert [record.text for record in read_sheet(path).records[2:]] == rows
    write_answer(path, keep, FOUND, None)
    assert [record.text for record in read_sheet(path).records[2:]] == rows
    assert answers(path) == {}
