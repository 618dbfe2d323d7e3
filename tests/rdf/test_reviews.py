from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store
from sample_graph import BASE, KASACHSTAN, RUSSLAND, TOKAJEW, claim

from kg.claim.entities import entities_of
from kg.curate.decisions import Decision, undecided
from kg.curate.names import Names
from kg.curate.review import Reviewed, apply_decisions
from kg.curate.tables import Cell
from kg.errors import Fault
from kg.model.claim import Claim
from kg.model.entity import Entity
from kg.model.review import Review
from kg.model.text import Source
from kg.rdf import terms
from kg.rdf.claims import read_claims
from kg.rdf.namespaces import bn
from kg.rdf.ontology import load_vocabulary
from kg.rdf.ontology_graph import ontology_quads
from kg.rdf.quads import claim_quads, document_quads, entity_quads, fact_quads
from kg.rdf.reviews import read_reviews, review_quads
from kg.validate.checks import validate
from kg.validate.places import curated_places
from kg.validate.severities import read_severities
from kg.validate.shapes import validate_shapes

ONTOLOGY = Path(__file__).parents[2] / "ontology"
CHECKS = ONTOLOGY / "checks"
VOCABULARY = load_vocabulary(ONTOLOGY)
TABLE = "decisions.csv"
DAY = date(2024, 5, 3)
MISREAD = Entity("Erste", "Erste", "Person", provisional=True)
READ = (
    claim("one", TOKAJEW, "kritisiert", RUSSLAND),
    claim("one", MISREAD, "lobt", KASACHSTAN),
    claim("one", KASACHSTAN, "kritisiert", RUSSLAND),
)
RIGHT, MISNAMED, WRONG = READ


def decide(made: Claim, verdict: str, line: int, **fixes: str) -> Decision:
    cells = tuple((part, Cell(text, f"new_{part}", Path(TABLE), line)) for part, text in fixes.items())
    return replace(
        undecided(made), verdict=verdict, fixes=cells, by="Ada", day=DAY, file=Path(TABLE), line=line, note="gelesen"
    )


def review(*decisions: Decision) -> Reviewed:
    names = Names.of((TOKAJEW, KASACHSTAN, RUSSLAND))
    return apply_decisions(READ, decisions, names=names, vocabulary=VOCABULARY)


def graph(reviewed: Reviewed) -> Store:
    store = Store()
    store.extend(ontology_quads(ONTOLOGY, BASE))
    store.extend(document_quads(Source("one", "Artikel"), BASE))
    store.extend(document_quads(Source(TABLE, TABLE), BASE, curated=True))
    store.extend(quad for made in reviewed.claims for quad in claim_quads(made, BASE))
    store.extend(quad for entity in entities_of(reviewed.claims) for quad in entity_quads(entity, BASE))
    store.extend(fact_quads(reviewed.claims, BASE))
    store.extend(review_quads(reviewed, TABLE, BASE))
    return store


ALL = review(
    decide(RIGHT, "correct", 2),
    decide(MISNAMED, "fix", 3, subject="Kassym-Schomart Tokajew"),
    decide(WRONG, "wrong", 4),
)


def test_claims_come_back_with_who_reviewed_them() -> None:
    found = read_claims(graph(ALL), BASE)
    assert {made.id: made for made in found} == {made.id: made for made in ALL.claims}
    assert {made.review for made in found} == {
        Review("Ada", DAY),
        Review("Ada", DAY, "Erste – lobt – Kasachstan"),
    }


def test_both_versions_stand_in_the_graph_the_old_one_out_of_sight() -> None:
    store = graph(ALL)
    fixed = ALL.claims[1]
    (revision,) = store.quads_for_pattern(BASE.claim(fixed.id), terms.REVISION, None, None)
    assert revision.object == BASE.claim(MISNAMED.id)
    old = {quad.predicate: quad.object for quad in store.quads_for_pattern(BASE.claim(MISNAMED.id), None, None, None)}
    assert old[terms.TYPE] == bn("ReplacedClaim")
    assert (old[bn("formerSubject")], old[bn("formerPredicate")]) == (BASE.entity("Erste"), bn("lobt"))
    assert old[terms.GENERATED] == BASE.rule("lobt")
    assert not {terms.SUBJECT, terms.PREDICATE, terms.OBJECT, terms.ATTRIBUTED} & set(old)
    assert list(store.quads_for_pattern(None, bn("lobt"), None, None)) == [
        Quad(BASE.entity("Tokajew"), bn("lobt"), BASE.entity("Kasachstan"), BASE.graph("facts"))
    ]


