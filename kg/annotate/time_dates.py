"""Rules that value dates and times of day: what the patterns of time_patterns.yaml mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from kg.annotate.shapes import Hit
from kg.annotate.time_context import Context
from kg.annotate.time_values import Bounds, Reading, bounds, enclosing, holiday, neighbour, third

__all__ = ["DATE_RULES", "Rule"]

Rule = Callable[[Hit, Context], Reading | None]

_OFFSETS = {"last": -1, "this": 0, "next": 1}
_STORY_OFFSETS = {"same": 0, "that": 0, "after": 1}
# Without a century a decade's name means the last century; a two-digit year up to 30 this one.
_CENTURY = 19
_YOUNG = 30
_NIGHT = "NI"


def _dated(value: str, *, part: str | None = None, vague: bool = False) -> Reading | None:
    """Return a DATE with the bounds of its value, or of a third of it ("Anfang", "Mitte", "Ende")."""
    period = bounds(value)
    if period is None:
        return None
    return Reading("DATE", value, third(period, part), True) if part else Reading("DATE", value, period, vague)


def _timed(day: str | None, part: str) -> Reading:
    """Return a TIME on a day, or on an unknown one."""
    return Reading("TIME", f"{day or 'XXXX-XX-XX'}T{part}", bounds(day) if day else None)


def _offset_day(context: Context, offset: int) -> str | None:
    """Return the day some days from publication; only the month or year where the date is known no better."""
    if context.published is None or context.today is None:
        return None
    if context.day_known:
        return (context.today + timedelta(days=offset)).isoformat()
    return _published_period(context.published)


def _published_period(published: Bounds) -> str:
    first, last = published
    return enclosing(first, "M") if (first.year, first.month) == (last.year, last.month) else enclosing(first, "Y")


def _day_here(hit: Hit, context: Context) -> str | None:
    """Return the day that the text is at: the one just told, else that of publication."""
    story = context.story(hit.first)
    # A listing without verbs tells no story: its times are on the day of publication unless it says otherwise.
    telling = context.told_at(hit.first) or context.tense(hit.first)
    if story and story[0] == story[1] and telling:
        return story[0].isoformat()
    return _offset_day(context, 0)


def _closest(candidates: list[date], context: Context, tense: str) -> date | None:
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
    return min(candidates, key=lambda day: abs((day - last).days), default=None)


def _relative_year(rel: str, hit: Hit, context: Context) -> int | None:
    story = context.story(hit.first)
    if rel in _STORY_OFFSETS and story:
        return story[0].year + _STORY_OFFSETS[rel]
    return context.today.year + _OFFSETS[rel] if rel in _OFFSETS and context.today else None


def _year_of(hit: Hit, context: Context, month: int, day: int = 1) -> int | None:
    """Return the year of a month or day: as written, as told before, or as the tense suggests."""
    if year := hit.value("year"):
        return int(year)
    if hit.value("rel"):
        return _relative_year(hit.value("rel"), hit, context) if hit.value("of", "Y") == "Y" else None
    story, tense = context.story(hit.first), context.tense(hit.first)
    told = context.told_at(hit.first) and tense != "present"
    if story and (context.today is None or told or story[0].month == story[1].month == month):
        return story[0].year
    if context.today is None:
        return None
    years = range(context.today.year - 1, context.today.year + 2)
    candidates = [date(year, month, day) for year in years if _exists(year, month, day)]
    found = _closest(candidates, context, tense)
    return found.year if found else None


def _exists(year: int, month: int, day: int) -> bool:
    return bounds(f"{year:04}-{month:02}-{day:02}") is not None


def _day_reading(hit: Hit, context: Context, month: int, day: int) -> Reading | None:
    # 2000 is a leap year: what does not exist there exists in no year.
    if not _exists(2000, month, day):
        return None
    year = _year_of(hit, context, month, day)
    if year is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}")
    return _dated(f"{year:04}-{month:02}-{day:02}")


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
        year = parts[2] if parts[2] > 99 else parts[2] + (2000 if parts[2] <= _YOUNG else 1900)
        return _dated(f"{year:04}-{parts[1]:02}-{parts[0]:02}")
    return _day_reading(hit, context, parts[1], parts[0])


def iso_day(hit: Hit, context: Context) -> Reading | None:
    """Read "2019-12-24"."""
    return _dated(f"{hit.value('year'):04}-{int(hit.value('number')):02}-{int(hit.value('day')):02}")


def iso_month(hit: Hit, context: Context) -> Reading | None:
    """Read "2019-12"."""
    return _dated(f"{hit.value('year'):04}-{hit.value('month'):02}")


def named_day(hit: Hit, context: Context) -> Reading | None:
    """Read the name of a holiday."""
    return _holiday(hit.value("name"), hit, context)


def assumption(hit: Hit, context: Context) -> Reading | None:
    """Read "Mariä Himmelfahrt", 15 August."""
    return _holiday("08-15", hit, context)


def _holiday(name: str, hit: Hit, context: Context) -> Reading | None:
    if year := hit.value("year"):
        return _dated(holiday(name, int(year)).isoformat())
    if context.today is None:
        return Reading("DATE", "XXXX-XX-XX")
    days = [holiday(name, context.today.year + offset) for offset in (-1, 0, 1)]
    found = _closest(days, context, context.tense(hit.first))
    return _dated(found.isoformat()) if found else None


def day_word(hit: Hit, context: Context) -> Reading | None:
    """Read "heute", "gestern Abend", "morgen früh"."""
    offset = hit.value("day")
    day = _offset_day(context, offset)
    part = hit.value("part") or ("MO" if hit.place("morning") is not None else None)
    if part:
        return _timed(day, part) if hit.value("morning", 1) == 1 else None
    if offset == 0 and (day is None or context.tense(hit.first) == "present"):
        return Reading("DATE", "PRESENT_REF", context.published, True)
    return _dated(day) if day else Reading("DATE", "XXXX-XX-XX")


def clocked_day(hit: Hit, context: Context) -> Reading | None:
    """Read "heute um 19 Uhr": a day on the calendar whatever the tense."""
    day = _offset_day(context, hit.value("day"))
    return _dated(day) if day else None


def day_adjective(hit: Hit, context: Context) -> Reading | None:
    """Read "am heutigen Samstag", "der gestrige Abend"."""
    day = _offset_day(context, hit.value("day", 0))
    part = hit.value("part") or (hit.value("daytime") or (None, None))[1]
    if part:
        return _timed(day, part)
    return _dated(day) if day else Reading("DATE", "PRESENT_REF", None, True)


def _weekday(number: int, hit: Hit, context: Context) -> str | None:
    """Return the day that a weekday's name means."""
    if context.today is None:
        return None
    if not context.day_known:
        return _offset_day(context, 0)
    today = context.today
    back = (today.isoweekday() - number) % 7
    rel = hit.value("rel")
    if rel == "last":
        return (today - timedelta(days=back or 7)).isoformat()
    if rel in ("next", "after"):
        return (today + timedelta(days=7 - back)).isoformat()
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
        return _timed(day, part) if day else Reading("TIME", f"XXXX-WXX-{number}T{part}")
    return _dated(day) if day else Reading("DATE", f"XXXX-WXX-{number}")


