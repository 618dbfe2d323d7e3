"""Sentence boundaries measured on Universal Dependencies files, whose sentences are joined by a blank."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

from eval.shared import read_text
from eval.treebank import texts


def boundary_f1(treebank: Path) -> float:
    """Return F1 of sentence ends, from 0 to 1."""
    sentences = [text for _, text in texts(treebank)]
    gold = set(accumulate((len(text) + 1 for text in sentences), initial=-1)) - {-1}
    found = {sentence.end for sentence in read_text(" ".join(sentences)).sentences}
    return 2 * len(found & gold) / (len(found) + len(gold))
