"""What a time expression hangs on: the day of publication, the date told before, the year that the tense suggests."""

from __future__ import annotations

from datetime import date, timedelta

from kg.annotate.shapes import Hit
from kg.annotate.times.context import Context
from kg.annotate.times.values import Bounds, Reading, bounds, enclosing, neighbour, shift, third

__all__ = [
    "OFFSETS",
    "STORY_OFFSETS",
    "closest",
    "dated",
    "day_here",
    "exists",
    "from_story",
    "offset_day",
    "timed",
    "year_of",
]

# Periods from the present one and from the one just told.
OFFSETS = {"last": -1, "this": 0, "next": 1}
STORY_OFFSETS = {"same": 0, "that": 0, "after": 1}

# The present tense speaks of a date to come unless one of the past is so many times nearer: "Am 5. Juni tagt der Rat".
_PRESENT_LEAN = 3
# A story that names a month so many before the last one has rather gone on to the next year.
_MOST_BACK = 6
_YEAR = 12  # months
# A calendar of events announces those of this and so many further months; a chronicle looks back.
_SOON = 1


def dated(value: str, *, part: str | None = None, vague: bool = False) -> Reading | None:
    """Return a DATE with the bounds of its value, or of a third of it ("Anfang", "Mitte", "Ende")."""
    period = bounds(value)
    if period is None:
        return None
    return Reading("DATE", value, third(period, part), True) if part else Reading("DATE", value, period, vague)


def timed(day: str | None, part: str) -> Reading:
    """Return a TIME on a day, or on an unknown one."""
    return Reading("TIME", f"{day or 'XXXX-XX-XX'}T{part}", bounds(day) if day else None)


def offset_day(context: Context, offset: int) -> str | None:
    """Return the day some days from publication; only the month or year where the date is known no better."""
    if context.published is None or context.today is None:
        return None
    if context.day_known:
        return (context.today + timedelta(days=offset)).isoformat()
    return _published_period(context.published)


def _published_period(published: Bounds) -> str:
    first, last = published
    return enclosing(first, "M") if (first.year, first.month) == (last.year, last.month) else enclosing(first, "Y")


def day_here(hit: Hit, context: Context) -> str | None:
    """Return the day that the text is at: the one just told, else that of publication."""
    story = context.story(hit.first)
    # A listing without verbs tells no story: its times are on the day of publication unless it says otherwise.
    telling = context.told_at(hit.first) or context.tense(hit.first)
    if story and story[0] == story[1] and telling:
        return story[0].isoformat()
    return offset_day(context, 0)


def closest(candidates: list[date], context: Context, tense: str) -> date | None:
    """Return the candidate that the tense points to, seen from the publication date."""
    if context.published is None:
        return None
    first, last = context.published
    past = [day for day in candidates if day <= last]
    coming = [day for day in candidates if day >= first]
    if tense == "past" and past:
        return max(past)
    if tense == "future" and coming:
        return min(coming)
    lean = _PRESENT_LEAN if tense in ("present", "planned") else 1
    return min(candidates, key=lambda day: (last - day).days * lean if day < first else (day - last).days, default=None)


def _relative_year(rel: str, hit: Hit, context: Context) -> int | None:
    story = context.story(hit.first)
    if rel in STORY_OFFSETS and story:
        return story[0].year + STORY_OFFSETS[rel]
    return context.today.year + OFFSETS[rel] if rel in OFFSETS and context.today else None


def year_of(hit: Hit, context: Context, month: int, day: int | None = None, *, months: int = 1) -> int | None:
    """Return the year of a day or of so many months: as written, as told before, or as the tense suggests."""
    if year := hit.value("year"):
        return int(year)
    if hit.value("rel"):
        return _relative_year(hit.value("rel"), hit, context)
    if context.entry and context.heads_entry(hit.first, hit.last) and (entry := bounds(context.entry)):
        return _after(entry[0], month, context)
    story, tense = context.story(hit.first), context.tense(hit.first)
    arranged = tense in ("present", "planned")
    told = context.chronicle or (context.historic if arranged else context.told_at(hit.first))
    same_month = story is not None and story[0].month == story[1].month == month
    # What is past is not told to lie ahead.
    ahead = tense == "past" and story is not None and context.today is not None and story[0] > context.today
    if story and story[0].year == story[1].year and not ahead and (context.today is None or told or same_month):
        year = _going_on(story[0], month, context) if told else story[0].year
        if context.today is None or tense != "past" or date(year, month, 1) <= context.today:
            return year
    if context.today is None:
        return None
    if context.heads_entry(hit.first, hit.last):
        tense = _tense_of_entry(month, context.today, tense)
    years = range(context.today.year - 1, context.today.year + 2)
    periods = [(year, period) for year in years if (period := _period(year, month, day, months))]
    nearest = {min(max(context.today, first), last): year for year, (first, last) in periods}
    found = closest(list(nearest), context, tense)
    return nearest[found] if found else None


def _period(year: int, month: int, day: int | None, months: int) -> Bounds | None:
    if day is not None:
        return bounds(f"{year:04}-{month:02}-{day:02}")
    first = date(year, month, 1)
    return first, shift(first, "M", months) - timedelta(days=1)


def _tense_of_entry(month: int, today: date, tense: str) -> str:
    """Return the past for what a chronicle tells in the present, but for the entry of a calendar of what comes soon."""
    ahead = (month - today.month) % _YEAR
    return tense if ahead <= _SOON else "past"


def _going_on(story: date, month: int, context: Context) -> int:
    """Return the year of a month that the story has got to: im Oktober 2023 …, im Januar.

    Within its entries a chronicle may also look back: Januar 2023: … wie im Dezember angekündigt.
    """
    if context.chronicle and month - story.month > _MOST_BACK:
        return story.year - 1
    return story.year + (story.month - month > _MOST_BACK)


def _after(story: date, month: int, context: Context) -> int:
    """Return the year in which a month comes next, that of the story where the next one has not yet come."""
    further = month < story.month and (context.today is None or date(story.year + 1, month, 1) <= context.today)
    return story.year + further


def exists(year: int, month: int, day: int) -> bool:
    """Tell whether a day is on the calendar."""
    return bounds(f"{year:04}-{month:02}-{day:02}") is not None


def from_story(hit: Hit, context: Context, unit: str, offset: int) -> Reading | None:
    """Return the unit before or after the one the story is at."""
    story = context.story(hit.first)
    if story and unit == "D" and story[0] != story[1]:
        return None
    if story:
        return dated(neighbour(story[1] if offset > 0 else story[0], unit, offset))
    here = offset_day(context, 0)
    return dated(neighbour(date.fromisoformat(here), unit, offset)) if here and context.day_known else None
