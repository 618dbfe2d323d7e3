"""Subjects and objects measured on Universal Dependencies files.

The fair way for a reader with tokens of its own: the sentence's `# text` goes in, and the answer names words by
their characters in it. Participants shared with a neighbouring clause are left out, as the treebank gives each to
the first clause only, and so are clauses without a verb.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from kg.annotate.clauses import read_clauses
from kg.annotate.sentences import split_sentences
from kg.annotate.tokens import tokenize
from kg.annotate.words import tag_words
from kg.model.reading import Clause, Token

SHARED = Path(__file__).parents[2].parent / "shared"
TREEBANKS = {"gsd": "de_gsd-ud-dev.conllu", "pud": "de_pud-ud-test.conllu"}
ROLES = {"subject": "subj", "object": "obj"}


def predicted(text: str) -> list[dict[str, Any]]:
    """Return the roles of a sentence as `score_roles.py` reads them, words as character spans."""
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    tokens = tag_words(tokens, sentences)
    return [_roles(tokens, c) for c in read_clauses(tokens, sentences) if c.kind not in ("nominal", "participle")]


def _roles(tokens: tuple[Token, ...], clause: Clause) -> dict[str, Any]:
    def span(index: int) -> list[int]:
        return [tokens[index].start, tokens[index].end]

    own = [a for a in clause.arguments if a.role in ROLES and not a.shared and a.clause is None]
    arguments = {ROLES[argument.role]: span(argument.head) for argument in own}
    return {"verb": span(clause.head), "passive": clause.voice == "passive", **arguments}


def score_roles(name: str, shared: Path = SHARED) -> dict[str, Any]:
    """Return the scorer's figures in percent for the treebank "gsd" or "pud"."""
    scorer = _scorer(shared / "score" / "score_roles.py")
    gold = scorer.read(str(shared / "data" / "ud" / TREEBANKS[name]))
    figures, _ = scorer.score(gold, dict(_predictions(gold)))
    return dict(figures)


def _predictions(gold: list[Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for meta, _, _ in gold:
        yield meta["sent_id"], predicted(meta["text"])


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_roles", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    for treebank in TREEBANKS:
        figures = score_roles(treebank)
        print(treebank, {role: figures[role]["edge"] for role in ("subj", "obj", "both")})
