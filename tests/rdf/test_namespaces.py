import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import WorkspaceError
from kg.rdf.namespaces import RESERVED_GRAPHS, Base, compact

BASE = Base()
CHARACTERS = st.characters(exclude_categories=("Cs",))


@given(st.text(CHARACTERS, min_size=1))
def test_every_id_comes_back_from_its_iri(identifier: str) -> None:
    assert BASE.id_of(BASE.entity(identifier)) == identifier
    assert BASE.id_of(BASE.document(identifier)) == identifier


def test_a_slug_stays_readable() -> None:
    assert BASE.entity("Außenministerium_Russlands").value.endswith("/entity/Außenministerium_Russlands")


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("https://w3id.org/belegnetz/ontology#lobt", "bn:lobt"),
        ("https://w3id.org/belegnetz/ontology#", "https://w3id.org/belegnetz/ontology#"),
        ("https://w3id.org/belegnetz/claim/9f2c", "claim:9f2c"),
        ("https://w3id.org/belegnetz/claim/9f2c#quantity", "https://w3id.org/belegnetz/claim/9f2c#quantity"),
        ("https://example.com/", "https://example.com/"),
    ],
)
def test_compact_shortens_what_needs_no_escape(iri: str, short: str) -> None:
    assert compact(iri, BASE.prefixes()) == short


@pytest.mark.parametrize("name", RESERVED_GRAPHS)
def test_a_document_never_lands_in_a_reserved_graph(name: str) -> None:
    assert BASE.document_graph(name) != BASE.graph(name)


def test_a_document_graph_is_named_like_the_document() -> None:
    assert BASE.document_graph("seed0") == BASE.graph("seed0")


@pytest.mark.parametrize("iri", ["", "belegnetz/", "https://example.org/x", "https://example.org/#", "https://a b/"])
def test_a_base_that_cannot_mint_is_refused(iri: str) -> None:
    with pytest.raises(WorkspaceError, match="ends with a slash"):
        Base(iri)


def test_prefixes_follow_the_base() -> None:
    prefixes = Base("https://example.org/kg/").prefixes()
    assert prefixes["ent"] == "https://example.org/kg/entity/"
    assert prefixes["bn"] == "https://w3id.org/belegnetz/ontology#"
    assert {"claim", "doc", "graph", "rule", "rdf", "rdfs", "owl", "xsd", "skos", "prov", "oa", "schema"} < set(
        prefixes
    )
