"""Sentence boundaries measured on Universal Dependencies files, whose sentences are joined by a blank."""

from __future__ import annotations

from pathlib import Path

from kg.annotate.sentences import split_sentences
from kg.annotate.tokens import tokenize


def joined(path: Path) -> tuple[str, set[int]]:
    """Return the text of a CoNLL-U file, sentences joined by a blank, and the offsets where a sentence ends."""
    text, ends = "", set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            text += line.removeprefix("# text = ").strip() + " "
            ends.add(len(text) - 1)
    return text, ends


def boundary_f1(path: Path) -> float:
    """Return F1 of sentence ends, from 0 to 1."""
    text, gold = joined(path)
    found = {sentence.end for sentence in split_sentences(text, tokenize(text))}
    return 2 * len(found & gold) / (len(found) + len(gold))
