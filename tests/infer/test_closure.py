from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad
from sample_graph import BASE

from kg.infer.closure import inferred_quads
from kg.rdf import terms
from kg.rdf.namespaces import VOCABULARIES, bn

OWL, RDFS = VOCABULARIES["owl"], VOCABULARIES["rdfs"]
SUB = NamedNode(RDFS + "subPropertyOf")
ONTOLOGY = [
    Quad(subject, predicate, thing, BASE.graph("ontology"))
    for subject, predicate, thing in (
        (bn("grenztAn"), terms.TYPE, NamedNode(OWL + "SymmetricProperty")),
        (bn("liegtIn"), terms.TYPE, NamedNode(OWL + "TransitiveProperty")),
        (bn("mitgliedVon"), NamedNode(OWL + "inverseOf"), bn("hatMitglied")),
        (bn("verbuendeter"), SUB, bn("partner")),
        (bn("partner"), terms.TYPE, NamedNode(OWL + "SymmetricProperty")),
        (bn("liegtIn"), SUB, NamedNode("https://schema.org/containedInPlace")),
    )
]

Fact = tuple[str, str, str]


def conclude(facts: Iterable[Fact]) -> set[Fact]:
    quads = [Quad(BASE.entity(s), bn(p), BASE.entity(o), BASE.graph("facts")) for s, p, o in facts]
    found = inferred_quads(quads, ONTOLOGY, BASE)
    assert {quad.graph_name for quad in found} <= {BASE.graph("inferred")}
    return {(BASE.id_of(q.subject), q.predicate.value.rpartition("#")[2], BASE.id_of(q.object)) for q in found}


@pytest.mark.parametrize(
    ("facts", "conclusions"),
    [
        ([("A", "grenztAn", "B")], {("B", "grenztAn", "A")}),
        ([("A", "grenztAn", "B"), ("B", "grenztAn", "A")], set()),
        ([("A", "mitgliedVon", "B")], {("B", "hatMitglied", "A")}),
        ([("B", "hatMitglied", "A")], {("A", "mitgliedVon", "B")}),
        ([("A", "liegtIn", "B"), ("B", "liegtIn", "C")], {("A", "liegtIn", "C")}),
        (
            [("A", "liegtIn", "B"), ("B", "liegtIn", "C"), ("C", "liegtIn", "D")],
            {("A", "liegtIn", "C"), ("A", "liegtIn", "D"), ("B", "liegtIn", "D")},
        ),
        ([("A", "liegtIn", "B"), ("B", "liegtIn", "A")], set()),
        ([("A", "verbuendeter", "B")], {("A", "partner", "B"), ("B", "partner", "A")}),
        ([("A", "kritisiert", "B")], set()),
        ([], set()),
    ],
)
def test_what_follows(facts: list[Fact], conclusions: set[Fact]) -> None:
    assert conclude(facts) == conclusions


NAMES = st.sampled_from("ABCD")
FACTS = st.lists(st.tuples(NAMES, st.sampled_from(["grenztAn", "liegtIn", "mitgliedVon"]), NAMES), max_size=6)


@given(FACTS)
@settings(max_examples=50, deadline=None)
def test_nothing_more_follows_from_facts_with_their_conclusions(facts: list[Fact]) -> None:
    conclusions = conclude(facts)
    assert not conclusions & set(facts)
    assert conclude([*facts, *conclusions]) == set()
