"""Stable names for things: slugs that people can read and hashes of content."""

from __future__ import annotations

import hashlib
import re
import unicodedata

__all__ = ["content_hash", "slug"]


def slug(label: str) -> str:
    """Return the IRI segment of a label: NFC, letters, digits, `-`, `.` kept, all else one `_`.

    >>> slug("Organisation des Vertrags über kollektive Sicherheit")
    'Organisation_des_Vertrags_über_kollektive_Sicherheit'
    """
    normal = unicodedata.normalize("NFC", label)
    return re.sub(r"[^\w.\-]+", "_", normal).strip("_.") or content_hash(label)


def content_hash(*parts: object) -> str:
    """Return 16 hexadecimal digits (64 bits) that depend on nothing but the parts, in order."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8"), digest_size=8).hexdigest()
