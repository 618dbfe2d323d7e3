"""Claims of the five seed articles against their gold, by the public scorer, through the real pipeline."""

from __future__ import annotations

import json
import sys
from functools import cache
from typing import Any

from eval.gold_claims import gold_claims
from eval.shared import ARTICLES, GOLD, resources, score

from kg.export.records import claim_record
from kg.model.text import Document
from kg.pipeline import Extraction, extract, extract_paths
from kg.rdf.namespaces import Base


@cache
def as_found() -> tuple[Extraction, ...]:
    """Return what is read from the articles as they stand; four of the five do not say when they were published."""
    return tuple(item for item in extract_paths([ARTICLES], resources()) if isinstance(item, Extraction))


@cache
def as_published() -> tuple[Extraction, ...]:
    """Return what is read from the articles when their dates are told, as `kg extract --published` does."""
    _, sources = gold_claims()
    documents = (
        Document(path.stem, path, path.read_text(encoding="utf-8"), published=sources[path.stem].published)
        for path in sorted(ARTICLES.glob("*.txt"))
    )
    return tuple(extract(document, resources()) for document in documents)


@cache
def score_claims(*, dated: bool = False, strict: bool = False) -> dict[str, Any]:
    """Run the scorer and return its figures; precision is a lower bound (claims the gold lacks count as wrong)."""
    records = (
        claim_record(claim, document=str(extraction.document.path), base=Base())
        for extraction in (as_published() if dated else as_found())
        for claim in extraction.claims
    )
    return score("score_claims.py", records, "--gold", GOLD, *(["--strict"] if strict else []))


if __name__ == "__main__":
    print(json.dumps(score_claims(strict="--strict" in sys.argv), indent=2))
