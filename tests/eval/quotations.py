"""Predictions of the quotations layer for the German Wikinews quotation data, and their score."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from kg.annotate.quotations.find import find_quotations
from kg.annotate.sentences import split_sentences
from kg.annotate.tokens import tokenize
from kg.annotate.words import tag_words
from kg.model.text import Span

SHARED = Path(__file__).parents[2].parent / "shared"


def predict(text: str) -> list[dict[str, Any]]:
    """Return the quotations of a text as the scorer reads them."""
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    found = find_quotations(text, tag_words(tokens, sentences), sentences)
    return [{"quote": _pairs(q.quote), "speaker": _pairs(q.speaker), "type": q.type} for q in found]


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def score_quotations(shared: Path = SHARED, part: str = "dev") -> dict[str, Any]:
    """Run the scorer on "dev" or "train" and return its figures (0 to 1)."""
    gold = shared / "data" / "wikinews-quotes" / f"{part}.jsonl"
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    lines = [json.dumps({"doc": d["doc"], "quotes": predict(d["text"])}) for d in documents]
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "pred.jsonl"
        predictions.write_text("\n".join(lines), encoding="utf-8")
        scorer = shared / "score" / "score_quotes.py"
        run = [sys.executable, scorer, "--gold", gold, "--pred", predictions, "--json"]
        figures: dict[str, Any] = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    return figures


if __name__ == "__main__":
    print(json.dumps(score_quotations(part=(sys.argv[1:] or ["dev"])[0]), indent=2))
