"""What one sentence says was said, by its reporting verbs, source phrases and nouns of saying."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.annotate.articles import GENITIVE_ARTICLES
from kg.annotate.quotations.indirect import (
    Range,
    message_after_noun,
    message_from,
    message_of_report,
    message_of_source,
    message_of_whereby,
    owned_noun,
)
from kg.annotate.quotations.reporting import Report, find_reports
from kg.annotate.quotations.segments import COORDINATORS, Segment, split_segments
from kg.annotate.quotations.sources import SourcePhrase, find_sources
from kg.annotate.quotations.speaker_phrases import NounPhrase, noun_phrases, span_of
from kg.annotate.quotations.speakers import find_speaker, speaks, subject_of
from kg.annotate.source_nouns import is_message_noun, is_source_noun
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.model.reading import Sentence, Token
from kg.model.text import Span

__all__ = ["Message", "SentenceReading", "read_sentence"]


_GOING_ON = frozenset({"aber", "jedoch", "allerdings", "dagegen", "hingegen", "indes", "zugleich", "gleichzeitig"})
_CONTRASTS = frozenset({"dagegen", "hingegen", "wiederum"})
_FINDING = frozenset({"ergeben", "zeigen", "belegen"})
"""Verbs that report what a study or report found, but not what else shows or yields something."""
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRF"})


@dataclass(frozen=True, slots=True)
class Message:
    """Token ranges of a message, who said it and by what words, and the type of the quotation.

    `of_source` is True where a source phrase (laut X) marks it, no verb.
    """

    ranges: tuple[Range, ...]
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    type: str = "Indirect"
    of_source: bool = False

    def covers(self, token: int) -> bool:
        """Tell whether a token lies in the message."""
        return any(first <= token < last for first, last in self.ranges)


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """A sentence with its segments, its reporting verbs with their speakers, its source phrases and messages.

    `speaker` is who goes on speaking after it; `anaphor` an adverb (demnach) that stands for a source before it.
    """

    sentence: Sentence
    segments: tuple[Segment, ...]
    reports: tuple[tuple[Report, tuple[Span, ...]], ...]
    sources: tuple[SourcePhrase, ...]
    messages: tuple[Message, ...]
    speaker: tuple[Span, ...] = ()
    anaphor: Span | None = None


def read_sentence(
    tokens: Sequence[Token], sentence: Sentence, opaque: Sequence[int], subjects: Mapping[int, Range]
) -> SentenceReading:
    """Find the messages of a sentence; words in quotation marks (`opaque`) report nothing themselves.

    `subjects` are the token ranges of subjects by their verbs.
    """
    segments = tuple(
        replace(segment, subject=subjects[segment.verb])
        if segment.verb is not None and segment.verb in subjects
        else segment
        for segment in split_segments(tokens, sentence, opaque)
    )
    sources = find_sources(tokens, segments, opaque)
    found = ((r, find_speaker(tokens, segments, r, opaque)) for r in find_reports(tokens, segments, opaque))
    reports = tuple((r, s) for r, s in found if r.verb.lemma not in _FINDING or _names_text(tokens, segments, r, s))
    asides = [_range(segments[r.segment]) for r, _ in reports if segments[r.segment].kind == "how"]
    messages = [_of_source(tokens, segments, s, asides, opaque) for s in sources]
    messages += _of_reports(tokens, segments, sentence, reports, messages, opaque)
    for k in range(1, len(segments)):
        if segments[k].kind == "whereby":
            messages.append(_of_whereby(tokens, segments, k, opaque))
        messages.append(_of_noun(tokens, segments, k, messages, opaque))
    messages += _after_colons(tokens, segments, messages, opaque)
    kept = tuple(m for m in messages if m.ranges and not all(opaque[i] for a, b in m.ranges for i in range(a, b)))
    speaker = _speaker(tokens, segments, reports, messages)
    anaphor = next((span_of(tokens, *s.cue) for s in sources if s.cue == s.speaker), None)
    return SentenceReading(sentence, segments, reports, tuple(sources), kept, speaker, anaphor)


def _names_text(
    tokens: Sequence[Token], segments: Sequence[Segment], report: Report, speaker: tuple[Span, ...]
) -> bool:
    """Tell a text that shows something from a person or thing that does: die Studie ergab, dass …."""
    around = (tokens[i] for i in _around(segments, report))
    return any(_inside(token, speaker) and is_source_noun(token.text) for token in around)


def _after_colons(
    tokens: Sequence[Token], segments: Sequence[Segment], others: Sequence[Message], opaque: Sequence[int]
) -> list[Message]:
    """Return what goes on in the Konjunktiv behind a colon: Kurti lobte den Plan: Er sei gut."""
    found: list[Message] = []
    for k in range(1, len(segments)):
        main = next((j for j in range(k, len(segments)) if segments[j].kind == "main"), None)
        verb = segments[main].verb if main is not None else None
        if segments[k].opening not in (":", ";") or verb is None:
            continue
        told = next((j for j in range(k - 1, -1, -1) if segments[j].kind == "main"), None)
        quoted = any(m.covers(verb) for m in (*others, *found) if m.type != "Reported")
        if told is None or quoted or tokens[verb].morph.mood != "k1":
            continue
        teller = segments[told].verb
        if segments[k].opening == ";" and (teller is None or tokens[teller].morph.mood in {"k1", "k2"}):
            continue  # China habe gebaut; es sei | der größte Partner: somebody else says both
        subject = subject_of(tokens, segments, told, opaque)
        if subject is not None and speaks(tokens, subject):
            speaker = (span_of(tokens, subject.first, subject.last),)
            ranges = message_from(tokens, segments, k)
            found.append(Message(tuple(ranges), speaker, (), "IndirectFreeIndirect"))
    return found


def _range(segment: Segment) -> Range:
    return segment.first, segment.last


def _of_reports(
    tokens: Sequence[Token],
    segments: Sequence[Segment],
    sentence: Sentence,
    reports: Sequence[tuple[Report, tuple[Span, ...]]],
    others: Sequence[Message],
    opaque: Sequence[int],
) -> list[Message]:
    """Return the messages of the reporting verbs; a summary inside another message is no message of its own."""
    found: list[Message] = []
    for report, speaker in reports:
        if _speaks_on(tokens, segments, report, speaker):
            continue
        message = _of_report(tokens, segments, sentence, report, speaker, opaque)
        if message.type != "Reported" or not any(m.covers(report.tokens[0]) for m in (*others, *found)):
            found.append(message)
    return found


def _of_source(
    tokens: Sequence[Token],
    segments: Sequence[Segment],
    source: SourcePhrase,
    asides: Sequence[Range],
    opaque: Sequence[int],
) -> Message:
    """Return the message of a source phrase; "nach eigenen Angaben" makes the subject of its clause speak as well."""
    ranges = message_of_source(tokens, segments, source, asides)
    speaker = [span_of(tokens, *source.speaker)]
    if any(tokens[i].lemma in {"eigen", "eigene"} for i in range(*source.speaker)):
        subject = subject_of(tokens, segments, source.segment, opaque)
        speaker += [span_of(tokens, subject.first, subject.last)] if subject else []
    return Message(tuple(ranges), tuple(speaker), (span_of(tokens, *source.cue),), of_source=True)


def _speaks_on(tokens: Sequence[Token], segments: Sequence[Segment], report: Report, speaker: tuple[Span, ...]) -> bool:
    """Tell whether a verb in the Konjunktiv only goes on with what a speaker says of himself: "er hoffe, dass …".

    Below a modal verb nobody has said anything yet: "so müsse der Rat zustimmen, die Lage sei ernst".
    """
    verb = segments[report.segment].verb
    if verb is None or tokens[verb].morph.mood != "k1":
        return False
    if tokens[verb].tag == "VMFIN" or segments[report.segment].kind == "relative":
        return True
    return not any(tokens[i].tag in {"NN", "NE"} and _inside(tokens[i], speaker) for i in _around(segments, report))


def _around(segments: Sequence[Segment], report: Report) -> range:
    return range(segments[report.segment].first, segments[report.end].last)


def _inside(token: Token, spans: tuple[Span, ...]) -> bool:
    return any(span.start <= token.start < span.end for span in spans)


def _of_whereby(tokens: Sequence[Token], segments: Sequence[Segment], k: int, opaque: Sequence[int]) -> Message:
    """Return the message of a wonach-clause; its speaker are the source before it and the word that stands for it."""
    before = noun_phrases(tokens, segments[k - 1].first, segments[k - 1].last, opaque)
    source = before[-1:]
    plain = tokens[segments[k].first].text.lower() != "wonach"
    if plain and not (source and any(_names_source(tokens[i].text) for i in range(source[0].first, source[0].last))):
        return Message((), (), ())
    ranges = message_of_whereby(tokens, segments, k)
    word = span_of(tokens, segments[k].first, segments[k].first + 1)
    return Message(tuple(ranges), (*(span_of(tokens, p.first, p.last) for p in source), word), (word,))


def _names_source(word: str) -> bool:
    return is_source_noun(word) or is_message_noun(word)


def _of_report(
    tokens: Sequence[Token],
    segments: Sequence[Segment],
    sentence: Sentence,
    report: Report,
    speaker: tuple[Span, ...],
    opaque: Sequence[int],
) -> Message:
    ranges = message_of_report(tokens, segments, report)
    told = any(_inside(tokens[i], speaker) for first, last in ranges for i in range(first, last))
    if ranges and not told and not _contrasts(tokens, ranges) and not _goes_on(tokens, segments, report, opaque):
        return Message(tuple(ranges), speaker, tuple(span_of(tokens, i, i + 1) for i in report.tokens))
    if speaker and _summarises(tokens, segments, report, opaque):
        return Message((_clause_range(tokens, segments, sentence, report),), speaker, (), "Reported")
    return Message((), (), ())


def _contrasts(tokens: Sequence[Token], ranges: Sequence[Range]) -> bool:
    """Tell a clause that sets somebody else against the speaker: Rom mahnte zur Ruhe, | Paris dagegen drohte."""
    first, last = ranges[0]
    verb = next((i for i in range(first, last) if tokens[i].tag in FINITE_TAGS), first)
    after_name = first + 1 < verb and tokens[verb - 1].text in _CONTRASTS and tokens[first].tag not in ("KOUS", "PWAV")
    return after_name and tokens[verb].morph.mood not in {"k1", "k2"}


def _goes_on(tokens: Sequence[Token], segments: Sequence[Segment], report: Report, opaque: Sequence[int]) -> bool:
    """Tell a verb that goes on with the subject before: lobte den Plan, kritisierte aber | die Kürzung."""
    segment = segments[report.segment]
    verb = segment.verb
    if verb is None or not segment.verb_first or tokens[verb + 1].text not in _GOING_ON or report.segment == 0:
        return False
    before = segments[report.segment - 1].verb
    plain = before is not None and tokens[before].morph.mood not in {"k1", "k2"} and not opaque[before]
    phrase = next(iter(noun_phrases(tokens, verb + 2, segment.last, opaque)), None)
    return plain and phrase is not None and not phrase.preposition and not speaks(tokens, phrase)


def _clause_range(tokens: Sequence[Token], segments: Sequence[Segment], sentence: Sentence, report: Report) -> Range:
    """Return the report's clause with all that hangs on it."""
    first, last = report.segment, report.end
    while first > 0 and not _new_main(tokens, segments, first):
        first -= 1
    while last + 1 < len(segments) and not _new_main(tokens, segments, last + 1):
        last += 1
    end = sentence.last if last + 1 == len(segments) else segments[last].last
    return segments[first].first, end


