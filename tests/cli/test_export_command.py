from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sample_graph import ONE, TWO, graph_of

from kg.cli.main import cli
from kg.store.build import build_store
from kg.workspace import create_workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the sample graph as its store."""
    made = create_workspace(tmp_path_factory.mktemp("export") / "w")
    (made.root / "kg.toml").write_text('base = "https://example.org/kg/"\n', encoding="utf-8")
    build_store(made.store, graph_of([ONE, TWO]))
    return made.root


def run(workspace: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["-w", str(workspace), "export", *arguments])


def test_the_list_names_every_format_once(workspace: Path) -> None:
    names = [line.split()[0] for line in run(workspace, "--list").output.splitlines()]
    assert len(names) == len(set(names))
    assert {"ttl", "ttl12", "nanopub", "jsonld", "gexf", "claims-csv", "claims-jsonl", "ftm", "dossier"} <= set(names)


@pytest.mark.parametrize("form", ["ttl12", "nanopub", "jsonld", "claims-csv", "claims-jsonl", "ftm", "gexf"])
def test_a_file_holds_what_standard_output_shows(form: str, workspace: Path, tmp_path: Path) -> None:
    shown = run(workspace, form)
    done = run(workspace, form, "-o", str(tmp_path / "file"))
    assert (shown.exit_code, done.exit_code) == (0, 0), done.output
    assert done.output == f"wrote: {tmp_path / 'file'}\n"
    assert (tmp_path / "file").read_bytes() == shown.stdout_bytes
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_dossier_is_about_the_entity_that_goes_by_the_name(workspace: Path) -> None:
    page = run(workspace, "dossier", "--entity", "tokajew").stdout
    assert page.startswith("# Kassym-Schomart Tokajew\n")
    assert "grenzt an" not in page


def test_records_are_of_one_entity_where_one_is_named(workspace: Path) -> None:
    lines = run(workspace, "claims-jsonl", "--entity", "Tokajew").stdout.splitlines()
    assert sorted(json.loads(line)["predicate"] for line in lines) == ["besucht", "kritisiert"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["pdf"], "unknown format 'pdf'"),
        (["ttl", "--entity", "Tokajew"], "--entity goes with claims-csv"),
        (["dossier"], "name it: --entity NAME"),
        (["dossier", "--entity", "Tokajev"], "nothing in the graph is called Tokajev"),
    ],
)
def test_a_mistake_is_told_in_one_line_and_leaves_no_file(
    arguments: list[str], message: str, workspace: Path, tmp_path: Path
) -> None:
    done = run(workspace, *arguments, "-o", str(tmp_path / "file"))
    assert done.exit_code == 1
    assert message in done.output
    assert done.output.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(workspace: Path, tmp_path: Path) -> None:
    done = run(workspace, "nt", "-o", str(tmp_path / "missing" / "file"))
    assert done.exit_code == 1
    assert "exports cannot be written" in done.output
