from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.model.claim import Claim, Evidence, Participant
from kg.model.entity import Entity
from kg.view.evidence import Mark, find_marks

CASES = yaml.safe_load(Path(__file__).with_name("evidence.yaml").read_text(encoding="utf-8"))


def participant(label, aliases=(), mention=None):
    return Participant(Entity(label, label, "Ding", tuple(aliases)), mention)


def claim_about(subject, obj, evidence):
    return Claim("c", "d", subject, "trifft", obj, (evidence,))


def nth(sentence, words, count):
    at = -1
    for _ in range(count):
        at = sentence.index(words, at + 1)
    return at


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_subject_and_object_are_found_in_the_sentence(case):
    sentence = case["sentence"]
    first = sentence.index(case.get("span", sentence))
    last = first + len(case.get("span", sentence))
    evidence = Evidence("d", sentence, 100, 100 + len(sentence), 100 + first, 100 + last)
    claim = claim_about(participant(**case["subject"]), participant(**case["object"]), evidence)
    expected = []
    for words, role, *count in case["marks"]:
        start = nth(sentence, words, *(count or [1]))
        expected.append(Mark(start, start + len(words), role))
    assert list(find_marks(claim, evidence)) == sorted(expected)


@given(st.text(max_size=60), st.text(min_size=1, max_size=5), st.text(min_size=1, max_size=5), st.integers(0, 60))
def test_marks_lie_in_the_sentence_and_never_overlap(sentence, subject, obj, start):
    evidence = Evidence("d", sentence, 0, len(sentence), start, len(sentence))
    marks = find_marks(claim_about(participant(subject), participant(obj), evidence), evidence)
    assert all(0 <= mark.start < mark.end <= len(sentence) for mark in marks)
    assert all(a.end <= b.start for a, b in pairwise(marks))
    assert all(sentence[mark.start : mark.end] in (subject, obj) for mark in marks)
