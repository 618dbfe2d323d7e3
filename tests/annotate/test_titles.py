from __future__ import annotations

import pytest

from kg.annotate.names.titles import modifier, parse_title


@pytest.mark.parametrize(
    ("word", "normal", "prefix", "gender"),
    [
        ("Präsidenten", "Präsident", "", "m"),
        ("Präsidentin", "Präsident", "", "f"),
        ("Premier", "Premierminister", "", "m"),
        ("Kremlsprecher", "Sprecher", "Kreml", "m"),
        ("NATO-Generalsekretärin", "Generalsekretär", "NATO-", "f"),
        ("Vorsitzende", "Vorsitzender", "", ""),
        ("Kremlchefs", "Präsident", "", "m"),
    ],
)
def test_titles(word: str, normal: str, prefix: str, gender: str) -> None:
    title = parse_title(word)
    assert title is not None
    assert (title.normal, title.prefix, title.gender) == (normal, prefix, gender)


@pytest.mark.parametrize("word", ["Begleiter", "Bauherr", "Haus", "Minis", "a"])
def test_words_that_are_no_titles(word: str) -> None:
    assert parse_title(word) is None


def test_modifiers() -> None:
    assert modifier("stellvertretender") == "deputy"
    assert modifier("früheren") == "former"
    assert modifier("grünen") is None
