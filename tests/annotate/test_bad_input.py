"""Whatever text comes: a result, every offset inside the text, and time that grows with its length."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from own_workspace import ROOT, resources

from kg.model.reading import Annotations
from kg.model.text import Document
from kg.pipeline import Extraction, extract

PLAIN = "Der Minister besucht am Montag das Nachbarland und fordert mehr Handel ohne dass die Regierung etwas sagt "
SMALL = {
    "empty": "",
    "blank": " \n\t\u00a0",
    "one word": "Nein",
    "no letters": "12 – 34, (56) % … ;;",
    "no words": "\u200b\u00ad\ufeff",
    "English": "The minister said on Monday that trade would grow. He left.",
    "capitals": "DER MINISTER BESUCHT AM MONTAG FRANKREICH. ER FORDERT 5 MILLIONEN EURO.",
    "emoji": "Der Rat 👍🏽 tagt 👨‍👩‍👧 in Köln 🇩🇪.",
    "combining": "Der Pra\u0308sident ho\u0301\u0323rt zu. \u0301\u0308",
    "quotation marks": "„»\"“«‚‘'›‹" * 3,
    "control characters": "Der\x00 Rat\x1b tagt.\x7f",
    "surrogate plane": "𝔇𝔢𝔯 ℜ𝔞𝔱 tagt.",
    "only stops": ". . . ! ? : ;",
    "broken markup": "<p>Der Rat &amp; [die <b>Regierung",
}
# Each is a way to make some rule look at the same place again and again.
LONG = {
    "no full stop": PLAIN,
    "commas": "Der Minister sagt, die Lage sei ernst, ",
    "relative clauses": "Der Mann, der die Frau, die das Kind, das ",
    "names": "Anna Berger Karl Meier ",
    "pronouns": "Er sagte ihr, dass sie ihn sehe. ",
    "marks": '"',
    "opening marks": "„Das ist so. Er sagte es. ",
    "letters of one word": "a",
    "parts of one word": "donaudampfschiff",
    "a word for a number": "tausendeinhundert",
    "hyphens": "Nord-",
    "digits": "1.000",
    "blanks between digits": "123 ",
    "dashes": "- ",
    "accents": "a\u0301\u0308",
    "abbreviations": "z. B. ",
    "emoji": "👨‍👩‍👧 ",
    "lines": "Wort\n",
    "attributes": "des Ministers der Regierung ",
}
ARTICLES = sorted(path for path in (ROOT / "seeds" / "articles").glob("*.md") if path.stem != "README")
LENGTH = 100_000
LIMIT = 60
"""Seconds of the processor, which a busy machine does not stretch, for 100,000 characters.

Linear reading takes a tenth of it, quadratic reading many times as much.
"""


def extracted(text: str) -> Extraction:
    return extract(Document("bad", Path("bad.txt"), text, published="2024-05-15"), resources())


def spans(reading: Annotations) -> Iterator[tuple[int, int]]:
    """Yield the ends of everything that every layer found, words of clauses by their tokens."""
    layers: Iterable[Iterable[object]] = (
        reading.tokens,
        reading.sentences,
        reading.mentions,
        reading.offices,
        reading.times,
        reading.quantities,
        *((*q.quote, *q.speaker, *q.cue) for q in reading.quotations),
    )
    yield from ((item.start, item.end) for layer in layers for item in layer)  # type: ignore[attr-defined]
    for clause in reading.clauses:
        heads = [clause.head, *(argument.head for argument in clause.arguments)]
        yield from ((reading.tokens[head].start, reading.tokens[head].end) for head in heads)


def check(text: str) -> None:
    """Assert what holds for the reading and the claims of any text."""
    found = extracted(text)
    reading = found.annotations
    assert reading.document.text == text
    assert all(0 <= start < end <= len(text) for start, end in spans(reading))
    for sentence in reading.sentences:
        inside = text[sentence.start : sentence.end]
        assert inside == inside.strip() != ""
    ends = [(mention.start, mention.end) for mention in reading.mentions]
    assert all(before[1] <= after[0] for before, after in pairwise(ends))
    for evidence in (evidence for claim in found.claims for evidence in claim.evidence):
        assert text[evidence.sentence_start : evidence.sentence_end] == evidence.sentence
        assert evidence.sentence_start <= evidence.start < evidence.end <= evidence.sentence_end


@pytest.mark.parametrize("text", SMALL.values(), ids=SMALL)
def test_any_text_has_a_reading(text: str) -> None:
    check(text)


@given(st.text() | st.text(alphabet=st.sampled_from("aEr ,.-–„“\"'()5%€\n\u0301👍ßÄ:;!?")))
@example("(" * 1000 + "Rat" + ")" * 1000)
def test_offsets_of_arbitrary_text_lie_inside_it(text: str) -> None:
    check(text)


WORDS = (
    "Der Die Russland Kasachstans Minister Präsident Putin er sie sagte fordert dass hat besucht am Montag 2023 5 "
    "Millionen Euro Prozent laut zufolge „ “ , . : ? ! – ( ) und nicht kein soll werde von der die das zu in"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join))
def test_offsets_of_words_in_any_order_lie_inside_their_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.stem)
def test_every_beginning_of_a_sentence_has_a_reading(article: Path) -> None:
    """What breaks off has its words, but nothing behind them: no rule may count on a further one."""
    for sentence in re.split(r"(?<=[.!?])\s+", article.read_text(encoding="utf-8")):
        words = sentence.split()
        for end in range(1, len(words)):
            check(" ".join(words[:end]))


@pytest.mark.slow
@pytest.mark.parametrize("part", LONG.values(), ids=LONG)
def test_long_texts_are_read_in_linear_time(part: str) -> None:
    text = (part * (LENGTH // len(part) + 1))[:LENGTH]
    done = subprocess.run(
        [sys.executable, "-m", "kg", "-w", str(ROOT), "extract", "-", "--format", "jsonl"],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT)),
        check=True,
    )
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(text[c["sentence_start"] : c["sentence_end"]] == c["sentence"] for c in claims)
