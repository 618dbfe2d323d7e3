"""Predictions of the quotations layer for the German Wikinews quotation data, and their score."""

from __future__ import annotations

import json
import sys
from functools import cache
from typing import Any

from eval.shared import SHARED, read_text, score

from kg.model.text import Span


def predict(text: str) -> list[dict[str, Any]]:
    """Return the quotations of a text as the scorer reads them."""
    found = read_text(text).quotations
    return [{"quote": _pairs(q.quote), "speaker": _pairs(q.speaker), "type": q.type} for q in found]


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


@cache
def score_quotations(part: str = "dev") -> dict[str, Any]:
    """Run the scorer on "dev" or "train" and return its figures (0 to 1)."""
    gold = SHARED / "data" / "wikinews-quotes" / f"{part}.jsonl"
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    return score(
        "score_quotes.py", [{"doc": d["doc"], "quotes": predict(d["text"])} for d in documents], "--gold", gold
    )


if __name__ == "__main__":
    print(json.dumps(score_quotations((sys.argv[1:] or ["dev"])[0]), indent=2))
