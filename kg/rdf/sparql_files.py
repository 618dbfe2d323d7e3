"""SPARQL files that people write: questions and checks, each with a header of comments that says what it is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import Fault, FaultyInput

__all__ = ["SparqlFile", "read_sparql_files"]


@dataclass(frozen=True, slots=True)
class SparqlFile:
    """A file `name`.rq: its text and the values of its header lines `# Key: value`."""

    path: Path
    header: dict[str, str]
    sparql: str

    @property
    def name(self) -> str:
        """The name by which people call it."""
        return self.path.stem


def read_sparql_files(folder: Path, *, keys: tuple[str, ...]) -> tuple[SparqlFile, ...]:
    """Return the `*.rq` of a folder in order of name; raise FaultyInput for those whose header lacks a key."""
    files, faults = [], []
    for path in sorted(folder.glob("*.rq")):
        sparql = path.read_text(encoding="utf-8-sig")
        header = {key: match[1].strip() for key in keys if (match := re.search(rf"(?m)^#\s*{key}:(.*\S)$", sparql))}
        files.append(SparqlFile(path, header, sparql))
        faults += [Fault(path, f"lacks '# {key}:' in its header", 1) for key in keys if key not in header]
    if faults:
        raise FaultyInput(tuple(faults))
    return tuple(files)
