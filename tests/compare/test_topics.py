import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.compare.topics import Names, named, named_themes, related, same_matter, state_adjectives, topic, words
from kg.model.entity import Entity
from kg.model.vocabulary import Theme

with Path(__file__).with_name("topics.csv").open(encoding="utf-8", newline="") as handle:
    CASES = [tuple(row.values()) for row in csv.DictReader(handle)]


def of(label):
    return topic((label,), ())


@pytest.mark.parametrize(("one", "other", "expected"), CASES)
def test_topics_that_are_related(one, other, expected):
    assert related(of(one), of(other)) is (expected == "yes")
    assert related(of(other), of(one)) is (expected == "yes")


def test_any_name_will_do():
    assert related(topic(("Sundquerung", "Brücke über den Sund"), ()), of("Brücke über dem Sund"))


@pytest.mark.parametrize(
    ("label", "turned"), [("Aufhebung der Zölle", True), ("Zölle", False), ("volle Aufhebung", True)]
)
def test_the_first_noun_may_turn_a_topic_round(label, turned):
    assert of(label).reversed is turned


def test_the_same_matter_has_something_of_its_own_on_either_side():
    milk, butter = of("Öffnung der Häfen für Fisch und Milch"), of("Öffnung der Häfen für Fisch und Butter")
    assert same_matter(milk, butter)
    assert not same_matter(milk, milk)
    assert not same_matter(milk, of("Öffnung der Häfen für Fisch"))


def test_names_are_found_inside_a_label():
    entities = [
        Entity("Sundvertrag", "Sundvertrag", "Abkommen"),
        Entity("Bund", "Bund der Küsten", "Organisation", ("BdK",)),
        Entity("Nordland", "Nordland", "Staat"),
    ]
    names = Names(named(entities, ("Abkommen", "Organisation")))
    assert set(names.within("Ende des Sundvertrags im Bund der Küsten")) == {"Sundvertrag", "Bund"}
    assert set(names.within("BdK-Beitritt Nordlands")) == {"Bund"}


def test_a_name_of_two_means_neither():
    entities = [Entity(id_, id_, "Organisation", ("Rat",)) for id_ in ("Erster", "Zweiter")]
    assert not set(Names(named(entities, ("Organisation",))).within("Sitzung des Rats"))


def test_states_are_found_by_their_adjectives_and_themes_by_long_names():
    states = [Entity("Finnland", "Finnland", "Staat"), Entity("Estland", "Estland", "Staat")]
    names = Names([*named(states, ("Staat",)), *state_adjectives(states)])
    assert set(names.within("Ausbau der finnisch-estnischen Beziehungen")) == {"Finnland", "Estland"}
    themes = Names(named_themes([Theme("Zölle", "Zölle", ("Zölle auf Fisch",))]))
    assert set(themes.within("Abbau der Zölle auf Fisch")) == {"Zölle"}
    assert not set(themes.within("Abbau der Zölle"))


@given(st.text(), st.text())
def test_any_text_has_words(one, other):
    assert words(one) | words(other) >= words(one)
    assert related(of(one), of(other)) == related(of(other), of(one))
