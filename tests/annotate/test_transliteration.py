from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.names.transliteration import folded


def groups() -> list[list[str]]:
    with (Path(__file__).parent / "transliterations.csv").open(encoding="utf-8") as file:
        return [row["names"].split("|") for row in csv.DictReader(line for line in file if not line.startswith("#"))]


@pytest.mark.parametrize("names", groups(), ids=lambda names: names[0])
def test_spellings_of_one_name_share_a_key(names: list[str]) -> None:
    assert {folded(name) for name in names} == {folded(names[0])}


def test_different_names_keep_different_keys() -> None:
    keys = [folded(names[0]) for names in groups()]
    assert all(one != other for one, other in combinations(keys, 2))


@given(st.text(max_size=60))
def test_case_does_not_matter(name: str) -> None:
    assert folded(name.lower()) == folded(name.lower().title().lower())
    assert folded(name) == folded(name)
