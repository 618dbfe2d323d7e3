import csv
from pathlib import Path

import pytest

from kg.claim.declension import ends_as, genitive_form, strong_ending

LINES = (Path(__file__).parent / "data" / "genitives.csv").read_text(encoding="utf-8").splitlines()
ROWS = list(csv.DictReader(LINES))


@pytest.mark.parametrize("row", ROWS, ids=[row["noun"] for row in ROWS])
def test_genitives(row: dict[str, str]) -> None:
    assert genitive_form(row["noun"], row["gender"], named=bool(row["named"])) == row["genitive"]


@pytest.mark.parametrize(
    ("noun", "kind"), [("Jugendliche", "adjectival"), ("Kredit", "plural_in_e"), ("Mehrheit", "plural_in_en")]
)
def test_kinds_of_endings(noun: str, kind: str) -> None:
    assert ends_as(noun, kind)


@pytest.mark.parametrize(("noun", "kind"), [("Reise", "adjectival"), ("Leutnant", "weak"), ("Monat", "plural_in_en")])
def test_what_only_looks_alike(noun: str, kind: str) -> None:
    assert not ends_as(noun, kind)


@pytest.mark.parametrize(
    ("case", "gender", "ending"),
    [("n", "m", "er"), ("n", "f", "e"), ("a", "mn", "en"), ("d", "n", "em"), ("g", "p", "er"), ("g", "m", "en")],
)
def test_endings_of_adjectives_without_article(case: str, gender: str, ending: str) -> None:
    assert strong_ending(case, gender) == ending
