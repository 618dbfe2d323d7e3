"""Events of one name told apart by their time: other occasions, unequal dates, and what became of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.compare.items import Item, grouped
from kg.compare.kinds import Comparison
from kg.compare.opposition import comparison
from kg.compare.periods import NEAR, Period

__all__ = ["find_occasions"]

APART = 2
"""Days between two dates that may still be one occasion: a visit over a weekend is reported day by day."""


@dataclass(slots=True)
class Occasion:
    """What is told of one event: items with a date of their own and those that are near it without one."""

    period: Period | None
    dated: list[Item] = field(default_factory=list)
    undated: list[Item] = field(default_factory=list)

    def distance(self, period: Period | None) -> float:
        """Return the days to another period, endless where either is unknown."""
        return self.period.gap(period) if self.period and period else float("inf")


def find_occasions(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield for each event of one subject and object: plans that came about or not, unequal dates, other occasions."""
    happening = (item for item in items if item.kind == "event" and not (item.predicate and item.predicate.lasting))
    for group in grouped(happening, lambda item: (item.name, item.ends)).values():
        if len(group) > 1:
            yield from _compared(_occasions(group))


def _compared(occasions: Sequence[Occasion]) -> Iterator[Comparison]:
    for occasion in occasions:
        yield from _outcome([*occasion.dated, *occasion.undated])
        yield from _precision(occasion)
    past = [[item for item in (*one.dated, *one.undated) if _happened(item)] for one in occasions]
    sides = [side for side in past if side]
    if len(sides) > 1 and not sides[0][0].stance:
        yield comparison("events", "gleich benannt, zu verschiedener Zeit", *sides)


def _occasions(group: Sequence[Item]) -> list[Occasion]:
    """Return occasions in order of time; what fits two of them is left out, for nothing tells which is meant."""
    found: list[Occasion] = []
    for item in sorted(group, key=_exactness):
        if item.stated and item.stated.days <= NEAR:
            _place(item, item.stated, found)
        else:
            _place_undated(item, found)
    return sorted(found, key=lambda occasion: str(occasion.period and occasion.period.earliest))


def _exactness(item: Item) -> tuple[int, str]:
    """Put days before months and both before what has no date, so that a month finds the days it may mean."""
    days = item.stated.days if item.stated else 10**6
    return days, str(item.period and item.period.earliest)


def _place(item: Item, stated: Period, found: list[Occasion]) -> None:
    near = [occasion for occasion in found if occasion.distance(stated) <= APART]
    if not near:
        found.append(Occasion(stated, [item]))
    elif len(near) == 1:
        (occasion,) = near
        told = occasion.period or stated
        # A month that a day lies in says no more than the day.
        occasion.period = told if told.within(stated) else told.joined(stated)
        occasion.dated.append(item)


def _place_undated(item: Item, found: list[Occasion]) -> None:
    fitting = [one for one in found if one.period == item.period or one.distance(item.period) <= NEAR]
    if fitting:
        min(fitting, key=lambda occasion: occasion.distance(item.period)).undated.append(item)
    else:
        found.append(Occasion(item.period, [], [item]))


def _outcome(told: Sequence[Item]) -> Iterator[Comparison]:
    planned = [item for item in told if item.claim.modality == "planned" and item.claim.polarity == "pos"]
    after = [item for item in told if item.claim.modality == "asserted" and _follows(item, planned)]
    done = [item for item in after if item.claim.polarity == "pos"]
    failed = [item for item in after if item.claim.polarity == "neg"]
    if planned and done:
        yield comparison("plan", "geplant und dann geschehen", planned, done)
    if planned and failed:
        yield comparison("plan", "geplant und dann nicht geschehen", planned, failed)


def _follows(item: Item, plans: Iterable[Item]) -> bool:
    """Tell whether the item may be later news than a plan: another source no older, or another date of the same."""
    return any(_is_later(item, plan) for plan in plans)


def _is_later(item: Item, plan: Item) -> bool:
    if item.claim.document == plan.claim.document:
        return item.stated is not None and plan.stated is not None
    return not (item.published and plan.published and item.published.latest < plan.published.earliest)


def _precision(occasion: Occasion) -> Iterator[Comparison]:
    dated = grouped((item for item in occasion.dated if item.claim.polarity == "pos"), lambda item: item.stated)
    sides = list(dated.values())
    documents = {item.claim.document for item in occasion.dated}
    undated = [item for item in occasion.undated if item.topical and item.claim.document not in documents]
    if len(sides) > 1:
        yield comparison("precision", "dasselbe, verschieden genau datiert", *sides)
    elif sides and undated:
        yield comparison("precision", "die einen nennen die Zeit, die anderen nicht", sides[0], undated)


def _happened(item: Item) -> bool:
    """Tell whether the event is told as having happened at some time, be it a vague one."""
    return item.claim.when is not None and item.claim.modality == "asserted" and item.claim.polarity == "pos"
