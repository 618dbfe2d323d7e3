from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from mention_cases import cases, check, gazetteer, read

from kg.annotate.clauses.read import read_clauses
from kg.annotate.names.find import find_mentions
from kg.annotate.quotations.find import find_quotations
from kg.annotate.reference.resolve import resolve_coreference
from kg.model.reading import Mention
from kg.model.text import Document


def resolve(text: str, published: str | None) -> tuple[Mention, ...]:
    tokens, sentences = read(text)
    mentions = find_mentions(text, tokens, sentences, gazetteer())
    clauses = read_clauses(tokens, sentences, mentions)
    quotations = find_quotations(text, tokens, sentences)
    document = Document("case", Path("case.txt"), text, published=published)
    return resolve_coreference(document, tokens, sentences, mentions, clauses, quotations, gazetteer())


@pytest.mark.parametrize("case", cases("coreference.yaml"), ids=lambda case: case["text"][:40])
def test_coreference(case: dict[str, Any]) -> None:
    published = case.get("published")
    mentions = resolve(case["text"], published and str(published))
    check(case, mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


def test_empty_text() -> None:
    assert resolve("", None) == ()
