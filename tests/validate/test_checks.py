from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, Store
from sample_graph import BASE, KASACHSTAN, ONE, RUSSLAND, TOKAJEW, TWO, claim, graph_of

from kg.errors import FaultyInput
from kg.model.claim import CURATED, Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.reading import Quantity
from kg.model.text import Source
from kg.rdf import terms
from kg.rdf.literals import german
from kg.rdf.namespaces import bn
from kg.rdf.ontology_graph import ontology_quads
from kg.rdf.quads import claim_quads, document_quads, entity_quads, fact_quads
from kg.validate.checks import read_checks, validate
from kg.validate.findings import Finding
from kg.validate.places import curated_places, entity_places
from kg.validate.severities import OFF, read_severities

ONTOLOGY = Path(__file__).parents[2] / "ontology"
CHECKS = ONTOLOGY / "checks"
PRAESIDENT = Entity("Präsident", "Präsident", "Thema")
DEPUTY = Entity("stellvertretender_Minister", "stellvertretender Minister", "Thema")
NAZARBAJEW = Entity("Nasarbajew", "Nursultan Nasarbajew", "Person")
KNOWN = ontology_quads(ONTOLOGY, BASE)


def term(holder: Entity, start: str, end: str, *, title: Entity = PRAESIDENT) -> Claim:
    bounds = When(f"{start}/{end}", date.fromisoformat(start), date.fromisoformat(end))
    office = (("amt", Participant(title)),)
    made = claim("ämter", holder, "amtstraegerVon", KASACHSTAN, when=bounds, qualifiers=office)
    return replace(made, evidence=(Evidence("ämter", "", line=7),), rule=CURATED)


def graph(*claims: Claim, more: Iterable[Quad] = (), without: Iterable[Quad] = ()) -> Store:
    entities = {p.entity for c in claims for p in (c.subject, c.object, *(p for _, p in c.qualifiers))}
    store = Store()
    store.extend(KNOWN)
    store.extend(quad for made in claims for quad in claim_quads(made, BASE))
    store.extend(quad for entity in entities for quad in entity_quads(entity, BASE))
    store.extend(fact_quads(claims, BASE))
    store.extend(more)
    for quad in without:
        store.remove(quad)
    return store


def checked(store: Store, *, off: str = "") -> tuple[Finding, ...]:
    severities = read_severities(CHECKS) | ({off: OFF} if off else {})
    return validate(store, CHECKS, base=BASE, severities=severities)


def found(store: Store) -> list[str]:
    return [finding.check for finding in checked(store)]


