"""Claims of the five seed articles against their gold, by the public scorer, through the real pipeline."""

from __future__ import annotations

import json
import sys
from functools import cache
from typing import Any

from eval.shared import ARTICLES, GOLD, score
from own_workspace import resources

from kg.export.records import claim_record
from kg.pipeline import Extraction, extract_paths
from kg.rdf.namespaces import Base


@cache
def predicted() -> tuple[dict[str, Any], ...]:
    """Return the claims of the seed articles as `kg extract` writes them."""
    found = [item for item in extract_paths([ARTICLES], resources()) if isinstance(item, Extraction)]
    return tuple(
        claim_record(claim, document=str(extraction.document.path), base=Base())
        for extraction in found
        for claim in extraction.claims
    )


@cache
def score_claims(*, strict: bool = False) -> dict[str, Any]:
    """Run the scorer and return its figures; precision is a lower bound (claims the gold lacks count as wrong)."""
    return score("score_claims.py", predicted(), "--gold", GOLD, *(["--strict"] if strict else []))


if __name__ == "__main__":
    print(json.dumps(score_claims(strict="--strict" in sys.argv), indent=2))
