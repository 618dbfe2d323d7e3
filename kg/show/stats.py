"""How much the graph holds, as lines or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from kg.answer.counts import Counts
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.view.records import predicate_label
from kg.view.words import read_words

__all__ = ["MOST", "stats_json", "stats_lines"]

MOST = 15
"""Values shown by count; the rest is summed."""

_TOTALS = {
    "sources": "Quellen",
    "entities": "Entitäten",
    "provisional": "  davon nur aus Texten bekannt",
    "claims": "Aussagen",
    "curated": "  davon kuratiert",
    "reviewed": "  davon geprüft",
    "facts": "  davon Tatsachen (bejaht, nicht zugeschrieben)",
    "denied": "  davon verneint",
    "attributed": "  davon jemandem zugeschrieben",
    "dated": "  davon datiert",
    "inferred": "Abgeleitetes",
}
_PARTS = {
    "type": "Entitäten nach Art",
    "predicate": "Aussagen nach Prädikat",
    "modality": "Aussagen nach Modalität",
    "document": "Aussagen nach Quelle",
    "rule": "Aussagen nach Regel",
    "speaker": "Aussagen nach Sprecher",
}
_REST = "übrige"


def stats_lines(counts: Counts, sources: Mapping[str, Source], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the totals and below them what is most frequent, the same on every terminal."""
    yield from _columns({label: counts.totals[name] for name, label in _TOTALS.items()})
    for part, title in _PARTS.items():
        if counts.by[part]:
            yield ""
            yield f"{title}:"
            named = {_name(part, value, sources, vocabulary): number for value, number in counts.by[part].items()}
            yield from (f"  {line}" for line in _columns(_most(named)))


def stats_json(counts: Counts) -> str:
    """Return all counts, none summed, with ids and names as the graph has them."""
    return json.dumps(asdict(counts), ensure_ascii=False, indent=1)


def _name(part: str, value: str, sources: Mapping[str, Source], vocabulary: Vocabulary) -> str:
    words = read_words("de")
    if part == "predicate":
        return predicate_label(value, vocabulary, "de")
    if part in ("type", "modality"):
        return words.get(f"{part}.{value}", value)
    if part == "document" and value in sources and sources[value].title != value:
        return f"{value} ({sources[value].title})"
    return value


def _most(counts: Mapping[str, int]) -> dict[str, int]:
    shown = dict(list(counts.items())[:MOST])
    rest = sum(counts.values()) - sum(shown.values())
    return shown | ({_REST: rest} if rest else {})


def _columns(counts: Mapping[str, int]) -> list[str]:
    digits = max(len(str(number)) for number in counts.values())
    return [f"{number:{digits}}  {name}" for name, number in counts.items()]
