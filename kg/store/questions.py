"""The named questions of a workspace: SPARQL files whose header says what they ask."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.model.entity import Entity
from kg.rdf.literals import german
from kg.rdf.namespaces import Base
from kg.rdf.sparql_files import read_sparql_files
from kg.store.syntax import OUTSIDE_TEXT

__all__ = ["Question", "meanings", "read_questions", "with_value"]

_VARIABLE = re.compile(r"[?$](\w+)")
_BRACE = re.compile(rf"{OUTSIDE_TEXT} | (?P<brace>[{{}}])", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Question:
    """A file of `ontology/queries`: its stem is the name; title in German, description in English."""

    name: str
    title: str
    description: str
    sparql: str


def read_questions(folder: Path) -> tuple[Question, ...]:
    """Return the questions in order of name; raise FaultyInput for a file without `# Titel:` and `# Description:`."""
    files = read_sparql_files(folder, keys=("Titel", "Description"))
    return tuple(Question(file.name, file.header["Titel"], file.header["Description"], file.sparql) for file in files)


def meanings(text: str, entities: Iterable[Entity], base: Base) -> tuple[NamedNode | Literal, ...]:
    """Return everything that a person may mean by a text: the entities that are called so, a term, or the text."""
    prefix, colon, local = text.partition(":")
    namespace = base.prefixes().get(prefix) if colon else None
    found: list[NamedNode | Literal] = [NamedNode(namespace + local)] if namespace else []
    for entity in entities:
        found += (base.entity(entity.id), german(entity.label))
    return tuple(dict.fromkeys((*found, german(text), Literal(text))))


def with_value(sparql: str, name: str, terms: Iterable[NamedNode | Literal]) -> str:
    """Return the query in which the variable has one of these values.

    They take the place of those of its VALUES line (of the kind that stood there: texts or IRIs); for a variable
    without one a filter goes to the end of the pattern. Raise QueryError for a variable that the query does not have
    or that it computes only from what is found.
    """
    variables = dict.fromkeys(_VARIABLE.findall(sparql))
    if name not in variables:
        raise QueryError(f"the question has no ?{name}; it has {', '.join(variables)}")
    line = re.search(rf"VALUES\s*[?$]{name}\s*\{{(?P<values>[^{{}}]*)\}}", sparql, re.IGNORECASE)
    if line:
        return f"{sparql[: line.start('values')]} {_of_the_kind(name, line, terms)} {sparql[line.end('values') :]}"
    first, last = (f(found.start() for found in _BRACE.finditer(sparql) if found["brace"]) for f in (min, max))
    if re.search(rf"\bAS\s*[?$]{name}\b", sparql[:first], re.IGNORECASE):
        raise QueryError(f"?{name} is computed from what is found; give a value to another variable")
    return f"{sparql[:last]}  FILTER (?{name} IN ({', '.join(map(str, terms))}))\n{sparql[last:]}"


def _of_the_kind(name: str, line: re.Match[str], terms: Iterable[NamedNode | Literal]) -> str:
    wanted = Literal if line["values"].lstrip().startswith(('"', "'")) else NamedNode
    values = [term for term in terms if isinstance(term, wanted)]
    if not values:
        raise QueryError(f"?{name} takes an entity or a term such as bn:besucht, as in {line[0]}")
    plain = [value for value in values if isinstance(value, Literal) and value.language is None]
    return " ".join(map(str, plain or values))
