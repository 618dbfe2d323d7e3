"""Counts as lines with German names, the rest summed, and as JSON with all."""

import json

from kg.answer.counts import Counts, count
from kg.model.text import Source
from kg.model.vocabulary import Predicate, Vocabulary
from kg.show.stats import MOST, stats_json, stats_lines

VOCABULARY = Vocabulary({"p00": Predicate("p00", "nennt", "names", "Ding", "Ding", "event")}, {})
SOURCES = {"d": Source("d", "Der Artikel")}
EMPTY = count((), {}, {}, inferred=0)
MANY = {f"p{number:02}": 50 - number for number in range(MOST + 3)}
COUNTS = Counts(
    EMPTY.totals | {"claims": 1234},
    EMPTY.by | {"predicate": MANY, "type": {"Staat": 2}, "modality": {"planned": 1}, "document": {"d": 4, "e": 3}},
)


def test_lines_have_german_names_in_columns_and_sum_the_rest() -> None:
    lines = list(stats_lines(COUNTS, SOURCES, VOCABULARY))
    assert "1234  Aussagen" in lines
    assert "  2  Staat" in lines
    assert "  1  geplant" in lines
    assert lines[lines.index("Aussagen nach Quelle:") :] == [
        "Aussagen nach Quelle:",
        "  4  d (Der Artikel)",
        "  3  e",
    ]
    predicates = lines[lines.index("Aussagen nach Prädikat:") + 1 :][: MOST + 1]
    assert predicates[0] == "   50  nennt"
    assert predicates[-1] == f"  {sum(list(MANY.values())[MOST:])}  übrige"


def test_an_empty_graph_has_totals_only() -> None:
    lines = list(stats_lines(EMPTY, {}, VOCABULARY))
    assert len(lines) == len(EMPTY.totals)
    assert all(line.startswith("0  ") for line in lines)


def test_json_has_everything_by_its_id() -> None:
    record = json.loads(stats_json(COUNTS))
    assert record["by"]["predicate"] == MANY
    assert record["totals"]["claims"] == 1234
