import pytest

from kg.annotate.prepositions import CONTRACTED, WITH_ACCUSATIVE, WITH_DATIVE, cases_behind


@pytest.mark.parametrize(
    ("word", "cases"),
    [("mit", "d"), ("gegen", "a"), ("auf", "da"), ("zur", "d"), ("am", "d"), ("ins", "a"), ("Rat", ""), ("", "")],
)
def test_cases_behind_a_preposition(word: str, cases: str) -> None:
    assert cases_behind(word) == cases


def test_what_may_have_either_case_is_in_neither_list() -> None:
    assert WITH_DATIVE.isdisjoint(WITH_ACCUSATIVE)
    assert "in" not in WITH_DATIVE | WITH_ACCUSATIVE


def test_contractions_say_what_they_are_made_of() -> None:
    assert CONTRACTED["zur"] == ("zu", "der")
    assert all(short.endswith(article[-1]) for short, (_, article) in CONTRACTED.items())
