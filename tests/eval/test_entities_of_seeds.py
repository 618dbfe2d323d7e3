"""What entities and coreference reach on the seed articles: a floor that no change may fall below."""

from __future__ import annotations

import pytest
from eval import entities

pytestmark = pytest.mark.skipif(
    not entities.SHARED.is_dir(), reason="needs ../shared: the seed articles and their gold"
)


def test_gold_mentions_of_the_seed_articles() -> None:
    score = entities.score_mentions()
    # What is missing are unnamed groups and things (einige Länder, Politiker anderer Länder), which stay noun phrases.
    assert 1 - len(score.missed) / score.stated >= 0.91
