"""The phrase that names who speaks: the subject, agent or source beside a reporting verb."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.annotate.noun_classes import noun_class
from kg.annotate.quotations.reporting import Report
from kg.annotate.quotations.segments import COORDINATORS, Segment
from kg.annotate.quotations.speaker_phrases import (
    NounPhrase,
    is_nominative,
    is_temporal,
    noun_phrase_at,
    noun_phrases,
    span_of,
)
from kg.annotate.source_nouns import is_source_noun
from kg.model.reading import Token
from kg.model.text import Span

__all__ = ["find_speaker", "person_of", "speaks", "subject_of"]

_AGENT = frozenset({"von", "vom", "durch", "seitens"})
_IMPERSONAL = frozenset({"heißen", "hervorgehen", "verlauten", "rede sein"})
_INSIDE = frozenset({"in", "im"})
_PLACE = frozenset({"in", "im", "auf", "aus", "bei", "von", "vom", "seitens"})
_SPEAKING = ("Person", "Organisation", "Medium")
_ASKING = frozenset({"erwarten", "verlangen"})
_TAKING_UP = frozenset({"er", "sie"})
_SUBJECT_PRONOUNS = frozenset({"er", "ich", "wir", "man"})


def find_speaker(
    tokens: Sequence[Token], segments: Sequence[Segment], report: Report, opaque: Sequence[int]
) -> tuple[Span, ...]:
    """Return the span of whoever the report makes speak, or nothing where the sentence does not say."""
    if report.passive and report.verb.lemma != "zitieren":
        phrase = _prepositional(tokens, segments, report, _AGENT, opaque)
        if phrase is not None and _is_asked(tokens, segments[report.segment], report, phrase):
            phrase = None
        elif phrase is None:
            phrase = _carrier(tokens, segments, report, opaque)
    elif report.verb.lemma in _IMPERSONAL:
        places = _INSIDE if report.verb.lemma == "rede sein" else _PLACE
        phrase = _prepositional(tokens, segments, report, places, opaque)
    elif report.verb.lemma == "zitieren" and not report.passive:
        phrase = _quoted_person(tokens, segments, report, opaque)
    else:
        phrase = subject_of(tokens, segments, report.segment, opaque)
        if phrase is not None and _impersonal(tokens, phrase):
            phrase = None
    if phrase is None:
        return ()
    phrase = _without_topic(tokens, phrase, report)
    return (span_of(tokens, phrase.first, _with_apposition(tokens, segments, phrase, opaque)),)


def _is_asked(tokens: Sequence[Token], segment: Segment, report: Report, phrase: NounPhrase) -> bool:
    """Tell of whom something is asked: **von der Bank** wird verlangt, dass …; but: verlangt wird von der Stadt, …."""
    return report.verb.lemma in _ASKING and phrase.first == segment.first + 1


def _without_topic(tokens: Sequence[Token], phrase: NounPhrase, report: Report) -> NounPhrase:
    """Return a subject without what its verb speaks of: sprach die Ministerin | von Gefahr."""
    if "von" not in report.verb.reported or report.tokens[0] > phrase.first:
        return phrase
    topic = next((i for i in range(phrase.first + 1, phrase.last) if tokens[i].text in ("von", "vom")), phrase.last)
    return NounPhrase(phrase.first, topic, phrase.preposition)


def _with_apposition(
    tokens: Sequence[Token], segments: Sequence[Segment], phrase: NounPhrase, opaque: Sequence[int]
) -> int:
    """Return the end of a phrase with the apposition behind its comma: "die Ministerin, Anna Horn, sagte"."""
    for segment, following in pairwise(segments):
        if phrase.last == segment.last and following.kind == "phrase" and following.opening == ",":
            end = noun_phrase_at(tokens, following.first, following.last, opaque)
            apposed = NounPhrase(following.first, end)
            if end == following.last and end > following.first and is_nominative(tokens, apposed):
                return end
    return phrase.last


def _quoted_person(
    tokens: Sequence[Token], segments: Sequence[Segment], report: Report, opaque: Sequence[int]
) -> NounPhrase | None:
    """Return the object of zitieren: "die Zeitung zitierte den Minister"."""
    segment = segments[report.segment]
    phrases = noun_phrases(tokens, report.tokens[0] + 1, segment.last, opaque)
    bare = [p for p in phrases if not p.preposition]
    return bare[-1] if bare else None


def subject_of(
    tokens: Sequence[Token], segments: Sequence[Segment], k: int, opaque: Sequence[int]
) -> NounPhrase | None:
    """Return the subject of the clause to which segment `k` belongs: its own or the one that it continues."""
    j = k
    while j > 0 and (segments[j].verb is None or (j < k and segments[j].kind == "relative")):
        j -= 1
    verb = segments[j].verb
    return None if verb is None else _subject(tokens, segments, j, verb, opaque)


def person_of(tokens: Sequence[Token], segments: Sequence[Segment], opaque: Sequence[int]) -> tuple[Span, ...]:
    """Return the subject of a sentence if it names somebody who may speak in the next one."""
    main = next((k for k, s in enumerate(segments) if s.kind == "main"), None)
    phrase = None if main is None else subject_of(tokens, segments, main, opaque)
    nouns = [tokens[i] for i in range(phrase.first, phrase.last) if tokens[i].tag in {"NN", "NE"}] if phrase else []
    speaks = nouns and (nouns[0].tag == "NE" or noun_class(nouns[0].lemma) in _SPEAKING)
    if phrase is None or not speaks or not any(token.tag == "NE" for token in nouns):
        return ()
    return (span_of(tokens, phrase.first, phrase.last),)


def speaks(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Tell whether a phrase names somebody or a body, or takes them up: Kurti, die Behörde, er."""
    nouns = [tokens[i] for i in range(phrase.first, phrase.last) if tokens[i].tag in {"NN", "NE"}]
    if not nouns:
        return tokens[phrase.first].text.lower() in _TAKING_UP
    return nouns[0].tag == "NE" or noun_class(nouns[0].lemma) in _SPEAKING


