"""Claims of the five seed articles against their gold, by the public scorer, through the real pipeline."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from kg.export.records import claim_record
from kg.pipeline import Extraction, Resources, extract_paths, load_resources
from kg.rdf.namespaces import Base
from kg.workspace import find_workspace

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def resources() -> Resources:
    """Return the resources of the repository's own workspace."""
    return load_resources(find_workspace(ROOT))


def score_claims(*, strict: bool = False) -> dict[str, Any]:
    """Run the scorer and return its figures; precision is a lower bound (claims the gold lacks count as wrong)."""
    base = Base()
    found = [
        item for item in extract_paths([SHARED / "articles" / "seeds"], resources()) if isinstance(item, Extraction)
    ]
    lines = [
        json.dumps(claim_record(claim, document=str(extraction.document.path), base=base), ensure_ascii=False)
        for extraction in found
        for claim in extraction.claims
    ]
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "pred.jsonl"
        predictions.write_text("\n".join(lines), encoding="utf-8")
        gold = SHARED / "gold" / "seeds"
        command = [
            sys.executable,
            SHARED / "score" / "score_claims.py",
            "--gold",
            gold,
            "--pred",
            predictions,
            "--json",
        ]
        command += ["--strict"] if strict else []
        figures: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return figures
