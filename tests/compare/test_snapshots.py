"""A state read from a store, a workspace and every form of export is the same state."""

from pathlib import Path

import pytest
from pyoxigraph import Quad
from sample_graph import BASE, ONE, RUSSLAND, TWO, graph_of

from kg.compare.snapshots import previous_snapshot, read_snapshot, snapshot_of
from kg.errors import KgError, StoreError
from kg.export.formats import FORMATS, export
from kg.match.rules import ClausePattern, Rule
from kg.rdf import terms
from kg.rdf.literals import text
from kg.rdf.rules import rule_quads
from kg.store.build import build_store

RULE = Rule("besucht", "besucht", ClausePattern("verb", frozenset({"besuchen", "bereisen"}), ()), ())
REVIEW = BASE.review("r1")
DECIDED = [
    Quad(REVIEW, terms.TYPE, terms.REVIEW, BASE.graph("curated")),
    Quad(REVIEW, terms.VERDICT, text("wrong"), BASE.graph("curated")),
    Quad(REVIEW, terms.TARGET, BASE.claim("gone"), BASE.graph("curated")),
]
QUADS = [*dict.fromkeys(graph_of([ONE, TWO])), *rule_quads([RULE], BASE), *DECIDED]


def test_a_state_has_claims_entities_sources_rules_and_verdicts() -> None:
    found = snapshot_of(QUADS, "x")
    assert set(found.claims.values()) == {*ONE.claims, *TWO.claims}
    assert found.entities["Russland"] == RUSSLAND
    assert set(found.sources) == {"one", "two"}
    assert set(found.rules) == {"besucht"}
    assert found.verdicts == {"gone": "wrong"}


@pytest.mark.parametrize("form", ["ttl", "trig", "nt", "nq", "jsonld", "rdfxml"])
def test_an_export_is_the_state_it_was_made_of(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{FORMATS[form].suffix}"
    path.write_bytes(export(QUADS, form, BASE))
    assert read_snapshot(path) == snapshot_of(QUADS, str(path))


def test_store_and_workspace_give_the_current_state_and_the_one_before(tmp_path: Path) -> None:
    store = tmp_path / ".kg" / "store"
    build_store(store, graph_of([ONE]))
    with pytest.raises(StoreError, match="kg diff OLD"):
        previous_snapshot(store)
    build_store(store, QUADS)
    assert read_snapshot(store).claims == read_snapshot(tmp_path).claims == snapshot_of(QUADS, "").claims
    assert previous_snapshot(store).claims == {claim.id: claim for claim in ONE.claims}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("graph.ttl", "kein Turtle", "graph.ttl:1: is no valid Turtle"),
        ("graph.docx", "", "endings .ttl, .trig"),
        ("leer/readme", "", "leer: holds no graph"),
    ],
)
def test_what_is_no_state_is_refused(name: str, content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KgError, match=message):
        read_snapshot(path if path.parent == tmp_path else path.parent)
