"""The type of options that take a date."""

from __future__ import annotations

from datetime import date

import click

__all__ = ["Days"]


class Days(click.ParamType[tuple[date, date]]):
    """A day, month or year as ISO 8601 writes it, read as its first and last day."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[date, date]:
        """Return the first and the last day."""
        from kg.view.periods import days_of

        try:
            return days_of(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date; write 2023-11-09, 2023-11 or 2023", param, ctx)
