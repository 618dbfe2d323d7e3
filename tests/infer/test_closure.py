from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Triple
from sample_graph import BASE, KASACHSTAN, RUSSLAND, TOKAJEW, claim

from kg.infer.closure import inferred_quads
from kg.model.claim import Participant
from kg.rdf import terms
from kg.rdf.descriptions import describe
from kg.rdf.namespaces import bn
from kg.rdf.quads import fact_claims

ONTOLOGY = [
    Quad(subject, predicate, thing, BASE.graph("ontology"))
    for subject, predicate, thing in (
        (bn("grenztAn"), terms.TYPE, terms.SYMMETRIC),
        (bn("liegtIn"), terms.TYPE, terms.TRANSITIVE),
        (bn("mitgliedVon"), terms.INVERSE, bn("hatMitglied")),
        (bn("verbuendeter"), terms.SUB_PROPERTY, bn("partner")),
        (bn("partner"), terms.TYPE, terms.SYMMETRIC),
        (bn("liegtIn"), terms.SUB_PROPERTY, NamedNode("https://schema.org/containedInPlace")),
    )
]

Fact = tuple[str, str, str]


def concluded(facts: Iterable[Fact]) -> list[Quad]:
    """What follows from facts of which each is asserted by one claim, called `subject-predicate-object`."""
    asserted = {Triple(BASE.entity(s), bn(p), BASE.entity(o)): [BASE.claim(f"{s}-{p}-{o}")] for s, p, o in facts}
    found = inferred_quads(asserted, ONTOLOGY, BASE)
    assert {quad.graph_name for quad in found} <= {BASE.graph("inferred")}
    return found


def conclude(facts: Iterable[Fact]) -> set[Fact]:
    direct = (quad for quad in concluded(facts) if quad.subject.value.startswith(BASE.entity("").value))
    return {(BASE.id_of(q.subject), q.predicate.value.rpartition("#")[2], BASE.id_of(q.object)) for q in direct}


def reasons(facts: Iterable[Fact]) -> dict[str, tuple[NamedNode, set[str]]]:
    """The trait and the premises of each conclusion, all as `subject-predicate-object`."""
    nodes = {n: d for n, d in describe(concluded(facts)).items() if terms.INFERENCE in d.nodes(terms.TYPE)}
    parts = (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)
    names = {n: "-".join(BASE.id_of(d.node_of(p)).rpartition("#")[2] for p in parts) for n, d in nodes.items()}
    return {
        names[node]: (found.node_of(terms.GENERATED), {names.get(s, BASE.id_of(s)) for s in found.nodes(terms.DERIVED)})
        for node, found in nodes.items()
    }


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


@pytest.mark.parametrize(
    ("facts", "conclusion", "trait", "premises"),
    [
        ([("A", "grenztAn", "B")], "B-grenztAn-A", terms.SYMMETRIC, {"A-grenztAn-B"}),
        ([("A", "mitgliedVon", "B")], "B-hatMitglied-A", terms.INVERSE, {"A-mitgliedVon-B"}),
        ([("A", "verbuendeter", "B")], "A-partner-B", terms.SUB_PROPERTY, {"A-verbuendeter-B"}),
        ([("A", "verbuendeter", "B")], "B-partner-A", terms.SYMMETRIC, {"A-partner-B"}),
        (
            [("A", "liegtIn", "B"), ("B", "liegtIn", "C")],
            "A-liegtIn-C",
            terms.TRANSITIVE,
            {"A-liegtIn-B", "B-liegtIn-C"},
        ),
    ],
)
def test_every_conclusion_names_its_trait_and_premises(
    facts: list[Fact], conclusion: str, trait: NamedNode, premises: set[str]
) -> None:
    assert reasons(facts)[conclusion] == (trait, premises)


def test_all_claims_that_assert_a_premise_are_named() -> None:
    border = Triple(BASE.entity("A"), bn("grenztAn"), BASE.entity("B"))
    asserting = [BASE.claim("eins"), BASE.claim("zwei")]
    quads = inferred_quads({border: asserting}, ONTOLOGY, BASE)
    assert {quad.object for quad in quads if quad.predicate == terms.DERIVED} == set(asserting)


@pytest.mark.parametrize(
    "changes",
    [
        {"polarity": "neg"},
        {"modality": "planned"},
        {"modality": "possible"},
        {"modality": "demanded"},
        {"speaker": Participant(TOKAJEW)},
    ],
)
def test_nothing_follows_from_what_is_no_fact(changes: dict[str, object]) -> None:
    border = ("one", KASACHSTAN, "grenztAn", RUSSLAND)
    assert inferred_quads(fact_claims([claim(*border)], BASE), ONTOLOGY, BASE)
    assert inferred_quads(fact_claims([claim(*border, **changes)], BASE), ONTOLOGY, BASE) == []


NAMES = st.sampled_from("ABCD")
PREDICATES = st.sampled_from(["grenztAn", "liegtIn", "mitgliedVon", "verbuendeter"])
FACTS = st.lists(st.tuples(NAMES, PREDICATES, NAMES), max_size=6)


@given(FACTS)
@settings(max_examples=50, deadline=None)
def test_nothing_more_follows_from_facts_with_their_conclusions(facts: list[Fact]) -> None:
    conclusions = conclude(facts)
    assert not conclusions & set(facts)
    assert conclude([*facts, *conclusions]) == set()


@given(FACTS)
@settings(max_examples=50, deadline=None)
def test_every_argument_ends_at_facts_and_the_order_of_facts_does_not_matter(facts: list[Fact]) -> None:
    found = reasons(facts)
    assert set(found) == {"-".join(conclusion) for conclusion in conclude(facts)}
    rest, grounded = set(found), {"-".join(fact) for fact in facts}
    while rest:
        next_ones = {name for name in rest if found[name][1] <= grounded}
        assert next_ones, f"{rest} follow only from each other"
        rest -= next_ones
        grounded |= next_ones
    assert concluded(reversed(facts)) == concluded(facts)
