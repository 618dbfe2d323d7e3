"""Findings of checks as lines, JSON, or JUnit XML for continuous integration."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict
from xml.etree import ElementTree

from kg.validate.findings import Finding

__all__ = ["FINDING_WRITERS"]

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _table(findings: Iterable[Finding]) -> str:
    lines = []
    for finding in findings:
        lines.append(f"{finding.severity}: {_place(finding)}{finding.message} [{finding.check}] {finding.focus}")
        lines.append(f"    {finding.solution}")
    return "\n".join(lines) or "nichts zu beanstanden"


def _json(findings: Iterable[Finding]) -> str:
    records = [asdict(finding) | {"file": str(finding.file) if finding.file else None} for finding in findings]
    return json.dumps(records, ensure_ascii=False, indent=1)


def _junit(findings: Iterable[Finding]) -> str:
    found = list(findings)
    failures = sum(finding.severity == "error" for finding in found)
    counts = {"tests": len(found), "failures": failures, "errors": 0, "skipped": 0}
    suite = ElementTree.Element("testsuite", {"name": "kg validate"} | {key: str(n) for key, n in counts.items()})
    for finding in found:
        case = ElementTree.SubElement(suite, "testcase", classname=finding.check, name=_xml(finding.focus))
        if finding.file:
            case.attrib |= {"file": _xml(str(finding.file)), "line": str(finding.line)}
        told = _xml(f"{_place(finding)}{finding.message}")
        if finding.severity == "error":
            ElementTree.SubElement(case, "failure", message=told).text = finding.solution
        else:
            ElementTree.SubElement(case, "system-out").text = f"{finding.severity}: {told}"
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=True)


def _place(finding: Finding) -> str:
    where = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)
    return f"{where}: " if where else ""


def _xml(text: str) -> str:
    """Return the text with a sign in place of what XML 1.0 cannot hold; a cell may hold anything."""
    return _NO_XML.sub("\ufffd", text)


FINDING_WRITERS: dict[str, Callable[[Iterable[Finding]], str]] = {"table": _table, "json": _json, "junit": _junit}
