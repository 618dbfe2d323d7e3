"""Rules that value durations, what returns (SET), and times that only lie on a side of the present."""

from __future__ import annotations

from datetime import date

from kg.annotate.numbers import number_word
from kg.annotate.shapes import Hit
from kg.annotate.times.anchors import OFFSETS
from kg.annotate.times.context import Context, Rule
from kg.annotate.times.values import Bounds, Reading, bounds, enclosing, neighbour, shift, shifted

__all__ = ["DURATION_RULES", "counted_adjective"]

# Units of the clock stand after T in a TIMEX3 period; parts of the day and quarters in their own way.
_CLOCK = {"S": "S", "TM": "M", "TH": "H"}
_AS_MONTHS = {"Q": 3, "H": 6}
# "In the last months" are at least two: the plural's least count bounds a vague stretch.
_LEAST = 2
# Units that a year is told in parts of.
_PARTS = ("D", "W", "M", "Q")
# "Kürzlich" reaches back a month: news says "last year" or names the month for what is older.
_LATELY = ("M", 1)


def _period(count: float | str, unit: str) -> str:
    """Return the TIMEX3 period of so many units ("P2.5Y", "PT48H", "PXM")."""
    if unit in _AS_MONTHS:
        count, unit = (count if isinstance(count, str) else count * _AS_MONTHS[unit]), "M"
    number = count if isinstance(count, str) else f"{count:g}"
    return f"PT{number}{_CLOCK[unit]}" if unit in _CLOCK else f"P{number}{unit}"


def _count(hit: Hit) -> tuple[float, str]:
    if "adjective" in hit.parts:
        count, unit = hit.value("adjective")
        return count, unit
    count = float(hit.value("count"))
    half = hit.value("half")
    return (half if half and count == 1 else count), hit.value("unit")


def counted_adjective(stem: str, unit: str) -> tuple[float, str] | None:
    """Return count and unit of "zweitägig", given as "zwei" and "D"."""
    count = 1.0 if stem.lower() in ("ein", "ganz") else 0.5 if stem.lower() == "halb" else number_word(stem)
    return (count, unit) if count is not None else None


def duration(hit: Hit, context: Context) -> Reading | None:
    """Read "zwei Wochen", "vor zehn Jahren", "in den letzten fünf Jahren", "drei Jahre und zwei Monate"."""
    count, unit = _count(hit)
    value = _period(count, unit)
    if "morecount" in hit.parts:
        more = _period(float(hit.value("morecount")), hit.value("moreunit"))
        value += more.removeprefix("P")
    side = hit.value("side")
    if side is not None and unit not in _CLOCK:
        return Reading("DURATION", value, _beside(hit, context, unit, side * count))
    return Reading("DURATION", value, _stretch(hit, context, count, unit))


def _stretch(hit: Hit, context: Context, count: float, unit: str) -> Bounds | None:
    """Return where a length lies that a preposition or adjective ties to the present."""
    today, direction = context.today, hit.value("direction")
    if today is None or direction is None or unit in _CLOCK:
        return None
    # Two and a half years reach back to a month, two years only to a year.
    fine = "M" if unit == "Y" and count % 1 else unit
    began, ends = _period_at(today, unit, -count, fine), _period_at(today, unit, count, fine)
    if began is None or ends is None:
        return None
    to_come = None if context.tense(hit.first) == "past" else ends
    places = {
        "vor": began,
        "seit": (began[0], today),
        "last": (began[0], today),
        "next": (today, ends[1]),
        "in": to_come,
        "binnen": to_come and (today, ends[1]),
    }
    return places.get(direction)


def _period_at(start: date, unit: str, count: float, fine: str) -> Bounds | None:
    """Return the period of the `fine` unit that lies so many units away."""
    day = shifted(start, unit, count)
    return bounds(enclosing(day, fine)) if day else None


def _beside(hit: Hit, context: Context, unit: str, count: float) -> Bounds | None:
    """Return the period so long before or after the date the story is at."""
    story = context.story(hit.first)
    return _period_at(story[0], unit, count, unit) if story else None


def bare_adjective(hit: Hit, context: Context) -> Reading | None:
    """Read "zweitägig" and the like, but not "-jährig", which is an age where nothing else is said."""
    _, unit = _count(hit)
    return duration(hit, context) if unit != "Y" else None


def first_units(hit: Hit, context: Context) -> Reading | None:
    """Read "die ersten neun Monate des Jahres 2024": the length as value, the stretch as bounds."""
    count, unit = float(hit.value("count")), hit.value("unit")
    if hit.value("ends") not in (1, "last"):
        return None
    year = _named_year(hit, context)
    stretch = _end_of_year(year, unit, count, last=hit.value("ends") == "last") if year and unit in _PARTS else None
    return Reading("DURATION", _period(count, unit), stretch)


def _named_year(hit: Hit, context: Context) -> int | None:
    if "year" in hit.parts:
        return int(hit.value("year"))
    offset = OFFSETS.get(hit.value("rel"))
    return context.today.year + offset if context.today and offset is not None else None


def _end_of_year(year: int, unit: str, count: float, *, last: bool) -> Bounds | None:
    """Return the first or last so many units of a year."""
    start = shifted(date(year + 1, 1, 1), unit, -count) if last else date(year, 1, 1)
    after = date(year + 1, 1, 1) if last else shifted(date(year, 1, 1), unit, count)
    return (start, date.fromordinal(after.toordinal() - 1)) if start and after else None