def night(hit: Hit, context: Context) -> Reading | None:
    """Read "in der Nacht zum Montag": the night that ends on that day."""
    if hit.value("part") != _NIGHT:
        return None
    if "month" in hit.parts:
        ends = day_month(hit, context)
        ending = ends.bounds[0] if ends and ends.bounds else None
    else:
        day = _weekday(hit.value("weekday"), hit, context)
        ending = date.fromisoformat(day) if day and context.day_known else None
    if ending is None:
        return Reading("TIME", "XXXX-XX-XXTNI")
    begins = ending - timedelta(days=1)
    return Reading("TIME", f"{begins.isoformat()}TNI", (begins, ending))


def next_day(hit: Hit, context: Context) -> Reading | None:
    """Read "tags darauf", "tags zuvor"."""
    return _from_story(hit, context, "D", hit.value("side"))


def adjacent(hit: Hit, context: Context) -> Reading | None:
    """Read "Vorjahr", "Vortag", "Folgejahr"."""
    unit, offset = hit.value("period")[0], int(hit.value("period")[1:])
    story = context.story(hit.first) if unit == "D" or offset > 0 else None
    start = story[0] if story else context.today
    return _dated(neighbour(start, unit, offset)) if start else Reading("DATE", "XXXX")


def _from_story(hit: Hit, context: Context, unit: str, offset: int) -> Reading | None:
    """Return the unit before or after the one the story is at."""
    story = context.story(hit.first)
    if story:
        return _dated(neighbour(story[1] if offset > 0 else story[0], unit, offset))
    here = _offset_day(context, 0)
    return _dated(neighbour(date.fromisoformat(here), unit, offset)) if here and context.day_known else None


def beside(hit: Hit, context: Context) -> Reading | None:
    """Read "im Jahr davor", "die Woche darauf"."""
    return _from_story(hit, context, hit.value("unit"), hit.value("side"))


def eve(hit: Hit, context: Context) -> Reading | None:
    """Read "am Vorabend"."""
    before = _from_story(hit, context, "D", -1)
    return _timed(before.value, hit.value("part")) if before else None


def month(hit: Hit, context: Context) -> Reading | None:
    """Read "im Mai", "Ende Oktober", "Juli dieses Jahres"."""
    number = hit.value("month")
    year = _year_of(hit, context, number)
    return _dated(f"{year:04}-{number:02}", part=hit.value("place")) if year else Reading("DATE", f"XXXX-{number:02}")


