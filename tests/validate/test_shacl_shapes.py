import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from sample_graph import BASE, DAY, KASACHSTAN, ONE, RUSSLAND, TWO, claim, graph_of

from kg.errors import KgError
from kg.model.claim import CURATED, Claim, Evidence
from kg.model.reading import Quantity
from kg.rdf import terms
from kg.rdf.claims import document_graphs
from kg.rdf.literals import number
from kg.rdf.namespaces import bn
from kg.rdf.quads import claim_quads, entity_quads
from kg.validate.findings import Finding
from kg.validate.shapes import validate_shapes

pytest.importorskip("pyshacl", reason="SHACL is an optional extra")

SHAPES = Path(__file__).parents[2] / "ontology" / "shapes.ttl"
FULL = replace(
    claim("a", KASACHSTAN, "grenztAn", RUSSLAND),
    when=DAY,
    quantity=Quantity(0, 0, 7598.0, "km", "~", "rund 7600 Kilometer"),
    evidence=(Evidence("a", "Text.", 0, 5, 1, 4), Evidence("grenzen", "", line=3)),
)
# What is removed from a sound claim, what is put in its place, and the shape that must notice.
BROKEN = [
    (terms.SUBJECT, None, "Claim-subject"),
    (terms.OBJECT, None, "Claim-object"),
    (terms.PREDICATE, NamedNode("https://example.org/other"), "Claim-predicate"),
    (terms.POLARITY, bn("asserted"), "Claim-polarity"),
    (terms.MODALITY, None, "Claim-modality"),
    (terms.PART_OF, None, "Claim-source"),
    (terms.GENERATED, Literal("fordern"), "Claim-rule"),
    (terms.CONFIDENCE, number(1.5), "Claim-confidence"),
    (terms.EARLIEST, Literal("gestern"), "Claim-earliest"),
    (terms.LATEST, Literal("2023-11-09"), "Claim-latest"),
    (terms.HAS_SOURCE, None, "Evidence-source"),
    (terms.LINE, number(3), "Evidence-line"),
    (terms.HAS_SELECTOR, None, "Evidence"),
    (terms.START, number(2), "Position-start"),
    (terms.EXACT, None, "Quote-exact"),
    (terms.AMOUNT, Literal("viel"), "Quantity-value"),
    (terms.UNIT, None, "Quantity-unit"),
    (terms.COMPARATOR, Literal("ca."), "Quantity-comparator"),
]


def broken(number_of: int, predicate: NamedNode, instead: NamedNode | Literal | None) -> list[Quad]:
    quads = claim_quads(replace(FULL, id=f"broken{number_of}"), BASE)
    kept = [quad for quad in quads if quad.predicate != predicate]
    node = next(quad.subject for quad in quads if quad.predicate == predicate)
    return [*kept, *([Quad(node, predicate, instead, quads[0].graph_name)] if instead else [])]


def validated(quads: list[Quad], **more: object) -> tuple[Finding, ...]:
    store = Store()
    store.extend(quads)
    graphs = [BASE.graph("curated"), *document_graphs(store, BASE)]
    return validate_shapes(store, SHAPES, graphs, base=BASE, **more)  # type: ignore[arg-type]


def test_what_we_write_has_the_shapes() -> None:
    assert validated([*graph_of([ONE, TWO]), *claim_quads(FULL, BASE)]) == ()


def test_every_shape_notices_its_fault() -> None:
    quads = [quad for entity in (KASACHSTAN, RUSSLAND) for quad in entity_quads(entity, BASE)]
    for count, (predicate, instead, _) in enumerate(BROKEN):
        quads += broken(count, predicate, instead)
    noticed: dict[str, set[str]] = {}
    for finding in validated(quads):
        noticed.setdefault(finding.focus.partition("#")[0].rpartition("/")[2], set()).add(finding.check)
    for count, (_, _, shape) in enumerate(BROKEN):
        assert shape in noticed[f"broken{count}"]


def test_an_entity_needs_class_and_label() -> None:
    checks = {finding.check for finding in validated(claim_quads(FULL, BASE))}
    assert checks == {"Entity-type", "Entity-label"}


def test_a_finding_says_where_the_row_stands(tmp_path: Path) -> None:
    row: Claim = replace(FULL, rule=CURATED, evidence=(Evidence("grenzen", "", line=3),), confidence=2.0)
    entities = [quad for entity in (KASACHSTAN, RUSSLAND) for quad in entity_quads(entity, BASE)]
    (finding,) = validated([*claim_quads(row, BASE), *entities], files={"grenzen": tmp_path / "grenzen.csv"})
    assert (finding.check, finding.severity) == ("Claim-confidence", "error")
    assert (finding.file, finding.line) == (tmp_path / "grenzen.csv", 3)
    assert finding.message == "The confidence is a number from 0 to 1."


def test_without_pyshacl_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(KgError, match="pip install"):
        validated([])
