"""Curated files of a workspace; those in Turtle become the same rows as tables.

A plain triple of the ontology's predicates is a statement; its source is that of the file (`<> dcterms:source "…"`).
A statement with more to say is a node with rdf:subject, rdf:predicate, rdf:object and what `_COLUMNS` names.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.curate.load import Curated, load_folder
from kg.curate.names import suggestion
from kg.curate.tables import Cell, Columns, Row, Table, missing_cells, read_table
from kg.errors import Fault, FaultyInput
from kg.model.vocabulary import Vocabulary
from kg.rdf import terms
from kg.rdf.namespaces import BN
from kg.rdf.turtle import LocatedTriple, read_turtle

__all__ = ["load_curated", "read_statement_graph"]

# The columns of a table that have a name of their own in RDF; a qualifier is its name in the ontology.
_COLUMNS: Final = {
    terms.SUBJECT.value: "subject",
    terms.PREDICATE.value: "predicate",
    terms.OBJECT.value: "object",
    terms.EARLIEST.value: "from",
    terms.LATEST.value: "until",
    terms.UNIT.value: "unit",
    terms.SOURCE.value: "source",
    terms.COMMENT.value: "note",
}
_VALUES: Final = {terms.POLARITIES[name].value: name for name in terms.POLARITIES}
_ENTITY: Final = "/entity/"
# What `<>` means in a file whose base is the ontology.
_FILE: Final = NamedNode(BN.removesuffix("#"))

Node = NamedNode | BlankNode | Triple


def load_curated(folder: Path, *, vocabulary: Vocabulary, keep_going: bool = False) -> Curated:
    """Return what all tables and Turtle files of a folder hold, with all their faults; see `load_folder`."""
    readers = {".csv": read_table, ".ttl": read_statement_graph}
    return load_folder(folder, vocabulary=vocabulary, readers=readers, keep_going=keep_going)


def read_statement_graph(path: Path, columns: Columns) -> Table:
    """Return the statements of a Turtle file as rows with these columns; faults stand in the result."""
    try:
        nodes = _by_node(path)
    except FaultyInput as error:
        return Table(faults=error.faults)
    faults: list[Fault] = []
    common = _cells(path, nodes.pop(_FILE, []), columns, faults)
    rows = []
    for items in nodes.values():
        if any(item.triple.predicate == terms.SUBJECT for item in items):
            rows.append(Row(path, items[-1].line, _cells(path, items, columns, faults)))
        else:
            rows += (Row(path, item.line, common | _triple_cells(path, item)) for item in items)
    for row in rows:
        faults += missing_cells(row, columns)
    return Table(tuple(row for row in rows if not missing_cells(row, columns)), tuple(faults))


def _by_node(path: Path) -> dict[Node, list[LocatedTriple]]:
    nodes: defaultdict[Node, list[LocatedTriple]] = defaultdict(list)
    for item in read_turtle(path):
        nodes[item.triple.subject].append(item)
    return nodes


def _cells(path: Path, items: list[LocatedTriple], columns: Columns, faults: list[Fault]) -> dict[str, Cell]:
    """Return the cells of a node, one for each property, without its type."""
    cells = {}
    for item in items:
        iri = item.triple.predicate.value
        name = _COLUMNS.get(iri) or iri.removeprefix(BN)
        cell = Cell(_text(item.triple.object), name, path, item.line)
        if name in cells:
            faults.append(cell.fault("steht zweimal da, darf aber nur einmal"))
        elif name in columns.all:
            cells[name] = cell
        elif item.triple.predicate != terms.TYPE:
            faults.append(cell.fault(f"unbekannte Eigenschaft{suggestion(name, columns.all)}"))
    return cells


def _triple_cells(path: Path, item: LocatedTriple) -> dict[str, Cell]:
    triple = item.triple
    parts = {"subject": triple.subject, "predicate": triple.predicate, "object": triple.object}
    return {name: Cell(_text(part), name, path, item.line) for name, part in parts.items()}


def _text(term: Node | Literal) -> str:
    """Return what a table would say: the id of an entity, the local name of a term, the text of a literal."""
    if not isinstance(term, NamedNode):
        return term.value if isinstance(term, Literal) else str(term)
    if term.value in _VALUES:
        return _VALUES[term.value]
    _, minted, identifier = term.value.partition(_ENTITY)
    return unquote(identifier) if minted else term.value.removeprefix(BN)
