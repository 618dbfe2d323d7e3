"""Rules that value months, seasons, years and longer periods: what the patterns of time_patterns.yaml mean."""

from __future__ import annotations

from kg.annotate.shapes import Hit
from kg.annotate.times.anchors import OFFSETS, STORY_OFFSETS, dated, from_story, year_of
from kg.annotate.times.context import Context, Rule
from kg.annotate.times.values import Reading, bounds, full_year, neighbour

__all__ = ["PERIOD_RULES"]

# Without a century a decade's name means the last century.
_CENTURY = 19


def iso_month(hit: Hit, context: Context) -> Reading | None:
    """Read "2019-12"."""
    return dated(f"{hit.value('year'):04}-{hit.value('month'):02}")


def month(hit: Hit, context: Context) -> Reading | None:
    """Read "im Mai", "Ende Oktober", "Juli dieses Jahres", but not the first name in "von Jan Horn"."""
    number = hit.value("month")
    following = context.atoms[hit.last].text if hit.last < len(context.atoms) else ""
    if hit.value("colon") is not None and not context.heads_entry(hit.first, hit.last):
        return None
    if context.atoms[hit.last - 1].text == "Jan" and following[:1].isupper():
        return None
    year = year_of(hit, context, number)
    return dated(f"{year:04}-{number:02}", part=hit.value("place")) if year else Reading("DATE", f"XXXX-{number:02}")


def part_of_year(hit: Hit, context: Context) -> Reading | None:
    """Read "im ersten Quartal 2019", "zweites Halbjahr", and "den ersten Tag" as the length it names."""
    unit, nth = hit.value("unit"), int(hit.value("nth"))
    if unit in ("Q", "H"):
        months = {"Q": 3, "H": 6}[unit]
        year = year_of(hit, context, months * (nth - 1) + 1, months=months) if nth * months <= 12 else None
        return dated(f"{year:04}-{unit}{nth}", part=hit.value("place")) if year else None
    return Reading("DURATION", f"P1{unit}") if unit in ("D", "W", "M", "Y") else None


def season(hit: Hit, context: Context) -> Reading | None:
    """Read "im Herbst 1998", "in diesem Sommer", "den Frühling"."""
    sign = hit.value("season")
    first = bounds(f"2000-{sign}")
    year = year_of(hit, context, first[0].month, months=3) if first else None
    return dated(f"{year:04}-{sign}") if year else Reading("DATE", f"XXXX-{sign}")


def year(hit: Hit, context: Context) -> Reading | None:
    """Read a year that stands beside "Jahr", "Anfang" or in digits of its own."""
    return dated(f"{int(hit.value('year')):04}", part=hit.value("place"))


def short_year(hit: Hit, context: Context) -> Reading | None:
    """Read "'89"."""
    number = int(hit.value("year"))
    return dated(str(full_year(number))) if number < 100 else None


def relative(hit: Hit, context: Context) -> Reading | None:
    """Read "letzte Woche", "Ende dieses Jahres", "am nächsten Tag", "heuer"."""
    rel, unit = hit.value("rel", "this"), hit.value("unit", "Y")
    if unit in ("S", "TM", "TH"):
        return None
    if rel in STORY_OFFSETS or unit == "D":
        return from_story(hit, context, unit, STORY_OFFSETS.get(rel, OFFSETS.get(rel, 0)))
    if context.today is None:
        return Reading("DATE", {"last": "PAST_REF", "next": "FUTURE_REF"}.get(rel, "PRESENT_REF"), None, True)
    return dated(neighbour(context.today, unit, OFFSETS[rel]), part=hit.value("place"))


def period_end(hit: Hit, context: Context) -> Reading | None:
    """Read "Jahresende 2019", "Wochenbeginn": a part of the named or present period."""
    part, unit = hit.value("end").split()
    if unit == "Y" and "year" in hit.parts:
        return dated(f"{int(hit.value('year')):04}", part=part)
    return dated(neighbour(context.today, unit, 0), part=part) if context.today else None


def decade(hit: Hit, context: Context) -> Reading | None:
    """Read "die zwanziger Jahre", "den 1980er-Jahren"."""
    number = hit.value("decade")
    years = int(hit.value("years", 0))
    if number is None and (years % 10 or years < 10 or 100 <= years < 1000):
        return None
    value = f"{_CENTURY}{number}" if number else (str(years)[:3] if years > 99 else f"{_CENTURY}{years // 10}")
    return dated(value, part=hit.value("place"))


def century(hit: Hit, context: Context) -> Reading | None:
    """Read "das 19. Jahrhundert" (TIMEX3 18), "das dritte Jahrtausend"."""
    nth, unit = int(hit.value("nth")), hit.value("unit")
    # TIMEX3 has two digits for a century and one for a millennium.
    if nth > {"C": 99, "L": 9}.get(unit, 0):
        return None
    return dated(f"{nth - 1:02}" if unit == "C" else str(nth - 1), part=hit.value("place"))


def adjacent(hit: Hit, context: Context) -> Reading | None:
    """Read "Vorjahr", "Vortag", "Folgejahr"."""
    unit, offset = hit.value("period")[0], int(hit.value("period")[1:])
    story = context.story(hit.first) if unit == "D" or offset > 0 else None
    start = story[0] if story else context.today
    return dated(neighbour(start, unit, offset)) if start else Reading("DATE", "XXXX")


def beside(hit: Hit, context: Context) -> Reading | None:
    """Read "im Jahr davor", "die Woche darauf"."""
    return from_story(hit, context, hit.value("unit"), hit.value("side"))


PERIOD_RULES: dict[str, Rule] = {
    "adjacent": adjacent,
    "beside": beside,
    "century": century,
    "decade": decade,
    "iso_month": iso_month,
    "month": month,
    "part_of_year": part_of_year,
    "period_end": period_end,
    "relative": relative,
    "season": season,
    "short_year": short_year,
    "year": year,
}