def part_of_year(hit: Hit, context: Context) -> Reading | None:
    """Read "im ersten Quartal 2019", "zweites Halbjahr", and "den ersten Tag" as the length it names."""
    unit, nth = hit.value("unit"), int(hit.value("nth"))
    if unit in ("Q", "H"):
        year = _year_of(hit, context, 1)
        return _dated(f"{year:04}-{unit}{nth}", part=hit.value("place")) if year else None
    return Reading("DURATION", f"P1{unit}") if unit in ("D", "W", "M", "Y") else None


def season(hit: Hit, context: Context) -> Reading | None:
    """Read "im Herbst 1998", "in diesem Sommer", "den Frühling"."""
    sign = hit.value("season")
    first = bounds(f"2000-{sign}")
    year = _year_of(hit, context, first[0].month) if first else None
    return _dated(f"{year:04}-{sign}") if year else Reading("DATE", f"XXXX-{sign}")


def year(hit: Hit, context: Context) -> Reading | None:
    """Read a year that stands beside "Jahr", "Anfang" or in digits of its own."""
    return _dated(f"{int(hit.value('year')):04}", part=hit.value("place"))


def short_year(hit: Hit, context: Context) -> Reading | None:
    """Read "'89"."""
    number = int(hit.value("year"))
    return _dated(str(number + (2000 if number <= _YOUNG else 1900))) if number < 100 else None


def relative(hit: Hit, context: Context) -> Reading | None:
    """Read "letzte Woche", "Ende dieses Jahres", "am nächsten Tag", "heuer"."""
    rel, unit = hit.value("rel", "this"), hit.value("unit", "Y")
    if unit in ("S", "TM", "TH"):
        return None
    if rel in _STORY_OFFSETS or unit == "D":
        return _from_story(hit, context, unit, _STORY_OFFSETS.get(rel, _OFFSETS.get(rel, 0)))
    if context.today is None:
        return Reading("DATE", {"last": "PAST_REF", "next": "FUTURE_REF"}.get(rel, "PRESENT_REF"), None, True)
    return _dated(neighbour(context.today, unit, _OFFSETS[rel]), part=hit.value("place"))


def decade(hit: Hit, context: Context) -> Reading | None:
    """Read "die zwanziger Jahre", "den 1980er-Jahren"."""
    number = hit.value("decade")
    years = int(hit.value("years", 0))
    if number is None and (years % 10 or years < 10 or 100 <= years < 1000):
        return None
    value = f"{_CENTURY}{number}" if number else (str(years)[:3] if years > 99 else f"{_CENTURY}{years // 10}")
    return _dated(value, part=hit.value("place"))


def century(hit: Hit, context: Context) -> Reading | None:
    """Read "das 19. Jahrhundert" (TIMEX3 18), "das dritte Jahrtausend"."""
    nth, unit = int(hit.value("nth")), hit.value("unit")
    # TIMEX3 has two digits for a century and one for a millennium.
    if nth > {"C": 99, "L": 9}.get(unit, 0):
        return None
    return _dated(f"{nth - 1:02}" if unit == "C" else str(nth - 1), part=hit.value("place"))


def clock(hit: Hit, context: Context) -> Reading | None:
    """Read "20.15 Uhr", "neun Uhr", and the first part of "14.30-18 Uhr"."""
    raw = hit.value("hour")
    hour, minute = (int(part) for part in raw.replace(":", ".").split(".")) if isinstance(raw, str) else (int(raw), 0)
    minute = int(hit.value("minute", minute))
    return _timed(_day_here(hit, context), f"{hour:02}:{minute:02}") if hour <= 24 and minute < 60 else None


def half_hour(hit: Hit, context: Context) -> Reading | None:
    """Read "um halb neun"."""
    hour = int(hit.value("hour"))
    return _timed(_day_here(hit, context), f"{hour - 1:02}:30") if 1 <= hour <= 24 else None


def midnight(hit: Hit, context: Context) -> Reading | None:
    """Read "um Mitternacht", the end of the day."""
    return _timed(_day_here(hit, context), "24:00")


def daypart(hit: Hit, context: Context) -> Reading | None:
    """Read "am Abend", "in der Nacht"."""
    return _timed(_day_here(hit, context), hit.value("part"))


DATE_RULES: dict[str, Rule] = {
    "adjacent": adjacent,
    "assumption": assumption,
    "beside": beside,
    "century": century,
    "clock": clock,
    "clocked_day": clocked_day,
    "day_adjective": day_adjective,
    "day_month": day_month,
    "day_word": day_word,
    "daypart": daypart,
    "decade": decade,
    "dotted_day": dotted_day,
    "eve": eve,
    "half_hour": half_hour,
    "holiday": named_day,
    "iso_day": iso_day,
    "iso_month": iso_month,
    "midnight": midnight,
    "month": month,
    "next_day": next_day,
    "night": night,
    "numeric_day": numeric_day,
    "part_of_year": part_of_year,
    "relative": relative,
    "season": season,
    "short_year": short_year,
    "weekday": weekday,
    "year": year,
}
