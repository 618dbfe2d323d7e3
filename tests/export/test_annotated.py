from claim_strategies import CLAIMS, graph_quads
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse
from sample_graph import BASE, DAY, KASACHSTAN, RUSSLAND, TOKAJEW, Article, claim, graph_of

from kg.export.annotated import ttl12
from kg.model.claim import Claim, Participant
from kg.rdf import terms
from kg.rdf.facts import STATEMENT_PARTS
from kg.rdf.namespaces import VOCABULARIES, bn
from kg.rdf.quads import claim_quads, fact_quads

REIFIES = NamedNode(VOCABULARIES["rdf"] + "reifies")
MIXED = Article(
    "mixed",
    (
        claim("mixed", TOKAJEW, "lobt", RUSSLAND, when=DAY),
        claim("mixed", TOKAJEW, "kritisiert", RUSSLAND, polarity="neg"),
        claim("mixed", TOKAJEW, "besucht", RUSSLAND, modality="planned"),
        claim("mixed", KASACHSTAN, "droht", RUSSLAND, speaker=Participant(TOKAJEW, "Tokajew")),
    ),
)


def triples_of(document: bytes) -> set[Triple]:
    """Read Turtle 1.2 and put subject, predicate and object in the place of what each claim reifies."""
    found = set()
    for quad in parse(document, format=RdfFormat.TURTLE):
        if quad.predicate == REIFIES:
            parts = zip(STATEMENT_PARTS, quad.object, strict=True)
            found |= {Triple(quad.subject, part, value) for part, value in parts}
        else:
            found.add(quad.triple)
    return found


@given(st.lists(CLAIMS, max_size=4))
@settings(max_examples=60, deadline=None)
def test_the_same_graph_comes_back(claims: list[Claim]) -> None:
    quads = graph_quads(claims, BASE)
    assert triples_of(ttl12(quads, BASE)) == {quad.triple for quad in quads}


def test_only_facts_stand_and_carry_their_claims_as_annotations() -> None:
    document = ttl12(graph_of([MIXED]), BASE).decode("utf-8")
    assert "ent:Tokajew bn:lobt ent:Russland\n\t~ claim:mixed-Tokajew-lobt-Russland {|" in document
    for subject, predicate in (("Tokajew", "kritisiert"), ("Tokajew", "besucht"), ("Kasachstan", "droht")):
        node = f"claim:mixed-{subject}-{predicate}-Russland"
        assert f"{node} rdf:reifies <<( ent:{subject} bn:{predicate} ent:Russland )>> ;" in document
        assert f"~ {node} " not in document


def test_a_reader_of_triples_sees_nothing_denied_planned_or_said() -> None:
    plain = {quad.triple for quad in parse(ttl12(graph_of([MIXED]), BASE), format=RdfFormat.TURTLE)}
    between = {triple for triple in plain if triple.subject in map(BASE.entity, ("Tokajew", "Kasachstan"))}
    predicates = {triple.predicate for triple in between if not isinstance(triple.object, Literal)}
    assert bn("lobt") in predicates
    assert not predicates & {bn("kritisiert"), bn("besucht"), bn("droht")}


def test_a_denial_does_not_annotate_what_another_article_asserts() -> None:
    denied = Article("other", (claim("other", TOKAJEW, "lobt", RUSSLAND, polarity="neg"),))
    document = ttl12(graph_of([MIXED, denied]), BASE).decode("utf-8")
    assert "claim:other-Tokajew-lobt-Russland rdf:reifies <<( ent:Tokajew bn:lobt ent:Russland )>>" in document
    assert document.count("~ claim:") == 1


def test_what_explains_an_inferred_triple_annotates_it() -> None:
    why, graph = NamedNode(f"{BASE.iri}inference/x"), BASE.graph("inferred")
    stated = (BASE.entity("Russland"), bn("grenztAn"), BASE.entity("Kasachstan"))
    inferred = [
        Quad(*stated, graph),
        Quad(why, terms.TYPE, terms.INFERENCE, graph),
        *(Quad(why, part, value, graph) for part, value in zip(STATEMENT_PARTS, stated, strict=True)),
    ]
    document = ttl12(inferred, BASE)
    assert b"ent:Russland bn:grenztAn ent:Kasachstan\n\t~ inference:x {|" in document
    assert triples_of(document) == {quad.triple for quad in inferred}


def test_a_claim_that_was_replaced_supports_nothing() -> None:
    claim = MIXED.claims[0]
    replaced = [
        Quad(quad.subject, quad.predicate, terms.REPLACED if quad.object == terms.CLAIM else quad.object)
        for quad in claim_quads(claim, BASE)
    ]
    document = ttl12([*replaced, *fact_quads([claim], BASE)], BASE)
    assert b"~" not in document
    assert b"rdf:reifies <<( ent:Tokajew bn:lobt ent:Russland )>>" in document


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=8))
@settings(max_examples=200, deadline=None)
def test_any_name_is_a_name_in_turtle(name: str) -> None:
    quad = Quad(BASE.entity(name), bn("lobt"), NamedNode(f"{BASE.entity(name).value}#teil"), BASE.graph("facts"))
    assert triples_of(ttl12([quad], BASE)) == {quad.triple}
