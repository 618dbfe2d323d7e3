from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode

from kg.errors import FaultyInput
from kg.rdf import terms
from kg.rdf.namespaces import BN, Base
from kg.rdf.ontology_graph import ontology_quads

BASE = Base()
ONTOLOGY = Path(__file__).parents[2] / "ontology"
HEADER = "@prefix a: <https://example.org/> .\n"


def test_blank_nodes_become_stable_iris(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(HEADER + "a:s a:p [ a:q 1 ], ( 2 3 ) .", encoding="utf-8")
    (tmp_path / "b.ttl").write_text(HEADER + "a:s a:p [ a:q 1 ] .", encoding="utf-8")
    quads = ontology_quads(tmp_path, BASE)
    assert quads == ontology_quads(tmp_path, BASE)
    assert len(quads) == 2 + 5 + 2
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))
    assert {quad.graph_name for quad in quads} == {BASE.graph("ontology")}


def test_a_triple_of_two_files_stands_once(tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).write_text(HEADER + "a:s a:p a:o .", encoding="utf-8")
    assert len(ontology_quads(tmp_path, BASE)) == 1


def test_shapes_are_no_knowledge(tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text(HEADER + "a:s a:p a:o .", encoding="utf-8")
    assert ontology_quads(tmp_path, BASE) == []


def test_all_faulty_files_are_told_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(HEADER + "a:s a:p ; .", encoding="utf-8")
    (tmp_path / "b.ttl").write_text(HEADER + "\n x:s a:p 1 .", encoding="utf-8")
    with pytest.raises(FaultyInput) as caught:
        ontology_quads(tmp_path, BASE)
    assert [(fault.file.name, fault.line) for fault in caught.value.faults] == [("a.ttl", 2), ("b.ttl", 3)]


def test_the_ontology_defines_every_term_that_quads_are_written_with() -> None:
    used = [*(value for value in vars(terms).values() if isinstance(value, NamedNode)), *terms.POLARITIES.values()]
    ours = {node for node in used if node.value.startswith(BN)}
    defined = {quad.subject for quad in ontology_quads(ONTOLOGY, BASE)}
    assert len(ours) > 20
    assert ours <= defined
