"""The calendar behind TIMEX3 values: periods, their bounds, neighbours and the days from Easter.

Values are those of TIMEX3 (TimeML 1.2.1) as the KRAUTS corpus writes them: "2019-05-03", "2019-W18",
"2019-W18-WE" (weekend), "2019-SP" (spring), "2019-Q2", "2019-H1", "201" (decade), "19" (the 20th century),
"2019-05-03TEV" (evening).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from kg.model.claim import When
from kg.model.reading import Time

__all__ = [
    "Bounds",
    "Reading",
    "bounds",
    "enclosing",
    "full_year",
    "holiday",
    "neighbour",
    "published_bounds",
    "shift",
    "shifted",
    "third",
    "to_when",
]

Bounds = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a time expression means: TIMEX3 type and value, calendar bounds where settled."""

    type: str
    value: str
    bounds: Bounds | None = None
    vague: bool = False


_DAY = timedelta(days=1)
# First month of each season as meteorologists count; winter runs into the next year.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Months of the units that are counted in months.
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "C": 1200, "L": 12000}
_DAYS = {"D": 1, "W": 7, "WE": 7}
# Days from which a vague stretch is told in months and in years.
_SOME_WEEKS, _SOME_YEARS = 27, 730
# The Gregorian years for which Easter is computed; all that is told from a date within them is on the calendar.
_YEARS = range(1583, 4099)
# A two-digit year up to 30 is of this century.
_YOUNG = 30
_VALUE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:T.*)?|(?P<month>\d{4}-\d\d)(?:-XX.*)?|(?P<week>\d{4}-W\d\d)(?P<weekend>-WE)?"
    r"|(?P<season>\d{4}-(?:SP|SU|FA|WI))|(?P<quarter>\d{4}-Q[1-4])|(?P<half>\d{4}-H[12])|(?P<digits>\d{1,4})"
)


def bounds(value: str) -> Bounds | None:
    """Return first and last day of a TIMEX3 value, inclusive; None where it names no place on the calendar."""
    match = _VALUE.fullmatch(value)
    if not match:
        return None
    try:
        return _period_bounds(match)
    except ValueError:
        return None


def _period_bounds(match: re.Match[str]) -> Bounds:
    if match["day"]:
        day = date.fromisoformat(match["day"])
        return day, day
    if match["week"]:
        monday = date.fromisocalendar(int(match["week"][:4]), int(match["week"][6:]), 1)
        return (monday + 5 * _DAY if match["weekend"] else monday), monday + 6 * _DAY
    if match["digits"]:
        size: int = 10 ** (4 - len(match["digits"]))
        first = int(match["digits"]) * size
        return date(max(first, 1), 1, 1), date(first + size - 1, 12, 31)
    year = int(match[0][:4])
    if match["month"]:
        return _months(year, int(match["month"][5:]), 1)
    if match["season"]:
        return _months(year, _SEASONS[match["season"][5:]], 3)
    if match["quarter"]:
        return _months(year, int(match["quarter"][-1]) * 3 - 2, 3)
    return _months(year, int(match["half"][-1]) * 6 - 5, 6)


def _months(year: int, month: int, count: int) -> Bounds:
    first = date(year, month, 1)
    return first, shift(first, "M", count) - _DAY


