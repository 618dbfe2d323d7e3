"""The whole road through the real command: made and built in processes of their own, asked in this one."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import cli

pytestmark = pytest.mark.xdist_group("road")  # one workspace, built once

ARTICLE = """Finnlands Präsident Alexander Stubb hat am Dienstag Estland besucht. In Tallinn traf er den estnischen \
Präsidenten Alar Karis. „Finnland unterstützt die Erweiterung der Europäischen Union“, sagte Stubb. \
Karis forderte, die Grenze besser zu schützen. Der Handel zwischen Finnland und Estland wuchs 2023 auf 5 Milliarden \
Euro.
"""
CLAIM_KEYS = {
    "id",
    "document",
    "subject",
    "predicate",
    "object",
    "speaker",
    "polarity",
    "modality",
    "time",
    "time_text",
    "quantity",
    "qualifiers",
    "sentence",
    "sentence_start",
    "sentence_end",
    "start",
    "end",
    "rule",
    "confidence",
}


def kg(*arguments: object, cwd: Path, text: str | None = None, code: int = 0) -> str:
    """Run the command in this process and return what it prints; fail on another exit code, and on a bug."""
    with chdir(cwd):
        done = CliRunner(env=environment(cwd)).invoke(cli, [*map(str, arguments)], input=text)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == code, done.output
    return done.stdout if code == 0 else done.output


def kg_process(*arguments: object, cwd: Path) -> str:
    """Run the command as a user does, in a process of its own, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | environment(cwd),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def environment(folder: Path) -> dict[str, str]:
    """Return a cache folder of the test's own and the width of a wide terminal."""
    return {"XDG_CACHE_HOME": str(folder / "cache"), "COLUMNS": "200"}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace made by the command, with one article instead of the built-in ones, built."""
    folder = tmp_path_factory.mktemp("road")
    kg_process("init", "w", cwd=folder)
    articles = folder / "w" / "seeds" / "articles"
    shutil.rmtree(articles)
    articles.mkdir()
    (articles / "besuch.md").write_text(f"---\ntitle: Besuch\ndate: 2024-05-29\n---\n{ARTICLE}", encoding="utf-8")
    kg_process("-w", "w", "build", cwd=folder)
    return folder / "w"


def test_build_says_where_the_graph_is(workspace: Path) -> None:
    said = kg("build", cwd=workspace)
    assert str(workspace / "exports" / "graph.html") in said
    assert "1 articles" in said


def test_building_twice_gives_the_same_bytes(workspace: Path) -> None:
    exports = workspace / "exports"
    before = {name: (exports / name).read_bytes() for name in ("graph.ttl", "graph.html")}
    kg("build", cwd=workspace)
    assert before == {name: (exports / name).read_bytes() for name in before}


def test_claims_as_json_lines_keep_the_contract(workspace: Path) -> None:
    path = workspace / "seeds" / "articles" / "besuch.md"
    claims = [json.loads(line) for line in kg("extract", path, "--format", "jsonl", cwd=workspace).splitlines()]
    reading = json.loads(kg("annotate", path, "--format", "jsonl", cwd=workspace))
    assert claims
    for claim in claims:
        assert set(claim) >= CLAIM_KEYS
        assert claim["document"] == str(path)
        assert reading["text"][claim["sentence_start"] : claim["sentence_end"]] == claim["sentence"]
        assert claim["sentence_start"] <= claim["start"] < claim["end"] <= claim["sentence_end"]
        assert set(claim["subject"]) == {"id", "label", "type", "mention", "aliases"}
    facts = {(c["subject"]["label"], c["predicate"], c["object"]["label"]) for c in claims}
    assert ("Alexander Stubb", "besucht", "Estland") in facts


def test_reading_as_json_lines_keeps_the_contract(workspace: Path) -> None:
    reading = json.loads(
        kg("annotate", "-", "--format", "jsonl", "--published", "2024-05-29", cwd=workspace, text=ARTICLE)
    )
    assert set(reading) >= {"doc", "text", "sentences", "entities", "times", "quantities", "quotations", "clauses"}
    assert reading["text"] == ARTICLE
    assert {"Finnland", "Estland"} <= {entity["label"] for entity in reading["entities"]}
    assert {"start", "end", "type", "value"} <= set(reading["times"][0])
    assert any(quantity["value"] == 5e9 and quantity["unit"] == "EUR" for quantity in reading["quantities"])
    assert set(reading["quotations"][0]) == {"quote", "speaker", "cue", "type"}
    assert {"verb", "subject", "object", "passive"} <= set(reading["clauses"][0])


def test_reading_as_text_and_as_page(workspace: Path) -> None:
    assert "Finnland" in kg("annotate", "-", cwd=workspace, text=ARTICLE)
    page = kg("annotate", "-", "--format", "html", cwd=workspace, text=ARTICLE)
    assert page.startswith("<!doctype html>")
    assert "<script" not in page


def test_question_by_text_name_file_and_standard_input(workspace: Path, tmp_path: Path) -> None:
    sparql = "SELECT ?o WHERE { ent:Alexander_Stubb bn:besucht ?o }"
    file = tmp_path / "frage.rq"
    file.write_text(sparql, encoding="utf-8")
    answers = [
        kg("query", sparql, "--format", "csv", cwd=workspace),
        kg("query", "-f", file, "--format", "csv", cwd=workspace),
        kg("query", "-", "--format", "csv", cwd=workspace, text=sparql),
    ]
    assert all("entity/Estland" in answer for answer in answers)
    assert "wer-fordert-was" in kg("query", "--list", cwd=workspace)
    assert "Alar Karis" in kg("query", "wer-fordert-was", cwd=workspace)


def test_card_and_counts(workspace: Path) -> None:
    card = kg("show", "Stubb", cwd=workspace)
    assert "Alexander Stubb" in card
    assert "hat am Dienstag Estland besucht" in card
    assert "Aussagen" in kg("stats", cwd=workspace)


@pytest.mark.parametrize("form", ["ttl", "trig", "nt", "nq", "jsonld", "rdfxml"])
def test_exports(workspace: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"graph.{form}"
    kg("export", form, "-o", out, cwd=workspace)
    assert "Estland" in out.read_text(encoding="utf-8")


def test_rules_can_be_listed_and_explained(workspace: Path) -> None:
    assert "besuchen" in kg("rules", "list", cwd=workspace)
    assert "fired" in kg("rules", "explain", "Alexander Stubb besuchte Estland.", cwd=workspace)


def test_the_examples_of_a_file_of_rules_can_be_run(workspace: Path) -> None:
    alone = kg("rules", "test", "ablehnen", cwd=workspace)
    assert alone.startswith("1 rules tested, 0 ")
    assert kg("rules", "test", "ablehnung.yaml", cwd=workspace) != alone


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-w", "nirgends", "build"), "no workspace"),
        (("show", "Kassachstan"), "meinten Sie Kasachstan"),
        (("query", "SELECT ?x WHERE {"), "query:1:"),
        (("query", "gibt-es-nicht"), "kg query --list"),
        (("extract", "fehlt.txt"), "fehlt.txt"),
        (("export", "excel"), "unknown format"),
        (("rules", "show", "gibt-es-nicht"), "kg rules list"),
        (("rules", "test", "besuchen", "gibt-es-nicht.yaml"), "kg rules list"),
    ],
)
def test_mistakes_are_told_in_one_line_with_exit_code_1(
    workspace: Path, arguments: tuple[str, ...], message: str
) -> None:
    said = kg(*arguments, cwd=workspace, code=1)
    assert message in said
    assert "Traceback" not in said


def test_unreadable_article_is_named_and_the_rest_is_built(workspace: Path) -> None:
    bad = workspace / "seeds" / "articles" / "leer.txt"
    bad.write_text("", encoding="utf-8")
    try:
        said = kg("build", cwd=workspace, code=1)
    finally:
        bad.unlink()
    assert "leer.txt" in said
    assert "1 articles" in said


def test_wrong_usage_has_exit_code_2(workspace: Path) -> None:
    assert "Usage" in kg("extract", cwd=workspace, code=2)


def test_a_date_that_is_none_dates_nothing(workspace: Path) -> None:
    claims = kg("extract", "-", "--format", "jsonl", "--published", "2024-13-45", cwd=workspace, text=ARTICLE)
    assert claims
    assert all(json.loads(line)["time"] in (None, "2023") for line in claims.splitlines())
