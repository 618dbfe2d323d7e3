"""Differences as text, Markdown and JSON: what changed, field by field, under its reason."""

import json
from dataclasses import replace

from sample_graph import BASE, KASACHSTAN, MESSE, ONE, RUSSLAND, TOKAJEW, TWO, claim

from kg.compare.differences import compare
from kg.compare.snapshots import Snapshot
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.show.differences import DIFFERENCE_WRITERS, Report

SOURCES = {"one": Source("one", "Artikel eins", "2023-11-09"), "two": Source("two", "two")}
VISIT, LAUD = ONE.claims[0], claim("two", RUSSLAND, "lobt", KASACHSTAN)
HALL = replace(MESSE, id="Messehalle", label="Messehalle", aliases=("Getreidemesse Aktau",))


def written(form: str) -> str:
    before = Snapshot("alt", {VISIT.id: VISIT, LAUD.id: LAUD}, {MESSE.id: MESSE}, SOURCES, {"lobt": "1"})
    visit = claim("one", TOKAJEW, "besucht", HALL)
    planned = replace(TWO.claims[1], modality="planned")
    now = Snapshot(
        "neu",
        {visit.id: replace(visit, evidence=VISIT.evidence), planned.id: planned},
        {HALL.id: HALL},
        SOURCES,
        {"lobt": "2"},
        {LAUD.id: "wrong"},
    )
    return DIFFERENCE_WRITERS[form](Report(compare(before, now), Vocabulary({}, {}), BASE))


def test_text_groups_changes_under_their_reason() -> None:
    assert written("text").splitlines() == [
        "alt → neu",
        "",
        "Aussagen: 1 neu, 1 entfallen, 1 geändert",
        "",
        "Regeln",
        "  ~ lobt",
        "",
        "Entitäten",
        "  Getreidemesse_Aktau → Messehalle (zusammengeführt oder umbenannt)",
        "",
        "entschieden: falsch",
        "  - Russland – lobt – Kasachstan",
        "      „Russland lobt Kasachstan.“ — two",
        "",
        "Entität zusammengeführt oder getrennt: Getreidemesse_Aktau",
        "  ~ Kassym-Schomart Tokajew – besucht – Messehalle",
        "      Objekt: Getreidemesse Aktau → Messehalle",
        "      „Kassym-Schomart Tokajew besucht Getreidemesse Aktau.“ — Artikel eins, 2023-11-09",
        "",
        "anders gelesen, bei gleichem Text und gleicher Regel: two",
        "  + Kassym-Schomart Tokajew – kritisiert – Russland [geplant; 2023-11-09]",
        "      „Kassym-Schomart Tokajew kritisiert Russland.“ — two",
    ]


def test_markdown_is_headings_and_lists() -> None:
    lines = written("markdown").splitlines()
    assert lines[0] == "# alt → neu"
    assert "## entschieden: falsch" in lines
    assert "- `-` Russland – lobt – Kasachstan" in lines
    assert "  - Objekt: Getreidemesse Aktau → Messehalle" in lines


def test_json_has_both_states_of_a_changed_claim() -> None:
    record = json.loads(written("json"))
    assert record["rules"]["changed"] == ["lobt"]
    assert record["merged"] == {"Getreidemesse_Aktau": "Messehalle"}
    changed = next(item for item in record["claims"] if item["change"] == "changed")
    assert changed["reason"] == {"kind": "entity", "detail": "Getreidemesse_Aktau"}
    assert (changed["before"]["object"]["label"], changed["claim"]["object"]["label"]) == (MESSE.label, HALL.label)
