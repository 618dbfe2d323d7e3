"""Verbatim quotations: which words in quotation marks somebody said, and who."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kg.annotate.quotations.messages import SentenceReading
from kg.annotate.quotations.segments import Segment
from kg.annotate.quotations.speaker_phrases import noun_phrases, span_of
from kg.annotate.quotations.speakers import person_of, subject_of
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.model.reading import Quotation, Token
from kg.model.text import Span

__all__ = ["find_direct"]

_NAMES = frozenset({"NN", "NE", "FM", "XY", "KON", "$,"})
# Before a quotation these announce somebody's wording, no name: einen „Angriff“, als „Erfolg“.
_INDEFINITE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen", "als"})
# Names of papers, films and programmes in quotation marks seldom have more words.
_LONGEST_TITLE = 4
# Sentences after which a speaker is no longer meant; 2 or 10 changed no figure on the training part by 0.002.
_MEMORY = 5
_Cue = tuple[tuple[Span, ...], tuple[Span, ...]]


def find_direct(
    tokens: Sequence[Token], quoted: Sequence[Span], opaque: Sequence[int], readings: Sequence[SentenceReading]
) -> list[Quotation]:
    """Return the quoted spans that are speech; `opaque` numbers each token's quotation from one."""
    starts = [r.sentence.first for r in readings]
    found: list[Quotation] = []
    spoken = -2
    for number, (a, b) in _extents(opaque).items():
        opening = bisect_right(starts, a) - 1
        closing = bisect_right(starts, b - 1) - 1
        words = sum(t.text[:1].isalnum() for t in tokens[a:b])
        cue = _cue_after(tokens, readings[closing], a, b) or _cue_before(tokens, readings[opening], a, opaque)
        if cue is None and _speechlike(tokens, a, b, words):
            cue = _cue_around(tokens, readings[opening], a)
        if cue is None and words > _LONGEST_TITLE and a == readings[opening].sentence.first:
            cue = (), ()
        if cue is None or not words:
            continue
        speaker = cue[0] or (found[-1].speaker if opening - spoken == 1 else _last_speaker(readings, opening, found))
        if not speaker and opening:
            speaker = person_of(tokens, readings[opening - 1].segments, opaque)
        spoken = closing
        found.append(Quotation((quoted[number - 1],), speaker, cue[1], "Direct"))
    return found


def _extents(opaque: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Return the token range of every quotation."""
    extents: dict[int, tuple[int, int]] = {}
    for i, number in enumerate(opaque):
        if number:
            extents[number] = (extents.get(number, (i, i))[0], i + 1)
    return extents


def _last_speaker(readings: Sequence[SentenceReading], n: int, found: Sequence[Quotation]) -> tuple[Span, ...]:
    """Return who spoke last before sentence `n`, no further back than memory reaches, or in the quotation before."""
    for reading in reversed(readings[max(0, n - _MEMORY) : n]):
        if reading.speaker:
            return reading.speaker
    return found[-1].speaker if found else ()


def _cue_after(tokens: Sequence[Token], reading: SentenceReading, a: int, b: int) -> _Cue | None:
    """Return the cue right behind a quotation: ", sagte X", ", so X"."""
    for report, speaker in reading.reports:
        segment = reading.segments[report.segment]
        if segment.verb is None or "q" not in report.verb.frames or not b <= segment.verb <= b + 2:
            continue
        if segment.first >= b or (
            segment.first >= a and (b - a > _LONGEST_TITLE + 2 or tokens[b - 2].text in {".", "!", "?"})
        ):
            return speaker, tuple(span_of(tokens, i, i + 1) for i in report.tokens)
    for source in reading.sources:
        if b <= source.first <= b + 1:
            return (span_of(tokens, *source.speaker),), (span_of(tokens, *source.cue),)
    return None


def _cue_before(tokens: Sequence[Token], reading: SentenceReading, a: int, opaque: Sequence[int]) -> _Cue | None:
    """Return the cue before a colon that introduces a quotation."""
    if a <= reading.sentence.first or tokens[a - 1].text != ":":
        return None
    for kinds in ({"main"}, {"how", "relative", "sub", "that", "question"}):
        for report, speaker in reversed(reading.reports):
            segment = reading.segments[report.segment]
            if segment.first < a and segment.kind in kinds and not _in_konjunktiv(tokens, segment):
                return speaker, tuple(span_of(tokens, i, i + 1) for i in report.tokens)
    return _named_before(tokens, reading, a, opaque), ()


def _in_konjunktiv(tokens: Sequence[Token], segment: Segment) -> bool:
    return segment.verb is not None and tokens[segment.verb].morph.mood == "k1"


def _named_before(tokens: Sequence[Token], reading: SentenceReading, a: int, opaque: Sequence[int]) -> tuple[Span, ...]:
    """Return who a colon without reporting verb makes speak: the subject, or a bare phrase."""
    last = max((k for k, s in enumerate(reading.segments) if s.first < a), default=0)
    clauses = [k for k, s in enumerate(reading.segments[: last + 1]) if s.kind == "main"]
    if clauses:
        told = [k for k in clauses if not _in_konjunktiv(tokens, reading.segments[k])]
        phrase = subject_of(tokens, reading.segments, told[-1], opaque) if told else None
    else:
        phrases = noun_phrases(tokens, reading.sentence.first, a, opaque)
        phrase = next((p for p in phrases if not p.preposition), phrases[0] if phrases else None)
    return () if phrase is None else (span_of(tokens, phrase.first, phrase.last),)


def _cue_around(tokens: Sequence[Token], reading: SentenceReading, a: int) -> _Cue | None:
    """Return who says the message, or governs the clause, in which words are quoted."""
    for source in reading.sources:
        if source.last == a:
            return (span_of(tokens, *source.speaker),), (span_of(tokens, *source.cue),)
    covering = [m for m in reading.messages if m.covers(a) and m.type != "Reported"]
    if covering:
        innermost = min(covering, key=lambda m: sum(last - first for first, last in m.ranges))
        return innermost.speaker, innermost.cue
    reports = [
        (reading.segments[r.segment], s)
        for r, s in reading.reports
        if not _in_konjunktiv(tokens, reading.segments[r.segment])
    ]
    around = [s for segment, s in reports if segment.first <= a < segment.last]
    before = [(segment, s) for segment, s in reports if segment.last <= a]
    if around:
        return around[0], ()
    if before:
        # A relative clause between only describes somebody of whom it is said.
        told = [s for segment, s in before if segment.kind != "relative"]
        return (told or [before[-1][1]])[-1], ()
    behind = (s for _, s in reports if s and reading.sentence.start <= s[0].start and s[0].end <= tokens[a].start)
    goes_on = next(behind, None)  # zeigte sich „zutiefst besorgt“ und mahnte zur Ruhe
    if goes_on is not None:
        return goes_on, ()
    return ((), ()) if any(_in_konjunktiv(tokens, s) for s in reading.segments) or reports else None


def _speechlike(tokens: Sequence[Token], a: int, b: int, words: int) -> bool:
    """Tell words quoted from speech from names and titles in quotation marks."""
    inner = tokens[a + 1 : b - 1]
    if not inner or any("." in t.text[1:-1] and t.text[0].isalpha() for t in inner[:1]):
        return False
    if any(t.tag in FINITE_TAGS for t in inner):
        return words > 1
    named = a > 0 and tokens[a - 1].tag in {"NN", "NE"}
    if a > 0 and tokens[a - 1].text.lower() in _INDEFINITE:
        return True
    if inner[0].text[:1].islower():
        return not (named and all(t.tag in _NAMES for t in inner))
    return words >= _LONGEST_TITLE and not named
