"""SHACL shapes read from Turtle, each constraint as the SPARQL condition under which a value violates it.

What is understood is the part of SHACL Core that our shapes need: targets by class or as objects of a predicate,
property shapes whose path is one predicate, `sh:or`, counts, and the constraints of `_CONDITIONS`. Anything else is a
fault.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import Fault, FaultyInput
from kg.rdf.namespaces import VOCABULARIES
from kg.rdf.turtle import read_turtle

__all__ = ["Shape", "read_shapes"]

_SH: Final = "http://www.w3.org/ns/shacl#"
_RDF: Final = VOCABULARIES["rdf"]
_NOT_FOR_VALIDATION: Final = (
    "name",
    "description",
    "message",
    "path",
    "property",
    "or",
    "targetClass",
    "targetObjectsOf",
)
# Types whose text must be readable as such: "gestern"^^xsd:date has the type and is no date.
_CASTS: Final = tuple(
    f"<{VOCABULARIES['xsd']}{name}>" for name in ("date", "dateTime", "integer", "decimal", "boolean")
)


class Shape(NamedTuple):
    """A shape: what violates it at the end of `path`, None for the node itself, and the shapes that it consists of.

    `targets` are SPARQL patterns of `?focus`; `conditions` say when `?value` is wrong; `least` and `most` bound the
    number of values. Of each group of `alternatives` one must hold.
    """

    name: str
    message: str
    targets: tuple[str, ...]
    path: str | None
    conditions: tuple[str, ...]
    least: int
    most: int | None
    properties: tuple[Shape, ...]
    alternatives: tuple[tuple[Shape, ...], ...]


def _datatype(type_: str) -> str:
    readable = f" && COALESCE({type_}(STR(?value)) = ?value, false)" if type_ in _CASTS else ""
    return f"!COALESCE(DATATYPE(?value) = {type_}{readable}, false)"


def _language(*ranges: str) -> str:
    return f"!COALESCE({' || '.join(f'LANGMATCHES(LANG(?value), {one})' for one in ranges)}, false)"


def _against(sign: str, path: str) -> str:
    return f"EXISTS {{ ?focus {path} ?bound FILTER (!COALESCE(?value {sign} ?bound, false)) }}"


_CONDITIONS: Final[Mapping[str, Callable[..., str]]] = {
    "nodeKind": lambda kind: f"!is{kind.rpartition('#')[2].removesuffix('>')}(?value)",
    "datatype": _datatype,
    "class": lambda type_: f"NOT EXISTS {{ ?value a/<{VOCABULARIES['rdfs']}subClassOf>* {type_} }}",
    "in": lambda *terms: f"!({' || '.join(f'sameTerm(?value, {term})' for term in terms)})",
    "pattern": lambda pattern: f"!REGEX(STR(?value), {pattern})",
    "languageIn": _language,
    "minInclusive": lambda bound: f"!COALESCE(?value >= {bound}, false)",
    "maxInclusive": lambda bound: f"!COALESCE(?value <= {bound}, false)",
    "lessThan": lambda path: _against("<", path),
    "lessThanOrEquals": lambda path: _against("<=", path),
}
_LISTS: Final = ("in", "languageIn")

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal | Triple
Graph = Mapping[Node | Triple, Mapping[str, list[Term]]]


def read_shapes(path: Path) -> tuple[Shape, ...]:
    """Return the node shapes that have a target. Raise FaultyInput for what is no Turtle or not understood."""
    graph: defaultdict[Node | Triple, defaultdict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    faults = []
    for item in read_turtle(path):
        iri = item.triple.predicate.value
        graph[item.triple.subject][iri].append(item.triple.object)
        name = iri.removeprefix(_SH)
        if iri.startswith(_SH) and name not in (*_CONDITIONS, *_NOT_FOR_VALIDATION, "minCount", "maxCount"):
            faults.append(
                Fault(path, f"sh:{name} wird nicht verstanden; bekannt sind {', '.join(_CONDITIONS)}", item.line)
            )
    if faults:
        raise FaultyInput(tuple(faults))
    shapes = (_shape(node, graph) for node in list(graph))
    return tuple(sorted((shape for shape in shapes if shape.targets), key=lambda shape: shape.name))


def _shape(node: Term, graph: Graph) -> Shape:
    said = graph.get(node, {}) if not isinstance(node, Literal) else {}
    path = said.get(f"{_SH}path")
    least, most = (said.get(f"{_SH}{name}Count") for name in ("min", "max"))
    return Shape(
        name=str(node).rpartition("#")[2].removesuffix(">"),
        message=_message(said.get(f"{_SH}message", [])),
        targets=tuple(_targets(said)),
        path=str(path[0]) if path else None,
        conditions=tuple(_conditions(said, graph)),
        least=_whole(least) or 0,
        most=_whole(most),
        properties=tuple(_shape(other, graph) for other in said.get(f"{_SH}property", [])),
        alternatives=tuple(
            tuple(_shape(other, graph) for other in _items(head, graph)) for head in said.get(f"{_SH}or", [])
        ),
    )


def _targets(said: Mapping[str, list[Term]]) -> Iterator[str]:
    yield from (f"?focus a {class_} ." for class_ in said.get(f"{_SH}targetClass", []))
    yield from (f"?other {predicate} ?focus ." for predicate in said.get(f"{_SH}targetObjectsOf", []))


def _conditions(said: Mapping[str, list[Term]], graph: Graph) -> Iterator[str]:
    for name, condition in _CONDITIONS.items():
        for value in said.get(f"{_SH}{name}", []):
            yield condition(*map(str, _items(value, graph) if name in _LISTS else [value]))


def _items(head: Term, graph: Graph) -> Iterator[Term]:
    while not isinstance(head, Literal) and (cell := graph.get(head)):
        yield cell[f"{_RDF}first"][0]
        head = cell[f"{_RDF}rest"][0]


def _message(texts: list[Term]) -> str:
    known = [text for text in texts if isinstance(text, Literal)]
    german = [text.value for text in known if text.language == "de"]
    return (german or [text.value for text in known] or [""])[0]


def _whole(values: list[Term] | None) -> int | None:
    return next((int(value.value) for value in values or () if isinstance(value, Literal)), None)
