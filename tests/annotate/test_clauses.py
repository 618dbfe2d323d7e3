"""Clauses by table: what a reader takes from a sentence."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from annotate.clause_tables import described, words
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.annotate.clauses.read import read_clauses
from kg.model.entity import Entity
from kg.model.reading import Mention

CASES = yaml.safe_load(Path(__file__).with_name("clauses.yaml").read_text(encoding="utf-8"))
PIECES = [
    "Der Minister",
    "die",
    "lobte",
    "den Plan",
    ",",
    "dass",
    "und",
    "hat",
    "gelesen",
    "zu",
    "reisen",
    "als",
    "(",
    ")",
]


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        pytest.param(case["text"], case.get("names", {}), clause, id=f"{clause['lemma']}: {case['text']}")
        for case in CASES
        for clause in case["clauses"]
    ],
)
def test_clause(text: str, names: dict[str, str], wanted: dict[str, Any]) -> None:
    tokens, sentences = words(text)
    mentions = tuple(
        Mention(text.index(name), text.index(name) + len(name), (Entity(name, name, type_),))
        for name, type_ in names.items()
    )
    assert described(text, tokens, read_clauses(tokens, sentences, mentions), wanted) == wanted


@pytest.mark.parametrize(
    "text", ["Kein Treffen mit dem Kanzler.", "Ein Abkommen mit dem Händler?", "Festnahme eines Händlers in Rom"]
)
def test_what_is_denied_asked_or_a_heading_has_no_clauses_without_a_verb(text: str) -> None:
    assert not read_clauses(*words(text))


def test_entities_that_can_act_are_subjects_where_form_leaves_a_choice() -> None:
    text = "Die Sanktionen begrüßte Estland."
    tokens, sentences = words(text)
    state = Mention(24, 31, (Entity("Estland", "Estland", "Staat"),))
    clause = {"lemma": "begrüßen", "subject": "Estland", "object": "Sanktionen"}
    assert described(text, tokens, read_clauses(tokens, sentences, (state,)), clause) == clause


@pytest.mark.parametrize(
    "text", ["", ".", "…", "Nein", "?!", "DIE REGIERUNG LEHNT DAS GESETZ AB.", "The king is dead."]
)
def test_any_text_is_read(text: str) -> None:
    tokens, sentences = words(text)
    assert isinstance(read_clauses(tokens, sentences), tuple)


@settings(deadline=None)  # the first example reads the word lists
@given(st.lists(st.sampled_from(PIECES), max_size=30))
@example([",", "den Plan", ","])  # a text that breaks off behind what looks like an apposition
def test_indices_and_offsets_hold_together(pieces: list[str]) -> None:
    tokens, sentences = words(" ".join(pieces))
    clauses = read_clauses(tokens, sentences)
    for clause in clauses:
        assert list(clause.tokens) == sorted(set(clause.tokens))
        assert clause.head in clause.complex
        assert (clause.start, clause.end) == (tokens[clause.tokens[0]].start, tokens[clause.tokens[-1]].end)
        assert clause.parent is None or 0 <= clause.parent < len(clauses)
        for argument in clause.arguments:
            assert argument.start <= tokens[argument.head].start < tokens[argument.head].end <= argument.end
            assert argument.clause is None or 0 <= argument.clause < len(clauses)
    verbal = [index for clause in clauses if clause.kind not in ("nominal", "participle") for index in clause.tokens]
    assert sorted(verbal) == sorted(set(verbal))


def test_a_text_without_full_stop_is_read_in_pieces() -> None:
    tokens, sentences = words("Die Stadt baut und " * 2000)
    assert len(read_clauses(tokens, sentences)) >= 1000
