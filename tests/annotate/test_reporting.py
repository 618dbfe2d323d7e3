"""The word lists of reporting: every row says something the rules understand."""

from __future__ import annotations

import pytest

from kg.annotate.lexicon import rows
from kg.annotate.source_nouns import is_message_noun, is_source_noun

FRAMES = set("dvzqf")
REPORTED = {"object", "als"}


@pytest.mark.parametrize(
    ("name", "keys"), [("reporting_verbs.csv", ["lemma"]), ("reporting_phrases.csv", ["verb", "word"])]
)
def test_entries_are_unique_and_their_frames_known(name: str, keys: list[str]) -> None:
    entries = [tuple(row[key] for key in keys) for row in rows(name)]
    assert len(set(entries)) == len(entries)
    for row in rows(name):
        assert set(row["frames"]) <= FRAMES, row
        assert row["frames"] or row["reported"], row
        for word in row["reported"].split():
            assert word in REPORTED or word.islower(), row


def test_nouns_are_unique_and_of_use() -> None:
    nouns = [row["noun"] for row in rows("source_nouns.csv")]
    assert len(set(nouns)) == len(nouns)
    assert all("yes" in (row["nach"], row["message"]) for row in rows("source_nouns.csv"))


@pytest.mark.parametrize(
    ("word", "source", "message"),
    [("Polizeiangaben", True, True), ("Behauptung", True, True), ("Vorwurf", False, True), ("Regen", False, False)],
)
def test_compounds_count_as_their_last_part(word: str, source: bool, message: bool) -> None:
    assert (is_source_noun(word), is_message_noun(word)) == (source, message)
