"""The commands that answer an analyst: run on the workspace of the road, built once."""

import json
from pathlib import Path

import pytest
from test_end_to_end import kg, workspace

__all__ = ["workspace"]  # the fixture

pytestmark = pytest.mark.xdist_group("road")


def test_path_shows_each_step_with_its_sentence(workspace: Path) -> None:
    said = kg("path", "Stubb", "Karis", cwd=workspace)
    assert said.startswith("Alexander Stubb → Alar Karis: 1 Schritt\n")
    assert "In Tallinn traf er den estnischen Präsidenten Alar Karis." in said
    assert "— Besuch, 2024-05-29" in said


def test_path_in_other_formats(workspace: Path) -> None:
    record = json.loads(kg("path", "Stubb", "Karis", "--format", "json", cwd=workspace))
    assert record["length"] == 1
    assert record["paths"][0][0]["claims"][0]["predicate"] == "trifft"
    assert "1. **Alexander Stubb — trifft — Alar Karis**" in kg(
        "path", "Stubb", "Karis", "--format", "markdown", cwd=workspace
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("path", "Stubb", "Stubb"), "the same entity"),
        (("path", "Stubb", "Kariss"), "Alar Karis?"),
        (("path", "Stubb", "Astana", "--max-length", "1"), "--max-length"),
    ],
)
def test_mistakes_are_told_in_one_line(workspace: Path, arguments: tuple[str, ...], message: str) -> None:
    said = kg(*arguments, cwd=workspace, code=1)
    assert message in said
    assert said.count("\n") == 1


def test_timeline_of_an_entity_as_lines_and_as_page(workspace: Path, tmp_path: Path) -> None:
    said = kg("timeline", "Stubb", cwd=workspace)
    assert "28. Mai 2024" in said
    assert "Alexander Stubb – besucht – Estland" in said
    file = tmp_path / "neu" / "zeit.html"
    assert f"wrote: {file}" in kg("timeline", "Stubb", "--html", file, cwd=workspace)
    page = file.read_text(encoding="utf-8")
    assert "<title>Zeitleiste: Alexander Stubb</title>" in page
    assert "<script" not in page


@pytest.mark.parametrize(
    ("options", "counted"),
    [
        (("--predicate", "besucht"), "datierte Aussagen: 2, ohne Datum: 0"),
        (
            ("--predicate", "besucht", "--from", "2024-06"),
            "datierte Aussagen: 0, ohne Datum: 0, außerhalb des Zeitraums: 2",
        ),
        (("--predicate", "besucht", "--document", "Besuch", "--until", "2024"), "datierte Aussagen: 2"),
    ],
)
def test_timeline_filters(workspace: Path, options: tuple[str, ...], counted: str) -> None:
    assert counted in kg("timeline", "Stubb", *options, cwd=workspace)


def test_diff_tells_what_the_last_build_changed_and_why(workspace: Path, tmp_path: Path) -> None:
    article = workspace / "seeds" / "articles" / "besuch.md"
    text = article.read_text(encoding="utf-8")
    kg("build", cwd=workspace)
    export = tmp_path / "vorher.trig"
    kg("export", "trig", "-o", export, cwd=workspace)
    try:
        article.write_text(text.replace("Estland besucht", "Lettland besucht"), encoding="utf-8")
        kg("build", cwd=workspace)
        for said in (kg("diff", cwd=workspace), kg("diff", export, cwd=workspace)):
            assert "Text geändert: besuch (Besuch)" in said
            assert "~ Alexander Stubb – besucht – Lettland" in said
            assert "Objekt: Estland → Lettland" in said
        record = json.loads(kg("diff", "--format", "json", cwd=workspace))
        assert record["documents"]["changed"] == ["besuch"]
        assert "## Text geändert" in kg("diff", "--format", "markdown", cwd=workspace)
    finally:
        article.write_text(text, encoding="utf-8")
        kg("build", cwd=workspace)
    assert "Nichts hat sich geändert." in kg("diff", export, cwd=workspace)


def test_a_named_question_asks_for_an_entity_or_a_word(workspace: Path) -> None:
    assert "Tallinn" not in kg("query", "besuche", "--set", "wer=Stubb", "--set", "wen=Estland", cwd=workspace)
    assert "Alexander Stubb" in kg("query", "besuche", "--set", "wer=Stubb", cwd=workspace)
    assert "Grenze" in kg("query", "stichwort", "--set", "stichwort=grenze", cwd=workspace)


@pytest.mark.parametrize(
    ("arguments", "message", "code"),
    [
        (("query", "besuch"), "meinten Sie besuche?", 1),
        (("query", "besuche", "--set", "wer"), "write NAME=VALUE", 2),
        (("query", "besuche", "--set", "were=Stubb"), "has no ?were", 1),
        (("query", "besuche", "--timeout", "0"), "0", 2),
    ],
)
def test_a_mistaken_question_is_explained(workspace: Path, arguments: tuple[str, ...], message: str, code: int) -> None:
    assert message in kg(*arguments, cwd=workspace, code=code)


def test_stats_count_by_everything_in_both_formats(workspace: Path) -> None:
    assert "Alexander Stubb" in kg("stats", cwd=workspace)
    record = json.loads(kg("stats", "--format", "json", cwd=workspace))
    assert record["totals"]["claims"] == sum(record["by"]["document"].values())
    assert record["by"]["speaker"]["Alexander Stubb"] >= 1
