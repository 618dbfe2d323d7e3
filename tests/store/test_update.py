from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad
from sample_graph import BASE, KASACHSTAN, MESSE, ONE, RUSSLAND, TOKAJEW, TWO, Article, claim, graph_of

from kg.errors import StoreError
from kg.infer.closure import inferred_quads
from kg.model.claim import Participant
from kg.rdf import terms
from kg.rdf.namespaces import bn
from kg.rdf.quads import fact_claims, fact_quads
from kg.store.build import build_store
from kg.store.open import open_store
from kg.store.update import replace_document

SYMMETRIC = Quad(bn("grenztAn"), terms.TYPE, NamedNode("http://www.w3.org/2002/07/owl#SymmetricProperty"))
ONTOLOGY = [Quad(SYMMETRIC.subject, SYMMETRIC.predicate, SYMMETRIC.object, BASE.graph("ontology"))]


def built(*articles: Article) -> set[Quad]:
    """What a build of these articles alone puts into the store."""
    facts = fact_claims([claim for article in articles for claim in article.claims], BASE)
    return {*graph_of(articles, *ONTOLOGY), *inferred_quads(facts, ONTOLOGY, BASE)}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    build_store(tmp_path, built(ONE, TWO))
    return tmp_path


def test_a_removed_document_leaves_nothing_behind(store: Path) -> None:
    replace_document(store, "one", [], base=BASE)
    assert set(open_store(store)) == built(TWO)


def test_a_fact_that_another_document_asserts_stays(store: Path) -> None:
    border = fact_quads([claim("one", KASACHSTAN, "grenztAn", RUSSLAND)], BASE)[0]
    replace_document(store, "one", [], base=BASE)
    assert border in set(open_store(store))
    replace_document(store, "two", [], base=BASE)
    assert border not in set(open_store(store))
    assert list(open_store(store).quads_for_pattern(None, None, None, BASE.graph("inferred"))) == []


def test_what_is_only_denied_elsewhere_is_no_fact(tmp_path: Path) -> None:
    asserting = Article("three", (claim("three", RUSSLAND, "lobt", KASACHSTAN),))
    build_store(tmp_path, built(TWO, asserting))
    replace_document(tmp_path, "three", [], base=BASE)
    assert set(open_store(tmp_path)) == built(TWO)


@pytest.mark.parametrize("changes", [{"polarity": "neg"}, {"modality": "planned"}, {"speaker": Participant(TOKAJEW)}])
def test_nothing_follows_from_a_border_that_is_no_fact(store: Path, changes: dict[str, object]) -> None:
    for document in ("one", "two"):
        said = Article(document, (claim(document, KASACHSTAN, "grenztAn", RUSSLAND, **changes),))
        inferred = list(open_store(store).quads_for_pattern(None, None, None, BASE.graph("inferred")))
        assert inferred, "as long as one document states it, the border holds both ways"
        replace_document(store, document, said.quads(), base=BASE)
    assert list(open_store(store).quads_for_pattern(None, None, None, BASE.graph("inferred"))) == []


def test_an_inference_loses_the_premise_of_a_removed_document(store: Path) -> None:
    def premises() -> set[object]:
        return {
            quad.object
            for quad in open_store(store).quads_for_pattern(None, terms.DERIVED, None, BASE.graph("inferred"))
        }

    assert premises() == {BASE.claim(f"{document}-Kasachstan-grenztAn-Russland") for document in ("one", "two")}
    replace_document(store, "one", [], base=BASE)
    assert premises() == {BASE.claim("two-Kasachstan-grenztAn-Russland")}


def test_a_document_read_again_replaces_what_it_said(store: Path) -> None:
    again = Article(
        "one", (claim("one", RUSSLAND, "empfaengt", TOKAJEW), claim("one", RUSSLAND, "grenztAn", KASACHSTAN))
    )
    replace_document(store, "one", again.quads(), base=BASE)
    assert set(open_store(store)) == built(again, TWO)


def test_a_new_document_is_added(store: Path) -> None:
    new = Article("three", (claim("three", TOKAJEW, "besucht", RUSSLAND),))
    replace_document(store, "three", new.quads(), base=BASE)
    assert set(open_store(store)) == built(ONE, TWO, new)


def test_the_same_document_changes_nothing(store: Path) -> None:
    replace_document(store, "one", ONE.quads(), base=BASE)
    assert set(open_store(store)) == built(ONE, TWO)


def test_an_entity_described_anew_loses_its_old_description(store: Path) -> None:
    fair = replace(MESSE, label="Messe in Aktau")
    again = Article("one", (claim("one", TOKAJEW, "besucht", fair),))
    replace_document(store, "one", again.quads(), base=BASE)
    assert set(open_store(store)) == built(again, TWO)


def test_a_reader_sees_the_graph_before_or_after_but_not_between(store: Path) -> None:
    reader = open_store(store)
    replace_document(store, "one", [], base=BASE)
    assert set(reader) == built(ONE, TWO)


def test_there_must_be_a_graph_to_update(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        replace_document(tmp_path, "one", [], base=BASE)
