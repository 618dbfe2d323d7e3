"""The named questions of a workspace: SPARQL files whose header says what they ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import Fault, FaultyInput

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
    questions, faults = [], []
    for path in sorted(folder.glob("*.rq")):
        sparql = path.read_text(encoding="utf-8")
        title, description = (_header(sparql, name) for name in ("Titel", "Description"))
        if title and description:
            questions.append(Question(path.stem, title, description, sparql))
        else:
            faults.append(Fault(path, "lacks '# Titel:' or '# Description:' in its header", 1))
    if faults:
        raise FaultyInput(tuple(faults))
    return tuple(questions)


def _header(sparql: str, name: str) -> str | None:
    match = re.search(rf"(?m)^#\s*{name}:\s*(.+)$", sparql)
    return match[1].strip() if match else None
