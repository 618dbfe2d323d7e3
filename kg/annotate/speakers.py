"""The phrase that names who speaks: the subject, agent or source beside a reporting verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.annotate.lexicon import word_list
from kg.annotate.reporting import Report, is_source_noun
from kg.annotate.segments import COORDINATORS, Segment
from kg.model.reading import Token
from kg.model.text import Span

__all__ = ["NounPhrase", "find_speaker", "noun_phrase_at", "noun_phrases", "span_of", "subject_of"]

_DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "PWAT", "PIDAT"})
_MODIFIERS = frozenset({"ADJA", "CARD", "TRUNC"})
_NOUNS = frozenset({"NN", "NE", "FM", "XY"})
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PPOSS", "PWS"})
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_STARTS = _DETERMINERS | _MODIFIERS | _NOUNS | _PRONOUNS
_GENITIVE = frozenset({"des", "der", "eines", "einer"})
_OBLIQUE = frozenset(
    {"den", "dem", "des", "einem", "einen", "eines", "einer", "ihm", "ihn", "ihnen", "ihr", "mich", "mir", "dich"}
    | {"dir", "uns", "euch", "sich", "dessen", "deren", "meines", "seines", "ihres", "unseres"}
)
_AGENT = frozenset({"von", "vom", "durch", "seitens"})
_IMPERSONAL = frozenset({"heißen", "hervorgehen", "verlauten", "rede sein"})
_INSIDE = frozenset({"in", "im"})
_PLACE = frozenset({"in", "im", "auf", "aus", "bei", "von", "vom", "seitens"})
_SUBJECT_PRONOUNS = frozenset({"er", "ich", "wir", "man"})
# A longer quotation is a sentence of its own, no name or title that a noun phrase could hold.
_LONGEST_NAME = 6
# Tokens between an article and the participle that its noun's attribute ends in; longer ones are misread.
_ATTRIBUTE_REACH = 14


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens `first:last` of a noun phrase, its preposition (lower case) before it if it has one."""

    first: int
    last: int
    preposition: str = ""


def span_of(tokens: Sequence[Token], first: int, last: int) -> Span:
    """Return the characters of tokens `first:last`."""
    return Span(tokens[first].start, tokens[last - 1].end)


def noun_phrases(tokens: Sequence[Token], first: int, last: int, opaque: Sequence[int]) -> list[NounPhrase]:
    """Return the noun phrases of a stretch in order, each with the attributes that follow it."""
    found: list[NounPhrase] = []
    i = first
    while i < last:
        tag = tokens[i].tag
        preposition = ""
        start = i
        if (tag in _PREPOSITIONS or (tokens[i].text.lower() == "als" and tag != "KOUS")) and i + 1 < last:
            preposition, start = tokens[i].text.lower(), i + 1
            start += tokens[start].tag == "ADV" and start + 1 < last
        end = noun_phrase_at(tokens, start, last, opaque)
        if end > start:
            found.append(NounPhrase(start, end, preposition))
            i = end
        else:
            i += 1
    return found


def noun_phrase_at(tokens: Sequence[Token], start: int, last: int, opaque: Sequence[int]) -> int:
    """Return the end of the noun phrase that starts at a token, or `start` where none does."""
    end = _core(tokens, start, last, opaque)
    while start < end < last:
        longer = _attribute(tokens, end, last, opaque)
        if longer == end:
            break
        end = longer
    return end


def _core(tokens: Sequence[Token], start: int, last: int, opaque: Sequence[int]) -> int:
    if start >= last:
        return start
    if tokens[start].tag in _PRONOUNS and not opaque[start]:
        return start + 1
    if opaque[start] and not (_named(opaque, start) and (start == 0 or opaque[start - 1] != opaque[start])):
        return start
    if tokens[start].tag not in _STARTS and not opaque[start]:
        return start
    i = start
    while i < last and not opaque[i] and tokens[i].tag in _DETERMINERS:
        i += 1
    i = _modifiers(tokens, _extended(tokens, i, last) if i > start else i, last, opaque)
    nouns = i
    while i < last and (_named(opaque, i) or tokens[i].tag in _NOUNS):
        i += 1
    if nouns < i < last and tokens[i].tag == "CARD" and (i + 1 == last or tokens[i + 1].tag not in _NOUNS):
        i += 1
    if i < last and tokens[i].text == "(":
        closing = next((j for j in range(i, min(i + 12, last)) if tokens[j].text == ")"), None)
        i = i if closing is None else closing + 1
    return i


def _extended(tokens: Sequence[Token], i: int, last: int) -> int:
    """Skip what depends on a participle before the noun: der | in Kiel am Montag | vorgestellte Bericht."""
    if i >= last or tokens[i].tag not in _PREPOSITIONS:
        return i
    for j in range(i + 2, min(i + _ATTRIBUTE_REACH, last - 1)):
        if tokens[j].tag in {"$,", "$(", "VVFIN", "VAFIN", "VMFIN"}:
            break
        if tokens[j].tag == "ADJA" and tokens[j - 1].tag in {"NN", "NE", "CARD", "ADV"} and tokens[j + 1].tag in _NOUNS:
            return j
    return i


def _named(opaque: Sequence[int], i: int) -> bool:
    """Tell whether the token lies in a quotation short enough to be a name."""
    number = opaque[i]
    if not number:
        return False
    before = i - _LONGEST_NAME
    after = i + _LONGEST_NAME
    return (before < 0 or opaque[before] != number) and (after >= len(opaque) or opaque[after] != number)


