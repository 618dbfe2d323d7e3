"""Claims of whole articles against what readers annotated there without seeing any extraction.

    python -m eval.news_claims                     (in tests/) prints the figures of all
    python -m eval.news_claims articles developed  those of one part
    python -m eval.news_claims articles developed N   and N missed and N unmatched claims an article

Two corpora. `wikinews`, articles of 2004 to 2009 of which only the annotations stand here: 16 that rules were written
with an eye on (`developed`) and 8 that are only measured (`held`); these were read once, after which a few general
nouns entered a word list. `articles`, which editors of ours wrote in the manner of today's politics page and annotated
without seeing any extraction: 16 `developed`; 8 `held`, which were only measured until 22 November 2026 and read for
rules since; 14 `later`, read for rules since that day; 6 `further`, since the day after; 7 `latest`, since they were
measured that day; 8 `unread`, which nobody who writes rules has read. They are exercises, told from memory and never
checked, so quote them for nothing. `<document>.json` holds an article's claims in
the format of `../shared/spec/gold-format.md`, with offsets into the article in place of its words.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
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

HERE = Path(__file__).parent
PARTS = {"wikinews": ("developed", "held"), "articles": ("developed", "held", "later", "further", "latest", "unread")}
WIKINEWS = tuple(SHARED / "data" / "wikinews-quotes" / f"{name}.jsonl" for name in ("train", "dev"))


@cache
def score_news_claims(corpus: str, part: str) -> dict[str, Any]:
    """Run the scorer on one part (developed, held) of a corpus, return its figures; precision is a lower bound."""
    figures: dict[str, Any] = json.loads(_scored(corpus, part, "--json"))
    return figures


def gold_of(corpus: str, part: str) -> tuple[dict[str, Any], ...]:
    """Return the annotations of one part as they are stored, by document."""
    stored = (json.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / corpus).glob("*.json")))
    return tuple(gold for gold in stored if gold["part"] == part)


def _documents(corpus: str, gold: dict[str, dict[str, Any]]) -> Iterator[Document]:
    if corpus == "wikinews":
        yield from (d for d in read_paths(WIKINEWS) if isinstance(d, Document) and d.id in gold)
        return
    for name, annotated in gold.items():
        path = HERE / corpus / f"{name}.txt"
        yield Document(name, path, path.read_text(encoding="utf-8"), published=annotated["published"])


def _scored(corpus: str, part: str, *options: object) -> str:
    gold = {article["doc"]: article for article in gold_of(corpus, part)}
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        lines = []
        for document in _documents(corpus, gold):
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
    everything = [(corpus, part) for corpus, parts in PARTS.items() for part in parts]
    for wanted in [(sys.argv[1], sys.argv[2])] if sys.argv[2:] else everything:
        print(*wanted)
        print(_scored(*wanted, *(("--errors", *sys.argv[3:4]) if sys.argv[3:] else ())))
