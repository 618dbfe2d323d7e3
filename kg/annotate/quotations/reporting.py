"""Verbs of reporting, and where a sentence uses one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.annotate.lexicon import rows, word_list
from kg.annotate.quotations.segments import REACH, Segment, cuts_off
from kg.model.reading import Token

__all__ = ["Report", "Reporting", "find_reports"]

_PARTICIPLES = frozenset({"VVPP", "VAPP", "VMPP"})
# Adjectives that close a clause like separable prefixes: "gab X, der Leiter, bekannt".
_RESULTS = frozenset({"bekannt", "klar", "deutlich", "fest"})
_INFINITIVES = frozenset({"VVINF", "VVIZU"})
_NONFINITE = _PARTICIPLES | _INFINITIVES
_CLOSING = _PARTICIPLES | {"PTKVZ"}


@dataclass(frozen=True, slots=True)
class Reporting:
    """How a verb reports: the letters of its frames and the words of its `reported` column (see the data file)."""

    lemma: str
    frames: str
    reported: frozenset[str]


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting verb in use: its segment, the last segment of its clause, its tokens in order and its voice."""

    segment: int
    end: int
    tokens: tuple[int, ...]
    verb: Reporting
    passive: bool = False


@cache
def _verbs() -> dict[str, Reporting]:
    return {r["lemma"]: Reporting(r["lemma"], r["frames"], _words(r)) for r in rows("reporting_verbs.csv")}


@cache
def _phrases() -> dict[str, dict[str, Reporting]]:
    phrases: dict[str, dict[str, Reporting]] = {}
    for r in rows("reporting_phrases.csv"):
        entry = Reporting(f"{r['word']} {r['verb']}", r["frames"], _words(r))
        phrases.setdefault(r["verb"], {})[r["word"]] = entry
    return phrases


def _words(row: dict[str, str]) -> frozenset[str]:
    return frozenset((row["reported"] or "").split())


def find_reports(tokens: Sequence[Token], segments: Sequence[Segment], opaque: Sequence[int]) -> list[Report]:
    """Find the reporting verbs of a sentence, one a finite clause at most."""
    reports = []
    for k, segment in enumerate(segments):
        if segment.verb is not None:
            report = _report(tokens, segments, k, segment.verb, opaque)
            if report:
                reports.append(report)
    return reports


def _report(
    tokens: Sequence[Token], segments: Sequence[Segment], k: int, verb: int, opaque: Sequence[int]
) -> Report | None:
    if _is_reference(tokens, segments[k], verb) or tokens[verb].lemma == "dürfen":
        return None  # what somebody is allowed to demand nobody has said
    end = _clause_end(tokens, segments, k)
    auxiliary = tokens[verb].tag not in {"VVFIN", "VVPP", "VVINF"}
    lexical = _participle(tokens, segments, k, end) if auxiliary else verb
    if lexical is None and tokens[verb].lemma in {"sein", "werden"}:
        lexical = verb
    if lexical is None:
        return None
    lemma, own = (tokens[lexical].lemma, (lexical,)) if lexical != verb else _rejoined(tokens, segments, k, end, verb)
    entry, extra = _entry(tokens, _partner_places(segments, k), lemma, opaque)
    beside = _phrases().get(tokens[verb].lemma, {}).get(tokens[lexical].text.lower()) if entry is None else None
    entry = entry or beside  # ist überzeugt, whose participle stands beside "sein" like an adjective
    if entry is None or _names(tokens, segments[k], lemma):
        return None
    passive = lexical != verb and beside is None and _is_passive(tokens, segments, k, end, verb, lexical)
    return Report(k, end, tuple(sorted({verb, *own, *extra})), entry, passive)


def _is_reference(tokens: Sequence[Token], segment: Segment, verb: int) -> bool:
    """Tell what in brackets only refers to an article: (der Bote berichtete)."""
    closed = verb + 1 < len(tokens) and tokens[verb + 1].text == ")"
    return closed and any(tokens[i].text == "(" for i in range(max(segment.first - 1, 0), verb))


