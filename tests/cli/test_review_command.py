"""`kg review` as an editor meets it: keys in, a table out, effective with the next build."""

import csv
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.build import TOLD
from kg.cli.main import cli
from kg.curate.decisions import FIXABLE
from kg.model.review import ERROR_KINDS
from kg.show.review import KIND_LABELS, PART_LABELS
from kg.workspace import create_workspace

if sys.platform != "win32":
    import pty
    import termios

PATIENCE, TICK = 20.0, 0.01
"""Seconds to wait for a program on its terminal, and between two looks at it."""

pytestmark = [pytest.mark.xdist_group("review"), pytest.mark.slow]  # one workspace, built once, its copies again

ARTICLE = """Finnlands Präsident Alexander Stubb hat am Dienstag Estland besucht. \
Bundeskanzler Olaf Scholz kritisierte Ungarn. Karis lobte Finnland nicht. Frankreich unterstützt die Ukraine.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review") / "w"
    create_workspace(folder)
    articles = folder / "seeds" / "articles"
    shutil.rmtree(articles)
    articles.mkdir()
    (articles / "besuch.md").write_text(f"---\ntitle: Besuch\ndate: 2024-05-29\n---\n{ARTICLE}", encoding="utf-8")
    assert kg(folder, "build").exit_code == 0
    return folder


@pytest.fixture
def workspace(built: Path, tmp_path: Path) -> Path:
    """A built workspace of the test's own."""
    shutil.copytree(built, tmp_path / "w")
    return tmp_path / "w"


def kg(folder: Path, *arguments: str, keys: str | None = None) -> Result:
    done = CliRunner(env={"KG_REVIEWER": "Ada"}).invoke(cli, ["-w", str(folder), *arguments], input=keys)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def table(folder: Path) -> list[dict[str, str]]:
    path = folder / "seeds" / "curated" / "decisions.csv"
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines())) if path.exists() else []


def verdicts(folder: Path) -> list[tuple[str, str, str]]:
    return [(row["predicate"], row["verdict"], row["kind"]) for row in table(folder)]


def asked(said: str) -> list[str]:
    return [line.strip() for line in said.splitlines() if " – " in line and line.startswith("  ")]


def claim_id(folder: Path, predicate: str, document: str = "besuch") -> str:
    sparql = f"SELECT ?c {{ ?c a bn:Claim ; rdf:predicate bn:{predicate} ; dcterms:isPartOf doc:{document} }}"
    return kg(folder, "query", sparql, "--format", "csv").stdout.split()[1].rpartition("/")[2]


def test_all_kinds_and_parts_have_german_names() -> None:
    assert tuple(KIND_LABELS) == ERROR_KINDS
    assert set(PART_LABELS) == set(FIXABLE)


def test_one_key_decides_and_the_table_is_written(workspace: Path) -> None:
    said = kg(workspace, "review", "--document", "besuch", "--limit", "3", keys="r\nf\n7\ns\n")
    assert said.exit_code == 0
    assert len(asked(said.stdout)) == 3
    assert "[3 von 3]" in said.stdout
    assert "3 Entscheidungen stehen in" in said.stdout
    assert "kg build" in said.stdout
    assert [(row["verdict"], row["kind"], row["by"]) for row in table(workspace)] == [
        ("correct", "", "Ada"),
        ("wrong", "not-stated", "Ada"),
        ("later", "", "Ada"),
    ]
    again = kg(workspace, "review", "--document", "besuch", keys="q\n")
    assert asked(again.stdout)[0] not in asked(said.stdout)


def test_back_takes_the_last_decision_out_of_the_table(workspace: Path) -> None:
    said = kg(workspace, "review", "--predicate", "besucht", "--document", "besuch", keys="r\nz\n")
    assert asked(said.stdout) == asked(said.stdout)[:1]
    said = kg(workspace, "review", "--document", "besuch", keys="z\nr\nz\nf\nz\nf\n2\nq\n")
    assert "noch nichts entschieden" in said.stdout
    assert "zurückgenommen: richtig" in said.stdout
    first = asked(said.stdout)
    assert first[0] == first[1] == first[3]
    assert [row["kind"] for row in table(workspace)][1:] == ["wrong-predicate"]


