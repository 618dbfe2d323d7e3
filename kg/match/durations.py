"""How long something lasts and how old somebody is, as amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model.reading import Annotations, Quantity, Time

__all__ = ["UNITS", "durations_of"]

DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
UNITS = {"Y": "Jahre", "M": "Monate", "W": "Wochen", "D": "Tage", "TH": "Stunden", "TM": "Minuten", "TS": "Sekunden"}
AGE = re.compile(r"(\d+)-?[jJ]ährige")


def durations_of(annotations: Annotations) -> tuple[Quantity, ...]:
    """Return durations and ages in text order: zweieinhalb Jahre, der 53-jährige Minister, der 53-Jährige."""
    text = annotations.document.text
    found = [amount for time in annotations.times if (amount := _lasting(time, text)) is not None]
    return tuple(sorted((*found, *_ages(annotations)), key=lambda amount: amount.start))


def _lasting(time: Time, text: str) -> Quantity | None:
    value = DURATION.fullmatch(time.value) if time.type == "DURATION" else None
    unit = UNITS.get(value[1] + value[3]) if value is not None else None
    if value is None or unit is None:
        return None
    return Quantity(time.start, time.end, float(value[2]), unit, "=", text[time.start : time.end])


def _ages(annotations: Annotations) -> Iterator[Quantity]:
    for token in annotations.tokens:
        age = AGE.match(token.text)
        if age is not None:
            yield Quantity(token.start, token.end, float(age[1]), UNITS["Y"], "=", token.text)
