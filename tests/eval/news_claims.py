"""Claims of 24 Wikinews articles against what readers annotated there without seeing any extraction.

    python -m eval.news_claims              (in tests/) prints both parts' figures
    python -m eval.news_claims developed N  and N missed and N unmatched claims an article

`wikinews/<document>.json` holds their claims in the format of `../shared/spec/gold-format.md`, with offsets into the
article in place of its words. Rules were written with an eye on the 16 `developed` articles; the 8 `held` ones are
measured; their misses were read once, after which a few general nouns entered a word list. Four readers annotated six
articles each, every article once.
"""

from __future__ import annotations

import json
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from eval.shared import SHARED, resources, run_scorer

from kg.export.records import claim_record
from kg.model.text import Document
from kg.pipeline import extract
from kg.rdf.namespaces import Base
from kg.read.files import read_paths

__all__ = ["gold_of", "score_news_claims"]

ANNOTATIONS = Path(__file__).with_name("wikinews")
ARTICLES = tuple(SHARED / "data" / "wikinews-quotes" / f"{name}.jsonl" for name in ("train", "dev"))


@cache
def score_news_claims(part: str) -> dict[str, Any]:
    """Run the scorer on one part (developed, held) and return its figures; precision is a lower bound."""
    figures: dict[str, Any] = json.loads(_scored(part, "--json"))
    return figures


def gold_of(part: str) -> tuple[dict[str, Any], ...]:
    """Return the annotations of one part as they are stored, by document."""
    stored = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(ANNOTATIONS.glob("*.json")))
    return tuple(gold for gold in stored if gold["part"] == part)


def _scored(part: str, *options: object) -> str:
    gold = {article["doc"]: article for article in gold_of(part)}
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        lines = []
        for document in (d for d in read_paths(ARTICLES) if isinstance(d, Document) and d.id in gold):
            article = _with_words(gold[document.id], document.text)
            (Path(folder) / f"{document.id}.json").write_text(json.dumps(article), encoding="utf-8")
            claims = extract(document, resources()).claims
            lines += [json.dumps(claim_record(claim, document=document.id, base=Base())) for claim in claims]
        predictions.write_text("\n".join(lines), encoding="utf-8")
        return run_scorer("score_claims.py", "--gold", folder, "--pred", predictions, *options)


def _with_words(gold: dict[str, Any], text: str) -> dict[str, Any]:
    """Put the article's words back where the stored annotations say from where to where they stand."""
    entities = [{**e, "mentions": [text[start:end] for start, end in e["mentions"]]} for e in gold["entities"]]
    claims = [{**claim, "sent": text[slice(*claim["sent"])]} for claim in gold["claims"]]
    return {**gold, "entities": entities, "claims": claims}


if __name__ == "__main__":
    for wanted in sys.argv[1:2] or ("developed", "held"):
        print(f"{wanted}\n{_scored(wanted, *(('--errors', *sys.argv[2:3]) if sys.argv[2:] else ()))}")
