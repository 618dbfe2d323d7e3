"""Faults of curated tables as a curator meets them: all at once, with place, nothing lost."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import cli
from kg.workspace import create_workspace

ROW = "Putin,besuchte,Kasachstann,2024-13-01\n"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    folder = tmp_path / "w"
    create_workspace(folder)
    for article in (folder / "seeds" / "articles").glob("*.md"):
        article.unlink()
    with (folder / "seeds" / "curated" / "ereignisse.csv").open("a", encoding="utf-8") as table:
        table.write(ROW)
    return folder


def test_every_fault_of_a_row_is_told_with_line_and_column(faulty: Path) -> None:
    result = CliRunner().invoke(cli, ["-w", str(faulty), "build"])
    assert result.exit_code == 1
    told = [line for line in result.stderr.splitlines() if "ereignisse.csv:" in line]
    assert {line.split("ereignisse.csv:")[1].split(": ")[1] for line in told} == {
        "predicate",
        "object",
        "from",
        "source",
    }
    assert "meinten Sie Kasachstan?" in result.stderr


def test_faults_are_told_before_the_first_build_and_nothing_else_can_be(faulty: Path, tmp_path: Path) -> None:
    told = CliRunner().invoke(cli, ["-w", str(faulty), "validate"])
    assert told.exit_code == 1
    places = [line.split("ereignisse.csv:")[1].split(": ")[0] for line in told.stdout.splitlines() if ".csv:" in line]
    assert places == sorted(places, key=lambda place: [int(part) for part in place.split(":")])
    assert len(places) == 4
    create_workspace(tmp_path / "sound")
    assert "kg build" in CliRunner().invoke(cli, ["-w", str(tmp_path / "sound"), "validate"]).stderr


def test_sound_rows_of_a_faulty_file_are_used_only_when_asked(faulty: Path) -> None:
    counts = {}
    for option in ("", "--keep-going"):
        said = CliRunner().invoke(cli, ["-w", str(faulty), "build", *([option] if option else [])]).stdout
        counts[option] = int(said.split(", ")[1].split()[0])
    assert 0 < counts[""] < counts["--keep-going"]


def test_validate_tells_the_same_faults_and_fails(faulty: Path) -> None:
    CliRunner().invoke(cli, ["-w", str(faulty), "build"])
    for form, sign in (("table", "ereignisse.csv:"), ("junit", "<failure")):
        result = CliRunner().invoke(cli, ["-w", str(faulty), "validate", "--format", form])
        assert result.exit_code == 1
        assert sign in result.stdout
    records = json.loads(CliRunner().invoke(cli, ["-w", str(faulty), "validate", "--format", "json"]).stdout)
    assert {"tables"} <= {record["check"] for record in records}
    assert all(record["line"] for record in records if record["check"] == "tables")
