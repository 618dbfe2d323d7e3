"""Who said what: direct, indirect, free and summarised speech with its speaker and cue.

Types and conventions are those of the German Wikinews quotation data (Petersen-Frey and Biemann 2024): Direct
(verbatim), Indirect (a message clause in a sentence with a cue), IndirectFreeIndirect (Konjunktiv without a cue of its
own), FreeIndirect (hearsay "soll" without a cue) and Reported (what was said is only summarised).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.annotate.lexicon import word_list
from kg.annotate.quotations.announced import find_announced
from kg.annotate.quotations.direct import find_direct
from kg.annotate.quotations.interviews import find_answers
from kg.annotate.quotations.marks import find_quoted
from kg.annotate.quotations.messages import SentenceReading, read_sentence
from kg.annotate.quotations.speaker_phrases import span_of
from kg.annotate.quotations.speakers import person_of
from kg.model.reading import Clause, Mention, Quotation, Sentence, Token
from kg.model.text import Span

__all__ = ["find_quotations"]

# Tokens; German newspapers stay below 150, so that only lists and texts without full stops are cut.
_LONGEST_SENTENCE = 250
_NAMING = frozenset({"NN", "NE", "PPER"})
_SURE = frozenset({"k1"})
_PRONOUNS = frozenset({"er", "sie", "dieser", "diese", "der", "die"})
_POSSESSIVES = ("seine", "sein ", "ihre", "ihr ", "deren ", "dessen ")
_THE = frozenset({"der", "dem", "die", "das", "dieser", "diesem"})
_TEXTS = ("mitteilung", "Mitteilung", "Erklärung", "Stellungnahme", "Schreiben", "Brief")
_FRESH = 1  # sentence: demnach right behind who is named
_OWNED = 2  # words: seinen Angaben, ihr Rat; with more of them a person has a name (ihr Präsident Otto Kolb)
_LIKELY = frozenset({"k1", "k1?", "k2"})
_POSSIBLE = _LIKELY | {"k2?"}


def find_quotations(
    text: str,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    clauses: tuple[Clause, ...] = (),
    names: tuple[Mention, ...] = (),
) -> tuple[Quotation, ...]:
    """Return the quotations of a text in the order in which they begin; `clauses` tell who is subject.

    `quote` covers the message: with its marks if direct, without cue and speaker if indirect, whole sentences if free.
    """
    quoted = find_quoted(text)
    opaque = _opaque(tokens, quoted)
    subjects = _subjects(tokens, clauses)
    read = [read_sentence(tokens, sentence, opaque, subjects) for sentence in _stretches(tokens, sentences)]
    readings = _with_antecedents(text, read)
    found = [
        Quotation(tuple(span_of(tokens, a, b) for a, b in m.ranges), m.speaker, m.cue, m.type)
        for reading in readings
        for m in reading.messages
    ]
    found += _resumed(tokens, readings)
    found += _free(tokens, readings, opaque)
    found += find_direct(tokens, quoted, opaque, readings)
    found += find_announced(tokens, readings, names, opaque)
    found += find_answers(text)
    return tuple(sorted(found, key=lambda q: (q.quote[0].start, -q.quote[-1].end)))


def _subjects(tokens: Sequence[Token], clauses: Sequence[Clause]) -> dict[int, tuple[int, int]]:
    """Return the tokens of the subjects that are nouns, names or personal pronouns, by the verbs of their clauses."""
    starts = [token.start for token in tokens]
    found: dict[int, tuple[int, int]] = {}
    for clause in clauses:
        own = (a for a in clause.arguments if a.role == "subject" and not a.shared and a.clause is None)
        subject = next(own, None)
        if subject is not None and clause.complex and tokens[subject.head].tag in _NAMING:
            span = bisect_left(starts, subject.start), bisect_left(starts, subject.end)
            found |= dict.fromkeys(clause.complex, span)
    return found


def _stretches(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences, those longer than any sentence of prose in parts, so that time stays linear."""
    for sentence in sentences:
        if sentence.last - sentence.first <= _LONGEST_SENTENCE:
            yield sentence
            continue
        for first in range(sentence.first, sentence.last, _LONGEST_SENTENCE):
            last = min(first + _LONGEST_SENTENCE, sentence.last)
            yield Sentence(tokens[first].start, tokens[last - 1].end, first, last)


def _opaque(tokens: Sequence[Token], quoted: Sequence[Span]) -> list[int]:
    """Return for every token the number of the quotation it lies in, counted from one, else zero."""
    opaque = [0] * len(tokens)
    i = 0
    for number, span in enumerate(quoted, 1):
        while i < len(tokens) and tokens[i].end <= span.start:
            i += 1
        while i < len(tokens) and tokens[i].start < span.end:
            opaque[i] = number
            i += 1
    return opaque


