"""Rules that value days and times of day: what the patterns of time_patterns.yaml mean."""

from __future__ import annotations

from datetime import date, timedelta

from kg.annotate.shapes import Hit
from kg.annotate.times.anchors import closest, dated, day_here, exists, from_story, offset_day, timed, year_of
from kg.annotate.times.context import Context, Rule
from kg.annotate.times.values import Reading, full_year, holiday

__all__ = ["DAY_RULES"]

_NIGHT = "NI"
_NOON = 12


def _day_reading(hit: Hit, context: Context, month: int, day: int) -> Reading | None:
    # 2000 is a leap year: what does not exist there exists in no year.
    if not exists(2000, month, day):
        return None
    year = year_of(hit, context, month, day)
    if year is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}")
    return dated(f"{year:04}-{month:02}-{day:02}")


def day_month(hit: Hit, context: Context) -> Reading | None:
    """Read "27. November", "5. Mai 2019", and the first part of "5. bis 9. Juni"."""
    return _day_reading(hit, context, hit.value("month"), int(hit.value("day")))


def numeric_day(hit: Hit, context: Context) -> Reading | None:
    """Read "23. 3. 1976"."""
    return _day_reading(hit, context, int(hit.value("number")), int(hit.value("day")))


def dotted_day(hit: Hit, context: Context) -> Reading | None:
    """Read "24.12.2019" and "24.12." with or without a year after it."""
    parts = [int(part) for part in hit.value("dotted").split(".")]
    if len(parts) == 3:
        year = parts[2] if parts[2] > 99 else full_year(parts[2])
        return dated(f"{year:04}-{parts[1]:02}-{parts[0]:02}")
    return _day_reading(hit, context, parts[1], parts[0])


def iso_day(hit: Hit, context: Context) -> Reading | None:
    """Read "2019-12-24"."""
    return dated(f"{hit.value('year'):04}-{int(hit.value('number')):02}-{int(hit.value('day')):02}")


def named_day(hit: Hit, context: Context) -> Reading | None:
    """Read the name of a holiday."""
    return _holiday(hit.value("name"), hit, context)


def assumption(hit: Hit, context: Context) -> Reading | None:
    """Read "Mariä Himmelfahrt", 15 August."""
    return _holiday("08-15", hit, context)


def _holiday(name: str, hit: Hit, context: Context) -> Reading | None:
    if year := hit.value("year"):
        return dated(holiday(name, int(year)).isoformat())
    if context.today is None:
        return Reading("DATE", "XXXX-XX-XX")
    days = [holiday(name, context.today.year + offset) for offset in (-1, 0, 1)]
    found = closest(days, context, context.tense(hit.first))
    return dated(found.isoformat()) if found else None


def day_word(hit: Hit, context: Context) -> Reading | None:
    """Read "heute", "gestern Abend", "morgen früh"."""
    offset = hit.value("day")
    day = offset_day(context, offset)
    part = hit.value("part") or ("MO" if hit.place("morning") is not None else None)
    if part:
        return timed(day, part) if hit.value("morning", 1) == 1 else None
    if offset == 0 and (day is None or context.tense(hit.first) == "present"):
        return Reading("DATE", "PRESENT_REF", context.published, True)
    return dated(day) if day else Reading("DATE", "XXXX-XX-XX")


def clocked_day(hit: Hit, context: Context) -> Reading | None:
    """Read "heute um 19 Uhr": a day on the calendar whatever the tense."""
    day = offset_day(context, hit.value("day"))
    return dated(day) if day else None


def day_adjective(hit: Hit, context: Context) -> Reading | None:
    """Read "am heutigen Samstag", "der gestrige Abend"."""
    day = offset_day(context, hit.value("day", 0))
    part = hit.value("part") or (hit.value("daytime") or (None, None))[1]
    if part:
        return timed(day, part)
    return dated(day) if day else Reading("DATE", "PRESENT_REF", None, True)


