"""What happened when: dated claims in the order of time, what lasts apart from what happens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kg.claim.entities import participants
from kg.claim.repeated import fact_of
from kg.model.claim import Claim, When
from kg.model.vocabulary import Vocabulary

__all__ = ["Entry", "Timeline", "make_timeline"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its time, and the claims that say the same of a day within it."""

    claim: Claim
    when: When
    repeated: tuple[Claim, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claim and those that repeat it."""
        return (self.claim, *self.repeated)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Claims in order of their earliest day.

    `spans` is what lasts (offices, memberships), `events` what happened. `undated` counts the claims without a time,
    `outside` those of another time than was asked for.
    """

    spans: tuple[Entry, ...]
    events: tuple[Entry, ...]
    undated: int
    outside: int

    @property
    def dated(self) -> int:
        """How many claims it shows."""
        return sum(len(entry.claims) for entry in (*self.spans, *self.events))


def make_timeline(
    claims: Iterable[Claim],
    vocabulary: Vocabulary,
    *,
    about: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Timeline:
    """Return the timeline of the claims whose time touches the days from `since` to `until`, both inclusive.

    `about` keeps the claims in which the entity with this id takes part, be it as speaker or qualifier.
    """
    found = tuple(c for c in claims if about is None or about in {p.entity.id for p in participants(c)})
    dated = [Entry(claim, claim.when) for claim in found if claim.when is not None]
    first, last = since or date.min, until or date.max
    inside = [entry for entry in dated if entry.when.earliest <= last and entry.when.latest >= first]
    spans = [entry for entry in inside if _lasts(entry.claim, vocabulary)]
    events = [entry for entry in inside if not _lasts(entry.claim, vocabulary)]
    return Timeline(
        spans=_gathered(spans),
        events=tuple(sorted(events, key=_order)),
        undated=len(found) - len(dated),
        outside=len(dated) - len(inside),
    )


def _lasts(claim: Claim, vocabulary: Vocabulary) -> bool:
    predicate = vocabulary.predicates.get(claim.predicate)
    return predicate is not None and predicate.kind == "relation"


def _gathered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries in order; one that says of a day what a longer one says of a time around it joins that one."""
    gathered: dict[tuple[object, ...], list[Entry]] = {}
    for entry in sorted(entries, key=_order):
        same = gathered.setdefault(_said(entry.claim), [])
        around = next((i for i, other in enumerate(same) if other.when.latest >= entry.when.latest), None)
        if around is None:
            same.append(entry)
        else:
            same[around] = replace(same[around], repeated=(*same[around].repeated, entry.claim))
    return tuple(sorted((entry for same in gathered.values() for entry in same), key=_order))


def _said(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says but for its time and its words."""
    return *fact_of(claim), tuple((name, whom.entity.id) for name, whom in claim.qualifiers)


def _order(entry: Entry) -> tuple[date, int, str, str]:
    """Order by beginning; of what begins together the longest comes first."""
    return entry.when.earliest, -entry.when.latest.toordinal(), entry.claim.predicate, entry.claim.id
