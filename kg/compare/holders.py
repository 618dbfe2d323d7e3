"""What only one can be at a time: offices, capitals, chairs, and who is said to be it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kg.annotate.names.transliteration import folded
from kg.compare.items import Item, grouped
from kg.compare.kinds import Comparison
from kg.compare.offices import OFFICE, office_key, shared_office, sole_office
from kg.compare.opposition import comparison
from kg.model.claim import CURATED

__all__ = ["find_holders"]

HANDOVER = 31
"""Days of the longest period that may be compared: in a longer one the office can have changed hands."""


def find_holders(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield offices and other exclusive relations with two subjects: at once, one after the other, or allowed."""
    held = [item for item in items if item.claim.polarity == "pos" and _exclusive(item)]
    for group in grouped(held, lambda item: (item.name, item.ends[1], office_key(item.claim))).values():
        holders = list(grouped(group, _holder).values())
        if len(holders) > 1:
            yield from _compared(holders)


def _holder(item: Item) -> str:
    """Return the key of a person's last name: two of one name in one office are one person, variously written."""
    entity = item.claim.subject.entity
    return folded(entity.label).split()[-1] if entity.type == "Person" else entity.id


def _exclusive(item: Item) -> bool:
    if item.name == OFFICE:
        return bool(office_key(item.claim))
    return item.predicate is not None and item.predicate.exclusive


def _compared(holders: Sequence[list[Item]]) -> Iterator[Comparison]:
    stated = [item for held in holders for item in held]
    # Who followed whom is what tables are for; what they list alone is no news.
    reported = [held for held in holders if any(item.claim.rule != CURATED for item in held)]
    rivals = [pair for pair in combinations(holders, 2) if _at_once(*pair)]
    if any(shared_office(item.claim) for item in stated):
        if len(reported) > 1:
            yield comparison("several", "mehrere können dieses Amt zugleich haben", *reported)
    elif rivals and (stated[0].name != OFFICE or all(sole_office(item.claim) for item in stated)):
        yield from (_rivalry(one, other) for one, other in rivals)
    elif len(reported) > 1 and not rivals:
        ordered = sorted(reported, key=lambda held: min(str(item.period and item.period.earliest) for item in held))
        yield comparison("succession", "Inhaber zu verschiedener Zeit", *ordered)


def _rivalry(one: Sequence[Item], other: Sequence[Item]) -> Comparison:
    if all(any(item.claim.modality == "asserted" for item in held) for held in (one, other)):
        return comparison("holders", "zwei Inhaber zur selben Zeit", one, other)
    return comparison("tension", "einer hat es, ein anderer soll oder könnte es bekommen", one, other)


def _at_once(one: Sequence[Item], other: Sequence[Item]) -> bool:
    """Tell whether two holders' times meet by more than the day of a handover."""
    return any(_meet(a, b) for a in one for b in other)


def _meet(one: Item, other: Item) -> bool:
    if one.period is None or other.period is None:
        return False
    shorter, longer = sorted((one.period, other.period), key=lambda period: period.days)
    if one.stated and other.stated and shorter.days > 1:
        return one.period.gap(other.period) < 0
    return shorter.days <= HANDOVER and shorter.overlaps(longer)
