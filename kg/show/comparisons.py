"""Claims side by side for people and programs: lines, JSON, CSV, Markdown."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from io import StringIO

from kg.claim.wording import describe, said_by
from kg.compare.kinds import KINDS, Comparison
from kg.export.records import claim_record
from kg.model.claim import Claim
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.rdf.namespaces import Base
from kg.show.claims import statement, told
from kg.show.evidence import evidence_lines, origin

__all__ = ["COMPARISON_WRITERS", "Shown", "left_out"]

MOST = 5
"""Claims of one side that are told to people; an archive repeats what all know a hundred times."""
COLUMNS = (
    *("number", "kind", "why", "side", "subject", "predicate", "object", "polarity", "modality", "speaker", "time"),
    *("quantity", "unit", "sentence", "source", "document", "claim"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the writers need beside the comparisons: sources by id, the vocabulary's names, the base of IRIs."""

    sources: Mapping[str, Source]
    vocabulary: Vocabulary
    base: Base


def left_out(comparisons: Iterable[Comparison]) -> str:
    """Return in one line how many notes of which kind there are to be asked for."""
    counts = Counter(comparison.kind.name for comparison in comparisons if comparison.kind.note)
    told = ", ".join(f"{kind.label} {counts[name]}" for name, kind in KINDS.items() if counts[name])
    notes = "1 Hinweis" if counts.total() == 1 else f"{counts.total()} Hinweise"
    return f"Dazu {notes} ({told}): kg conflicts --all"


def _table(found: Sequence[Comparison], shown: Shown) -> str:
    return "\n\n".join("\n".join(_lines(comparison, shown)) for comparison in found) or "nichts gefunden"


def _lines(comparison: Comparison, shown: Shown) -> Iterator[str]:
    yield f"{comparison.kind.label}: {comparison.why}"
    for number, side in enumerate(comparison.sides):
        if number:
            yield "    ---"
        for claim in side[:MOST]:
            yield f"  {told(claim, shown.vocabulary)}"
            yield from (f"      {line}" for line in evidence_lines(claim, shown.sources))
        if len(side) > MOST:
            yield f"  … und {len(side) - MOST} weitere"


def _markdown(found: Sequence[Comparison], shown: Shown) -> str:
    return "\n\n".join("\n".join(_markdown_lines(comparison, shown)) for comparison in found)


def _markdown_lines(comparison: Comparison, shown: Shown) -> Iterator[str]:
    yield f"## {_escaped(f'{comparison.kind.label}: {comparison.why}')}"
    for number, side in enumerate(comparison.sides):
        yield ""
        if number:
            yield from ("*dagegen:*" if len(comparison.sides) == 2 else "*und:*", "")
        for claim in side[:MOST]:
            how = describe(claim)
            yield f"- **{_escaped(statement(claim, shown.vocabulary))}**{_escaped(f' ({how})') if how else ''}"
            yield from (f"  > {_escaped(line)}" for line in evidence_lines(claim, shown.sources))
        if len(side) > MOST:
            yield f"- … und {len(side) - MOST} weitere"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in text.replace("\n", " "))


def _json(found: Sequence[Comparison], shown: Shown) -> str:
    records = [
        {
            "kind": comparison.kind.name,
            "label": comparison.kind.label,
            "why": comparison.why,
            "sides": [[_record(claim, shown) for claim in side] for side in comparison.sides],
        }
        for comparison in found
    ]
    return json.dumps(records, ensure_ascii=False, indent=1)


def _record(claim: Claim, shown: Shown) -> dict[str, object]:
    source = shown.sources.get(claim.document)
    title = source.title if source else claim.document
    record = claim_record(claim, document=claim.document, base=shown.base)
    return record | {"source": title, "published": source.published if source else None}


def _csv(found: Sequence[Comparison], shown: Shown) -> str:
    """Return a row for each claim; rows with one `number` belong together, `side` counts from 1."""
    file = StringIO()
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for number, comparison in enumerate(found, start=1):
        for side, claims in enumerate(comparison.sides, start=1):
            for claim in claims:
                about = {"number": number, "kind": comparison.kind.name, "why": comparison.why, "side": side}
                writer.writerow(about | _cells(claim, shown))
    return file.getvalue().rstrip("\n")


def _cells(claim: Claim, shown: Shown) -> dict[str, object]:
    first, said = claim.evidence[0], asdict(said_by(claim))
    return {name: text for name, text in said.items() if name in COLUMNS} | {
        "quantity": claim.quantity.value if claim.quantity else "",
        "unit": claim.quantity.unit if claim.quantity else "",
        "sentence": first.sentence,
        "source": origin(first, shown.sources),
        "document": claim.document,
        "claim": claim.id,
    }


COMPARISON_WRITERS: dict[str, Callable[[Sequence[Comparison], Shown], str]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
}
