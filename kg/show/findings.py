"""Findings of checks as lines, JSON, or JUnit XML for continuous integration."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from xml.etree import ElementTree

from kg.validate.findings import Finding

__all__ = ["FINDING_WRITERS"]


def _table(findings: Iterable[Finding]) -> str:
    lines = []
    for finding in findings:
        where = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)
        place = f"{where}: " if where else ""
        lines.append(f"{finding.severity}: {place}{finding.message} [{finding.check}] {finding.focus}")
        lines.append(f"    {finding.solution}")
    return "\n".join(lines) or "nichts zu beanstanden"


def _json(findings: Iterable[Finding]) -> str:
    records = [asdict(finding) | {"file": str(finding.file) if finding.file else None} for finding in findings]
    return json.dumps(records, ensure_ascii=False, indent=1)


def _junit(findings: Iterable[Finding]) -> str:
    found = list(findings)
    failures = sum(finding.severity == "error" for finding in found)
    suite = ElementTree.Element("testsuite", name="kg validate", tests=str(len(found)), failures=str(failures))
    for finding in found:
        case = ElementTree.SubElement(suite, "testcase", classname=finding.check, name=finding.focus)
        if finding.severity == "error":
            ElementTree.SubElement(case, "failure", message=finding.message).text = finding.solution
        else:
            ElementTree.SubElement(case, "system-out").text = f"{finding.severity}: {finding.message}"
    return ElementTree.tostring(suite, encoding="unicode")


FINDING_WRITERS: dict[str, Callable[[Iterable[Finding]], str]] = {"table": _table, "json": _json, "junit": _junit}
