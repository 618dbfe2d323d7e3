"""Numbers for the same thing: two values for one time, a value that changed, and one that only some give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.compare.amounts import agree
from kg.compare.items import Item, grouped
from kg.compare.kinds import Comparison
from kg.compare.opposition import comparison
from kg.compare.periods import Period

__all__ = ["find_values"]

SAME = 0.8
"""The share of the longer period that two must have in common to be one: eleven months of a year are, nine are not."""


def find_values(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield the amounts that claims of one subject, predicate, object and unit give where they do not agree."""
    counted = (item for item in items if item.claim.quantity and item.claim.polarity == "pos")
    for group in grouped(counted, _measured).values():
        times = _by_time(group)
        for same in times:
            yield from _different(same)
        yield from _changed([same[0] for same in times if _goes_on(same[0])])


def _goes_on(item: Item) -> bool:
    """Tell whether a later number is about the same: a figure, or what is told of one event, as its dead."""
    return item.kind == "measure" or item.claim.subject.entity.type == "Ereignis"


def _measured(item: Item) -> tuple[object, ...]:
    unit = item.claim.quantity.unit if item.claim.quantity else ""
    others = tuple((role, participant.entity.id) for role, participant in item.claim.qualifiers)
    return item.name, item.ends, unit, others


def _by_time(group: Sequence[Item]) -> list[list[Item]]:
    """Return the items by time, earliest first; undated ones of sources without date come first, together."""
    dated = sorted(group, key=lambda item: (item.period is not None, item.period))
    found: list[list[Item]] = []
    for item in dated:
        if found and _same_time(found[-1][0], item):
            found[-1].append(item)
        else:
            found.append([item])
    return found


def _same_time(one: Item, other: Item) -> bool:
    if one.kind == "relation" and not (one.stated and other.stated):
        return True
    if one.period is None or other.period is None:
        return one.period == other.period
    if one.stated is None and other.stated is None:
        return one.period.overlaps(other.period)
    return _common(one.period, other.period) >= SAME


def _common(one: Period, other: Period) -> float:
    return max(0, 1 - one.gap(other)) / max(one.days, other.days)


def _different(same: Sequence[Item]) -> Iterator[Comparison]:
    sides = list(grouped(same, lambda item: item.claim.quantity and item.claim.quantity.value).values())
    against = [side for side in sides[1:] if not _agree(sides[0][0], side[0])]
    if against:
        yield comparison("values", "verschiedene Werte für dieselbe Zeit", sides[0], *against)


def _changed(times: Sequence[Item]) -> Iterator[Comparison]:
    if any(not _agree(one, other) for one, other in pairwise(times)):
        yield comparison("change", "Wert zu verschiedenen Zeiten", *([item] for item in times))


def _agree(one: Item, other: Item) -> bool:
    first, second = one.claim.quantity, other.claim.quantity
    return first is None or second is None or agree(first, second)
