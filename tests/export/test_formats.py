import shutil
import subprocess
from pathlib import Path

import pytest
from claim_strategies import CLAIMS, graph_quads
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, Quad, RdfFormat, Store, parse
from sample_graph import BASE, ONE, TWO, graph_of

from kg.errors import KgError
from kg.export.formats import FORMATS, export
from kg.model.claim import Claim
from kg.rdf.facts import in_graph
from kg.rdf.namespaces import bn
from kg.store.build import build_store
from kg.store.open import open_store

GOLDEN = Path(__file__).parent / "golden"
QUADS = sorted(set(graph_of([ONE, TWO])), key=str)
TRIPLES = {quad.triple for quad in QUADS}
OXIGRAPH = {
    "ttl": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
RAPPER = {"ttl": "turtle", "trig": "trig", "nt": "ntriples", "nq": "nquads", "rdfxml": "rdfxml"}
RDFLIB = {"ttl": "turtle", "trig": "trig", "nt": "nt", "nq": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
WITH_GRAPHS = {"trig", "nq", "jsonld"}
# ttl12 and nanopub say the same with other triples; tests of their own read them back.
SAME_TRIPLES = [form for form in FORMATS if form in OXIGRAPH]


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_the_golden_file_byte_for_byte(form: str) -> None:
    golden = GOLDEN / f"graph{FORMATS[form].suffix}"
    assert export(QUADS, form, BASE) == golden.read_bytes()


@pytest.mark.parametrize("form", FORMATS)
def test_the_order_of_quads_does_not_matter(form: str) -> None:
    assert export(reversed(QUADS), form, BASE) == export([*QUADS, *QUADS], form, BASE)


@pytest.mark.parametrize("form", FORMATS)
def test_the_store_exports_what_it_was_built_from(form: str, tmp_path: Path) -> None:
    """Trap 7: literals of other types than ours would come out of the store changed."""
    build_store(tmp_path, QUADS)
    assert export(open_store(tmp_path), form, BASE) == export(QUADS, form, BASE)


@pytest.mark.parametrize("form", SAME_TRIPLES)
def test_oxigraph_reads_the_same_graph(form: str) -> None:
    found = list(parse(export(QUADS, form, BASE), format=OXIGRAPH[form], base_iri=BASE.iri))
    assert len(found) == len(TRIPLES)
    if form in WITH_GRAPHS:
        assert set(found) == set(QUADS)
    else:
        assert {quad.triple for quad in found} == TRIPLES


@pytest.mark.filterwarnings(
    "ignore:(Dataset|ConjunctiveGraph):DeprecationWarning"
)  # rdflib's readers use the old names
@pytest.mark.parametrize("form", SAME_TRIPLES)
def test_rdflib_reads_as_many_triples(form: str) -> None:
    """Trap 8: rdflib loses what hangs on shared blank nodes; there are none."""
    from rdflib import Dataset

    dataset = Dataset(default_union=True)
    dataset.parse(data=export(QUADS, form, BASE), format=RDFLIB[form])
    assert len(list(dataset.quads())) == len(TRIPLES)


@pytest.mark.skipif(not shutil.which("rapper"), reason="needs rapper of Debian's raptor2-utils")
@pytest.mark.parametrize("form", RAPPER)
def test_rapper_reads_as_many_triples(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{FORMATS[form].suffix}"
    path.write_bytes(export(QUADS, form, BASE))
    command = ["rapper", "--count", "--input", RAPPER[form], str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert f"returned {len(TRIPLES)} triples" in done.stderr
    assert "Warning" not in done.stderr


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20) | st.sampled_from(
    ["a\n\tb", 'x"""y', "\\", "<a> & </a>", " .\n", "@prefix bn: <x> .\n", "\U0001f30d"]
)


@given(st.lists(st.tuples(WORDS.filter(bool), WORDS), max_size=5), st.sampled_from(SAME_TRIPLES))
@settings(max_examples=150, deadline=None)
def test_any_text_survives_any_form(pairs: list[tuple[str, str]], form: str) -> None:
    quads = [Quad(BASE.entity(name), bn("lobt"), Literal(text), BASE.graph("facts")) for name, text in pairs]
    document = export(quads, form, BASE)
    found = {quad.triple for quad in parse(document, format=OXIGRAPH[form], base_iri=BASE.iri)}
    assert found == {quad.triple for quad in quads}


@given(st.lists(CLAIMS, max_size=3), st.sampled_from([form for form in SAME_TRIPLES if form != "rdfxml"]))
@settings(max_examples=100, deadline=None)
def test_claims_survive_any_form_that_keeps_every_character(claims: list[Claim], form: str) -> None:
    quads = graph_quads(claims, BASE)
    found = set(parse(export(quads, form, BASE), format=OXIGRAPH[form], base_iri=BASE.iri))
    assert found == (set(quads) if form in WITH_GRAPHS else {Quad(*quad.triple) for quad in quads})


def test_rdfxml_is_xml_whatever_the_text() -> None:
    from xml.etree import ElementTree

    text = "Zeile\r\nnächste\tSpalte\x0c\x00\ufffe Ende"
    document = export([Quad(BASE.entity("a"), bn("lobt"), Literal(text), BASE.graph("facts"))], "rdfxml", BASE)
    assert ElementTree.fromstring(document)[0][0].text == "Zeile\r\nnächste\tSpalte\ufffd\ufffd\ufffd Ende"


def test_turtle_puts_a_claim_before_its_parts_and_its_type_first() -> None:
    document = export(QUADS, "ttl", BASE).decode("utf-8")
    subjects = [line for line in document.splitlines() if line.startswith("claim:two-Tokajew")]
    assert subjects[0] == "claim:two-Tokajew-kritisiert-Russland a bn:Claim ;"
    assert len(subjects) == 5
    assert document.count("claim:two-Tokajew-kritisiert-Russland a bn:Claim") == 1


@pytest.mark.parametrize("form", SAME_TRIPLES)
def test_an_empty_graph_is_a_valid_file(form: str) -> None:
    assert list(parse(export([], form, BASE), format=OXIGRAPH[form], base_iri=BASE.iri)) == []


def test_an_unknown_form_names_the_known() -> None:
    with pytest.raises(KgError, match="ttl, trig, nt, nq, jsonld, rdfxml"):
        export(QUADS, "pdf", BASE)


def test_a_triple_of_two_graphs_is_one_triple_of_the_union() -> None:
    store = Store()
    for name in ("facts", "inferred"):
        store.extend(in_graph(TRIPLES, BASE.graph(name)))
    assert export(store, "nt", BASE) == export(QUADS, "nt", BASE)
