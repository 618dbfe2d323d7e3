"""Source phrases: laut X, nach Angaben von X, X zufolge, so X, demnach, wonach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.annotate.quotations.segments import Segment
from kg.annotate.quotations.speaker_phrases import noun_phrase_at, noun_phrases
from kg.annotate.source_nouns import is_message_noun, is_source_noun
from kg.model.reading import Token

__all__ = ["SourcePhrase", "find_sources"]

_PREPOSITIONS = frozenset({"laut", "gemäß", "nach", "aus"})
_POSTPOSITIONS = frozenset({"zufolge", "nach"})
_ADVERBS = frozenset({"demnach", "demzufolge"})
_SOME = frozenset({"mehrere", "viel", "viele", "weit", "weitere", "einige", "ander", "andere", "zahlreich"})
_MARKERS = _PREPOSITIONS | _POSTPOSITIONS | _ADVERBS


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """Tokens `first:last` that name a source; `speaker` the token range of its noun phrase, `cue` of its marker.

    `aside` is True for ", so X", which stands outside the clause structure.
    """

    segment: int
    first: int
    last: int
    speaker: tuple[int, int]
    cue: tuple[int, int]
    aside: bool = False


def find_sources(tokens: Sequence[Token], segments: Sequence[Segment], opaque: Sequence[int]) -> list[SourcePhrase]:
    """Find the source phrases of a sentence in text order."""
    found: list[SourcePhrase] = []
    for k, segment in enumerate(segments):
        aside = _so_phrase(tokens, segments, k, opaque)
        if aside:
            found.append(aside)
            continue
        for i in range(segment.first, segment.last):
            if tokens[i].text.lower() not in _MARKERS or opaque[i]:
                continue
            phrase = _marked(tokens, segment, k, i, opaque)
            if phrase is None or (found and (phrase.first < found[-1].last or _only_counts(tokens, phrase))):
                continue
            found.append(phrase)
    return found


def _only_counts(tokens: Sequence[Token], phrase: SourcePhrase) -> bool:
    """Tell a second source that says nothing but another number: laut Polizei 500 Menschen, | laut Amt 800."""
    behind = [token.tag for token in tokens[phrase.last : phrase.last + 2]]
    return behind[:1] == ["CARD"] and behind[1:] in (["$."], ["$,"]) and tokens[phrase.first - 1].text == ","


def _marked(tokens: Sequence[Token], segment: Segment, k: int, i: int, opaque: Sequence[int]) -> SourcePhrase | None:
    """Return the source phrase that the word at `i` marks; behind an article it belongs to a noun after it."""
    if i > segment.first + 1 and tokens[i - 1].tag in {"ART", "PPOSAT", "PDAT"}:
        return None
    word = tokens[i].text.lower()
    if word in _ADVERBS:
        return SourcePhrase(k, i, i + 1, (i, i + 1), (i, i + 1)) if _carries(tokens, segment, i) else None
    behind = _postposed(tokens, segment, k, i, opaque) if word in _POSTPOSITIONS else None
    return behind or (_preposed(tokens, segment, k, i, opaque) if word in _PREPOSITIONS else None)


def _is_reported(tokens: Sequence[Token], segment: Segment) -> bool:
    return segment.verb is not None and tokens[segment.verb].morph.mood in ("k1", "k2")


def _carries(tokens: Sequence[Token], segment: Segment, i: int) -> bool:
    """Tell whether demnach makes its clause a message: at its head or with a Konjunktiv; else it may mean "so"."""
    return i == segment.first or (segment.verb is not None and tokens[segment.verb].morph.mood == "k1")


def _so_phrase(
    tokens: Sequence[Token], segments: Sequence[Segment], k: int, opaque: Sequence[int]
) -> SourcePhrase | None:
    segment = segments[k]
    first = segment.first
    while first < segment.last - 1 and opaque[first]:
        first += 1
    apart = first > segment.first or segment.opening in {",", "–", "-"}
    if segment.verb is not None or tokens[first].text != "so" or not apart:
        return None
    if first + 1 < segment.last and tokens[first + 1].tag in {"PIS", "PIAT", "PIDAT"}:
        return None
    end = noun_phrase_at(tokens, first + 1, segment.last, opaque)
    if end == first + 1 or _gives_examples(tokens, segments, k, opaque):
        return None
    return SourcePhrase(k, first, segment.last, (first + 1, end), (first, first + 1), aside=True)


def _gives_examples(tokens: Sequence[Token], segments: Sequence[Segment], k: int, opaque: Sequence[int]) -> bool:
    """Tell who is meant from who says it: Länder halfen, so | Peru, Chile und Kuba."""
    before = segments[:k]
    verb = next((other.verb for other in reversed(before) if other.kind == "main"), None)
    if verb is None or tokens[verb].morph.number != "p" or any(opaque[other.first] for other in before):
        return False
    if any(_is_reported(tokens, other) for other in before):
        return False
    items = [segments[k], *takewhile(lambda other: other.verb is None and other.opening == ",", segments[k + 1 :])]
    if all(token.tag != "KON" for token in tokens[items[-1].first : items[-1].last]):
        return False
    return len(items) > 1 or any(token.lemma in _SOME for token in tokens[before[0].first : verb + 2])


def _preposed(tokens: Sequence[Token], segment: Segment, k: int, i: int, opaque: Sequence[int]) -> SourcePhrase | None:
    end = noun_phrase_at(tokens, i + 1, segment.last, opaque)
    if end == i + 1:
        return None
    end = _before_agent(tokens, i, end, segment.last)
    word = tokens[i].text.lower()
    places = [j for j in range(i + 1, end) if tokens[j].tag in {"NN", "NE"}]
    nouns = [tokens[j].text for j in places]
    own = any(tokens[j].lemma in {"eigen", "eigene"} for j in range(i + 1, end))
    if own and places:
        end = places[0] + 1  # nach eigenen Angaben | Polen
    if word == "aus":
        accepted = any(n in {"Sicht", "Perspektive"} for n in nouns)
    elif word in {"laut", "gemäß"}:
        accepted = True
    else:
        # "Nach einer Erklärung" tells when; nach einer Erklärung des Amts, nach einer Studie who says it.
        somewhen = len(nouns) == 1 and tokens[i + 1].lemma == "ein" and is_message_noun(nouns[0])
        # The head says it, no genitive of it: nach der Ablehnung der Verfassung.
        common = [tokens[j].text for j in places if tokens[j].tag == "NN"]
        accepted = any(map(is_source_noun, common[:1])) and not somewhen
    return SourcePhrase(k, i, end, (i + 1, end), (i, i + 1)) if accepted else None


def _before_agent(tokens: Sequence[Token], i: int, end: int, last: int) -> int:
    """Return where a source ends behind which stands who acts: nach Angaben der Stadt | von Bauern blockiert."""
    for j in range(i + 3, end - 1):
        owned = tokens[j].text in {"von", "vom"} and sum(token.tag in {"NN", "NE"} for token in tokens[i:j]) > 1
        if owned and tokens[j + 1].tag != "NE" and any(token.tag == "VVPP" for token in tokens[end:last]):
            return j
    return end


def _postposed(tokens: Sequence[Token], segment: Segment, k: int, i: int, opaque: Sequence[int]) -> SourcePhrase | None:
    opinion = tokens[i - 1].text in {"Meinung", "Ansicht", "Auffassung", "Überzeugung", "Einschätzung"}
    relative = segment.kind == "relative"  # von dem | Schätzungen des Amts zufolge viele leben
    first = segment.first + relative + (relative and tokens[segment.first].tag in ("APPR", "APPRART"))
    phrases = noun_phrases(tokens, first, i, opaque)
    if not phrases or phrases[-1].last != i or not (opinion or tokens[i].text == "zufolge"):
        return None
    phrase = phrases[-1]
    if tokens[phrase.first].tag == "PPOSAT" and segment.opening == "," and _is_reported(tokens, segment):
        return None  # sagte, Polen habe | seiner Ansicht nach versagt: who says it is told before
    if phrase.preposition and len(phrases) > 1 and phrases[-2].last == phrase.first - 1:
        phrase = phrases[-2]
    return None if phrase.preposition else SourcePhrase(k, phrase.first, i + 1, (phrase.first, i), (i, i + 1))
