"""Subjects and objects measured on Universal Dependencies files.

The fair way for a reader with tokens of its own: the sentence's `# text` goes in, and the answer names words by
their characters in it. Participants shared with a neighbouring clause are left out, as the treebank gives each to
the first clause only, and so are clauses without a verb.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
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
    """Run the scorer on the treebank "gsd" or "pud" and return its figures in percent."""
    gold = shared / "data" / "ud" / TREEBANKS[name]
    lines = [json.dumps({"sent_id": name, "roles": predicted(text)}) for name, text in _texts(gold)]
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "pred.jsonl"
        predictions.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, str(shared / "score" / "score_roles.py"), "--json"]
        output = subprocess.run(
            [*command, "--gold", str(gold), "--pred", str(predictions)], check=True, capture_output=True, text=True
        )
    figures: dict[str, Any] = json.loads(output.stdout)
    return figures


def _texts(gold: Path) -> Iterator[tuple[str, str]]:
    name = ""
    for line in gold.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id = "):
            name = line.removeprefix("# sent_id = ").strip()
        elif line.startswith("# text = "):
            yield name, line.removeprefix("# text = ").strip()


if __name__ == "__main__":
    for treebank in TREEBANKS:
        figures = score_roles(treebank)
        print(treebank, {role: figures[role]["edge"] for role in ("subj", "obj", "both")})
