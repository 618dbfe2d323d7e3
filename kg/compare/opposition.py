"""Two groups of claims set against each other: which kind of conflict they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.compare.items import Item
from kg.compare.kinds import KINDS, Comparison

__all__ = ["comparison", "oppose", "same_object"]

SETTLED = ("asserted", "possible")
"""Moods in which a claim can be contradicted; what is only planned or demanded may still come."""


def comparison(kind: str, why: str, *sides: Sequence[Item]) -> Comparison:
    """Return a conflict of a kind between sides of items."""
    return Comparison(KINDS[kind], tuple(tuple(item.claim for item in side) for side in sides), why)


def same_object(one: Item, other: Item, *, related: bool) -> bool:
    """Tell whether two items are about one object in one respect; `related` is what their topics are."""
    respects = dict(other.respects)
    if any(respects.get(role, id_) != id_ for role, id_ in one.respects):
        return False
    return one.ends[1] == other.ends[1] or (related and (one.topical or other.topical))


def oppose(first: Sequence[Item], second: Sequence[Item], why: str) -> Iterator[Comparison]:
    """Yield the conflicts between two groups that cannot both hold: at one time, or one after the other.

    What one side merely plans, finds possible or demands is a tension. What lies further apart is a change where it is
    a state or a stance; of a single event it is another occasion.
    """
    near = [item for item in second if any(item.near(other) for other in first)]
    settled = [item for item in near if item.claim.modality in SETTLED]
    opposite = [item for item in first if any(item.near(other) for other in near)]
    firm = all(item.claim.modality == "asserted" for item in opposite)
    if settled and firm:
        yield comparison("contradiction", why + _who(opposite, settled), opposite, settled)
    unsettled = [item for item in near if not firm or item.claim.modality not in SETTLED]
    if unsettled:
        yield comparison("tension", why, opposite, unsettled)
    far = [] if near else [item for item in second if _lasts(item)]
    if far:
        earlier, later = sorted((first, far), key=_beginning)
        yield comparison("change", f"{why}, zu verschiedener Zeit", earlier, later)


def _lasts(item: Item) -> bool:
    return item.kind != "event" or item.stance != 0


def _beginning(items: Sequence[Item]) -> str:
    return min((item.period.earliest.isoformat() for item in items if item.period), default="")


def _who(first: Sequence[Item], second: Sequence[Item]) -> str:
    speakers = [{item.claim.speaker.entity.label for item in side if item.claim.speaker} for side in (first, second)]
    if speakers[0] and not speakers[0] & speakers[1]:
        return f" (Dementi: {', '.join(sorted(speakers[0]))})"
    return ""