BORDER = claim("a", KASACHSTAN, "grenztAn", RUSSLAND)
BACKWARDS = Evidence("a", "x", 10, 20, 15, 12)
OUTSIDE = Evidence("a", "x", 10, 20, 5, 12)
DAY = date(2024, 5, 1)
FAULTY = [
    ("claim-without-evidence", graph(replace(BORDER, evidence=()))),
    ("evidence-out-of-place", graph(replace(BORDER, evidence=(BACKWARDS,)))),
    ("evidence-out-of-place", graph(replace(BORDER, evidence=(OUTSIDE,)))),
    ("unknown-predicate", graph(replace(BORDER, predicate="grenztan"))),
    ("subject-outside-domain", graph(claim("a", TOKAJEW, "grenztAn", RUSSLAND))),
    ("object-outside-range", graph(claim("a", KASACHSTAN, "grenztAn", TOKAJEW))),
    ("dates-reversed", graph(replace(BORDER, when=When("x", DAY, date(2024, 4, 30))))),
    ("measure-without-quantity", graph(claim("a", KASACHSTAN, "handelsvolumen", RUSSLAND))),
    ("qualifier-not-allowed", graph(replace(BORDER, qualifiers=(("vorwurf", Participant(PRAESIDENT)),)))),
    ("claim-about-itself", graph(claim("a", KASACHSTAN, "grenztAn", KASACHSTAN))),
    ("entity-without-label", graph(BORDER, without=entity_quads(RUSSLAND, BASE)[1:2])),
    ("fact-without-claim", graph(BORDER, more=fact_quads([claim("a", RUSSLAND, "grenztAn", KASACHSTAN)], BASE))),
    (
        "triple-in-two-graphs",
        graph(BORDER, more=[Quad(bn("Staat"), terms.LABEL, german("Staat"), BASE.graph("entities"))]),
    ),
    (
        "decision-without-effect",
        graph(
            BORDER,
            more=[
                Quad(BASE.review("r"), predicate, value, BASE.graph("curated"))
                for predicate, value in (
                    (terms.TYPE, terms.REVIEW),
                    (terms.LABEL, german("Kasachstan – lobt – Russland")),
                    (terms.PROBLEM, german("passt auf keine Aussage mehr")),
                )
            ],
        ),
    ),
    (
        "name-of-two-entities",
        graph(BORDER, more=[Quad(BASE.entity("Russland"), terms.ALIAS, german("Kasachstan"), BASE.graph("entities"))]),
    ),
    (
        "office-with-two-holders",
        graph(term(TOKAJEW, "2019-03-20", "9999-12-31"), term(NAZARBAJEW, "1991-04-24", "2020-01-01")),
    ),
    (
        "office-with-two-holders",
        graph(term(TOKAJEW, "2019-03-20", "9999-12-31"), term(NAZARBAJEW, "2019-03-20", "2020-01-01")),
    ),
]
AMOUNT = Quantity(0, 0, 28e9, "USD", "=", "28 Milliarden Dollar")
SOUND = [
    graph(BORDER),
    graph(replace(BORDER, when=When("2024-05-01", DAY, DAY))),
    graph(replace(claim("a", KASACHSTAN, "handelsvolumen", RUSSLAND), quantity=AMOUNT)),
    graph(term(TOKAJEW, "2019-03-20", "9999-12-31"), term(NAZARBAJEW, "1991-04-24", "2019-03-20")),
    graph(term(TOKAJEW, "2019-03-20", "2022-11-20"), replace(term(TOKAJEW, "2022-11-20", "9999-12-31"), id="second")),
    graph(
        term(TOKAJEW, "2019-03-20", "2022-01-01", title=DEPUTY),
        term(NAZARBAJEW, "2020-01-01", "2023-01-01", title=DEPUTY),
    ),
    graph(replace(BORDER, polarity="neg")),
    graph(BORDER, replace(BORDER, id="again", document="b")),
]


@pytest.mark.parametrize(("check", "store"), FAULTY, ids=[check for check, _ in FAULTY])
def test_every_check_finds_its_fault_and_nothing_else(check: str, store: Store) -> None:
    assert found(store) == [check]


@pytest.mark.parametrize("store", SOUND)
def test_sound_graphs_have_no_findings(store: Store) -> None:
    assert found(store) == []


def test_every_check_is_tested() -> None:
    assert {check.name for check in read_checks(CHECKS)} == {check for check, _ in FAULTY}


def test_the_sample_graph_is_sound() -> None:
    store = Store()
    store.extend([*KNOWN, *graph_of([ONE, TWO])])
    assert found(store) == []


def test_a_finding_of_a_curated_claim_says_file_and_line(tmp_path: Path) -> None:
    row = replace(term(TOKAJEW, "2019-03-20", "2019-03-19"), document="ämter")
    store = graph(row, more=document_quads(Source("ämter", "ämter.csv"), BASE, curated=True))
    path = tmp_path / "ämter.csv"
    places = curated_places(store, {"ämter": path}, BASE)
    assert validate(store, CHECKS, base=BASE, severities=read_severities(CHECKS), places=places) == (
        Finding(
            "dates-reversed",
            "error",
            BASE.claim(row.id).value,
            "die Aussage endet am 2019-03-19, bevor sie am 2019-03-20 beginnt",
            "Die beiden Daten tauschen oder das falsche berichtigen.",
            path,
            7,
        ),
    )
    assert checked(store)[0].file is None


