from pathlib import Path

import pytest
from sample_graph import BASE, ONE, TWO, graph_of

from kg.store.build import build_store
from kg.store.rdflib_store import as_dataset


@pytest.fixture
def store(tmp_path: Path) -> Path:
    build_store(tmp_path, graph_of([ONE, TWO]))
    return tmp_path


def test_rdflib_sees_the_union_of_all_graphs(store: Path) -> None:
    """Trap 6: query strings run in Oxigraph; the prefixes are bound for them."""
    dataset = as_dataset(store, base=BASE)
    rows = list(dataset.query("SELECT ?name { ?claim rdf:predicate bn:kritisiert ; rdf:subject/rdfs:label ?name }"))
    assert [str(row.name) for row in rows] == ["Kassym-Schomart Tokajew"]


def test_rdflib_counts_no_triple_twice(store: Path) -> None:
    dataset = as_dataset(store, base=BASE)
    (row,) = dataset.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert int(row.n) == len(graph_of([ONE, TWO])) - len(duplicates())


def duplicates() -> list[object]:
    """Entities that both articles mention are described twice by graph_of, once in the store."""
    quads = graph_of([ONE, TWO])
    return [None] * (len(quads) - len(set(quads)))


def test_rdflib_cannot_write(store: Path) -> None:
    """Trap 6: updates through rdflib reach into the wrong graphs; the dataset is read-only."""
    dataset = as_dataset(store, base=BASE)
    with pytest.raises(RuntimeError, match="read-write"):
        dataset.remove((None, None, None))
