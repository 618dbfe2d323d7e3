import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_graph import KASACHSTAN, RUSSLAND, TOKAJEW, claim

from kg.claim.wording import Said
from kg.curate.decision_file import append_decision, withdraw_decision
from kg.curate.decisions import COLUMNS, FIXABLE, Decision, read_decisions, undecided
from kg.curate.tables import Cell
from kg.errors import Fault, FaultyInput
from kg.model.claim import MODALITIES, POLARITIES
from kg.model.review import ERROR_KINDS, VERDICTS

DATA = Path(__file__).parent / "data" / "decisions"


def as_read(text: str) -> str:
    """The form in which texts and tables are read: composed characters, single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


TEXT = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=30).map(as_read)
NAME = TEXT.filter(bool)
SENTENCE = NAME.filter(lambda text: "||" not in text)
SAID = st.builds(
    Said, NAME, NAME, NAME, st.sampled_from(POLARITIES), st.sampled_from(MODALITIES), TEXT, TEXT, details=TEXT
)
NEW = {"polarity": st.sampled_from(POLARITIES), "modality": st.sampled_from(MODALITIES)}
FIXES = st.fixed_dictionaries({}, optional={part: NEW.get(part, NAME) for part in FIXABLE}).filter(bool)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    verdict = draw(st.sampled_from(VERDICTS))
    found = draw(FIXES) if verdict == "fix" else {}
    return Decision(
        claim=draw(st.text("0123456789abcdef", min_size=16, max_size=16)),
        document=draw(NAME),
        sentences=tuple(draw(st.lists(SENTENCE, max_size=2))),
        said=draw(SAID),
        verdict=verdict,
        kind=draw(st.sampled_from(("", *ERROR_KINDS))),
        fixes=tuple((part, Cell(found[part], f"new_{part}", Path())) for part in FIXABLE if part in found),
        by=draw(TEXT),
        day=draw(st.none() | st.dates()),
        note=draw(TEXT),
        rule=draw(TEXT),
    )


BORDER = replace(undecided(claim("a", KASACHSTAN, "grenztAn", RUSSLAND)), verdict="wrong", kind="not-stated", by="Ada")
VISIT = replace(undecided(claim("a", TOKAJEW, "besucht", RUSSLAND)), verdict="correct", day=date(2024, 5, 3))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "decisions.csv"


def read(path: Path) -> list[Decision]:
    faults: list[Fault] = []
    found = read_decisions(path, faults)
    assert faults == []
    return list(found)


def ids(found: list[Decision]) -> list[str]:
    return [decision.id for decision in found]


@given(st.lists(decisions(), min_size=1, max_size=4))
def test_decisions_come_back_from_their_table_unchanged(
    tmp_path_factory: pytest.TempPathFactory, given_: list[Decision]
) -> None:
    path = tmp_path_factory.mktemp("decisions") / "decisions.csv"
    for decision in given_:
        append_decision(path, decision)
    found = read(path)
    assert [decision.cells for decision in found] == [decision.cells for decision in given_]
    assert ids(found) == ids(given_)


def test_a_table_as_a_spreadsheet_saves_it() -> None:
    right, wrong, fixed = read(DATA / "valid.csv")
    assert (right.verdict, right.claim, right.day, right.line) == ("correct", "00000000000000a1", date(2024, 5, 3), 2)
    assert (wrong.verdict, wrong.claim, wrong.note) == ("wrong", "00000000000000a2", "steht nicht da")
    assert [(part, cell.text) for part, cell in fixed.fixes] == [("object", "roter Bernstein")]


def test_every_fault_is_told_and_sound_rows_still_count() -> None:
    faults: list[Fault] = []
    path = DATA / "invalid.csv"
    found = read_decisions(path, faults)
    expected = (DATA / "faults.txt").read_text(encoding="utf-8").splitlines()
    assert [str(fault).removeprefix(f"{path}:") for fault in faults] == expected
    assert [decision.line for decision in found] == [11]


def test_a_missing_table_holds_no_decisions(table: Path) -> None:
    assert read(table) == []


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_row_is_added_in_the_form_the_file_has(table: Path, start: str, delimiter: str, end: str) -> None:
    header = delimiter.join(reversed(COLUMNS))
    row = delimiter.join(BORDER.cells[name] for name in reversed(COLUMNS))
    table.write_bytes(f"{start}{header}\r\n{row}{end}".encode())
    before = table.read_bytes()
    append_decision(table, VISIT)
    assert table.read_bytes().startswith(before)
    assert ids(read(table)) == [BORDER.id, VISIT.id]


def test_a_column_for_what_was_decided_must_be_there(table: Path) -> None:
    table.write_text(",".join(name for name in COLUMNS if name != "kind") + "\n", encoding="utf-8")
    append_decision(table, VISIT)
    with pytest.raises(FaultyInput, match="kind"):
        append_decision(table, BORDER)
    assert ids(read(table)) == [VISIT.id]


def test_the_last_decision_can_be_withdrawn_and_no_other(table: Path) -> None:
    append_decision(table, BORDER)
    before = table.read_bytes()
    append_decision(table, VISIT)
    with pytest.raises(FaultyInput, match="letzte Zeile"):
        withdraw_decision(table, BORDER)
    withdraw_decision(table, VISIT)
    assert table.read_bytes() == before


def test_a_table_open_in_libreoffice_is_left_alone(table: Path) -> None:
    append_decision(table, BORDER)
    table.with_name(".~lock.decisions.csv#").touch()
    for change in (append_decision, withdraw_decision):
        with pytest.raises(FaultyInput, match="LibreOffice"):
            change(table, BORDER)
    assert ids(read(table)) == [BORDER.id]


def test_a_place_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "datei").touch()
    with pytest.raises(FaultyInput, match=r"decisions\.csv: kann nicht geschrieben werden"):
        append_decision(tmp_path / "datei" / "decisions.csv", BORDER)


def test_a_table_that_is_no_csv_is_left_as_it_is(table: Path) -> None:
    content = "date;by;verdict\n;Jürgen;wrong\n".encode("cp1252")
    table.write_bytes(content)
    for change in (append_decision, withdraw_decision):
        with pytest.raises(FaultyInput, match="UTF-8"):
            change(table, BORDER)
    assert table.read_bytes() == content


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    append_decision(tmp_path / "neu" / "decisions.csv", BORDER)
    assert ids(read(tmp_path / "neu" / "decisions.csv")) == [BORDER.id]


def test_the_columns_are_those_of_the_readme() -> None:
    page = (Path(__file__).parents[2] / "seeds" / "curated" / "README.md").read_text(encoding="utf-8")
    missing = [name for name in COLUMNS if f"`{name}`" not in page and not name.startswith("new_")]
    assert missing == []
