import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.curate.likeness import likeness, name_words, word_weights
from kg.curate.proposals import FLOOR

PAIRS = list(csv.DictReader(Path(__file__).with_name("names_alike.csv").read_text(encoding="utf-8").splitlines()[1:]))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['first']}={pair['second']}")
def test_names_are_alike_or_not(pair: dict[str, str]) -> None:
    first, second = (name_words(pair[side], person=pair["type"] == "Person") for side in ("first", "second"))
    alike = likeness(first, second, word_weights([first, second]))
    assert (alike >= FLOOR) == (pair["verdict"] == "same"), alike


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    weights = word_weights(map(name_words, ["Forum in Riga", "Forum", "Forum", "Forum", "Lesung", "Lesung", "Lesung"]))
    rare, lesung, forum = (weights[next(iter(name_words(word).words))] for word in ("Riga", "Lesung", "Forum"))
    assert forum < lesung < rare == 1


NAMES = st.lists(
    st.sampled_from(["Rat", "Berg", "Nordland", "nordländisch", "der", "in", "von", "19.", "Bund-Rat"]), max_size=5
)


@given(NAMES.map(" ".join), NAMES.map(" ".join))
def test_likeness_is_a_share_and_has_no_direction(one: str, other: str) -> None:
    first, second = name_words(one), name_words(other)
    weights = word_weights([first, second])
    alike = likeness(first, second, weights)
    assert 0 <= alike <= 1
    assert alike == pytest.approx(likeness(second, first, weights))