def test_a_finding_of_an_entity_says_where_its_row_stands(tmp_path: Path) -> None:
    table = tmp_path / "entities.csv"
    table.write_text("label,type,id\n\nKasachstan,Staat,\nRussische Föderation,Staat,Russland\n", encoding="utf-8")
    assert entity_places(table, BASE) == {
        BASE.entity("Kasachstan").value: (table, 3),
        BASE.entity("Russland").value: (table, 4),
    }
    assert entity_places(tmp_path / "missing.csv", BASE) == {}
    alias = Quad(BASE.entity("Russland"), terms.ALIAS, german("Kasachstan"), BASE.graph("entities"))
    severities, places = read_severities(CHECKS), entity_places(table, BASE)
    (finding,) = validate(graph(BORDER, more=[alias]), CHECKS, base=BASE, severities=severities, places=places)
    assert (finding.check, finding.file, finding.line) == ("name-of-two-entities", table, 3)


def test_errors_come_first() -> None:
    store = graph(replace(claim("a", KASACHSTAN, "grenztAn", TOKAJEW), evidence=()))
    assert [finding.severity for finding in checked(store)] == ["error", "warning"]


def test_a_check_that_is_off_is_not_made() -> None:
    store = graph(replace(claim("a", KASACHSTAN, "grenztAn", TOKAJEW), evidence=()))
    assert [finding.check for finding in checked(store, off="claim-without-evidence")] == ["object-outside-range"]


def test_messages_shorten_iris() -> None:
    (finding,) = checked(graph(claim("a", KASACHSTAN, "grenztAn", TOKAJEW)))
    assert finding.message == "ent:Tokajew ist bn:Person, bn:grenztAn führt aber zu bn:Staat"


GOOD = "# Problem: {focus} is odd\n# Solution: Change it.\nSELECT ?focus { ?focus a bn:Staat }"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT ?focus { ?focus ?p ?o }", "lacks '# Problem:' in its header"),
        (GOOD.replace("SELECT ?focus", "SELECT ?x").replace("{focus}", "it"), "does not select ?focus"),
        (GOOD.replace("{focus}", "{name}"), "does not select ?name"),
        (GOOD.replace("SELECT ?focus", "ASK"), "a check is a SELECT"),
        (GOOD.replace("a bn:Staat }", "a }"), "error at 3:"),
    ],
)
def test_a_faulty_check_is_told_with_its_file(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "odd.rq").write_text(text, encoding="utf-8")
    with pytest.raises(FaultyInput) as caught:
        validate(graph(BORDER), tmp_path, base=BASE, severities={"odd": "info"})
    assert caught.value.faults[0].file.name == "odd.rq"
    assert message in str(caught.value)


def test_a_check_may_not_call_the_web(tmp_path: Path) -> None:
    (tmp_path / "odd.rq").write_text(GOOD.replace("a bn:Staat", "a ?x SERVICE <http://x> {}"), encoding="utf-8")
    with pytest.raises(FaultyInput, match=r"odd\.rq: query:3:\d+: SERVICE"):
        validate(graph(BORDER), tmp_path, base=BASE, severities={"odd": "info"})


def test_a_check_of_ones_own_finds(tmp_path: Path) -> None:
    (tmp_path / "odd.rq").write_text(GOOD, encoding="utf-8")
    store = graph(BORDER, more=[Quad(BASE.entity("x"), terms.LABEL, Literal("x"), BASE.graph("entities"))])
    messages = {finding.message for finding in validate(store, tmp_path, base=BASE, severities={"odd": "info"})}
    assert messages == {"ent:Kasachstan is odd", "ent:Russland is odd"}
