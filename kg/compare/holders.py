"""What only one can be at a time: offices, capitals, chairs, and who is said to be it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kg.compare.items import Item, grouped
from kg.compare.kinds import Conflict
from kg.compare.offices import OFFICE, office_key, sole_office
from kg.compare.opposition import conflict

__all__ = ["find_holders"]

HANDOVER = 31
"""Days of the longest period that may be compared: in a longer one the office can have changed hands."""


def find_holders(items: Iterable[Item]) -> Iterator[Conflict]:
    """Yield offices and other exclusive relations with two subjects: at once, one after the other, or allowed."""
    held = [item for item in items if item.claim.polarity == "pos" and _exclusive(item)]
    for group in grouped(held, lambda item: (item.name, item.ends[1], office_key(item.claim))).values():
        holders = list(grouped(group, lambda item: item.ends[0]).values())
        if len(holders) > 1:
            yield from _compared(holders)


def _exclusive(item: Item) -> bool:
    if item.name == OFFICE:
        return bool(office_key(item.claim))
    return item.predicate is not None and item.predicate.exclusive


def _compared(holders: Sequence[list[Item]]) -> Iterator[Conflict]:
    if holders[0][0].name == OFFICE and not all(sole_office(item.claim) for held in holders for item in held):
        yield conflict("several", "mehrere können dieses Amt zugleich haben", *holders)
        return
    rivals = [pair for pair in combinations(holders, 2) if _at_once(*pair)]
    for one, other in rivals:
        firm = all(any(item.claim.modality == "asserted" for item in held) for held in (one, other))
        why = "zwei Inhaber zur selben Zeit" if firm else "einer hat es, ein anderer soll oder könnte es bekommen"
        yield conflict("holders" if firm else "tension", why, one, other)
    if not rivals:
        ordered = sorted(holders, key=lambda held: min(str(i.period and i.period.earliest) for i in held))
        yield conflict("change", "Inhaber zu verschiedener Zeit", *ordered)


def _at_once(one: Sequence[Item], other: Sequence[Item]) -> bool:
    """Tell whether two holders' times meet by more than the day of a handover."""
    return any(_meet(a, b) for a in one for b in other)


def _meet(one: Item, other: Item) -> bool:
    if one.period is None or other.period is None:
        return False
    shorter = min(one.period, other.period, key=lambda period: period.days)
    longer = max(one.period, other.period, key=lambda period: period.days)
    if one.stated and other.stated and shorter.days > 1:
        return one.period.gap(other.period) < 0
    return shorter.days <= HANDOVER and shorter.overlaps(longer)
