"""The formats in which `kg extract` and `kg annotate` write, by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from kg.export.records import annotation_record, claim_record
from kg.model.reading import Annotations
from kg.pipeline import Extraction
from kg.rdf.namespaces import Base
from kg.show.claims import claim_table
from kg.show.reading import reading_page, reading_text

__all__ = ["CLAIM_WRITERS", "READING_WRITERS"]


def _claim_lines(found: Iterable[Extraction], base: Base) -> Iterator[str]:
    for extraction in found:
        for claim in extraction.claims:
            yield json.dumps(claim_record(claim, document=str(extraction.document.path), base=base), ensure_ascii=False)


def _claim_table(found: Iterable[Extraction], base: Base) -> Iterator[str]:
    return claim_table((extraction.document, extraction.claims) for extraction in found)


def _claim_turtle(found: Iterable[Extraction], base: Base) -> Iterator[str]:
    from kg.export.formats import export
    from kg.pipeline import extraction_quads

    quads = [quad for extraction in found for quad in extraction_quads(extraction, base)]
    yield export(quads, "ttl", base).decode("utf-8")


def _reading_lines(readings: Iterable[Annotations], base: Base) -> Iterator[str]:
    return (json.dumps(annotation_record(reading, base=base), ensure_ascii=False) for reading in readings)


CLAIM_WRITERS: dict[str, Callable[[Iterable[Extraction], Base], Iterator[str]]] = {
    "table": _claim_table,
    "jsonl": _claim_lines,
    "ttl": _claim_turtle,
}
READING_WRITERS: dict[str, Callable[[Iterable[Annotations], Base], Iterator[str]]] = {
    "text": lambda readings, base: reading_text(readings),
    "jsonl": _reading_lines,
    "html": lambda readings, base: reading_page(readings),
}
