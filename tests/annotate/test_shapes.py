"""Patterns over word classes: how they are written, chosen and kept apart; the lexicons beside them."""

from __future__ import annotations

from collections import defaultdict

import pytest

from kg.annotate.lexicon import read_data
from kg.annotate.shapes import Grammar, Hit, lexicon_forms, split_atoms
from kg.annotate.words.tokens import tokenize

LEXICON = {
    "ANIMAL": {"cat": ["Katze", "Katzen"], "dog": ["Hund"]},
    "COLOUR": {"black": ["schwarz~"]},
    "ONE": {1: ["eine"]},
}
PATTERNS = {
    "open": ["NUM"],
    "weak": ["COLOUR"],
    "groups": {"COUNT": ["ONE", "NUM"]},
    "phrases": {"counted": "(n=NUM|n=ONE)"},
    "rules": [{"animal": "ONE [ COLOUR? kind=ANIMAL ]"}, {"herd": "{counted} COLOUR? kind=ANIMAL"}, {"one": "COUNT"}],
}


def hits(text: str) -> list[Hit]:
    grammar = Grammar(LEXICON, PATTERNS, lambda word: ("NUM", int(word)) if word.isdigit() else None)
    return list(grammar.find(split_atoms(tokenize(text))))


def test_the_longest_comes_first_at_its_place() -> None:
    found = [(hit.rule, hit.first, hit.last) for hit in hits("eine schwarze Katze")]
    assert found == [("herd", 0, 3), ("one", 0, 1), ("animal", 1, 3)]


def test_named_parts_carry_the_values_of_the_lexicon() -> None:
    herd = hits("Dort sind 3 SCHWARZE katzen.")[0]
    assert (herd.rule, herd.value("n"), herd.value("kind"), herd.place("kind")) == ("herd", 3, "cat", 4)
    assert herd.value("missing", "none") == "none"
    assert herd.place("missing") is None


def test_other_words_part_patterns() -> None:
    assert [hit.rule for hit in hits("3 kleine Katzen")] == ["one"]


def test_a_pattern_of_an_unknown_class_is_an_error() -> None:
    with pytest.raises(KeyError, match="UNICORN"):
        Grammar(LEXICON, PATTERNS | {"rules": [{"x": "UNICORN"}]}, lambda word: None)


def test_atoms_part_letters_digits_and_signs_within_tokens() -> None:
    text = "Die 30-Milliarden-Euro-Marke kostet 3,5%."
    atoms = split_atoms(tokenize(text))
    assert [atom.text for atom in atoms[1:9]] == ["30", "-", "Milliarden", "-", "Euro", "-", "Marke", "kostet"]
    assert all(text[atom.start : atom.end] == atom.text for atom in atoms)
    assert len({atom.token for atom in atoms[1:8]}) == 1


@pytest.mark.parametrize("name", ["times.yaml", "quantities.yaml"])
def test_every_form_of_a_lexicon_has_one_class(name: str) -> None:
    classes = defaultdict(set)
    for cls, value, form in lexicon_forms(read_data(name)):
        classes[form].add((cls, value))
    assert not {form: found for form, found in classes.items() if len(found) > 1}


def test_weak_classes_alone_are_passed_over() -> None:
    assert hits("schwarze schwarze, schwarz") == []