def test_a_correction_is_asked_for_until_it_can_be_understood(workspace: Path) -> None:
    keys = "k\n\n\nLettlant\nLettland\n\n\n\n\n"
    said = kg(workspace, "review", claim_id(workspace, "besucht"), keys=keys)
    assert "Objekt: unbekannte Entität 'Lettlant'; meinten Sie Lettland?" in said.stdout
    (row,) = table(workspace)
    assert (row["verdict"], row["object"], row["new_object"], row["new_subject"]) == ("fix", "Estland", "Lettland", "")


@pytest.mark.parametrize("keys", ["k\nz\nq\n", "k\n.\nq\n", "f\nz\nq\n", "f\n", "k\nlobt\n", "?\nx\n"])
def test_whoever_goes_back_or_stops_has_decided_nothing(workspace: Path, keys: str) -> None:
    assert kg(workspace, "review", claim_id(workspace, "besucht"), keys=keys).exit_code == 0
    assert table(workspace) == []


def test_decisions_take_effect_with_the_next_build_and_survive_a_changed_text(workspace: Path) -> None:
    visit, support = claim_id(workspace, "besucht"), claim_id(workspace, "unterstuetzt")
    criticism = claim_id(workspace, "kritisiert")
    for arguments in (
        (visit, "--verdict", "fix", "--set", "object=Lettland", "--set", "time=2024-05-28"),
        (f"claim:{criticism}", "--verdict", "wrong", "--kind", "not-stated", "--note", "Ironie"),
        (support, "--verdict", "correct"),
    ):
        assert kg(workspace, "review", *arguments).exit_code == 0
    article = workspace / "seeds" / "articles" / "besuch.md"
    text = article.read_text(encoding="utf-8").replace("Finnlands Präsident", "Es war kühl. Der finnische Präsident")
    article.write_text(text.replace("Frankreich unterstützt", "Frankreich unterstützt weiter"), encoding="utf-8")
    done = kg(workspace, "build")
    assert (done.exit_code, done.stderr) == (0, "")
    stubb = kg(workspace, "show", "Stubb").stdout
    assert "Lettland [2024-05-28]" in stubb
    assert "berichtigt von Ada am" in stubb
    assert "gelesen worden war: Alexander Stubb – besucht – Estland" in stubb
    assert "geprüft von Ada am" in kg(workspace, "show", "Frankreich").stdout
    assert "kritisiert" not in kg(workspace, "show", "Ungarn").stdout
    rejected = kg(workspace, "review", "--rejected").stdout
    assert "Ada: falsch (steht nicht da): Olaf Scholz – kritisiert – Ungarn" in rejected
    assert "Ironie" in rejected
    assert "Lettland" in kg(workspace, "review", "--list").stdout
    findings = kg(workspace, "validate", "--format", "json").stdout
    assert "decision-without-effect" not in findings
    assert "triple-in-two-graphs" not in findings
    assert asked(kg(workspace, "review", "--predicate", "besucht", "--document", "besuch", keys="").stdout) == []


def test_a_rejection_can_be_taken_back_after_the_build(workspace: Path) -> None:
    criticism = claim_id(workspace, "kritisiert")
    kg(workspace, "review", criticism, "--verdict", "wrong")
    kg(workspace, "build")
    assert kg(workspace, "review", criticism, keys="r\n").exit_code == 1
    assert kg(workspace, "review", criticism, "--verdict", "correct").exit_code == 0
    kg(workspace, "build")
    assert claim_id(workspace, "kritisiert") == criticism
    assert kg(workspace, "review", "--rejected").stdout == "keine Entscheidungen\n"


def test_decisions_that_fit_nothing_are_told_a_few_at_a_time_and_kept(workspace: Path) -> None:
    kg(workspace, "review", claim_id(workspace, "besucht"), "--verdict", "wrong")
    kg(workspace, "review", "--document", "besuch", keys="f\n7\n" * 9)
    before = table(workspace)
    assert len(before) > TOLD
    article = workspace / "seeds" / "articles" / "besuch.md"
    article.write_text("Spanien lobte Portugal.", encoding="utf-8")
    done = kg(workspace, "build")
    assert done.exit_code == 0
    *hints, rest = done.stderr.splitlines()
    assert len(hints) == TOLD
    assert hints[0].startswith("Hint: ")
    assert "decisions.csv:2: passt auf keine Aussage mehr: Alexander Stubb – besucht – Estland" in hints[0]
    assert rest == f"Hint: weitere {len(before) - TOLD} passen nicht mehr; alle nennt: kg validate"
    findings = [line for line in kg(workspace, "validate").stdout.splitlines() if "decision-without-effect" in line]
    assert len(findings) == len(before)
    assert "decisions.csv:2" in findings[0]
    assert table(workspace) == before


