"""Checks of the whole graph: one SPARQL file a problem, in `ontology/checks`.

Their header says what is wrong and what to do, in German as all findings; `severities.txt` says how bad it is:

    # Problem: {person} und {other} haben das Amt {office} zugleich
    # Solution: Der früheren Amtszeit ihr Ende geben.

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
from kg.validate.findings import Finding, in_order
from kg.validate.severities import OFF

__all__ = ["read_checks", "validate"]

_NAMED = re.compile(r"\{(\w+)\}")


def validate(
    store: Store,
    checks: Path,
    *,
    base: Base,
    severities: Mapping[str, str],
    places: Mapping[str, tuple[Path, int]] | None = None,
) -> tuple[Finding, ...]:
    """Return what the checks of this folder find, errors first; `severities` are by name, OFF leaves a check out.

    `places` say where a person wrote a claim or an entity, by its IRI. Raise FaultyInput for checks that are no valid
    checks, all of them at once.
    """
    prefixes = base.prefixes()
    findings, faults = [], []
    for check in (check for check in read_checks(checks) if severities[check.name] != OFF):
        try:
            rows = _rows(store, check, prefixes)
            findings += [_finding(check, severities[check.name], row, places or {}, prefixes) for row in rows]
        except (SyntaxError, QueryError) as error:
            faults.append(Fault(check.path, str(error)))
    if faults:
        raise FaultyInput(tuple(faults))
    return in_order(findings)


def read_checks(folder: Path) -> tuple[SparqlFile, ...]:
    """Return the checks of a folder in order of name; raise FaultyInput for a header that lacks a value."""
    return read_sparql_files(folder, keys=("Problem", "Solution"))


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
    check: SparqlFile,
    severity: str,
    row: QuerySolution,
    places: Mapping[str, tuple[Path, int]],
    prefixes: Mapping[str, str],
) -> Finding:
    focus = _text(row["focus"])
    file, line = places.get(focus, (None, 0))
    message = _NAMED.sub(lambda match: compact(_text(row[match[1]]), prefixes), check.header["Problem"])
    return Finding(check.name, severity, focus, message, check.header["Solution"], file, line)


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""
