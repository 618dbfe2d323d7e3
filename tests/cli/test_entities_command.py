"""`kg entities` as an editor uses it: find, answer, build, undo."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.keys import ask_key
from kg.cli.main import cli
from kg.workspace import create_workspace

ARTICLE = """Außenministerin Greta Wolkenstein besuchte am Montag Kasachstan. Wolkenstein kritisierte Russland.

Präsident Jonas Brandner kritisierte am Dienstag Russland.
"""
OTHER = """Außenministerin Greta Wolkensteyn kritisierte am Mittwoch Russland.

Präsident Jonas Brandtner kritisierte Russland.
"""
PAIR = ("Greta Wolkenstein", "Greta Wolkensteyn")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("entities") / "w"
    create_workspace(folder)
    articles = folder / "seeds" / "articles"
    for article in articles.glob("*.md"):
        article.unlink()
    (articles / "eins.txt").write_text(ARTICLE, encoding="utf-8")
    (articles / "zwei.txt").write_text(OTHER, encoding="utf-8")
    run(folder, "build")
    return folder


@pytest.fixture
def workspace(built: Path) -> Path:
    """Return the workspace with its table as it was at first."""
    table = built / "seeds" / "curated" / "entities.csv"
    before = table.with_name("entities.first")
    if before.exists():
        table.write_bytes(before.read_bytes())
    else:
        before.write_bytes(table.read_bytes())
    return built


def run(folder: Path, *arguments: str, text: str = "", code: int = 0) -> Result:
    result = CliRunner().invoke(cli, ["-w", str(folder), *arguments], input=text)
    assert result.exit_code == code, result.output
    return result


def proposed(folder: Path, *options: str) -> list[str]:
    lines = run(folder, "entities", "merges", "--list", *options).stdout.splitlines()
    return [line[6:] for line in lines if not line.startswith(" ")]


def rows(folder: Path) -> list[str]:
    table = (folder / "seeds" / "curated" / "entities.csv").read_text(encoding="utf-8")
    return [line for line in table.splitlines() if "Greta" in line or "Jonas" in line]


def test_list_and_search(workspace: Path) -> None:
    listed = run(workspace, "entities", "list", "--provisional", "--type", "Person", "--document", "eins").stdout
    assert {"Greta Wolkenstein*", "Jonas Brandner*"} <= {line.split(None, 2)[2] for line in listed.splitlines()}
    assert "Kassym-Schomart Tokajew" in run(workspace, "entities", "search", "Qasym Toqayev").stdout
    assert "Zzyzx" in run(workspace, "entities", "search", "Zzyzx", code=1).stderr
    for wrong in (("--type", "Persn"), ("--document", "drei")):
        assert wrong[1] in run(workspace, "entities", "list", *wrong, code=1).stderr


def test_answers_from_a_pipe_are_kept(workspace: Path) -> None:
    first, second = proposed(workspace)
    assert all(name in first for name in PAIR)
    assert "Jonas" in second
    run(workspace, "entities", "merges", text="n\nu\n")
    assert [line.split(",,")[0] for line in rows(workspace)] == ["Greta Wolkenstein,Person", "Jonas Brandner,Person"]
    assert proposed(workspace) == []
    assert proposed(workspace, "--unsure") == [second]
    run(workspace, "entities", "merges", "--unsure", text="x q")  # no key, then the end
    assert proposed(workspace, "--unsure") == [second]


def test_a_merge_is_built_and_undone(workspace: Path) -> None:
    run(workspace, "entities", "merges", "--limit", "1", text="j")
    run(workspace, "build")
    card = run(workspace, "show", "Greta Wolkensteyn").stdout
    assert card.startswith("Greta Wolkenstein (Person)")
    assert "auch: Greta Wolkensteyn" in card
    assert "— eins" in card
    assert "— zwei" in card
    asked = "SELECT ?new { ent:Greta_Wolkensteyn dcterms:isReplacedBy ?new }"
    assert "ent:Greta_Wolkenstein" in run(workspace, "query", asked).stdout
    assert run(workspace, "validate").exit_code == 0
    run(workspace, "entities", "split", *reversed(PAIR))
    run(workspace, "build")
    assert run(workspace, "show", "Greta Wolkensteyn").stdout.startswith("Greta Wolkensteyn (Person)")
    assert "keine Antwort" in run(workspace, "entities", "split", *PAIR, code=1).stderr


def test_answers_for_scripts(workspace: Path) -> None:
    run(workspace, "entities", "different", *PAIR)
    assert not any(PAIR[0] in line for line in proposed(workspace))
    run(workspace, "entities", "same", *PAIR)
    assert "Greta Wolkensteyn" in rows(workspace)[0]
    for pair, why in ((("Russland", "Kasachstan"), "beide"), (("Greta Wolkenstein", "Russland"), "Staat")):
        assert why in run(workspace, "entities", "same", *pair, code=1).stderr


def test_a_faulty_table_stops_the_questions(workspace: Path) -> None:
    with (workspace / "seeds" / "curated" / "entities.csv").open("a", encoding="utf-8") as table:
        table.write("Nirgendland,Stat\n")
    assert "meinten Sie Staat" in run(workspace, "entities", "merges", "--list", code=1).stderr


def test_on_a_terminal_one_key_answers(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pressed = iter("xN")
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("click.getchar", lambda: next(pressed))
    assert ask_key("sure?", "yn") == "n"
    assert capsys.readouterr().out == "sure?: x\nsure?: N\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True
