"""Time in the network: dates spelled out for people, and the bins of the time range."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.model.claim import Claim
from kg.model.text import Source
from kg.view.words import read_words

__all__ = ["Bins", "bounds", "days_of", "make_bins", "spell"]

MOST_BINS = 48  # as many bars as can be told apart on a phone's width
COVERED = 0.85  # the bins cover at least this share of the dated claims; what is older shares the first
MONTHS_IN_UNIT = (1, 3, 12, 60, 120)

_OPEN = ("", "..")  # how an interval writes an end that is not known
# Year, month and day as CLDR patterns.
_PATTERNS = {
    "de": ("y", "MMMM y", "d. MMMM y"),
    "en": ("y", "MMMM y", "d MMMM y"),
}


@dataclass(frozen=True, slots=True)
class Bins:
    """Equal stretches of `unit` months; bin 0 also takes all that is earlier. `labels` has one text a bin."""

    origin: int
    unit: int
    labels: tuple[str, ...]

    def of(self, earliest: date, latest: date) -> tuple[int, int]:
        """Return the first and the last bin of a time, both inclusive."""
        return self._bin(earliest), self._bin(latest)

    def _bin(self, day: date) -> int:
        return max(0, min(len(self.labels) - 1, (_month(day) - self.origin) // self.unit))


def bounds(claim: Claim, source: Source | None) -> tuple[date, date] | None:
    """Return the inclusive bounds of the claim's time, else of the day its source appeared, else None."""
    if claim.when is not None:
        return claim.when.earliest, claim.when.latest
    if source is None or not source.published:
        return None
    return days_of(source.published)


def days_of(value: str) -> tuple[date, date]:
    """Return the first and the last day of an ISO date, month or year; raise ValueError for anything else."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if match is None:
        raise ValueError(f"{value!r} is no date, month or year")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    last_month = month or 12
    return date(year, month or 1, day or 1), date(year, last_month, day or calendar.monthrange(year, last_month)[1])


def make_bins(times: Sequence[tuple[date, date]], *, lang: str) -> Bins | None:
    """Return bins over the beginnings of the times, in the finest unit that covers most of them; None without times."""
    if not times:
        return None
    months = sorted(_month(earliest) for earliest, _ in times)
    newest = months[-1]
    early = months[int(len(months) * (1 - COVERED))]
    unit = next((unit for unit in MONTHS_IN_UNIT if (newest - early) // unit < MOST_BINS - 1), MONTHS_IN_UNIT[-1])
    oldest = max(months[0], newest - unit * (MOST_BINS - 2))
    start = oldest // unit * unit
    older = months[0] < start
    origin = start - unit if older else start
    labels = [_bin_label(month, unit, lang) for month in range(origin, newest + 1, unit)]
    if older:
        labels[0] = read_words(lang)["when.before"].format(labels[1])
    return Bins(origin, unit, tuple(labels))


def spell(value: str, *, lang: str) -> str:
    """Return an ISO 8601 date, month, year or interval, EDTF `~` where vague, in words: "seit November 2023"."""
    words = read_words(lang)
    start, slash, end = value.partition("/")
    if not slash:
        return _point(start, lang)
    if end in _OPEN:
        return words["when.since"].format(_point(start, lang))
    if start in _OPEN:
        return words["when.until"].format(_point(end, lang))
    return words["when.between"].format(_point(start, lang), _point(end, lang))


@lru_cache(maxsize=4096)
def _point(value: str, lang: str) -> str:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(~?)", value)
    if match is None:
        return value
    year, month, day, vague = match.groups()
    from babel.dates import format_date

    pattern = _PATTERNS[lang][(month is not None) + (day is not None)]
    text = format_date(date(int(year), int(month or 1), int(day or 1)), pattern, locale=lang)
    return read_words(lang)["when.about"].format(text) if vague else text


def _bin_label(month: int, unit: int, lang: str) -> str:
    year, rest = divmod(month, 12)
    if unit >= 12:
        return str(year)
    if unit == 3:
        return f"{rest // 3 + 1}/{year}"
    return _point(f"{year:04d}-{rest + 1:02d}", lang)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
