"""The words of the page, in German and English, from `assets/words.csv`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from kg.lists import rows_of

__all__ = ["ASSETS", "LANGUAGES", "read_words"]

ASSETS = Path(__file__).resolve().parent / "assets"
LANGUAGES = ("de", "en")


@lru_cache(maxsize=len(LANGUAGES))
def read_words(lang: str) -> dict[str, str]:
    """Return every text of the page by key in one of LANGUAGES."""
    return {row["key"]: row[lang] for row in rows_of(ASSETS / "words.csv")}
