"""Predictions of the times layer for the KRAUTS corpus, and their score."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from eval.shared import SHARED, read_text, run_scorer, score

NEWSPAPERS = ("KRAUTS_DieZeit", "KRAUTS_Dolomiten-42")


def predict(text: str, published: str | None) -> list[dict[str, Any]]:
    """Return the time expressions of a text as the scorer reads them."""
    times = read_text(text, published).times
    return [{"start": time.start, "end": time.end, "type": time.type, "value": time.value} for time in times]


@cache
def score_times(newspapers: tuple[str, ...] = NEWSPAPERS) -> dict[str, Any]:
    """Run the scorer on the newspapers together and return its figures (per cent)."""
    gold = [part for name in newspapers for part in ("--gold", SHARED / "data" / "krauts" / name)]
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.jsonl"
        run_scorer("score_timex.py", *gold, "--dump-text", texts)
        documents = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines()]
    found = [{"doc": d["doc"], "timexes": predict(d["text"], d["dct"] or None)} for d in documents]
    return score("score_timex.py", found, *gold)


if __name__ == "__main__":
    print(json.dumps(score_times(), indent=2))
