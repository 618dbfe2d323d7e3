"""The judgements themselves: each row is one that `eval.judged` can use, and there are enough of them."""

from __future__ import annotations

from collections import defaultdict

import pytest
from eval.judged import VERDICTS, Judgement, read_documents, read_judgements

ENOUGH = 400  # what the precision of the rules is measured on at least


def test_there_are_enough_judgements_of_the_listed_documents() -> None:
    rows = read_judgements()
    assert len(rows) >= ENOUGH
    assert {row.doc for row in rows} <= set(read_documents())


@pytest.mark.parametrize("column", ["subject", "object"])
def test_entities_are_hashes(column: str) -> None:
    assert all(len(getattr(row, column)) == 16 and int(getattr(row, column), 16) >= 0 for row in read_judgements())


def test_every_judgement_has_a_place_and_a_known_verdict() -> None:
    assert all(0 <= row.start < row.end and row.verdict in VERDICTS for row in read_judgements())


def test_no_claim_is_judged_in_two_ways() -> None:
    known: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    for row in read_judgements():
        rivals = [other for other in known[row.identity] if other.start < row.end and row.start < other.end]
        assert all(other.verdict == row.verdict for other in rivals), row
        known[row.identity].append(row)
