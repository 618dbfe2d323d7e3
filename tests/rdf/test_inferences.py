"""Inferences read back: each with the claims at the end of its chain, in the order of the argument."""

from pyoxigraph import Quad, Store
from sample_graph import BASE, KASACHSTAN, RUSSLAND, Article, claim, graph_of

from kg.infer.closure import inferred_quads
from kg.model.claim import Claim
from kg.model.entity import Entity
from kg.model.vocabulary import Predicate, Vocabulary
from kg.rdf import terms
from kg.rdf.inferences import read_inferences, telling
from kg.rdf.namespaces import bn
from kg.rdf.quads import fact_claims

ASTANA, AKORDA, ASIEN = (
    Entity("Astana", "Astana", "Ort"),
    Entity("Akorda", "Akorda", "Ort"),
    Entity("A", "Asien", "Ort"),
)
ONTOLOGY = [
    Quad(bn("liegtIn"), terms.TYPE, terms.TRANSITIVE, BASE.graph("ontology")),
    Quad(bn("hauptstadtVon"), terms.SUB_PROPERTY, bn("liegtIn"), BASE.graph("ontology")),
    Quad(bn("grenztAn"), terms.TYPE, terms.SYMMETRIC, BASE.graph("ontology")),
]
PLACES = Article(
    "one",
    (
        claim("one", AKORDA, "liegtIn", ASTANA, confidence=0.9),
        claim("one", ASTANA, "hauptstadtVon", KASACHSTAN, confidence=0.8),
        claim("one", KASACHSTAN, "liegtIn", ASIEN, confidence=0.7),
        claim("one", KASACHSTAN, "grenztAn", RUSSLAND),
    ),
)
AGAIN = Article("two", (claim("two", KASACHSTAN, "liegtIn", ASIEN, confidence=0.95),))
VOCABULARY = Vocabulary({"grenztAn": Predicate("grenztAn", "", "", "Ort", "Ort", "relation", symmetric=True)}, {})


def inferred(*articles: Article, entity: str | None = None) -> dict[str, Claim]:
    claims = [claim for article in articles for claim in article.claims]
    store = Store()
    store.extend(graph_of(articles, *ONTOLOGY, *inferred_quads(fact_claims(claims, BASE), ONTOLOGY, BASE)))
    found = read_inferences(store, BASE, entity=entity)
    return {f"{c.subject.entity.label} {c.predicate} {c.object.entity.label}": c for c in found}


def test_a_chain_ends_at_the_claims_in_order_of_the_argument() -> None:
    found = inferred(PLACES)["Akorda liegtIn Asien"]
    assert found.rule == "transitive"
    assert found.premises == PLACES.claims[:3]
    assert found.evidence == tuple(evidence for claim in PLACES.claims[:3] for evidence in claim.evidence)


def test_a_conclusion_is_as_sure_as_its_weakest_premise_of_which_the_best_claim_counts() -> None:
    assert inferred(PLACES)["Akorda liegtIn Asien"].confidence == 0.7
    both = inferred(PLACES, AGAIN)["Akorda liegtIn Asien"]
    assert both.confidence == 0.8
    assert set(both.premises) == {*PLACES.claims[:3], *AGAIN.claims}


def test_inferences_about_an_entity_bring_premises_that_do_not_name_it() -> None:
    assert inferred(PLACES, entity="Akorda") == {
        name: claim for name, claim in inferred(PLACES).items() if name.startswith("Akorda")
    }
    assert inferred(PLACES, entity="Nirgends") == {}


def test_only_what_says_more_than_its_premises_is_telling() -> None:
    names = {(c.subject.entity.id, c.predicate) for c in telling(inferred(PLACES).values(), VOCABULARY)}
    assert ("Russland", "grenztAn") not in names
    assert ("Astana", "liegtIn") in names


def test_of_a_symmetric_conclusion_one_direction_is_told() -> None:
    (one,) = PLACES.claims[3:]
    broader = Claim("i1", "one", one.subject, "grenztAn", one.object, (), rule="broader", premises=(one,))
    back = Claim("i2", "one", one.object, "grenztAn", one.subject, (), rule="broader", premises=(one,))
    assert telling([broader, back], VOCABULARY) == (broader,)
