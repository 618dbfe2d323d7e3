"""HanTa with a memory: what it said of a form or sentence is kept, so that a training run can be stopped and resumed.

The memory is a SQLite file in the user's folder for temporary files; deleting it costs time only.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from HanTa.HanoverTagger import HanoverTagger

__all__ = ["TaggedWord", "form_costs", "form_lemma", "is_known", "tagged"]

TaggedWord = tuple[str, str, str]
"""A word, its lemma, and its tag as HanTa writes it (VV(FIN), ADJ(A))."""

Answer = TypeVar("Answer")
MEMORY = Path(tempfile.gettempdir()) / "belegnetz-training.sqlite"
KEPT_AT_ONCE = 2000  # answers a transaction; so many are lost at most when a run is stopped
TAGS_PER_FORM = 7  # the rest of HanTa's ranking is too dear to win in any context


@cache
def _hanta() -> HanoverTagger:
    return HanoverTagger("morphmodel_ger.pgz")


@cache
def _memory() -> sqlite3.Connection:
    connection = sqlite3.connect(MEMORY)
    connection.execute(
        "CREATE TABLE IF NOT EXISTS said (question TEXT PRIMARY KEY, answer TEXT NOT NULL) WITHOUT ROWID"
    )
    return connection


def _remembered(question: str, ask: Callable[[], Answer]) -> Answer:
    row = _memory().execute("SELECT answer FROM said WHERE question = ?", (question,)).fetchone()
    if row:
        answer: Answer = json.loads(row[0])
        return answer
    answer = ask()
    _memory().execute("INSERT INTO said VALUES (?, ?)", (question, json.dumps(answer, ensure_ascii=False)))
    if _memory().total_changes % KEPT_AT_ONCE == 0:
        _memory().commit()
    return answer


def tagged(words: list[str]) -> list[TaggedWord]:
    """Return the words of a sentence with lemma and tag."""
    said = _remembered("s " + " ".join(words), lambda: [list(word) for word in _hanta().tag_sent(words)])
    return [(word, lemma, tag) for word, lemma, tag in said]


def form_costs(form: str) -> dict[str, float]:
    """Return the likeliest tags of a form in small letters, the best first, with the logarithm of their probability."""

    def ask() -> dict[str, float]:
        found = _hanta()._tag_word(form, cutoff=6, casesensitive=False, conditional=False)[:TAGS_PER_FORM]
        return {_hanta().int2tag[number]: round(float(cost), 1) for number, cost in found}

    return _remembered("t " + form, ask)


def form_lemma(form: str, tag: str) -> str:
    """Return the lemma of a form as a word with a tag of HanTa."""
    return _remembered(f"l {tag} {form}", lambda: str(_hanta().analyze(form, pos=tag)[0]))


def is_known(form: str) -> bool:
    """Tell whether HanTa has met the form in the corpus it was made from."""
    return form in _hanta().cache
