"""The measured precision of rules, kept beside them in `precision.csv`, a file that measuring writes."""

from __future__ import annotations

import csv
from pathlib import Path

__all__ = ["PRECISION_FILE", "load_precision"]

PRECISION_FILE = "precision.csv"
PRIOR = (4, 5)
"""Right and judged claims that every rule is credited with beforehand, so that two lucky cases are no certainty."""


def load_precision(folder: Path) -> dict[str, float]:
    """Return the precision of every measured rule, smoothed by PRIOR; empty where nothing was measured yet.

    The file has the columns rule, right, judged; lines that begin with "#" say where the figures come from.
    """
    path = folder / PRECISION_FILE
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(line for line in handle if not line.startswith("#")))
    return {row["rule"]: round((int(row["right"]) + PRIOR[0]) / (int(row["judged"]) + PRIOR[1]), 3) for row in rows}
