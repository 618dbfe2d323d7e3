"""Predictions of the times layer for the KRAUTS corpus, and their score."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from kg.annotate.sentences import split_sentences
from kg.annotate.times.find import find_times
from kg.annotate.tokens import tokenize
from kg.annotate.words import tag_words

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = ("KRAUTS_DieZeit", "KRAUTS_Dolomiten-42")


def predict(text: str, published: str | None) -> list[dict[str, Any]]:
    """Return the time expressions of a text as the scorer reads them."""
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    times = find_times(text, tag_words(tokens, sentences), sentences, published)
    return [{"start": time.start, "end": time.end, "type": time.type, "value": time.value} for time in times]


def score_times(shared: Path = SHARED, sets: tuple[str, ...] = GOLD) -> dict[str, Any]:
    """Run the scorer on both newspapers and return its figures (per cent)."""
    scorer = shared / "score" / "score_timex.py"
    gold = [part for name in sets for part in ("--gold", str(shared / "data" / "krauts" / name))]
    with tempfile.TemporaryDirectory() as folder:
        texts, predictions = Path(folder) / "texts.jsonl", Path(folder) / "pred.jsonl"
        subprocess.run([sys.executable, scorer, *gold, "--dump-text", texts], check=True, capture_output=True)
        documents = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines()]
        lines = [{"doc": d["doc"], "timexes": predict(d["text"], d["dct"] or None)} for d in documents]
        predictions.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        run = [sys.executable, scorer, *gold, "--pred", predictions, "--json"]
        figures: dict[str, Any] = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    return figures


if __name__ == "__main__":
    print(json.dumps(score_times(), indent=2))
