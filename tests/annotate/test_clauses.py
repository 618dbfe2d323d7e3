"""Clauses by table: what a reader takes from a sentence."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.annotate.clauses import read_clauses
from kg.annotate.sentences import split_sentences
from kg.annotate.tokens import tokenize
from kg.annotate.words import tag_words
from kg.model.reading import Argument, Clause, Token

CASES = yaml.safe_load(Path(__file__).with_name("clauses.yaml").read_text(encoding="utf-8"))
ROLES = ("subject", "object", "dative", "genitive", "predicate", "agent", "possessor", "adverbial")
PLAIN = ("kind", "tense", "mood", "voice", "modal", "modality", "conjunction")


def read(text: str) -> tuple[tuple[Token, ...], tuple[Clause, ...]]:
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    tokens = tag_words(tokens, sentences)
    return tokens, read_clauses(tokens, sentences)


def argument(clause: Clause, role: str, preposition: str | None = None) -> Argument | None:
    found = (a for a in clause.arguments if a.role == role and preposition in (None, a.preposition))
    return next(found, None)


def described(
    text: str, tokens: tuple[Token, ...], clauses: tuple[Clause, ...], clause: Clause, key: str, wanted: Any
) -> Any:
    """Return what the clause has for a key of the table, in the form of the table."""

    def head(found: Argument | None) -> str | None:
        return tokens[found.head].text if found else None

    if key in ROLES:
        return head(argument(clause, key))
    if key in PLAIN:
        return getattr(clause, key)
    if key == "negation":
        return text[clause.negation.start : clause.negation.end] if clause.negation else None
    if key == "parent":
        return clauses[clause.parent].lemma if clause.parent is not None else None
    if key == "shared":
        return [a.role for a in clause.arguments if a.shared]
    found = {role: argument(clause, "oblique", role) if key == "pp" else argument(clause, role) for role in wanted}
    if key == "pp":
        return {role: head(a) for role, a in found.items()}
    if key == "clause":
        return {role: clauses[a.clause].lemma if a and a.clause is not None else None for role, a in found.items()}
    if key == "antecedent":
        return {
            role: tokens[a.antecedent].text if a and a.antecedent is not None else None for role, a in found.items()
        }
    if key == "conjuncts":
        return {role: [tokens[part[2]].text for part in a.conjuncts] if a else None for role, a in found.items()}
    assert key == "span"
    return {role: text[a.start : a.end] if a else None for role, a in found.items()}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(case["text"], clause, id=f"{clause['lemma']}: {case['text']}")
        for case in CASES
        for clause in case["clauses"]
    ],
)
def test_clause(text: str, wanted: dict[str, Any]) -> None:
    tokens, clauses = read(text)
    clause = next((c for c in clauses if c.lemma == wanted["lemma"] and wanted.get("kind", c.kind) == c.kind), None)
    assert clause is not None, [c.lemma for c in clauses]
    keys = [key for key in wanted if key != "lemma"]
    assert {key: described(text, tokens, clauses, clause, key, wanted[key]) for key in keys} == {
        key: wanted[key] for key in keys
    }
