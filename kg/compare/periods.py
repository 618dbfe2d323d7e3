"""Stretches of days, and how two of them lie to each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.annotate.times.values import published_bounds
from kg.model.claim import Claim
from kg.model.text import Source

__all__ = ["NEAR", "Period", "published_period", "stated_period", "told_period"]

NEAR = 31
"""Days within which two reports are about one occasion or one state of affairs: follow-up news comes within a month."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `earliest` to `latest`, both inclusive."""

    earliest: date
    latest: date

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two share a day."""
        return self.gap(other) <= 0

    def gap(self, other: Period) -> int:
        """Return the days from one to the other: 1 for neighbours, 0 or less where they overlap."""
        return (max(self.earliest, other.earliest) - min(self.latest, other.latest)).days

    def near(self, other: Period) -> bool:
        """Tell whether at most NEAR days lie between the two."""
        return self.gap(other) <= NEAR

    def within(self, other: Period) -> bool:
        """Tell whether it lies in the other and is shorter."""
        return other.earliest <= self.earliest and self.latest <= other.latest and self != other

    def joined(self, other: Period) -> Period:
        """Return the shortest period that holds both."""
        return Period(min(self.earliest, other.earliest), max(self.latest, other.latest))


def stated_period(claim: Claim) -> Period | None:
    """Return the time that a claim states; None for none and for a vague one (EDTF `~`)."""
    return told_period(claim) if claim.when and "~" not in claim.when.value else None


def told_period(claim: Claim) -> Period | None:
    """Return the time that a claim gives, vague or not."""
    return Period(claim.when.earliest, claim.when.latest) if claim.when else None


def published_period(source: Source | None) -> Period | None:
    """Return the day, month or year in which a source appeared, None where unknown."""
    limits = published_bounds(source.published) if source else None
    return Period(*limits) if limits else None
