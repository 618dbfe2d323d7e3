from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse
from sample_graph import BASE, DAY, KASACHSTAN, ONE, RUSSLAND, TWO, claim, graph_of

from kg.errors import FaultyInput
from kg.model.claim import CURATED, Claim, Evidence
from kg.model.reading import Quantity
from kg.rdf import terms
from kg.rdf.literals import number
from kg.rdf.namespaces import bn
from kg.rdf.quads import claim_quads, entity_quads
from kg.rdf.serialize import written
from kg.validate.findings import Finding
from kg.validate.places import curated_places
from kg.validate.shapes import validate_shapes

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


def store_of(quads: Iterable[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    return store


def validated(quads: Iterable[Quad], **more: object) -> tuple[Finding, ...]:
    return validate_shapes(store_of(quads), SHAPES, "error", **more)  # type: ignore[arg-type]


def verdicts(findings: Iterable[Finding]) -> set[tuple[str, str]]:
    return {(finding.check, finding.focus) for finding in findings}


def pyshacl_verdicts(quads: Iterable[Quad], shapes: Path = SHAPES) -> set[tuple[str, str]]:
    """Return shape and focus of every result that pySHACL has for the same triples."""
    from pyshacl import validate
    from rdflib import SH, Graph

    data = Graph().parse(data=written((quad.triple for quad in quads), RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = validate(data, shacl_graph=Graph().parse(shapes, format="turtle"), inplace=True)
    return {
        (str(report.value(result, SH.sourceShape)).rpartition("#")[2], str(report.value(result, SH.focusNode)))
        for result in report.objects(None, SH.result)
    }


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
    store = store_of([*claim_quads(row, BASE), *entities])
    places = curated_places(store, {"grenzen": tmp_path / "grenzen.csv"}, BASE)
    (finding,) = validate_shapes(store, SHAPES, "warning", places=places)
    assert (finding.check, finding.severity) == ("Claim-confidence", "warning")
    assert (finding.file, finding.line) == (tmp_path / "grenzen.csv", 3)
    assert finding.message == "Die Verlässlichkeit ist eine Zahl von 0 bis 1."


def test_pyshacl_has_the_same_verdicts() -> None:
    pytest.importorskip("pyshacl", reason="pySHACL is needed only to compare with it")
    quads = [*graph_of([ONE, TWO]), *claim_quads(FULL, BASE)]
    for count, (predicate, instead, _) in enumerate(BROKEN):
        quads += broken(count, predicate, instead)
    assert verdicts(validated(quads)) == pyshacl_verdicts(quads)


PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <https://example.org/x#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
x:Node a sh:NodeShape ; sh:targetClass x:Thing ; sh:property x:Part .
x:Part sh:path x:value ; """
DATA = """@prefix x: <https://example.org/x#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
x:none a x:Thing . x:iri a x:Thing ; x:value x:none . x:text a x:Thing ; x:value "b" . x:two a x:Thing ; x:value 1, 2 .
x:day a x:Thing ; x:value "2024-05-01"^^xsd:date . x:noday a x:Thing ; x:value "gestern"^^xsd:date .
x:en a x:Thing ; x:value "a"@en . x:swiss a x:Thing ; x:value "a"@de-CH . x:half a x:Thing ; x:value 0.5 ; x:bound 1 .
x:more a x:Thing ; x:value 2 ; x:bound 1 . x:same a x:Thing ; x:value 1 ; x:bound 1 . x:word a x:Thing ; x:bound "z" .
x:Small rdfs:subClassOf x:Big . x:s a x:Small . x:big a x:Thing ; x:value x:s .
x:unlike a x:Thing ; x:value 1 ; x:bound "1" .
"""


@pytest.mark.parametrize(
    "constraint",
    [
        "sh:minCount 1",
        "sh:minCount 2",
        "sh:maxCount 0",
        "sh:maxCount 1",
        "sh:nodeKind sh:IRI",
        "sh:nodeKind sh:Literal",
        "sh:datatype xsd:date",
        "sh:datatype xsd:integer",
        "sh:datatype xsd:string",
        "sh:class x:Big",
        'sh:in ( 1 "b" x:none )',
        'sh:pattern "^[ab]"',
        'sh:languageIn ( "de" "fr" )',
        "sh:minInclusive 1",
        "sh:maxInclusive 1",
        "sh:lessThan x:bound",
        "sh:lessThanOrEquals x:bound",
    ],
)
def test_pyshacl_agrees_on_every_constraint(constraint: str, tmp_path: Path) -> None:
    pytest.importorskip("pyshacl", reason="pySHACL is needed only to compare with it")
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(f"{PREFIXES}{constraint} .", encoding="utf-8")
    quads = list(parse(DATA, format=RdfFormat.TURTLE))
    ours = verdicts(validate_shapes(store_of(quads), shapes, "error"))
    # rdflib ranks a date below a number; by the standard, what cannot be compared violates the bound.
    differing = {("Part", f"https://example.org/x#{day}") for day in ("day", "noday") if "maxInclusive" in constraint}
    assert ours == pyshacl_verdicts(quads, shapes) | differing
    assert ours


def test_what_is_not_understood_is_told_with_its_line(tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(f"{PREFIXES}\n  sh:minCount 1 ;\n  sh:uniqueLang true .", encoding="utf-8")
    with pytest.raises(FaultyInput, match=r"shapes\.ttl:6: sh:uniqueLang wird nicht verstanden"):
        validate_shapes(Store(), shapes, "error")
