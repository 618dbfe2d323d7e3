"""Subjects and objects measured on Universal Dependencies files.

The fair way for a reader with tokens of its own: the sentence's `# text` goes in, and the answer names words by
their characters in it. Participants shared with a neighbouring clause are left out, as the treebank gives each to
the first clause only, and so are clauses without a verb.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from eval.shared import GSD, PUD, read_text, score
from eval.treebank import texts

from kg.model.reading import Clause, Token

ROLES = {"subject": "subj", "object": "obj"}


def predict(text: str) -> list[dict[str, Any]]:
    """Return the roles of a sentence as `score_roles.py` reads them, words as character spans."""
    reading = read_text(text)
    return [_roles(reading.tokens, c) for c in reading.clauses if c.kind not in ("nominal", "participle")]


def _roles(tokens: tuple[Token, ...], clause: Clause) -> dict[str, Any]:
    def span(index: int) -> list[int]:
        return [tokens[index].start, tokens[index].end]

    own = [a for a in clause.arguments if a.role in ROLES and not a.shared and a.clause is None]
    arguments = {ROLES[argument.role]: span(argument.head) for argument in own}
    return {"verb": span(clause.head), "passive": clause.voice == "passive", **arguments}


@cache
def score_roles(treebank: Path) -> dict[str, Any]:
    """Run the scorer on a treebank and return its figures in percent."""
    found = [{"sent_id": name, "roles": predict(text)} for name, text in texts(treebank)]
    return score("score_roles.py", found, "--gold", treebank)


if __name__ == "__main__":
    for treebank in (GSD, PUD):
        figures = score_roles(treebank)
        print(treebank.stem, {role: figures[role]["edge"] for role in ("subj", "obj", "both")})