def _weekday(number: int, hit: Hit, context: Context) -> str | None:
    """Return the day that a weekday's name means."""
    if context.today is None:
        return None
    if not context.day_known:
        return offset_day(context, 0)
    today = context.today
    back = (today.isoweekday() - number) % 7
    rel = hit.value("rel")
    if rel == "last":
        return (today - timedelta(days=back or 7)).isoformat()
    if rel in ("next", "after"):
        return (today + timedelta(days=7 - back)).isoformat()
    story = context.story(hit.first)
    if rel == "that" and story and story[0] == story[1]:
        return (story[0] + timedelta(days=(number - story[0].isoweekday()) % 7)).isoformat()
    if rel == "this":
        return (today + timedelta(days=number - today.isoweekday())).isoformat()
    past = context.tense(hit.first) in ("past", "")
    return (today - timedelta(days=back) if past else today + timedelta(days=-back % 7)).isoformat()


def weekday(hit: Hit, context: Context) -> Reading | None:
    """Read "am Donnerstag", "vergangenen Sonntag", "Montagabend", "Montag früh"."""
    number, part = hit.value("daytime") or (hit.value("weekday"), hit.value("part"))
    part = "MO" if hit.value("morning") == 1 else part
    day = _weekday(number, hit, context)
    if part:
        return timed(day, part) if day else Reading("TIME", f"XXXX-WXX-{number}T{part}")
    return dated(day) if day else Reading("DATE", f"XXXX-WXX-{number}")


def night(hit: Hit, context: Context) -> Reading | None:
    """Read "in der Nacht zum Montag": the night that ends on that day."""
    if hit.value("part") != _NIGHT:
        return None
    if "month" in hit.parts:
        ends = day_month(hit, context)
        ending = ends.bounds[0] if ends and ends.bounds else None
    else:
        named = "weekday" in hit.parts
        day = _weekday(hit.value("weekday"), hit, context) if named else offset_day(context, hit.value("day"))
        ending = date.fromisoformat(day) if day and context.day_known else None
    if ending is None:
        return Reading("TIME", "XXXX-XX-XXTNI")
    begins = ending - timedelta(days=1)
    return Reading("TIME", f"{begins.isoformat()}TNI", (begins, ending))


def next_day(hit: Hit, context: Context) -> Reading | None:
    """Read "tags darauf", "tags zuvor"."""
    return from_story(hit, context, "D", hit.value("side"))


def eve(hit: Hit, context: Context) -> Reading | None:
    """Read "am Vorabend"."""
    before = from_story(hit, context, "D", -1)
    return timed(before.value, hit.value("part")) if before else None


def clock(hit: Hit, context: Context) -> Reading | None:
    """Read "20.15 Uhr", "neun Uhr", and the first part of "14.30-18 Uhr"."""
    raw = hit.value("hour")
    hour, minute = (int(part) for part in raw.replace(":", ".").split(".")) if isinstance(raw, str) else (int(raw), 0)
    minute = int(hit.value("minute", minute))
    if hit.value("part") in ("AF", "EV") and hour < _NOON:
        hour += _NOON
    return timed(day_here(hit, context), f"{hour:02}:{minute:02}") if hour <= 24 and minute < 60 else None


def half_hour(hit: Hit, context: Context) -> Reading | None:
    """Read "um halb neun"."""
    hour = int(hit.value("hour"))
    return timed(day_here(hit, context), f"{hour - 1:02}:30") if 1 <= hour <= 24 else None


def midnight(hit: Hit, context: Context) -> Reading | None:
    """Read "um Mitternacht", the end of the day."""
    return timed(day_here(hit, context), "24:00")


def part_of_day(hit: Hit, context: Context) -> Reading | None:
    """Read "am Morgen des 31. Juli"."""
    day = day_month(hit, context)
    return timed(day.value, hit.value("part")) if day and day.bounds else None


def daypart(hit: Hit, context: Context) -> Reading | None:
    """Read "am Abend", "in der Nacht"."""
    return timed(day_here(hit, context), hit.value("part"))


DAY_RULES: dict[str, Rule] = {
    "assumption": assumption,
    "clock": clock,
    "clocked_day": clocked_day,
    "day_adjective": day_adjective,
    "day_month": day_month,
    "day_word": day_word,
    "daypart": daypart,
    "dotted_day": dotted_day,
    "eve": eve,
    "half_hour": half_hour,
    "holiday": named_day,
    "iso_day": iso_day,
    "midnight": midnight,
    "next_day": next_day,
    "night": night,
    "numeric_day": numeric_day,
    "part_of_day": part_of_day,
    "weekday": weekday,
}