def test_of_a_rejected_claim_the_decision_alone_is_left() -> None:
    store = graph(ALL)
    node = BASE.claim(WRONG.id)
    assert list(store.quads_for_pattern(node, None, None, None)) == []
    (about,) = store.quads_for_pattern(None, terms.TARGET, node, None)
    said = {quad.predicate: quad.object.value for quad in store.quads_for_pattern(about.subject, None, None, None)}
    assert said[terms.LABEL] == "Kasachstan – kritisiert – Russland"
    assert (said[terms.VERDICT], said[terms.CREATOR], said[terms.CREATED]) == ("wrong", "Ada", "2024-05-03")
    assert said[terms.COMMENT] == "gelesen"
    assert terms.BODY not in said


@pytest.mark.parametrize(
    "decisions",
    [
        (decide(RIGHT, "correct", 2), decide(RIGHT, "later", 3)),
        (decide(RIGHT, "fix", 2, polarity="neg"), decide(RIGHT, "later", 3)),
        (decide(RIGHT, "correct", 2), decide(RIGHT, "wrong", 3)),
    ],
)
def test_a_decision_that_was_taken_back_approves_nothing(decisions: tuple[Decision, ...]) -> None:
    assert read_reviews(graph(review(*decisions)), BASE) == {}


def test_a_chain_of_corrections_keeps_every_version() -> None:
    first = decide(RIGHT, "fix", 2, subject="Kasachstan", object="Tokajew")
    (once, *_) = review(first).claims
    twice = review(first, decide(once, "fix", 3, polarity="neg"))
    store = graph(twice)
    assert len(list(store.quads_for_pattern(None, terms.TYPE, bn("ReplacedClaim"), None))) == 2
    assert {made.id: made for made in read_claims(store, BASE)} == {made.id: made for made in twice.claims}
    dropped = graph(review(first, decide(once, "wrong", 3)))
    assert list(dropped.quads_for_pattern(None, terms.TYPE, bn("ReplacedClaim"), None)) == []


@pytest.mark.parametrize("reviewed", [ALL, review(decide(RIGHT, "correct", 2), decide(RIGHT, "correct", 3))])
def test_checks_and_shapes_find_nothing_in_a_reviewed_graph(reviewed: Reviewed) -> None:
    store = graph(reviewed)
    assert validate(store, CHECKS, base=BASE, severities=read_severities(CHECKS)) == ()
    assert validate_shapes(store, ONTOLOGY / "shapes.ttl", "error") == ()


@pytest.mark.parametrize(
    ("predicate", "shape"),
    [(terms.VERDICT, "Review-verdict"), (terms.LABEL, "Review-label"), (terms.DERIVED, "Review-row")],
)
def test_shapes_notice_what_a_decision_lacks(predicate: NamedNode, shape: str) -> None:
    store = graph(review(decide(RIGHT, "correct", 2)))
    for quad in list(store.quads_for_pattern(None, predicate, None, BASE.graph("curated"))):
        store.remove(quad)
    found = validate_shapes(store, ONTOLOGY / "shapes.ttl", "error")
    assert [finding.check for finding in found] == [shape]


def test_a_decision_without_effect_is_found_with_its_line() -> None:
    gone = decide(claim("gone", TOKAJEW, "lobt", RUSSLAND), "wrong", 7)
    misspelt = decide(RIGHT, "fix", 9, subject="Tokajeff")
    reviewed = review(gone, misspelt)
    assert [type(fault) for fault in (*reviewed.unfit, *reviewed.faults)] == [Fault, Fault]
    store = graph(reviewed)
    places = curated_places(store, {TABLE: Path(TABLE)}, BASE)
    found = validate(store, CHECKS, base=BASE, severities=read_severities(CHECKS), places=places)
    assert [(finding.check, finding.file, finding.line) for finding in found] == [
        ("decision-without-effect", Path(TABLE), 7),
        ("decision-without-effect", Path(TABLE), 9),
    ]
    assert "passt auf keine Aussage mehr" in found[0].message
    assert "meinten Sie" in found[1].message
