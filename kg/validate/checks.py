"""Checks of the whole graph: one SPARQL file a problem, in `ontology/checks`.

Their header says what is wrong and what to do, and how bad it is:

    # Problem: {person} and {other} hold the office {office} at once
    # Solution: Give the earlier term of office its end.
    # Severity: warning

A check selects `?focus`, what the finding is about, and every variable its problem names in braces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Store

from kg.errors import Fault, FaultyInput, QueryError
from kg.rdf.guard import refuse_reaching_out
from kg.rdf.namespaces import Base, compact
from kg.rdf.sparql_files import SparqlFile, read_sparql_files
from kg.validate.findings import SEVERITIES, Finding, in_order
from kg.validate.places import curated_places

__all__ = ["read_checks", "validate"]

_NAMED = re.compile(r"\{(\w+)\}")


def validate(store: Store, checks: Path, *, base: Base, files: Mapping[str, Path] | None = None) -> tuple[Finding, ...]:
    """Return what the checks of this folder find, errors first.

    `files` are the curated files by the id of their source; findings about their claims say where they stand. Raise
    FaultyInput for checks that are no valid checks, all of them at once.
    """
    places, prefixes = curated_places(store, files or {}, base), base.prefixes()
    findings, faults = [], []
    for check in read_checks(checks):
        try:
            findings += [_finding(check, row, places, prefixes) for row in _rows(store, check, prefixes)]
        except (SyntaxError, QueryError) as error:
            faults.append(Fault(check.path, str(error)))
    if faults:
        raise FaultyInput(tuple(faults))
    return in_order(findings)


def read_checks(folder: Path) -> tuple[SparqlFile, ...]:
    """Return the checks of a folder in order of name; raise FaultyInput for a header that lacks a value."""
    checks = read_sparql_files(folder, keys=("Problem", "Solution", "Severity"))
    wrong = [check for check in checks if check.header["Severity"] not in SEVERITIES]
    if wrong:
        message = f"its Severity must be one of {', '.join(SEVERITIES)}"
        raise FaultyInput(tuple(Fault(check.path, message, 1) for check in wrong))
    return checks


def _rows(store: Store, check: SparqlFile, prefixes: dict[str, str]) -> list[QuerySolution]:
    refuse_reaching_out(check.sparql)
    answer = store.query(check.sparql, prefixes=prefixes, use_default_graph_as_union=True)
    if not isinstance(answer, QuerySolutions):
        raise SyntaxError("a check is a SELECT")
    selected = {variable.value for variable in answer.variables}
    missing = {"focus", *_NAMED.findall(check.header["Problem"])} - selected
    if missing:
        raise SyntaxError(f"it does not select {', '.join(f'?{name}' for name in sorted(missing))}")
    return list(answer)


def _finding(
    check: SparqlFile, row: QuerySolution, places: Mapping[str, tuple[Path, int]], prefixes: Mapping[str, str]
) -> Finding:
    focus = _text(row["focus"])
    file, line = places.get(focus, (None, 0))
    message = _NAMED.sub(lambda match: compact(_text(row[match[1]]), prefixes), check.header["Problem"])
    return Finding(check.name, check.header["Severity"], focus, message, check.header["Solution"], file, line)


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""
