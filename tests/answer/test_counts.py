"""Counts of a graph: totals, and every value of a part from the most to the least frequent."""

from dataclasses import replace

from sample_graph import DAY, KASACHSTAN, MESSE, ONE, RUSSLAND, TOKAJEW, TWO

from kg.answer.counts import count
from kg.model.claim import CURATED, Participant, Review
from kg.model.text import Source

ENTITIES = {entity.id: entity for entity in (TOKAJEW, KASACHSTAN, RUSSLAND, MESSE)}
SOURCES = {"one": Source("one", "Eins"), "two": Source("two", "Zwei")}
ROW = replace(ONE.claims[0], id="row", rule=CURATED, review=Review("anna"))
SAID = replace(ONE.claims[0], id="said", speaker=Participant(RUSSLAND), modality="planned", when=DAY)
CLAIMS = (*ONE.claims, *TWO.claims, ROW, SAID)


def test_totals_count_what_claims_are() -> None:
    assert count(CLAIMS, ENTITIES, SOURCES, inferred=9).totals == {
        "sources": 2,
        "entities": 4,
        "provisional": 1,
        "claims": 7,
        "curated": 1,
        "reviewed": 1,
        "facts": 5,
        "denied": 1,
        "attributed": 1,
        "dated": 2,
        "inferred": 9,
    }


def test_every_value_is_counted_the_most_frequent_first() -> None:
    by = count(CLAIMS, ENTITIES, SOURCES, inferred=0).by
    assert list(by["type"].items()) == [("Staat", 2), ("Ereignis", 1), ("Person", 1)]
    assert list(by["predicate"].items()) == [("besucht", 3), ("grenztAn", 2), ("kritisiert", 1), ("lobt", 1)]
    assert by["modality"] == {"asserted": 6, "planned": 1}
    assert by["document"] == {"one": 4, "two": 3}
    assert by["rule"] == {"besucht": 2, "grenztAn": 2, "curated": 1, "kritisiert": 1, "lobt": 1}
    assert by["speaker"] == {"Russland": 1}
    assert all(sum(by[part].values()) == len(CLAIMS) for part in ("predicate", "modality", "document", "rule"))


def test_an_empty_graph_counts_nothing() -> None:
    counts = count((), {}, {}, inferred=0)
    assert set(counts.totals.values()) == {0}
    assert not any(counts.by.values())
