"""Documents as they were read."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

__all__ = ["Document", "Source", "Span", "source_of"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text, half-open, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Document:
    """A text with stable offsets and what is known of its origin.

    `id` is unique in the workspace and becomes the slug of the document's graph. `published` is an ISO
    date, month or year. `boilerplate` are the spans nothing is extracted from, in order.
    """

    id: str
    path: Path
    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    boilerplate: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader of the graph needs to know of a document or curated file: where a claim comes from.

    `id` is that of the document; `title` falls back to the id. `published` is an ISO date, month or year. `checksum` is
    the SHA-256 of the text as UTF-8 in hexadecimal digits, None for a curated file, whose rows are compared themselves.
    """

    id: str
    title: str
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    checksum: str | None = None


def source_of(document: Document) -> Source:
    """Return what a reader of the graph needs to know of a document."""
    title = document.title or document.id
    checksum = sha256(document.text.encode("utf-8")).hexdigest()
    return Source(document.id, title, document.published, document.publisher, document.url, checksum)
