"""What only one can be at a time: offices, capitals, chairs, and who is said to be it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.annotate.names.transliteration import folded
from kg.compare.items import Item, grouped
from kg.compare.kinds import Comparison
from kg.compare.offices import OFFICE, office_key, shared_office, sole_office
from kg.compare.opposition import comparison
from kg.compare.periods import Period
from kg.model.claim import CURATED

__all__ = ["find_holders"]

HANDOVER = 31
"""Days of the longest period that may be compared: in a longer one the office can have changed hands."""

LEADING = ("Staat", "Organisation")
"""Classes of what may lead a body without chairing it: an alliance led by one state has another in the chair."""


class Term(NamedTuple):
    """When somebody is said to be it: `stated` tells whether the claim gives the time, `firm` that it is asserted."""

    holder: str
    period: Period | None
    stated: bool
    firm: bool


def find_holders(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield offices and other exclusive relations with two subjects: at once, one after the other, or allowed."""
    held = [item for item in items if item.claim.polarity == "pos" and _exclusive(item)]
    for group in grouped(held, lambda item: (item.name, item.ends[1], office_key(item.claim))).values():
        shared = any(shared_office(item.claim) for item in group)
        holders = list(grouped(group if shared else _unmixed(group), _holder).values())
        if len(holders) > 1:
            yield from _shared(holders) if shared else _rivals(holders)


def _unmixed(group: Iterable[Item]) -> Iterator[Item]:
    """Yield the items of documents that name one holder; one that names several tells of predecessors, undated."""
    for told in grouped(group, lambda item: item.claim.document).values():
        if told[0].claim.rule == CURATED or len({_holder(item) for item in told}) == 1:
            yield from told


def _holder(item: Item) -> str:
    """Return the key of a person's last name: two of one name in one office are one person, variously written."""
    entity = item.claim.subject.entity
    return folded(entity.label).split()[-1] if entity.type == "Person" else entity.id


def _exclusive(item: Item) -> bool:
    if item.name == OFFICE:
        return bool(office_key(item.claim))
    return item.predicate is not None and item.predicate.exclusive


def _shared(holders: Sequence[list[Item]]) -> Iterator[Comparison]:
    reported = _reported(holders)
    if len(reported) > 1:
        yield comparison("several", f"{_what(holders)}: das können mehrere zugleich sein", *reported)


def _reported(holders: Iterable[list[Item]]) -> list[list[Item]]:
    """Return the holders that a text names: who followed whom is what tables are for, and no news."""
    return [held for held in holders if any(item.claim.rule != CURATED for item in held)]


def _rivals(holders: Sequence[list[Item]]) -> Iterator[Comparison]:
    terms = [{_term(item) for item in held} for held in holders]
    rivals = [_meeting(held, set().union(*terms) - own) for held, own in zip(holders, terms, strict=True)]
    reported = sorted(_reported(holders), key=_first_day)
    if not any(rivals):
        if len(reported) > 1:
            yield comparison("succession", f"{_what(holders)}: zu verschiedener Zeit", *reported)
    elif all(item.name != OFFICE or sole_office(item.claim) for held in holders for item in held):
        yield _rivalry([held for held in rivals if held])


def _rivalry(rivals: Sequence[list[Item]]) -> Comparison:
    if any(held[0].claim.subject.entity.type in LEADING for held in rivals):
        return comparison("tension", "Vorsitz und Führung können bei verschiedenen liegen", *rivals)
    if all(any(item.claim.modality == "asserted" for item in held) for held in rivals):
        return comparison("holders", f"{_what(rivals)}: {len(rivals)} zur selben Zeit", *rivals)
    return comparison("tension", f"{_what(rivals)}: der eine ist es, ein anderer soll oder könnte es werden", *rivals)


def _what(holders: Sequence[list[Item]]) -> str:
    """Return the office and whose it is (Präsident, Nordland)."""
    first = holders[0][0]
    office = first.qualifier("amt")
    return f"{office.label if office else first.label}, {first.claim.object.entity.label}"


def _first_day(held: Iterable[Item]) -> str:
    return min(str(item.period and item.period.earliest) for item in held)


def _term(item: Item) -> Term:
    return Term(item.ends[0], item.period, item.stated is not None, item.claim.modality == "asserted")


def _meeting(held: Iterable[Item], others: Collection[Term]) -> list[Item]:
    """Return what meets one of the terms of other holders by more than the day of a handover."""
    by_term = grouped(held, _term)
    return [item for term, items in by_term.items() if any(_meet(term, other) for other in others) for item in items]


def _meet(one: Term, other: Term) -> bool:
    if one.period is None or other.period is None:
        return False
    if not (one.firm and other.firm):
        return one.period.near(other.period)
    shorter, longer = sorted((one.period, other.period), key=lambda period: period.days)
    if one.stated and other.stated and shorter.days > 1:
        return shorter.gap(longer) < 0
    return shorter.days <= HANDOVER and shorter.overlaps(longer)
