"""The data and scorers of ../shared, and how the evaluators read: through the workspace's own pipeline."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from own_workspace import ROOT, resources

from kg.model.reading import Annotations
from kg.model.text import Document
from kg.pipeline import read

SHARED = ROOT.parent / "shared"
TREEBANKS = SHARED / "data" / "ud"
GSD, PUD = TREEBANKS / "de_gsd-ud-dev.conllu", TREEBANKS / "de_pud-ud-test.conllu"
ARTICLES, GOLD = SHARED / "articles" / "seeds", SHARED / "gold" / "seeds"


@cache
def read_text(text: str, published: str | None = None) -> Annotations:
    """Return all layers of a text; each text is read once, however many figures ask for it."""
    return read(Document("text", Path("text.txt"), text, published=published), resources())


def score(scorer: str, predictions: Iterable[dict[str, Any]], *options: object) -> dict[str, Any]:
    """Run a scorer on predictions, which it takes one a line, and return its figures."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "predictions.jsonl"
        file.write_text("\n".join(map(json.dumps, predictions)), encoding="utf-8")
        figures: dict[str, Any] = json.loads(run_scorer(scorer, *options, "--pred", file, "--json"))
    return figures


def run_scorer(scorer: str, *options: object) -> str:
    """Run a scorer and return what it prints."""
    command = [sys.executable, str(SHARED / "score" / scorer), *map(str, options)]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
