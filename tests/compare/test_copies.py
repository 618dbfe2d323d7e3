import csv
from dataclasses import replace
from pathlib import Path

import pytest
from claim_notes import read_claim

from kg.compare.copies import independent_voices, is_copy
from kg.model.claim import Evidence
from kg.model.text import Source

LINES = Path(__file__).with_name("sentences.csv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(row.values()) for row in csv.DictReader(line for line in LINES if not line.startswith("#"))]
SENTENCE = CASES[0][0]


def told(document, sentence, details=""):
    claim = read_claim(f"{document} | Nordland | plant | Brücke über den Sund | {details}")
    return replace(claim, evidence=(Evidence(document, sentence),))


@pytest.mark.parametrize(("one", "other", "copied"), CASES)
def test_sentences_that_were_copied(one, other, copied):
    assert is_copy(one, other) is (copied == "yes")
    assert is_copy(other, one) is (copied == "yes")


@pytest.mark.parametrize(("one", "other", "copied"), CASES)
def test_a_copied_sentence_is_no_second_voice(one, other, copied):
    voices = independent_voices([told("a", one), told("b", other)], {})
    assert len(voices) == (1 if copied == "yes" else 2)


def test_a_speaker_is_one_voice_wherever_he_is_quoted():
    quoted = [told("a", "Erster Satz.", "sagt Anna Berg"), told("b", "Zweiter Satz.", "sagt Anna Berg")]
    assert independent_voices(quoted, {}) == (tuple(quoted),)


def test_two_articles_of_one_publisher_are_one_voice():
    claims = [told("a", "Erster Satz."), told("b", "Zweiter Satz."), told("c", "Dritter Satz.")]
    sources = {name: Source(name, name, publisher="Sundbote") for name in ("a", "c")}
    assert independent_voices(claims, sources) == ((claims[0], claims[2]), (claims[1],))


def test_copies_of_copies_are_one_voice():
    second, third = CASES[0][1], SENTENCE.replace("Anna Berg", "Berg").replace("am Montag", "gestern")
    voices = independent_voices([told("a", SENTENCE), told("b", third), told("c", second)], {})
    assert [len(voice) for voice in voices] == [3]