def _modifiers(tokens: Sequence[Token], i: int, last: int, opaque: Sequence[int]) -> int:
    """Skip adjectives, numbers and what stands between them and the noun."""
    while i < last and not opaque[i]:
        tag = tokens[i].tag
        if tag in _MODIFIERS:
            i += 1
        elif tag in {"ADV", "ADJD", "KON", "PTKNEG"} and i + 1 < last and tokens[i + 1].tag in _MODIFIERS:
            i += 2
        else:
            break
    return i


def _attribute(tokens: Sequence[Token], end: int, last: int, opaque: Sequence[int]) -> int:
    """Return the end with a genitive, a von-phrase or a coordinated phrase added that starts at `end`."""
    word, tag = tokens[end].text, tokens[end].tag
    if opaque[end]:
        return end
    person = tokens[end - 1].tag == "NE"
    if (tag == "ART" and word in _GENITIVE and not (person and word == "der")) or (
        tag == "PPOSAT" and word.endswith("er")
    ):
        return _core(tokens, end, last, opaque)
    if end + 1 < last and (word in {"von", "vom"} or word in {"und", "sowie"}):
        inner = _core(tokens, end + 1, last, opaque)
        return inner if inner > end + 1 else end
    return end


def find_speaker(
    tokens: Sequence[Token], segments: Sequence[Segment], report: Report, opaque: Sequence[int]
) -> tuple[Span, ...]:
    """Return the span of whoever the report makes speak, or nothing where the sentence does not say."""
    if report.passive and report.verb.lemma != "zitieren":
        phrase = _prepositional(tokens, segments, report, _AGENT, opaque)
        if phrase is None:
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
    return () if phrase is None else (span_of(tokens, phrase.first, phrase.last),)


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
            attribute = i < report.tokens[0] and i > segments[k].first and tokens[i - 1].tag in _NOUNS
            if tokens[i].text.lower() in words and not opaque[i] and not attribute:
                end = noun_phrase_at(tokens, i + 1, segments[k].last, opaque)
                if end > i + 1 and not _temporal(tokens, i + 1, end):
                    found = NounPhrase(i + 1, end, tokens[i].text.lower())
    return found


def _subject(
    tokens: Sequence[Token], segments: Sequence[Segment], k: int, verb: int, opaque: Sequence[int]
) -> NounPhrase | None:
    """Return the subject of segment `k` with its finite verb by position and by what its form rules out."""
    segment = segments[k]
    if segment.kind != "main":
        return _first_nominative(tokens, segment.first, segment.last, opaque) or _shared(tokens, segments, k, opaque)
    if verb + 1 < segment.last and tokens[verb + 1].text in _SUBJECT_PRONOUNS:
        return NounPhrase(verb + 1, verb + 2)
    fronted = noun_phrases(tokens, segment.first, verb, opaque)
    if fronted and _nominative(tokens, fronted[0]) and not _resumes(tokens, fronted[0]):
        return fronted[0]
    behind = _first_nominative(tokens, verb + 1, segment.last, opaque)
    if not segment.verb_first:
        return behind or _noble(fronted)
    shared = _shared(tokens, segments, k, opaque)
    if tokens[segment.first].text in COORDINATORS:
        return shared or behind
    start, split = _split_prefield(tokens, segments, k, opaque)
    return split or behind if start == 0 else behind or split or shared


def _shared(tokens: Sequence[Token], segments: Sequence[Segment], k: int, opaque: Sequence[int]) -> NounPhrase | None:
    """Return the subject that a coordinated clause leaves out: that of a clause of its kind before it.

    A clause in the indicative comes first, for the Konjunktiv between may be a message.
    """
    before = [(j, s.verb) for j, s in enumerate(segments[:k]) if s.kind == segments[k].kind and s.verb is not None]
    if before:
        before.sort(key=lambda clause: (tokens[clause[1]].morph.mood != "k1", clause[0]))
        return _subject(tokens, segments, *before[-1], opaque)
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
    inserted = k + 1 < len(segments) and segments[k + 1].verb_first
    if start == k or segments[start].kind != "phrase" or inserted:
        return start, None
    phrases = noun_phrases(tokens, segments[start].first, segments[start].last, opaque)
    return start, phrases[0] if phrases and _nominative(tokens, phrases[0]) else None


def _first_nominative(tokens: Sequence[Token], first: int, last: int, opaque: Sequence[int]) -> NounPhrase | None:
    for phrase in noun_phrases(tokens, first, last, opaque):
        if _nominative(tokens, phrase):
            return phrase
    return None


def _nominative(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    head = tokens[phrase.first]
    if phrase.last - phrase.first == 1 and head.text.isdigit():
        return False
    if _temporal(tokens, phrase.first, phrase.last):
        return False
    word = head.text.lower()
    if phrase.preposition or (word in _OBLIQUE and head.tag not in {"PIS", "PPOSAT"}):
        return False
    if head.tag in _DETERMINERS and word.endswith(("en", "em")):
        return False
    alone = phrase.last - phrase.first == 1
    return not (alone and head.morph.case) or "n" in head.morph.case


def _temporal(tokens: Sequence[Token], first: int, last: int) -> bool:
    beginning = range(first, min(last, first + 3))
    return any(tokens[i].lemma in word_list("time_nouns.txt") for i in beginning)
