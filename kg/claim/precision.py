"""The measured precision of rules, kept beside them in `precision.csv`, a file that measuring writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.lists import rows_of

__all__ = ["PRECISION_FILE", "Precision", "load_precision"]

PRECISION_FILE = "precision.csv"
WEIGHT = 5
"""Judged claims for which the precision of all rules counts with each: two lucky cases are no certainty."""
NOTHING_MEASURED = 0.5


@dataclass(frozen=True, slots=True)
class Precision:
    """How often rules were right in judged texts: (right, judged) by rule; `overall` that of all together."""

    by_rule: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    overall: float = NOTHING_MEASURED

    def of(self, rule: str) -> float:
        """Return the precision of a rule, drawn towards that of all where few of its claims were judged."""
        right, judged = self.by_rule.get(rule, (0, 0))
        return round((right + WEIGHT * self.overall) / (judged + WEIGHT), 3)


def load_precision(folder: Path) -> Precision:
    """Return what was measured of the rules of a folder.

    The file has the columns rule, right, judged; lines that begin with "#" say where the figures come from.
    """
    path = folder / PRECISION_FILE
    if not path.is_file():
        return Precision()
    by_rule = {row["rule"]: (int(row["right"]), int(row["judged"])) for row in rows_of(path)}
    judged = sum(count for _, count in by_rule.values())
    right = sum(count for count, _ in by_rule.values())
    return Precision(by_rule, right / judged if judged else NOTHING_MEASURED)
