"""Noun phrases as far as the naming of a speaker needs them.

Coarser than `kg.annotate.clauses.phrases`, which reads clauses: cases are only ruled out by unmistakable forms, and
names in quotation marks, of web sites and with particles stay whole. On the Wikinews quotations (train) speakers found
with these phrases reach 0.711 attributed F1, with those of the clauses 0.701, at half the speed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.annotate.articles import GENITIVE_DETERMINERS
from kg.annotate.lexicon import word_endings, word_list
from kg.model.reading import Token
from kg.model.text import Span

__all__ = ["NounPhrase", "is_nominative", "is_temporal", "noun_phrase_at", "noun_phrases", "span_of"]

_DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "PWAT", "PIDAT"})
_MODIFIERS = frozenset({"ADJA", "CARD", "TRUNC"})
_NOUNS = frozenset({"NN", "NE", "FM", "XY"})
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PPOSS", "PWS"})
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_STARTS = _DETERMINERS | _MODIFIERS | _NOUNS | _PRONOUNS
_INFLECTED = frozenset({"ADJA", "PIAT", "PIDAT"})
"""What shows a genitive by its own ending where no article stands."""
_OBLIQUE = frozenset(
    {"den", "dem", "des", "einem", "einen", "eines", "einer", "ihm", "ihn", "ihnen", "ihr", "mich", "mir", "dich"}
    | {"dir", "uns", "euch", "sich", "dessen", "deren", "meines", "seines", "ihres", "unseres"}
)
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
    while i < last and (_names(tokens, opaque, i) or _goes_on(tokens, nouns, i)):
        i += 1
    numbered = nouns < i < last and tokens[i].tag == "CARD" and tokens[i].text.isalnum()  # but laut Polizei | 12.000
    if numbered and (i + 1 == last or tokens[i + 1].tag not in _NOUNS | _MODIFIERS):
        i += 1
    if i < last and tokens[i].text == "(":
        closing = next((j for j in range(i, min(i + 12, last)) if tokens[j].text == ")"), None)
        i = i if closing is None else closing + 1
    return i


def _goes_on(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Tell a noun of a phrase whose nouns begin at `first`.

    A common noun in the plural behind one begins another phrase: laut Ministerium | Arbeiten.
    """
    noun = tokens[i]
    following = i > first and noun.tag == "NN" and noun.morph.number == "p" and noun.lemma != noun.text
    return noun.tag in _NOUNS and not following


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


def _names(tokens: Sequence[Token], opaque: Sequence[int], i: int) -> bool:
    """Tell a name in quotation marks from what is said of somebody: der Minister „Eine Katastrophe“ / „eine …“."""
    opens = opaque[i - 1] != opaque[i] if i else True
    said = opens and i + 1 < len(tokens) and tokens[i + 1].text[:1].islower()
    return _named(opaque, i) and not said


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
    if (tag == "ART" and word in GENITIVE_DETERMINERS and not (person and word == "der")) or (
        tag == "PPOSAT" and word.endswith("er")
    ):
        return _core(tokens, end, last, opaque)
    if tag in _INFLECTED and word.endswith("er") and tokens[end - 1].tag == "NN":
        inner = _core(tokens, end, last, opaque)  # nach Angaben | örtlicher Behörden, vieler Ökonomen
        return inner if tokens[inner - 1].tag in _NOUNS else end
    purpose = word == "für" and end + 1 < last
    if purpose and tokens[end - 1].text.lower().endswith(word_endings("body_field_endings.txt")):
        return _core(tokens, end + 1, last, opaque)
    amount = end + 2 < last and tokens[end + 1].tag == "CARD" and tokens[end + 2].tag not in _NOUNS | _MODIFIERS
    if end + 1 < last and not amount and (word in {"von", "vom"} or word in {"und", "sowie"}):
        inner = _core(tokens, end + 1, last, opaque)
        return inner if inner > end + 1 else end
    return end


def is_nominative(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Tell whether a phrase may be a subject: no preposition, no oblique form, no date."""
    head = tokens[phrase.first]
    if phrase.last - phrase.first == 1 and head.text.isdigit():
        return False
    if is_temporal(tokens, phrase.first, phrase.last):
        return False
    word = head.text.lower()
    one_of = word == "einer" and tokens[min(phrase.first + 1, len(tokens) - 1)].text == "der"
    if phrase.preposition or (word in _OBLIQUE and head.tag not in {"PIS", "PPOSAT"} and not one_of):
        return False
    if head.tag in _DETERMINERS and word.endswith(("en", "em")):
        return False
    alone = phrase.last - phrase.first == 1
    return not (alone and head.morph.case) or "n" in head.morph.case


def is_temporal(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the phrase of tokens `first:last` names a time."""
    beginning = range(first, min(last, first + 3))
    return any(tokens[i].lemma in word_list("time_nouns.txt") for i in beginning)
