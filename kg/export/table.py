"""Claims as a table for spreadsheets, one a row.

UTF-8 with a byte order mark, semicolons and decimal commas, which is what Excel and LibreOffice in German take for a
table without asking. Columns that curated tables have too are called and filled as there. A text that a spreadsheet
would run as a formula has an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Final

from kg.claim.wording import said_by
from kg.export.wording import statement
from kg.model.claim import Claim
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.rdf.literals import number

__all__ = ["claims_csv"]

_BOM: Final = "\ufeff"
# An apostrophe that was there already gets one more, so that taking one away gives every text back.
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n]")
_BETWEEN: Final = " | "
_FIRST: Final = ("statement", "subject", "predicate", "object", "polarity", "modality", "speaker")
_MEASURED: Final = ("time", "from", "until", "comparator", "quantity", "unit")
_EVIDENCE: Final = ("sentence", "title", "publisher", "published", "url", "source", "line", "sentences")
_TECHNICAL: Final = ("rule", "confidence", "claim", "document", "subject_id", "object_id", "speaker_id")
Cells = dict[str, str]


def claims_csv(claims: Sequence[Claim], *, sources: Mapping[str, Source], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the table piece by piece, the header first; every qualifier of the vocabulary is a column.

    The first evidence of a claim stands in its columns, `sentences` counts them all.
    """
    used = {name for claim in claims for name, _ in claim.qualifiers}
    known = {name for predicate in vocabulary.predicates.values() for name in predicate.qualifiers}
    columns = (*_FIRST, *_MEASURED, *sorted(used | known), *_EVIDENCE, *_TECHNICAL)
    yield _BOM + _line(columns)
    for claim in claims:
        words = _said(claim, vocabulary) | _evidence(claim, sources) | _technical(claim)
        cells = {name: _inert(text) for name, text in words.items()} | _measured(claim)
        yield _line([cells.get(column, "") for column in columns])


def _said(claim: Claim, vocabulary: Vocabulary) -> Cells:
    said = {"statement": statement(claim, vocabulary), **asdict(said_by(claim))}
    for name, participant in claim.qualifiers:
        said[name] = _BETWEEN.join(filter(None, (said.get(name), participant.entity.label)))
    return said


def _measured(claim: Claim) -> Cells:
    """Return days and numbers, which a spreadsheet may and should calculate with."""
    cells = {"confidence": _number(claim.confidence)}
    if claim.when:
        cells |= {"from": _day(claim.when.earliest), "until": _day(claim.when.latest)}
    if claim.quantity:
        # An equals sign alone would begin a formula; it is what an empty cell means.
        comparator = "" if claim.quantity.comparator == "=" else claim.quantity.comparator
        cells |= {"comparator": comparator, "quantity": _number(claim.quantity.value)}
        cells["unit"] = _inert(claim.quantity.unit)
    return cells


def _evidence(claim: Claim, sources: Mapping[str, Source]) -> Cells:
    source = sources.get(claim.document, Source(claim.document, claim.document))
    cells = {
        "title": source.title,
        "publisher": source.publisher or "",
        "published": source.published or "",
        "url": source.url or "",
        "sentences": str(len(claim.evidence)),
    }
    if claim.evidence:
        first = claim.evidence[0]
        cells |= {"sentence": first.sentence, "source": first.source or "", "line": str(first.line or "")}
    return cells


def _technical(claim: Claim) -> Cells:
    return {
        "rule": claim.rule,
        "claim": claim.id,
        "document": claim.document,
        "subject_id": claim.subject.entity.id,
        "object_id": claim.object.entity.id,
        "speaker_id": claim.speaker.entity.id if claim.speaker else "",
    }


def _inert(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _number(value: float) -> str:
    return number(value).value.replace(".", ",")


def _day(value: date) -> str:
    """Return a day, nothing where the time is open at that end."""
    return "" if value in (date.min, date.max) else value.isoformat()


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(cells)
    return text.getvalue()
