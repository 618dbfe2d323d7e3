"""From paths to documents; what cannot be read is told and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from kg.errors import KgError, ReadError
from kg.model.text import Document
from kg.read.decode import decode
from kg.read.formats import FORMATS

__all__ = ["find_files", "read_file", "read_paths", "read_standard_input"]


def find_files(folder: Path) -> tuple[Path, ...]:
    """Return the readable files below a folder, in order of path; READMEs and hidden files are left out."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in FORMATS and path.is_file())
    return tuple(sorted(path for path in found if path.stem.lower() != "readme" and not path.name.startswith(".")))


def read_paths(paths: Iterable[Path]) -> Iterator[Document | KgError]:
    """Yield the documents of files and folders in order; in place of an unreadable file, the error that names it.

    A document whose id is taken gets the next free number behind it.
    """
    taken: set[str] = set()
    for path in paths:
        for file in find_files(path) if path.is_dir() else (path,):
            try:
                for document in read_file(file):
                    yield _with_own_id(document, taken)
            except KgError as error:
                yield error


def read_file(path: Path) -> Iterator[Document]:
    """Yield the documents of one file; raise ReadError or FaultyInput naming it."""
    reader = FORMATS.get(path.suffix.lower())
    if reader is None:
        raise ReadError(f"{path}: unknown format; known are {', '.join(FORMATS)}")
    try:
        text = decode(path.read_bytes())
        if not text.strip():
            raise ReadError("is empty")
        yield from reader(path, text)
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}") from error
    except ReadError as error:
        raise ReadError(f"{path}: {error}") from error


def read_standard_input(raw: bytes) -> Iterator[Document]:
    """Yield the document that plain text on standard input is; its path is `stdin.txt`."""
    yield from FORMATS[".txt"](Path("stdin.txt"), decode(raw))


def _with_own_id(document: Document, taken: set[str]) -> Document:
    candidates = (f"{document.id}-{number}" if number > 1 else document.id for number in count(1))
    own = next(candidate for candidate in candidates if candidate not in taken)
    taken.add(own)
    return document if own == document.id else replace(document, id=own)