def _rejoined(
    tokens: Sequence[Token], segments: Sequence[Segment], k: int, end: int, verb: int
) -> tuple[str, tuple[int, ...]]:
    """Return the verb's lemma with its separated prefix and the tokens of both; "weiter" is mostly an adverb."""
    found = [i for i in _tokens_between(segments[k], segments[end]) if i > verb and tokens[i].tag == "PTKVZ"]
    if not found:
        return tokens[verb].lemma, ()
    prefix = tokens[found[-1]].text.lower()
    return ("" if prefix == "weiter" else prefix) + tokens[verb].lemma, (found[-1],)


def _is_passive(
    tokens: Sequence[Token], segments: Sequence[Segment], k: int, end: int, verb: int, lexical: int
) -> bool:
    if tokens[lexical].tag in _INFINITIVES:
        return False
    if tokens[verb].lemma == "werden":
        return True
    between = [tokens[i].text for i in _tokens_between(segments[k], segments[end])]
    if tokens[verb].lemma == "sein":
        return "worden" in between or tokens[lexical].lemma not in word_list("sein_perfect.txt")
    return tokens[verb].tag == "VMFIN" and tokens[lexical].tag in _PARTICIPLES and "werden" in between


def _names(tokens: Sequence[Token], segment: Segment, lemma: str) -> bool:
    """Tell whether the verb gives a name instead of reporting: "nennt sich X", "heißt X", "der Name lautet X"."""
    words = {tokens[i].text for i in range(segment.first, segment.last)}
    if lemma == "heißen":
        return "es" not in words
    if lemma == "nennen":
        return "sich" in words
    return lemma == "lauten" and bool(words & {"Name", "Titel", "Motto", "Frage"})


def _clause_end(tokens: Sequence[Token], segments: Sequence[Segment], k: int) -> int:
    """Return the segment where the clause closes: its particle or participle may stand behind a relative clause."""
    if segments[k].kind != "main" or cuts_off(tokens, segments, k):
        return k
    for j in range(k + 1, min(k + 1 + REACH, len(segments))):
        closing = tokens[segments[j].last - 1]
        if segments[j].kind == "phrase" and (closing.tag in _CLOSING or closing.text in _RESULTS):
            return j
        if segments[j].kind not in {"relative", "phrase", "quote"}:
            break
    return k


def _tokens_between(first: Segment, last: Segment) -> Iterator[int]:
    yield from range(first.first, first.last)
    if last is not first:
        yield from range(last.first, last.last)


def _participle(tokens: Sequence[Token], segments: Sequence[Segment], k: int, end: int) -> int | None:
    """Return the participle or infinitive that an auxiliary or modal carries.

    Participles that look like finite verbs (betont, berichtet) count where they close the clause.
    """
    found = [
        i
        for i in _tokens_between(segments[k], segments[end])
        if tokens[i].tag in _NONFINITE
        or (tokens[i].tag == "VVFIN" and i == segments[end].last - 1 and i != segments[k].verb)
    ]
    lexical = [i for i in found if tokens[i].text not in {"worden", "haben", "sein", "werden"}]
    return lexical[-1] if lexical else None


def _partner_places(segments: Sequence[Segment], k: int) -> list[int]:
    """Return where the word of a reporting phrase may stand: its clause and the verbless stretches after."""
    places = list(range(segments[k].first, segments[k].last))
    for segment in segments[k + 1 : k + 1 + REACH]:
        if segment.kind == "phrase":
            places += range(segment.first, segment.last)
        elif segment.kind not in {"relative", "quote"}:
            break
    return places


def _entry(
    tokens: Sequence[Token], places: Sequence[int], lemma: str, opaque: Sequence[int]
) -> tuple[Reporting | None, tuple[int, ...]]:
    """Return the entry for a verb and the tokens of the word it needs, if any."""
    partners = _phrases().get(lemma, {})
    found = [i for i in places if not opaque[i] and tokens[i].text.lower() in partners]
    if found:
        return partners[tokens[found[-1]].text.lower()], (found[-1],)
    return _verbs().get(lemma), ()