def _with_antecedents(text: str, readings: Sequence[SentenceReading]) -> list[SentenceReading]:
    """Add to speakers that are only a word (demnach, er) the source named before, which they stand for.

    A pronoun's own message keeps the pronoun alone; what follows without a cue is said by both phrases' bearer.
    """
    resolved: list[SentenceReading] = []
    named: tuple[Span, ...] = ()
    since = 0  # sentences that nobody named spoke in
    for reading in readings:
        speaker = reading.speaker
        silent = since
        since = 0 if speaker and speaker != (reading.anaphor,) else since + 1
        if reading.anaphor is not None and since > _FRESH:
            messages = tuple(m for m in reading.messages if m.cue != (reading.anaphor,))
            resolved.append(replace(reading, messages=messages, speaker=()))
        elif reading.anaphor is not None:
            since = 0
            both = (*named, reading.anaphor)
            messages = tuple(replace(m, speaker=both) if m.cue == (reading.anaphor,) else m for m in reading.messages)
            speaker = both if speaker == (reading.anaphor,) else speaker
            resolved.append(replace(reading, messages=messages, speaker=speaker))
        elif len(speaker) == 1 and _refers_back(text[speaker[0].start : speaker[0].end]):
            resolved.append(replace(reading, speaker=(*named, *speaker)))
        elif len(speaker) == 1 and silent <= _FRESH and _is_their_text(text[speaker[0].start : speaker[0].end]):
            resolved.append(_said_by(reading, speaker, (*named, *speaker)))
        else:
            named = speaker or named
            resolved.append(reading)
    return resolved


def _said_by(reading: SentenceReading, text: tuple[Span, ...], both: tuple[Span, ...]) -> SentenceReading:
    """Return a reading in which whoever wrote a text says what stands in it."""
    messages = tuple(replace(m, speaker=both) if m.speaker == text else m for m in reading.messages)
    reports = tuple((report, both if speaker == text else speaker) for report, speaker in reading.reports)
    return replace(reading, speaker=both, messages=messages, reports=reports)


def _is_their_text(phrase: str) -> bool:
    """Tell a text of whoever was named before: teilte die Bank mit. … hieß es in **der Mitteilung**."""
    words = phrase.split()
    return len(words) == _OWNED and words[0].lower() in _THE and words[1].endswith(_TEXTS)


def _refers_back(phrase: str) -> bool:
    """Tell whether a speaker is only a pronoun or a source of the one named before: "seinen Angaben"."""
    small = phrase.lower()
    return small in _PRONOUNS or (small.startswith(_POSSESSIVES) and len(small.split()) == _OWNED)


def _resumed(tokens: Sequence[Token], readings: Sequence[SentenceReading]) -> list[Quotation]:
    """Return the sentences that the next one takes up as said: "Das teilte die Polizei mit."."""
    found: list[Quotation] = []
    for before, reading in pairwise(readings):
        first = reading.sentence.first
        if reading.messages or before.messages or not reading.reports or tokens[first].text not in {"Das", "Dies"}:
            continue
        report, speaker = reading.reports[0]
        tells = report.verb.lemma in word_list("telling_verbs.txt")  # Das kritisierte Weber: he need not have said it
        if report.tokens[0] == first + 1 and tells and (speaker or report.passive):
            last = before.sentence.last - (tokens[before.sentence.last - 1].text == ".")
            span = span_of(tokens, before.sentence.first, last)
            found.append(
                Quotation((span,), speaker, tuple(span_of(tokens, i, i + 1) for i in report.tokens), "Indirect")
            )
    return found


def _free(tokens: Sequence[Token], readings: Sequence[SentenceReading], opaque: Sequence[int]) -> list[Quotation]:
    """Return what goes on without a cue after a report, in the Konjunktiv or with "soll", neighbours joined."""
    found: list[Quotation] = []
    speaker: tuple[Span, ...] = ()
    last, kind = -2, ""
    for n, reading in enumerate(readings):
        if reading.speaker or _framed(tokens, reading):
            speaker = reading.speaker or speaker
            last, kind = n, ""
            continue
        source = speaker
        if n and n - 1 != last:
            source = person_of(tokens, readings[n - 1].segments, opaque) or speaker
        accepted = _accepted(tokens, readings[n - 1]) if n and n - 1 == last else _SURE
        first = _free_start(tokens, reading, opaque, accepted)
        goes_on = n > 0 and (_quotes(readings[n - 1]) or (n - 1 == last and kind == "FreeIndirect"))
        if first is not None and not goes_on and _is_thought(tokens, reading):
            first = None
        hearsay = first is None and n - 1 == last and goes_on and _hearsay(tokens, reading)
        hearsay = hearsay and (_tells(readings[n - 1]) or not _is_rumoured(tokens, reading))
        if first is None and not hearsay:
            continue
        start, end = tokens[reading.sentence.first if first is None else first].start, reading.sentence.end
        type_ = "FreeIndirect" if hearsay else "IndirectFreeIndirect"
        if kind == type_ and n - 1 == last and start == reading.sentence.start:
            found[-1] = replace(found[-1], quote=(Span(found[-1].quote[0].start, end),))
        else:
            found.append(Quotation((Span(start, end),), source, (), type_))
        last, kind = n, type_
    return found


