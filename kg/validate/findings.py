"""What a check found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import Fault

__all__ = ["SEVERITIES", "TABLES", "Finding", "finding_of", "in_order"]

SEVERITIES: Final = ("error", "warning", "info")
TABLES: Final = "tables"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of the graph: the check's name, one of SEVERITIES, the IRI it is about, what is wrong and what to do.

    `file`, `line` and `column` say where a person wrote it, None and 0 where nobody did.
    """

    check: str
    severity: str
    focus: str
    message: str
    solution: str
    file: Path | None = None
    line: int = 0
    column: int = 0


def finding_of(fault: Fault, severity: str) -> Finding:
    """Return a fault of a table as a finding."""
    solution = "Die Zelle berichtigen und neu bauen; kg build --keep-going nimmt inzwischen die fehlerlosen Zeilen."
    return Finding(TABLES, severity, fault.file.name, fault.message, solution, fault.file, fault.line, fault.column)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with errors first, then by file, line, column, check and place in the graph."""
    return tuple(sorted(findings, key=_key))


def _key(finding: Finding) -> tuple[object, ...]:
    rank = SEVERITIES.index(finding.severity)
    return rank, str(finding.file or ""), finding.line, finding.column, finding.check, finding.focus, finding.message
