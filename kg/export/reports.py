"""The registry of forms made of claims rather than of triples: a further one is a function and a line below."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kg.errors import KgError
from kg.export.dossier import dossier
from kg.export.ftm import ftm
from kg.export.records import claim_record
from kg.export.table import claims_csv
from kg.model.claim import Claim
from kg.model.entity import Entity
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.rdf.namespaces import Base

__all__ = ["REPORTS", "Contents", "Report", "report"]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a report is made of: claims, all of the graph or those about `entity`, and what is needed to tell them."""

    claims: tuple[Claim, ...]
    sources: Mapping[str, Source]
    vocabulary: Vocabulary
    base: Base
    entity: Entity | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A form of claims: what it is in a few words, and the function that yields its text piece by piece."""

    name: str
    description: str
    write: Callable[[Contents], Iterator[str]]


def report(contents: Contents, name: str) -> Iterator[str]:
    """Yield the text of a report, the same for the same claims; raise KgError for an unknown one."""
    if name not in REPORTS:
        raise KgError(f"unknown report '{name}'; choose one of {', '.join(REPORTS)}")
    return REPORTS[name].write(contents)


def _table(contents: Contents) -> Iterator[str]:
    return claims_csv(contents.claims, sources=contents.sources, vocabulary=contents.vocabulary)


def _records(contents: Contents) -> Iterator[str]:
    for claim in contents.claims:
        record = claim_record(claim, document=claim.document, base=contents.base)
        yield json.dumps(record, ensure_ascii=False) + "\n"


def _ftm(contents: Contents) -> Iterator[str]:
    return ftm(contents.claims, sources=contents.sources, vocabulary=contents.vocabulary)


def _dossier(contents: Contents) -> Iterator[str]:
    if contents.entity is None:
        raise KgError("a dossier is about one entity; name it: --entity NAME")
    lines = dossier(contents.entity, contents.claims, sources=contents.sources, vocabulary=contents.vocabulary)
    return (f"{line}\n" for line in lines)


REPORTS: Final = {
    form.name: form
    for form in (
        Report("claims-csv", "CSV table for Excel and LibreOffice, a claim a row", _table),
        Report("claims-jsonl", "JSON lines for pandas and programs, a claim a line", _records),
        Report("ftm", "FollowTheMoney JSON lines: Aleph", _ftm),
        Report("dossier", "Markdown page in German about one entity, with footnotes: needs --entity", _dossier),
    )
}
