"""`kg conflicts` on a workspace of two articles that contradict each other."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli
from kg.compare.kinds import KINDS

pytestmark = pytest.mark.xdist_group("conflicts")  # one workspace, built once

ARTICLES = {
    "besuch": "Am 3. März 2024 besuchte Finnlands Präsident Alexander Stubb Estland.",
    "spaeter": "Estland wies die Kritik am Bau einer Brücke nach Finnland zurück. Finnland ist Mitglied der Nato.",
    "wieder": "Am 5. Juni 2024 besuchte Finnlands Präsident Alexander Stubb Estland. Finnland gehört der Nato an.",
    "panzer": "Finnland liefert Panzer an die Ukraine.",
    "dementi": "Finnland liefert keine Panzer an die Ukraine, sagte Finnlands Präsident Alexander Stubb.",
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("conflicts") / "w"
    assert CliRunner().invoke(cli, ["init", str(folder)]).exit_code == 0
    articles = folder / "seeds" / "articles"
    for built_in in articles.glob("*.md"):
        built_in.unlink()
    for name, text in ARTICLES.items():
        (articles / f"{name}.txt").write_text(f"Veröffentlicht am 6. Juni 2024\n\n{text}\n", encoding="utf-8")
    assert CliRunner().invoke(cli, ["-w", str(folder), "build"]).exit_code == 0
    return folder


def ask(workspace: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["-w", str(workspace), "conflicts", *arguments])


def test_what_contradicts_is_told_and_notes_are_only_counted(workspace: Path) -> None:
    done = ask(workspace)
    assert done.exit_code == 0
    assert done.stdout.startswith("Widerspruch: verneint und bejaht: „liefert“ (Dementi: Alexander Stubb)\n")
    assert "verschiedene Ereignisse" not in done.stdout
    assert "verschiedene Ereignisse" in done.stderr
    assert "verschiedene Ereignisse: " in ask(workspace, "--all").stdout
    assert ask(workspace, "Nato").stdout == "nichts gefunden\n"


def test_a_kind_is_chosen_by_its_name(workspace: Path) -> None:
    done = ask(workspace, "--kind", "events", "--format", "json")
    assert [record["kind"] for record in json.loads(done.stdout)] == ["events"]
    wrong = ask(workspace, "--kind", "streit")
    assert wrong.exit_code == 2
    assert "choose one of contradiction, holders" in wrong.output


def test_kinds_are_listed_with_their_meaning(workspace: Path) -> None:
    lines = ask(workspace, "--list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(KINDS)
    assert lines[0] == "contradiction  Widerspruch: der eine sagt, was der andere bestreitet"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [(("Estland",), 1), (("Nato",), 0), (("--document", "besuch"), 1), (("--document", "spaeter"), 0)],
)
def test_an_entity_or_a_document_narrows_what_is_told(workspace: Path, arguments: tuple[str, ...], found: int) -> None:
    done = ask(workspace, *arguments, "--kind", "events", "--format", "csv")
    assert len({row["number"] for row in csv.DictReader(StringIO(done.stdout))}) == found


def test_support_is_what_independent_sources_share(workspace: Path) -> None:
    done = ask(workspace, "--support")
    assert "Übereinstimmung: gestützt von " in done.stdout
    assert "Finnland – ist Mitglied von – " in done.stdout
    assert ask(workspace, "--support", "--kind", "events").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "message"), [(("Atlantis",), "Atlantis"), (("--document", "nirgends"), "nirgends")]
)
def test_an_unknown_name_is_told_in_one_line(workspace: Path, arguments: tuple[str, ...], message: str) -> None:
    done = ask(workspace, *arguments)
    assert done.exit_code == 1
    assert message in done.output
    assert len(done.output.splitlines()) == 1
