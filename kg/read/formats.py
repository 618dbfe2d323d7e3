"""The formats a document may come in, each a function from a file's text to documents without an id clash."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from kg.errors import Fault, FaultyInput, ReadError
from kg.model.identity import slug
from kg.model.text import Document
from kg.read.boilerplate import find_boilerplate, find_date
from kg.read.decode import normalise

__all__ = ["FORMATS", "ISO_DATE"]

ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
HEADLINE = 120
"""A first line up to this many characters, without a full stop and alone in its paragraph, is taken for the title."""


def read_text(path: Path, text: str) -> Iterator[Document]:
    """Read plain text; a lone first line without a full stop is the title."""
    yield _document(path, text, title=_headline(text))


def read_markdown(path: Path, text: str) -> Iterator[Document]:
    """Read Markdown with optional YAML front matter (title, date, publisher, url); marks are taken out."""
    match = re.match(r"---\n(.*?)\n---[^\S\n]*\n", text, re.DOTALL)
    meta = _front_matter(path, match[1]) if match else {}
    body = _without_marks(text[match.end() :] if match else text)
    yield _document(
        path,
        body,
        title=meta.get("title") or _headline(body),
        published=meta.get("date"),
        publisher=meta.get("publisher"),
        url=meta.get("url"),
    )


def read_html(path: Path, text: str) -> Iterator[Document]:
    """Read the article inside a web page; what surrounds it is left out by trafilatura."""
    import trafilatura

    found = trafilatura.extract(text, output_format="json", with_metadata=True, include_comments=False)
    if not found:
        raise ReadError("holds no article text that could be found")
    page = json.loads(found)
    yield _document(
        path,
        normalise(page["text"]),
        title=page.get("title"),
        published=page.get("date"),
        publisher=page.get("source-hostname"),
        url=page.get("source"),
    )


def read_jsonl(path: Path, text: str) -> Iterator[Document]:
    """Read one JSON object a line with doc, text and optional title, published, publisher, url."""
    faults = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        record = _record(line)
        if isinstance(record, str):
            faults.append(Fault(path, record, number))
            continue
        published = record.get("published")
        yield _document(
            path.with_name(str(record["doc"])),
            normalise(str(record["text"])),
            title=record.get("title"),
            published=None if published is None else str(published),
            publisher=record.get("publisher"),
            url=record.get("url"),
            doc=str(record["doc"]),
        )
    if faults:
        raise FaultyInput(tuple(faults))


FORMATS: dict[str, Callable[[Path, str], Iterator[Document]]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
}


def _document(
    path: Path,
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    doc: str | None = None,
) -> Document:
    known = published if published and ISO_DATE.fullmatch(published) else None
    dated = known or find_date(text) or _date_in(title or "") or _date_in(path.stem)
    return Document(doc or slug(path.stem), path, text, title, dated, publisher, url, find_boilerplate(text))


def _headline(text: str) -> str | None:
    first, _, rest = text.lstrip().partition("\n")
    alone = rest.startswith("\n") and first and first.rstrip()[-1] not in ".,:;"
    return first.strip() if alone and len(first) <= HEADLINE else None


def _date_in(name: str) -> str | None:
    match = re.search(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)", name)
    return match[1] if match else None


def _front_matter(path: Path, written: str) -> dict[str, str]:
    try:
        meta = yaml.safe_load(written) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise FaultyInput(
            (Fault(path, f"front matter is no valid YAML: {getattr(error, 'problem', error)}", line),)
        ) from error
    if not isinstance(meta, dict):
        raise FaultyInput((Fault(path, "front matter is no list of 'key: value' lines", 2),))
    return {str(key).lower(): str(value) for key, value in meta.items() if value is not None}


def _without_marks(text: str) -> str:
    text = re.sub(r"(?m)^#{1,6}[^\S\n]+|^>[^\S\n]?|^[-*+][^\S\n]+", "", text)
    text = re.sub(r"!\[[^\]\n]*\]\([^)\n]*\)", "", text)
    text = re.sub(r"\[([^\]\n]+)\]\([^)\n]*\)", r"\1", text)
    return re.sub(r"(\*\*|__|\*|`)(?=\S)([^*_`\n]+?)(?<=\S)\1", r"\2", text).strip()


def _record(line: str) -> dict[str, str | None] | str:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return f"is no JSON: {error.msg} at column {error.colno}"
    if not isinstance(record, dict):
        return "is no JSON object; expected keys doc and text"
    missing = [key for key in ("doc", "text") if not isinstance(record.get(key), str | int)]
    if missing or not isinstance(record["text"], str):
        return f"lacks {' and '.join(missing or ['text'])}; expected keys doc and text, both text"
    return record