def _new_main(tokens: Sequence[Token], segments: Sequence[Segment], k: int) -> bool:
    return segments[k].opening == ";" or (segments[k].kind == "main" and tokens[segments[k].first].text in COORDINATORS)


def _summarises(tokens: Sequence[Token], segments: Sequence[Segment], report: Report, opaque: Sequence[int]) -> bool:
    """Tell whether the verb reports without a message clause by one of the ways its entry allows."""
    allowed = report.verb.reported
    segment = segments[report.segment]
    verb = segment.verb
    if not allowed or segment.kind != "main" or report.passive or verb is None:
        return False
    if tokens[verb].morph.mood in {"k1", "k2"} or tokens[verb].lemma == "sollen":
        return False
    if "object" in allowed:
        bare = [p for p in noun_phrases(tokens, segment.first, segment.last, opaque) if not p.preposition]
        return len(bare) > 1 and any(tokens[p.last - 1].tag not in _PRONOUNS for p in bare[1:])
    return any(tokens[i].text.lower() in allowed for i in range(segment.first, segment.last))


def _of_noun(
    tokens: Sequence[Token], segments: Sequence[Segment], k: int, messages: Sequence[Message], opaque: Sequence[int]
) -> Message:
    ranges = message_after_noun(tokens, segments, k)
    if not ranges or any(m.ranges and m.ranges[0][0] == ranges[0][0] for m in messages):
        return Message((), (), ())
    owned = owned_noun(tokens, segments[k - 1])
    owned = owned if owned is not None and is_message_noun(tokens[owned].text) else None
    noun = segments[k - 1].last - 1 if owned is None else owned
    phrase = _bearer(tokens, segments, k - 1, opaque) if owned is None else NounPhrase(owned + 1, segments[k - 1].last)
    speaker = (span_of(tokens, phrase.first, phrase.last),) if phrase else ()
    return Message(tuple(ranges), speaker, (span_of(tokens, noun, noun + 1),))


