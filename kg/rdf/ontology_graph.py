"""The Turtle files of a workspace's ontology as one named graph without blank nodes."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, NamedNode, Quad

from kg.errors import Fault, FaultyInput
from kg.rdf.namespaces import BN, Base
from kg.rdf.turtle import read_turtle

__all__ = ["SHAPES", "ontology_quads"]

# Shapes say how the graph must look, which is no knowledge of the world: only validation reads them.
SHAPES: Final = "shapes.ttl"
Node = TypeVar("Node")


def ontology_quads(folder: Path, base: Base) -> list[Quad]:
    """Return the triples of every `*.ttl` in the folder but the shapes, in `graph/ontology`, in a stable order.

    A blank node becomes an IRI of its file and of its place in the file's canonical form. Raise FaultyInput for
    files that are no Turtle, all of them at once.
    """
    graph = base.graph("ontology")
    quads: set[Quad] = set()
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.ttl")):
        if path.name != SHAPES:
            try:
                quads.update(_quads(path, graph))
            except FaultyInput as error:
                faults += error.faults
    if faults:
        raise FaultyInput(tuple(faults))
    return sorted(quads, key=str)


def _quads(path: Path, graph: NamedNode) -> list[Quad]:
    dataset = Dataset(Quad(*item.triple) for item in read_turtle(path))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return [Quad(_named(quad.subject, path), quad.predicate, _named(quad.object, path), graph) for quad in dataset]


def _named(term: Node, path: Path) -> Node | NamedNode:
    return NamedNode(f"{BN}{path.stem}-{term.value}") if isinstance(term, BlankNode) else term
