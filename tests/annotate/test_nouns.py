from __future__ import annotations

import pytest

from kg.annotate.words.nouns import noun_gender


@pytest.mark.parametrize(
    ("lemma", "gender"),
    [
        ("Regierung", "f"),
        ("Handelsabkommen", "n"),
        ("Militärallianz", "f"),
        ("Tischler", "m"),
        ("Häuschen", "n"),
        ("Kapitalismus", "m"),
        ("Nordwest-Grenze", "f"),
        ("Prozeß", "m"),
        ("Xq", ""),
    ],
)
def test_gender_follows_the_last_word_or_ending(lemma: str, gender: str) -> None:
    assert noun_gender(lemma) == gender
