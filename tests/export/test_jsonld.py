import json

import pytest
from claim_strategies import CLAIMS, graph_quads
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from sample_graph import BASE, ONE, TWO, graph_of

from kg.export.jsonld import CONTEXT, jsonld
from kg.model.claim import Claim
from kg.rdf.namespaces import BN, VOCABULARIES, bn

XSD = VOCABULARIES["xsd"]


@given(st.lists(CLAIMS, max_size=4))
@settings(max_examples=60, deadline=None)
def test_oxigraph_reads_the_same_quads(claims: list[Claim]) -> None:
    quads = graph_quads(claims, BASE)
    assert set(parse(jsonld(quads, BASE), format=RdfFormat.JSON_LD)) == set(quads)


@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")  # rdflib's readers use old names
def test_rdflib_reads_the_same_quads() -> None:
    from rdflib import Dataset

    quads = set(graph_of([ONE, TWO]))
    dataset = Dataset()
    dataset.parse(data=jsonld(quads, BASE), format="json-ld")
    nquads = dataset.serialize(format="nquads")
    assert set(parse(nquads.encode("utf-8"), format=RdfFormat.N_QUADS)) == quads


@pytest.mark.parametrize(
    "value",
    [
        Literal("007", datatype=NamedNode(XSD + "integer")),
        Literal("12345678901234567890", datatype=NamedNode(XSD + "integer")),
        Literal("0.93", datatype=NamedNode(XSD + "decimal")),
        Literal("2023-11", datatype=NamedNode(XSD + "gYearMonth")),
        Literal("true", datatype=NamedNode(XSD + "boolean")),
        Literal("Reise", language="de"),
        Literal("trip", language="en"),
        Literal(""),
        bn("subject"),
        bn("time"),
        NamedNode("https://example.org/kg/entity///x"),
        NamedNode("mailto:a@example.org"),
    ],
    ids=str,
)
@pytest.mark.parametrize("key", ["line", "provisional", "earliest", "kind", "subject", "@id", "time", "erfunden"])
def test_no_value_is_bent_by_the_key_it_stands_under(key: str, value: Literal | NamedNode) -> None:
    quad = Quad(BASE.entity("a"), bn(key), value, BASE.graph("facts"))
    assert set(parse(jsonld([quad], BASE), format=RdfFormat.JSON_LD)) == {quad}


def test_a_claim_is_one_record_with_its_evidence_inside() -> None:
    document = json.loads(jsonld(graph_of([TWO]), BASE))
    (graph,) = (record for record in document["@graph"] if record["@id"] == "graph:two")
    claims = [node for node in graph["@graph"] if node.get("@type") == "Claim"]
    assert len(claims) == len(TWO.claims) == len(graph["@graph"]) - 1
    critic = next(node for node in claims if node["predicate"] == "kritisiert")
    assert critic["subject"] == "ent:Tokajew"
    assert critic["earliest"] == "2023-11-09"
    assert critic["evidence"]["selector"][0]["sentence"].startswith("Kassym-Schomart Tokajew")


def test_the_context_file_knows_the_same_prefixes_as_the_graph() -> None:
    context = json.loads(CONTEXT.read_text(encoding="utf-8"))["@context"]
    assert context.items() >= VOCABULARIES.items()
    assert context["@vocab"] == BN