def _quotes(reading: SentenceReading) -> bool:
    """Tell whether somebody's words are given, in marks perhaps, rather than summed up (kritisierte den Plan)."""
    said = any(message.type != "Reported" for message in reading.messages)
    return said or reading.anaphor is not None or (bool(reading.speaker) and not reading.messages)


def _is_thought(tokens: Sequence[Token], reading: SentenceReading) -> bool:
    """Tell what the writer thinks possible himself, for of others he would say "sei": Dafür wäre Geld nötig."""
    verbs = [s.verb for s in reading.segments if s.kind == "main" and s.verb is not None]
    forms = word_list("unreal_forms.txt")
    return bool(verbs) and all(tokens[verb].text.lower() in forms for verb in verbs)


def _hearsay(tokens: Sequence[Token], reading: SentenceReading) -> bool:
    """Tell whether the sentence says by "soll" what somebody else claims or wants."""
    main = next((s for s in reading.segments if s.kind == "main"), None)
    return main is not None and main.verb is not None and tokens[main.verb].text in {"soll", "sollen", "Soll", "Sollen"}


def _tells(reading: SentenceReading) -> bool:
    """Tell whether a sentence sums up what somebody says is so, not what they want: berichtete, no: rief dazu auf."""
    verbs = [report.verb.lemma for report, _ in reading.reports]
    return bool(reading.messages) and (not verbs or not word_list("telling_verbs.txt").isdisjoint(verbs))


def _is_rumoured(tokens: Sequence[Token], reading: SentenceReading) -> bool:
    """Tell what is said of somebody behind another's own words: „Er ist fort“, sagte X. Er soll geflohen | sein."""
    return any(token.tag == "VAINF" for token in tokens[reading.sentence.first : reading.sentence.last])


def _framed(tokens: Sequence[Token], reading: SentenceReading) -> bool:
    """Tell whether the sentence itself says that it reports: its main verb is no Konjunktiv or part of a message."""
    verb = next((s.verb for s in reading.segments if s.kind == "main" and s.verb is not None), None)
    if verb is None or tokens[verb].morph.mood not in _SURE:
        return bool(reading.messages)
    return any(m.covers(verb) for m in reading.messages)


def _accepted(tokens: Sequence[Token], before: SentenceReading) -> frozenset[str]:
    """Return the moods that carry on a report: after a Konjunktiv also forms that could be past indicative."""
    moods = {tokens[s.verb].morph.mood for s in before.segments if s.verb is not None}
    return _POSSIBLE if moods & _SURE else _LIKELY


def _free_start(
    tokens: Sequence[Token], reading: SentenceReading, opaque: Sequence[int], accepted: frozenset[str]
) -> int | None:
    """Return the token from which a sentence is free indirect speech: its main verb has an accepted mood."""
    mains = [s for s in reading.segments if s.kind == "main" and not _sets_condition(tokens, reading, s.verb)]
    if not mains or opaque[reading.sentence.first]:
        return None
    moods = [_mood(tokens[s.verb]) for s in mains if s.verb is not None]
    if moods[0] in accepted:
        return reading.sentence.first
    for segment, mood in zip(mains, moods, strict=True):
        if mood in _SURE and not reading.reports:
            return segment.first
    return None


def _mood(verb: Token) -> str:
    """Return the mood that a form shows; möchte says a wish of today, whoever reports it, as a past form may."""
    return "k2?" if verb.lemma == "mögen" and verb.morph.mood == "k2" else verb.morph.mood


def _sets_condition(tokens: Sequence[Token], reading: SentenceReading, verb: int | None) -> bool:
    """Tell a Konjunktiv that reports nothing: Sollte das misslingen, wird geklagt; es sei denn, …."""
    if verb is None:
        return False
    return verb == reading.sentence.first or [token.text for token in tokens[verb : verb + 2]] == ["sei", "denn"]