def shift(day: date, unit: str, count: float) -> date:
    """Return the day that lies `count` units of TIMEX3 later; the last of a month stays within its month.

    Raises OverflowError or ValueError where the calendar ends.
    """
    if unit in _DAYS:
        return day + timedelta(days=_DAYS[unit] * count)
    if unit not in _MONTHS:
        return day
    months = day.year * 12 + day.month - 1 + round(_MONTHS[unit] * count)
    first = date(months // 12, months % 12 + 1, 1)
    following = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return min(first + (day.day - 1) * _DAY, following - _DAY)


def shifted(day: date, unit: str, count: float) -> date | None:
    """Return the day that lies `count` units later, None off the calendar ("vor zehntausend Jahren")."""
    try:
        return shift(day, unit, count)
    except (OverflowError, ValueError):
        return None


def enclosing(day: date, unit: str) -> str:
    """Return the TIMEX3 value of the week, month, year … that a day lies in."""
    week = day.isocalendar()
    values = {
        "W": f"{week.year}-W{week.week:02}",
        "WE": f"{week.year}-W{week.week:02}-WE",
        "M": f"{day:%Y-%m}",
        "Q": f"{day:%Y}-Q{(day.month + 2) // 3}",
        "H": f"{day:%Y}-H{(day.month + 5) // 6}",
        "Y": f"{day:%Y}",
        "DE": f"{day:%Y}"[:3],
        "C": f"{day:%Y}"[:2],
        "L": f"{day:%Y}"[:1],
    }
    return values.get(unit, day.isoformat())


def neighbour(day: date, unit: str, offset: int) -> str:
    """Return the value of the unit `offset` units after the one that the day lies in."""
    # Counting from the first of the month keeps 31 May minus one month in April.
    start = day if unit in _DAYS else day.replace(day=1)
    return enclosing(shift(start, unit, offset), unit)


def holiday(name: str, year: int) -> date:
    """Return the day of "12-24" (month and day) or "E+49" (days from Easter Sunday) in a year."""
    if name.startswith("E"):
        from dateutil.easter import EASTER_JULIAN, EASTER_WESTERN, easter

        return easter(year, EASTER_WESTERN if year in _YEARS else EASTER_JULIAN) + int(name[1:]) * _DAY
    return date(year, int(name[:2]), int(name[3:]))


def full_year(digits: int) -> int:
    """Return the year that two digits stand for."""
    return digits + (2000 if digits <= _YOUNG else 1900)


def third(period: Bounds, part: str) -> Bounds:
    """Return the START, MID or END third of a period."""
    first, last = period
    span = ((last - first).days + 1) // 3
    if part == "START":
        return first, first + max(span - 1, 0) * _DAY
    if part == "END":
        return last - max(span - 1, 0) * _DAY, last
    return first + span * _DAY, last - span * _DAY


@lru_cache(maxsize=64)  # the documents of one run share few days, and every match asks
def published_bounds(published: str | None) -> Bounds | None:
    """Return first and last day of a publication date, month or year; None for none, a faulty or an absurd one."""
    limits = bounds(published[:10]) if published else None
    return limits if limits and limits[0].year in _YEARS else None


def to_when(time: Time, text: str) -> When | None:
    """Return the time as a claim states it, None where the calendar does not settle it.

    A day, month or year that the bounds fill stands alone, anything else as interval `a/b` of days or of
    whole months or years; a vague time carries EDTF's `~`, and keeps the plain period that its value names.
    """
    if time.earliest is None or time.latest is None:
        return None
    named = time.vague and bounds(time.value) and re.fullmatch(r"\d{4}(-\d\d){0,2}", time.value)
    rounded = _rounded if time.vague else _iso
    parts = [time.value] if named else rounded(time.earliest, time.latest)
    mark = "~" if time.vague else ""
    return When("/".join(part + mark for part in parts), time.earliest, time.latest, text[time.start : time.end])


def _rounded(first: date, last: date) -> list[str]:
    """Return the ends of a vague stretch no finer than it is long: years, months or days."""
    days = (last - first).days
    unit = "Y" if days > _SOME_YEARS else "M" if days > _SOME_WEEKS else "D"
    low, high = enclosing(first, unit), enclosing(last, unit)
    return [low] if low == high else [low, high]


def _iso(first: date, last: date) -> list[str]:
    """Return the coarsest period that the days fill, or the two ends of an interval, each as coarse as it may be."""
    if first == last:
        return [first.isoformat()]
    for unit in ("Y", "M"):
        low, high = enclosing(first, unit), enclosing(last, unit)
        if _limits(low)[0] == first and _limits(high)[1] == last:
            return [low] if low == high else [low, high]
    starts = [enclosing(first, unit) for unit in ("Y", "M", "D") if enclosing(first, unit) != enclosing(last, unit)]
    return [next(start for start in starts if _limits(start)[0] == first), last.isoformat()]


def _limits(value: str) -> Bounds:
    limits = bounds(value)
    if limits is None:
        raise ValueError(f"no period of the calendar: {value}")
    return limits
