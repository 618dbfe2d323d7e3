"""What can go wrong for a user, as exceptions that say what, where and what to do.

Everything a user's input can cause is a `KgError`; the command line prints it in one line and exits
with 1. Any other exception is a bug and keeps its trace.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Fault", "FaultyInput", "KgError", "QueryError", "QueryTimeout", "ReadError", "StoreError", "WorkspaceError"]


class KgError(Exception):
    """A mistake in the input, the workspace or the request, told to the user in one line."""


class WorkspaceError(KgError):
    """The folder is no workspace, or its settings cannot be used."""


class ReadError(KgError):
    """A file cannot be read as a document."""


class StoreError(KgError):
    """The graph store is missing, locked or broken."""


class QueryError(KgError):
    """A SPARQL query is wrong or not allowed."""


class QueryTimeout(QueryError):
    """A query was stopped at its time limit."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in a file that a person wrote. `line` and `column` count from 1; 0 means not known."""

    file: Path
    message: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `file:line:column: message`, leaving out what is not known."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.message}"


class FaultyInput(KgError):
    """A table, rule, ontology or settings file has faults; all of them are told at once."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep the faults; the message is one line a fault."""
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
