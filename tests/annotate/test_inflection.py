from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.annotate.names.inflection import (
    demonym_forms,
    genitive_behind_article,
    inhabitant_adjective,
    name_forms,
    without_genitive,
)


def rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "name_forms.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["form"])
def test_a_name_has_its_forms(row: dict[str, str]) -> None:
    assert row["form"] in name_forms(row["name"], row["type"], row["gender"])


@pytest.mark.parametrize(
    ("people", "form"),
    [
        ("Kasache", "Kasachinnen"),
        ("Japaner", "Japanern"),
        ("Israeli", "Israelis"),
        ("Deutsche", "Deutscher"),
        ("Jemenit", "Jemeniten"),
    ],
)
def test_peoples(people: str, form: str) -> None:
    assert form in demonym_forms(people)


@pytest.mark.parametrize(
    ("town", "form"), [("Moskau", "Moskauer"), ("Bremen", "Bremer"), ("München", "Münchner"), ("Dresden", "Dresdner")]
)
def test_towns(town: str, form: str) -> None:
    assert form in inhabitant_adjective(town)


@pytest.mark.parametrize(
    ("word", "name"), [("Kalskis", "Kalski"), ("Dolny's", "Dolny"), ("Boss", None), ("Kalski", None)]
)
def test_genitives(word: str, name: str | None) -> None:
    assert without_genitive(word) == name


@pytest.mark.parametrize(
    ("name", "gender", "genitive"),
    [
        ("Nordische Handelsunion", "f", "Nordischen Handelsunion"),
        ("Blaues Haus", "n", "Blauen Hauses"),
        ("Rat der Inseln", "m", "Rats der Inseln"),
        ("Vereinte Häfen", "p", "Vereinten Häfen"),
    ],
)
def test_genitives_behind_an_article(name: str, gender: str, genitive: str) -> None:
    assert genitive_behind_article(name, gender) == genitive