def test_a_faulty_table_is_told_with_its_line_and_its_sound_rows_count(workspace: Path) -> None:
    kg(workspace, "review", claim_id(workspace, "besucht"), "--verdict", "wrong")
    path = workspace / "seeds" / "curated" / "decisions.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.splitlines()[1].replace(",wrong,", ",falsch,") + "\n", encoding="utf-8")
    for command in ("build", "review"):
        done = kg(workspace, command)
        assert done.exit_code == 1
        assert "decisions.csv:3:3: verdict: 'falsch' passt nicht" in done.stderr
    assert "besucht – Estland" not in kg(workspace, "show", "Stubb").stdout


def test_a_table_open_elsewhere_is_told_and_nothing_is_lost(workspace: Path) -> None:
    kg(workspace, "review", claim_id(workspace, "besucht"), "--verdict", "wrong")
    (workspace / "seeds" / "curated" / ".~lock.decisions.csv#").touch()
    done = kg(workspace, "review", "--document", "besuch", keys="r\n")
    assert done.exit_code == 1
    assert "in LibreOffice geöffnet" in done.stderr
    assert len(table(workspace)) == 1


@pytest.mark.parametrize(
    ("arguments", "message", "code"),
    [
        (["--verdict", "wrong"], "needs the id of a CLAIM", 2),
        (["x", "--verdict", "correct", "--kind", "not-stated"], "--kind goes with --verdict wrong", 2),
        (["x", "--verdict", "fix"], "--set and --verdict fix go together", 2),
        (["x", "--verdict", "wrong"], "no claim of the graph has the id x", 1),
        (["{claim}", "--verdict", "fix", "--set", "objekt=Lettland"], "meinten Sie object?", 1),
        (["{claim}", "--verdict", "fix", "--set", "object=Lettlant"], "meinten Sie Lettland?", 1),
        (["{claim}", "--verdict", "fix", "--set", "time=gestern"], "Zeit: 'gestern' ist kein Datum", 1),
        (["{row}", "--verdict", "wrong"], "is a row, not read from a text; change it in seeds/curated/staaten.csv", 1),
        (["--entity", "Lettlant"], "meinten Sie Lettland", 1),
    ],
)
def test_mistakes_are_told_in_one_line_and_nothing_is_written(
    built: Path, arguments: list[str], message: str, code: int
) -> None:
    ids = {"claim": claim_id(built, "besucht"), "row": claim_id(built, "hauptstadtVon", "staaten.csv")}
    done = kg(built, "review", *(argument.format(**ids) for argument in arguments))
    assert done.exit_code == code
    assert message in done.stderr
    assert table(built) == []


def test_the_builtin_example_cannot_be_reviewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["review"])
    assert done.exit_code == 1
    assert "kg init" in done.stderr


def conversation(master: int, keys: str) -> Iterator[str]:
    """Yield what a program writes to its terminal; each time it asks, press the next key."""
    waiting, seen = list(keys), ""
    while select.select([master], [], [], PATIENCE)[0]:
        try:
            said = os.read(master, 4096).decode("utf-8", errors="replace")
        except OSError:  # how Linux tells that the program has closed its terminal
            return
        yield said
        seen += said
        if waiting and seen.endswith((" Ende: ", "zurück: ")) and takes_single_keys(master):
            os.write(master, waiting.pop(0).encode())
            seen = ""


def takes_single_keys(master: int) -> bool:
    """Tell, once the program has had time for it, whether its terminal hands over keys without a return."""
    tries = range(int(PATIENCE / TICK))
    return any(not termios.tcgetattr(master)[3] & termios.ICANON or select.select([], [], [], TICK)[0] for _ in tries)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are a Unix thing")
def test_on_a_terminal_a_key_needs_no_return(workspace: Path) -> None:
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "kg", "-w", str(workspace), "review", "--document", "besuch"]
    environment = os.environ | {"KG_REVIEWER": "Ada"}
    program = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment)
    os.close(slave)
    said = "".join(conversation(master, "rf5zq"))
    program.kill()
    program.wait()
    os.close(master)
    assert "zurückgenommen: falsch" in said
    assert "1 Entscheidung steht in" in said
    assert [row["verdict"] for row in table(workspace)] == ["correct"]
