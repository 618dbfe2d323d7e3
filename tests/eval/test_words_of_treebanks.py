"""Floors of the words layer, each at what was measured when it was set, rounded down."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.sentences import boundary_f1
from eval.words import konjunktiv, lemma_accuracy, tag_accuracy

TREEBANKS = Path(__file__).parents[3] / "shared" / "data" / "ud"
GSD, PUD = TREEBANKS / "de_gsd-ud-dev.conllu", TREEBANKS / "de_pud-ud-test.conllu"

pytestmark = pytest.mark.skipif(not TREEBANKS.is_dir(), reason="the treebanks of ../shared are not here")


def test_sentence_boundaries() -> None:
    assert boundary_f1(PUD) >= 0.99
    assert boundary_f1(GSD) >= 0.98


def test_tags() -> None:
    assert tag_accuracy(GSD) >= 0.96


def test_lemmas() -> None:
    assert lemma_accuracy(GSD) >= 0.97
    assert lemma_accuracy(PUD) >= 0.95


def test_konjunktiv() -> None:
    # The treebank marks "habe" beside "ich", and "Habe" without subject, now as one mood, now as the other;
    # that bounds both figures.
    precision, recall = konjunktiv(GSD)
    assert precision >= 0.94
    assert recall >= 0.85
