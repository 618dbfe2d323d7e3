"""How much each kind of finding weighs: `severities.txt` among the checks, one line `name severity` each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from kg.curate.names import suggestion
from kg.errors import Fault, FaultyInput
from kg.validate.findings import SEVERITIES, TABLES

__all__ = ["OFF", "SHAPES", "read_severities"]

FILE: Final = "severities.txt"
OFF: Final = "off"
SHAPES: Final = "shapes"


def read_severities(checks: Path) -> Mapping[str, str]:
    """Return the severity, or OFF, of TABLES, SHAPES and every check of this folder, by name.

    Raise FaultyInput for a name that is missing, unknown or there twice, and for what is no severity.
    """
    path = checks / FILE
    names = (TABLES, SHAPES, *sorted(file.stem for file in checks.glob("*.rq")))
    found: dict[str, str] = {}
    faults: list[Fault] = []
    if not path.exists():
        raise FaultyInput((Fault(path, f"fehlt; nötig ist je Prüfung eine Zeile wie {names[-1]} warning"),))
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    for line, (name, severity) in _rows(lines):
        if wrong := _fault(name, severity, names, found):
            faults.append(Fault(path, wrong, line))
        found[name] = severity
    lacking = [name for name in names if name not in found]
    faults += [Fault(path, f"{name} fehlt; nötig ist eine Zeile: {name} warning", len(lines) or 1) for name in lacking]
    if faults:
        raise FaultyInput(tuple(faults))
    return found


def _rows(lines: list[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    for number, line in enumerate(lines, start=1):
        name, *severity = line.partition("#")[0].split(maxsplit=1) or [""]
        if name:
            yield number, (name, "".join(severity).strip())


def _fault(name: str, severity: str, names: tuple[str, ...], found: Mapping[str, str]) -> str | None:
    if name not in names:
        return f"eine Prüfung {name!r} gibt es nicht{suggestion(name, names)}"
    if name in found:
        return f"{name} steht schon weiter oben"
    if severity not in (*SEVERITIES, OFF):
        return f"{name}: {severity!r} passt nicht; erwartet wird {', '.join(SEVERITIES)} oder {OFF}"
    return None
