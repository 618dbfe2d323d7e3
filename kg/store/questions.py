"""The named questions of a workspace: SPARQL files whose header says what they ask."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.rdf.sparql_files import read_sparql_files

__all__ = ["Question", "read_questions"]


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
