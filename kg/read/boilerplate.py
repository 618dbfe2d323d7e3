"""Find what stands in a news text but is not the article, and the date it carries."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from kg.model.text import Span

__all__ = ["find_boilerplate", "find_date"]

PATTERNS = Path(__file__).with_name("data") / "boilerplate.yaml"
MONTHS = (
    *("januar", "februar", "märz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled patterns of `boilerplate.yaml`."""

    whole: re.Pattern[str]
    inline: tuple[re.Pattern[str], ...]
    date: tuple[re.Pattern[str], ...]


def find_boilerplate(text: str) -> tuple[Span, ...]:
    """Return the spans that are no part of the article, in order and disjoint."""
    patterns = _patterns()
    found = [line for line in _lines(text) if patterns.whole.fullmatch(text, line.start, line.end)]
    for pattern in (*patterns.inline, *patterns.date):
        found += [Span(*match.span()) for match in pattern.finditer(text) if match.end() > match.start()]
    return _disjoint(sorted(found))


def find_date(text: str) -> str | None:
    """Return the ISO date or month that a date mark of the text carries, None where there is none."""
    for pattern in _patterns().date:
        match = pattern.search(text)
        if match:
            return _iso(match["date"])
    return None


@functools.cache
def _patterns() -> Patterns:
    table = yaml.safe_load(PATTERNS.read_text(encoding="utf-8"))
    whole = re.compile("|".join(f"(?:{pattern})" for pattern in table["whole"].values()))
    inline = tuple(re.compile(pattern) for pattern in table["inline"].values())
    return Patterns(whole, inline, tuple(re.compile(pattern) for pattern in table["date"].values()))


def _lines(text: str) -> Iterator[Span]:
    return (Span(*match.span(1)) for match in re.finditer(r"(?m)^[^\S\n]*(\S[^\n]*?)[^\S\n]*$", text))


def _disjoint(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in spans:
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def _iso(written: str) -> str | None:
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", written):
        return written
    match = re.fullmatch(r"(\d{1,2})\.\s?(?:(\d{1,2})\.|(\w+))\s?(\d{4})", written)
    if match is None:
        return None
    day, number, name, year = match.groups()
    if name and name.lower() not in MONTHS:
        return None
    month = int(number) if number else MONTHS.index(name.lower()) + 1
    return f"{year}-{month:02d}-{int(day):02d}"