def _bearer(tokens: Sequence[Token], segments: Sequence[Segment], k: int, opaque: Sequence[int]) -> NounPhrase | None:
    """Return who holds what the noun of saying at the end of segment `k` says: its genitive's phrase or the subject."""
    own = next(iter(reversed(noun_phrases(tokens, segments[k].first, segments[k].last, opaque))), None)
    if own is not None and any(
        tokens[i].tag in {"PPOSAT", "NE"} or _genitive(tokens[i]) for i in range(own.first + 1, own.last)
    ):
        return own
    subject = subject_of(tokens, segments, k, opaque)
    if subject is None or tokens[subject.first].text.lower() == "es":
        return own
    return subject


def _genitive(token: Token) -> bool:
    return token.tag == "ART" and token.text in GENITIVE_ARTICLES


def _speaker(
    tokens: Sequence[Token],
    segments: Sequence[Segment],
    reports: Sequence[tuple[Report, tuple[Span, ...]]],
    messages: Sequence[Message],
) -> tuple[Span, ...]:
    """Return who goes on speaking after the sentence: the outermost source that it names."""
    quoting = [m for m in messages if m.type != "Reported"]
    for report, speaker in reports:
        verb = segments[report.segment].verb
        lasting = "f" in report.verb.frames and segments[report.segment].kind in {"main", "how", "relative"}
        if verb is None or not speaker or not lasting or tokens[verb].morph.mood in {"k1", "k2"}:
            continue
        if not any(m.covers(verb) for m in quoting):
            return speaker
    return next((m.speaker for m in messages if m.of_source or m.type == "IndirectFreeIndirect"), ())
