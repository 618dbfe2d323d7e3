"""Comparisons as lines, JSON, CSV and Markdown, and as remarks on a card."""

import csv
import json
from dataclasses import replace
from io import StringIO

from own_workspace import ROOT
from sample_graph import BASE, KASACHSTAN, RUSSLAND, TOKAJEW, claim

from kg.compare.kinds import KINDS, Comparison
from kg.model.claim import Participant
from kg.model.entity import Entity
from kg.model.text import Source
from kg.rdf.ontology import load_vocabulary
from kg.show.comparisons import COMPARISON_WRITERS, MOST, Shown, left_out
from kg.show.remarks import remarks_on

FISH = Entity("Fisch", "Fisch", "Thema")
ONE = claim("one", KASACHSTAN, "liefert", FISH)
TWO = replace(claim("two", KASACHSTAN, "liefert", FISH, polarity="neg"), speaker=Participant(TOKAJEW))
SOURCES = {"one": Source("one", "Erster Artikel", "2024-03-01"), "two": Source("two", "Zweiter Artikel", "2024-03-02")}
CONFLICT = Comparison(KINDS["contradiction"], ((ONE,), (TWO,)), "verneint | bejaht")
SHOWN = Shown(SOURCES, load_vocabulary(ROOT / "ontology"), BASE)


def test_lines_tell_kind_claims_speakers_and_sources() -> None:
    assert COMPARISON_WRITERS["table"]((CONFLICT,), SHOWN).splitlines() == [
        "Widerspruch: verneint | bejaht",
        "  Kasachstan – liefert – Fisch",
        "      „Kasachstan liefert Fisch.“ — Erster Artikel, 2024-03-01",
        "    ---",
        "  Kasachstan – liefert – Fisch [nicht; sagt Kassym-Schomart Tokajew]",
        "      „Kasachstan liefert Fisch.“ — Zweiter Artikel, 2024-03-02",
    ]


def test_of_many_claims_the_first_are_told_and_the_others_counted() -> None:
    crowd = replace(CONFLICT, sides=((ONE,) * (MOST + 2), (TWO,)))
    for form in ("table", "markdown"):
        text = COMPARISON_WRITERS[form]((crowd,), SHOWN)
        assert text.count("Erster Artikel") == MOST
        assert "… und 2 weitere" in text


def test_nothing_found_is_said() -> None:
    assert COMPARISON_WRITERS["table"]((), SHOWN) == "nichts gefunden"


def test_json_keeps_the_sides_and_where_they_come_from() -> None:
    (record,) = json.loads(COMPARISON_WRITERS["json"]((CONFLICT,), SHOWN))
    assert (record["kind"], record["label"], record["why"]) == ("contradiction", "Widerspruch", "verneint | bejaht")
    assert [[told["id"] for told in side] for side in record["sides"]] == [[ONE.id], [TWO.id]]
    assert record["sides"][1][0]["speaker"]["label"] == "Kassym-Schomart Tokajew"
    assert record["sides"][0][0]["source"] == "Erster Artikel"


def test_csv_has_a_row_for_each_claim() -> None:
    rows = list(csv.DictReader(StringIO(COMPARISON_WRITERS["csv"]((CONFLICT, CONFLICT), SHOWN))))
    assert [(row["number"], row["side"], row["claim"]) for row in rows] == [
        (number, side, told.id) for number in "12" for side, told in (("1", ONE), ("2", TWO))
    ]
    assert rows[1]["speaker"] == "Kassym-Schomart Tokajew"


def test_markdown_escapes_what_markdown_would_read() -> None:
    lines = COMPARISON_WRITERS["markdown"]((CONFLICT,), SHOWN).splitlines()
    assert lines[0] == "## Widerspruch: verneint \\| bejaht"
    assert lines[2] == "- **Kasachstan – liefert – Fisch**"
    assert lines[5] == "*dagegen:*"


def test_notes_are_counted_by_their_label() -> None:
    notes = [replace(CONFLICT, kind=KINDS[name]) for name in ("events", "scope", "events", "contradiction")]
    assert left_out(notes) == (
        "Dazu 3 Hinweise (verschiedener Umfang 1, verschiedene Ereignisse 2): kg conflicts --all"
    )


def test_a_claim_is_told_who_contradicts_and_who_supports_it() -> None:
    border = [claim(name, KASACHSTAN, "grenztAn", RUSSLAND) for name in ("one", "two")]
    border[1] = replace(border[1], evidence=(replace(border[1].evidence[0], sentence="Ganz anders gesagt."),))
    found = remarks_on([ONE, TWO, *border], sources=SOURCES, vocabulary=SHOWN.vocabulary)
    assert found[ONE.id] == (
        "Widerspruch: Kasachstan – liefert – Fisch [nicht; sagt Kassym-Schomart Tokajew] — Zweiter Artikel, 2024-03-02",
    )
    assert found[border[0].id] == ("gestützt von 2 unabhängigen Quellen",)
