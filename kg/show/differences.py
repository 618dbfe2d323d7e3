"""What changed between two states of the graph as text, Markdown or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from kg.compare.differences import Change, Differences, Reason
from kg.export.records import claim_record
from kg.model.claim import Claim
from kg.model.vocabulary import Vocabulary
from kg.rdf.namespaces import Base
from kg.show.claims import told
from kg.show.evidence import evidence_lines
from kg.view.words import read_words

__all__ = ["DIFFERENCE_WRITERS", "Report"]

_REASONS = {
    "document": "Artikel oder Tabelle neu oder entfernt",
    "text": "Text geändert",
    "decision": "entschieden",
    "entity": "Entität zusammengeführt oder getrennt",
    "row": "Zeile der Tabelle",
    "rule": "Regel neu, entfernt oder geändert",
    "precision": "Präzision neu gemessen",
    "reading": "anders gelesen, bei gleichem Text und gleicher Regel",
}
_VERDICTS = {"correct": "richtig", "wrong": "falsch", "fix": "berichtigt"}
_FIELDS = {
    "subject": "Subjekt",
    "predicate": "Prädikat",
    "object": "Objekt",
    "polarity": "bejaht oder verneint",
    "modality": "Modalität",
    "speaker": "Sprecher",
    "time": "Zeit",
    "quantity": "Menge",
    "qualifiers": "Merkmale",
    "sentence": "Satz",
    "source": "Quelle",
    "rule": "Regel",
    "confidence": "Präzision",
}
_SIGNS = {"added": "+", "removed": "-", "changed": "~"}


@dataclass(frozen=True, slots=True)
class Report:
    """Differences and what is needed to say them."""

    found: Differences
    vocabulary: Vocabulary
    base: Base


def _text(report: Report) -> str:
    return "\n".join(_lines(report, heading="", item="  ", below="      ", sign="{}"))


def _markdown(report: Report) -> str:
    return "\n".join(_lines(report, heading="## ", item="- ", below="  - ", sign="`{}`")) + "\n"


def _lines(report: Report, *, heading: str, item: str, below: str, sign: str) -> Iterator[str]:
    found = report.found
    yield f"{heading and '# '}{found.before.name} → {found.now.name}"
    yield ""
    yield _counts(found)
    for title, lines in _sections(found, sign):
        yield from ("", f"{heading}{title}", *([""] if heading else []))
        yield from (f"{item}{line}" for line in lines)
    for reason, changes in groupby(found.changes, key=lambda change: change.reason):
        yield from ("", f"{heading}{_title(reason, found)}", *([""] if heading else []))
        for change in changes:
            yield f"{item}{sign.format(_SIGNS[change.kind])} {_headline(change, report.vocabulary)}"
            yield from (f"{below}{line}" for line in _details(change, found))


def _counts(found: Differences) -> str:
    kinds = [change.kind for change in found.changes]
    if not kinds and not _sections(found, ""):
        return "Nichts hat sich geändert."
    words = {"added": "neu", "removed": "entfallen", "changed": "geändert"}
    return "Aussagen: " + ", ".join(f"{kinds.count(kind)} {word}" for kind, word in words.items())


def _sections(found: Differences, sign: str) -> list[tuple[str, list[str]]]:
    sections = [
        (
            "Artikel und Tabellen",
            [f"{sign.format(kind)} {_document(name, found)}" for kind, name in _signed(found.documents)],
        ),
        ("Regeln", [f"{sign.format(kind)} {name}" for kind, name in _signed(found.rules)]),
        (
            "Entitäten",
            [
                *(f"{before} → {now} (zusammengeführt oder umbenannt)" for before, now in found.merged.items()),
                *(f"{before} → {now} (getrennt)" for now, before in found.split.items()),
            ],
        ),
    ]
    return [(title, lines) for title, lines in sections if lines]


def _signed(names: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(sign, name) for kind, sign in _SIGNS.items() for name in names[kind]]


def _title(reason: Reason, found: Differences) -> str:
    detail = _VERDICTS.get(reason.detail, reason.detail) if reason.kind == "decision" else reason.detail
    if reason.kind in ("document", "text", "row", "reading"):
        detail = _document(reason.detail, found)
    return f"{_REASONS[reason.kind]}: {detail}"


def _document(name: str, found: Differences) -> str:
    source = found.now.sources.get(name) or found.before.sources.get(name)
    return name if source is None or source.title == name else f"{name} ({source.title})"


def _headline(change: Change, vocabulary: Vocabulary) -> str:
    return told(change.claim, vocabulary)


def _details(change: Change, found: Differences) -> Iterator[str]:
    if change.before:
        before, now = _values(change.before), _values(change.claim)
        yield from (f"{_FIELDS[name]}: {before[name] or '–'} → {now[name] or '–'}" for name in change.fields)
    state = found.before if change.kind == "removed" else found.now
    yield from evidence_lines(change.claim, state.sources)


def _values(claim: Claim) -> dict[str, str]:
    """Return the fields of a claim for people."""
    return {
        "subject": claim.subject.entity.label,
        "predicate": claim.predicate,
        "object": claim.object.entity.label,
        "polarity": {"pos": "bejaht", "neg": "verneint"}[claim.polarity],
        "modality": read_words("de")[f"modality.{claim.modality}"],
        "speaker": claim.speaker.entity.label if claim.speaker else "",
        "time": claim.when.value if claim.when else "",
        "quantity": f"{claim.quantity.value:g} {claim.quantity.unit}" if claim.quantity else "",
        "qualifiers": ", ".join(f"{name}: {whom.entity.label}" for name, whom in claim.qualifiers),
        "sentence": " | ".join(evidence.sentence for evidence in claim.evidence),
        "source": " | ".join(evidence.source or "" for evidence in claim.evidence),
        "rule": claim.rule,
        "confidence": f"{claim.confidence:.3g}",
    }


def _json(report: Report) -> str:
    found = report.found
    record = {
        "before": found.before.name,
        "now": found.now.name,
        "documents": found.documents,
        "rules": found.rules,
        "merged": found.merged,
        "split": found.split,
        "claims": [
            {
                "change": change.kind,
                "reason": {"kind": change.reason.kind, "detail": change.reason.detail},
                "fields": change.fields,
                "claim": _record(change.claim, report.base),
                "before": _record(change.before, report.base) if change.before else None,
            }
            for change in found.changes
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1)


def _record(claim: Claim, base: Base) -> dict[str, Any]:
    return claim_record(claim, document=claim.document, base=base)


DIFFERENCE_WRITERS: dict[str, Callable[[Report], str]] = {"text": _text, "json": _json, "markdown": _markdown}
