"""Conditions on the clause itself: its kind, mood and tense, its modal verb, a reflexive pronoun."""

from pathlib import Path

import pytest

from kg.match.clauses import Match
from kg.match.load import load_rules
from kg.match.matcher import try_rules
from kg.match.scene import build_scene
from kg.model.entity import Entity
from kg.model.reading import Annotations, Argument, Clause, Mention, Token
from kg.model.text import Document
from kg.model.vocabulary import Vocabulary
from kg.rdf.ontology import load_vocabulary
from kg.workspace import template_folder

NORWAY = Entity("Norwegen", "Norwegen", "Staat")
TEXT = "Norwegen will sich ändern"
WORDS = (("Norwegen", "NE"), ("will", "VMFIN"), ("sich", "PRF"), ("ändern", "VVINF"))
RULE = """
rules:
- name: regel
  predicate: plant
  clause: {CONDITIONS, subject: Akteur}
  content: [clause]
  examples: [{text: t, claims: [a | plant | b]}]
"""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(template_folder() / "ontology")


def reading(*, tense: str = "present", mood: str = "indicative", modal: str | None = "wollen") -> Annotations:
    tokens = []
    for word, tag in WORDS:
        start = TEXT.index(word)
        tokens.append(Token(start, start + len(word), word, word, tag))
    subject, reflexive = Argument("subject", 0, 8, 0), Argument("object", 14, 18, 2)
    clause = Clause(
        "main",
        0,
        len(TEXT),
        (0, 1, 2, 3),
        3,
        "ändern",
        arguments=(subject, reflexive),
        tense=tense,
        mood=mood,
        modal=modal,
    )
    return Annotations(
        Document("d", Path("d.txt"), TEXT), tuple(tokens), mentions=(Mention(0, 8, (NORWAY,)),), clauses=(clause,)
    )


@pytest.mark.parametrize(
    ("conditions", "fires"),
    [
        ("modal: [wollen]", True),
        ("modal: [müssen]", False),
        ("modal: [wollen], object: sich", True),
        ("modal: [wollen], object: none", False),
        ("modal: [wollen], dative: sich", False),
        ("modal: [wollen], kind: [main, dass]", True),
        ("modal: [wollen], kind: [dass]", False),
        ("modal: [wollen], mood: [k1, k2]", False),
        ("modal: [wollen], tense: [present]", True),
        ("modal: [wollen], tense: [perfect]", False),
        ("modal: [wollen], modality: [asserted]", True),
        ("modal: [wollen], modality: [demanded]", False),
        ("modal: [wollen], object: es", False),
        ("verb: ändern, pp: {mit: none}", True),
        ("verb: ändern, voice: passive", False),
        ("verb: ['*'], speaker: Akteur", False),  # nobody speaks
    ],
)
def test_a_condition_on_the_clause(conditions: str, fires: bool, tmp_path: Path, vocabulary: Vocabulary) -> None:
    (tmp_path / "a.yaml").write_text(RULE.replace("CONDITIONS", conditions), encoding="utf-8")
    rules = load_rules(tmp_path, vocabulary=vocabulary)
    assert any(isinstance(outcome, Match) for outcome in try_rules(build_scene(reading(), vocabulary), rules)) == fires


def test_the_future_counts_as_a_modal_verb(tmp_path: Path, vocabulary: Vocabulary) -> None:
    (tmp_path / "a.yaml").write_text(RULE.replace("CONDITIONS", "modal: [werden]"), encoding="utf-8")
    rules = load_rules(tmp_path, vocabulary=vocabulary)
    assert list(try_rules(build_scene(reading(tense="future", modal=None), vocabulary), rules))
    assert not list(try_rules(build_scene(reading(modal=None), vocabulary), rules))
