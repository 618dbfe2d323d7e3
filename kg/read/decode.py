"""Bytes become text: UTF-8 first, Windows-1252 where that fails, one normal form of letters and line ends."""

from __future__ import annotations

import codecs
import unicodedata

from kg.errors import ReadError

__all__ = ["decode", "normalise"]

MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(raw: bytes) -> str:
    """Return the text of a file's bytes, normalised; raise ReadError for what is no text."""
    for mark, encoding in MARKED:
        if raw.startswith(mark):
            return normalise(_strict(raw, encoding))
    if b"\0" in raw:
        raise ReadError("is no text file (it holds zero bytes)")
    try:
        return normalise(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return normalise(_strict(raw, "windows-1252"))


def normalise(text: str) -> str:
    r"""Return the text in NFC with `\n` as the only line end; offsets of a document refer to this."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"cannot be decoded as {encoding} at byte {error.start}; save it as UTF-8") from error