def _carrier(
    tokens: Sequence[Token], segments: Sequence[Segment], report: Report, opaque: Sequence[int]
) -> NounPhrase | None:
    """Return the text that a passive says it in: "in einem Bericht wurde vermutet"."""
    phrase = _prepositional(tokens, segments, report, _INSIDE, opaque)
    if phrase and any(is_source_noun(tokens[i].text) for i in range(phrase.first, phrase.last)):
        return phrase
    return None


def _impersonal(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    return phrase.last - phrase.first == 1 and tokens[phrase.first].text.lower() == "man"


def _prepositional(
    tokens: Sequence[Token], segments: Sequence[Segment], report: Report, words: frozenset[str], opaque: Sequence[int]
) -> NounPhrase | None:
    """Return the last phrase with one of the prepositions: an agent follows the attributes of the subject."""
    found = None
    first = report.segment
    while segments[report.segment].verb_first and first > 0 and segments[first - 1].kind in {"phrase", "relative"}:
        first -= 1
    for k in range(first, report.end + 1):
        if segments[k].kind == "relative" and k != report.segment:
            continue
        for i in range(segments[k].first, segments[k].last):
            # Before the verb stands one phrase with its attributes: "im Vorfeld von Wahlen wurde …".
            # So does a number of many: mit 27 von 35 Stimmen.
            attribute = i < report.tokens[0] and i > segments[k].first and tokens[i - 1].tag in {"NN", "NE", "CARD"}
            attribute = attribute or (found is not None and i < found.last)  # aus dem Büro | von Eva Blum
            attribute = attribute or (found is not None and i == found.last and _is_seated(tokens, found, i))
            if tokens[i].text.lower() in words and not opaque[i] and not attribute:
                end = noun_phrase_at(tokens, i + 1, segments[k].last, opaque)
                if end > i + 1 and not is_temporal(tokens, i + 1, end):
                    found = NounPhrase(i + 1, end, tokens[i].text.lower())
    return found


def _is_seated(tokens: Sequence[Token], body: NounPhrase, preposition: int) -> bool:
    """Tell where a body sits from who says something there: hieß es im Ministerium | in Wien."""
    inside = tokens[preposition].text.lower() in _INSIDE
    return inside and any(noun_class(t.lemma) == "Organisation" for t in tokens[body.first : body.last])


def _subject(
    tokens: Sequence[Token], segments: Sequence[Segment], k: int, verb: int, opaque: Sequence[int]
) -> NounPhrase | None:
    """Return the subject of segment `k`: that of the clause, unless position says the same in other words.

    In an insertion only position tells: "Die Fabrik, sagte Anna Horn, werde schließen".
    """
    phrase = _subject_by_position(tokens, segments, k, verb, opaque)
    read = segments[k].subject
    same = phrase is not None and read is not None and phrase.first < read[1] and read[0] < phrase.last
    if read is None or same or (phrase is not None and segments[k].verb_first):
        return phrase
    return NounPhrase(*read)


def _subject_by_position(
    tokens: Sequence[Token], segments: Sequence[Segment], k: int, verb: int, opaque: Sequence[int]
) -> NounPhrase | None:
    """Return the subject of segment `k` with its finite verb by position and by what its form rules out."""
    segment = segments[k]
    if segment.kind != "main":
        return _first_nominative(tokens, segment.first, segment.last, opaque) or _shared(tokens, segments, k, opaque)
    if verb + 1 < segment.last and tokens[verb + 1].text in _SUBJECT_PRONOUNS:
        return NounPhrase(verb + 1, verb + 2)
    fronted = noun_phrases(tokens, segment.first, verb, opaque)
    if fronted and is_nominative(tokens, fronted[0]) and not _resumes(tokens, fronted[0]):
        return fronted[0]
    behind = _first_nominative(tokens, verb + 1, segment.last, opaque)
    if not segment.verb_first:
        return behind or _noble(fronted)
    if tokens[segment.first].text in COORDINATORS:
        return _shared(tokens, segments, k, opaque) or behind
    start, split = _split_prefield(tokens, segments, k, opaque)
    first, second = (split, behind) if start == 0 else (behind, split)
    return first or second or _shared(tokens, segments, k, opaque)


def _shared(tokens: Sequence[Token], segments: Sequence[Segment], k: int, opaque: Sequence[int]) -> NounPhrase | None:
    """Return the subject that a coordinated clause leaves out: that of a clause of its kind before it.

    A clause in the indicative comes first, for the Konjunktiv between may be a message.
    """
    before = [(j, s.verb) for j, s in enumerate(segments[:k]) if s.kind == segments[k].kind and s.verb is not None]
    told = [(j, verb) for j, verb in before if tokens[verb].morph.mood != "k1"]
    for j, verb in (told or before)[-1:]:
        return _subject(tokens, segments, j, verb, opaque)
    aside = k > 0 and segments[k - 1].kind == "phrase"
    return _first_nominative(tokens, segments[k - 1].first, segments[k - 1].last, opaque) if aside else None


def _noble(fronted: Sequence[NounPhrase]) -> NounPhrase | None:
    """Return a name with von as subject where the clause holds no other: "Von der Leyen sagte …"."""
    if fronted and fronted[0].preposition == "von":
        return NounPhrase(fronted[0].first - 1, fronted[0].last)
    return None


def _resumes(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Tell whether the phrase is a bare das or dies, which takes up what was said."""
    return phrase.last - phrase.first == 1 and tokens[phrase.first].text.lower() in {"das", "dies"}


def _split_prefield(
    tokens: Sequence[Token], segments: Sequence[Segment], k: int, opaque: Sequence[int]
) -> tuple[int, NounPhrase | None]:
    """Return the subject that appositions or relative clauses part from its verb, and the segment it stands in."""
    start = k
    while start > 0 and segments[start - 1].kind in {"phrase", "relative"}:
        start -= 1
    following = segments[k + 1] if k + 1 < len(segments) else None
    inserted = following is not None and following.verb_first and tokens[following.first].text not in COORDINATORS
    if start == k or segments[start].kind != "phrase" or inserted:
        return start, None
    phrases = noun_phrases(tokens, segments[start].first, segments[start].last, opaque)
    return start, phrases[0] if phrases and is_nominative(tokens, phrases[0]) else None


def _first_nominative(tokens: Sequence[Token], first: int, last: int, opaque: Sequence[int]) -> NounPhrase | None:
    for phrase in noun_phrases(tokens, first, last, opaque):
        if is_nominative(tokens, phrase):
            return phrase
    return None