def vague_duration(hit: Hit, context: Context) -> Reading | None:
    """Read "seit Jahren", "in den vergangenen Monaten", "ein paar Tage", "wochenlang"."""
    unit = hit.value("unit")
    return Reading("DURATION", _period("X", unit), _stretch_of_many(hit, context, unit), vague=True)


def _stretch_of_many(hit: Hit, context: Context, unit: str) -> Bounds | None:
    direction = hit.value("direction")
    if direction not in ("seit", "last", "next"):
        return None
    return _stretch(hit, context, _LEAST, unit)


def whole(hit: Hit, context: Context) -> Reading | None:
    """Read "das ganze Jahr", "den Sommer über", "die ganze Nacht" as one of the unit."""
    if part := hit.value("part"):
        return Reading("DURATION", f"PT1{part}")
    return Reading("DURATION", _period(1, hit.value("season") or hit.value("unit")))


def every(hit: Hit, context: Context) -> Reading | None:
    """Read what returns: "jeden Montag", "alle vier Jahre", "täglich", "nachts", "in den Sommermonaten"."""
    if "rate" in hit.parts:
        rate = hit.value("rate")
        return Reading("SET", f"P{rate}" if rate[0].isdigit() else _period(1, rate))
    if "weekday" in hit.parts:
        part = f"T{hit.value('part')}" if "part" in hit.parts else ""
        return Reading("SET", f"XXXX-WXX-{hit.value('weekday')}{part}")
    if "month" in hit.parts:
        return Reading("SET", f"XXXX-{hit.value('month'):02}")
    if part := hit.value("part"):
        # KRAUTS counts nights and dates mornings.
        return Reading("SET", f"PT1{part}" if part == "NI" else f"XXXX-XX-XXT{part}")
    if "season" in hit.parts:
        return Reading("SET", f"P1{hit.value('season')}")
    return Reading("SET", _period(hit.value("count", 1), hit.value("unit")))


def per_unit(hit: Hit, context: Context) -> Reading | None:
    """Read "im Jahr" as each year, "am Wochenende" as the one that the tense points to, "zur Stunde" as now."""
    unit = hit.value("unit")
    if unit == "WE":
        return _weekend(hit, context)
    if unit == "TH":
        return _side("PRESENT_REF", context)
    return Reading("SET", _period(1, unit)) if unit in ("Y", "M") else None


def _weekend(hit: Hit, context: Context) -> Reading | None:
    if context.today is None:
        return Reading("DATE", "XXXX-WXX-WE")
    started = context.today.isoweekday() >= 6
    back = context.tense(hit.first) in ("past", "") and not started
    value = neighbour(context.today, "WE", -1 if back else 0)
    return Reading("DATE", value, bounds(value))


def this_unit(hit: Hit, context: Context) -> Reading | None:
    """Read "des Jahres" beside a noun as the present one."""
    article, unit = context.atoms[hit.first].text.lower(), hit.value("unit")
    if article == "des" and unit == "Y" and context.today is not None:
        value = neighbour(context.today, unit, 0)
        return Reading("DATE", value, bounds(value))
    follows = context.atoms[hit.last].text if hit.last < len(context.atoms) else ""
    relative_clause = follows == "," and article != "des"
    return Reading("DURATION", _period(1, unit)) if relative_clause and unit in ("D", "Y") else None


def reference(hit: Hit, context: Context) -> Reading | None:
    """Read "jetzt", "damals", "bald"."""
    # The words of comparison ("früher") carry a direction as value.
    return _side("PAST_REF" if hit.value("ref") == -1 else str(hit.value("ref")), context)


def _side(value: str, context: Context) -> Reading:
    """Return a side of the present; only the present itself is on the calendar."""
    return Reading("DATE", value, context.published if value == "PRESENT_REF" else None, True)


def then(hit: Hit, context: Context) -> Reading | None:
    """Read "damals" as about the date that the story is at."""
    return Reading("DATE", "PAST_REF", context.story(hit.first), True)


def lately(hit: Hit, context: Context) -> Reading | None:
    """Read "kürzlich", "vor kurzem", "in letzter Zeit"."""
    today = context.today
    return Reading("DATE", "PAST_REF", (shift(today, _LATELY[0], -_LATELY[1]), today) if today else None, True)


def _fixed(value: str) -> Rule:
    return lambda hit, context: _side(value, context)


def these_days(hit: Hit, context: Context) -> Reading | None:
    """Read "in diesen Tagen", "dieser Tage"."""
    return _side("PRESENT_REF", context) if hit.value("unit") == "D" else None


DURATION_RULES: dict[str, Rule] = {
    "bare_adjective": bare_adjective,
    "duration": duration,
    "every": every,
    "first_units": first_units,
    "lately": lately,
    "long_ago": _fixed("PAST_REF"),
    "now": _fixed("PRESENT_REF"),
    "per_unit": per_unit,
    "reference": reference,
    "soon": _fixed("FUTURE_REF"),
    "that_time": _fixed("PAST_REF"),
    "then": then,
    "these_days": these_days,
    "this_unit": this_unit,
    "vague_duration": vague_duration,
    "whole": whole,
}
