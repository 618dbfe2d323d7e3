"""Who says the opposite: the same claim affirmed and negated, and predicates that rule one another out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.compare.items import Item, grouped
from kg.compare.kinds import Comparison
from kg.compare.opposition import oppose, same_object
from kg.compare.topics import related, same_name

__all__ = ["find_denials", "find_exclusions"]


def find_denials(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield what some claims affirm and others negate, of one subject and the same or a related object."""
    for group in grouped(items, lambda item: (item.name, item.ends[0])).values():
        denials = [item for item in group if item.claim.polarity == "neg"]
        affirmed = [item for item in group if item.claim.polarity == "pos"] if denials else []
        for denied in grouped(denials, lambda item: item.matter).values():
            others = [item for item in affirmed if _same(denied[0], item) and not _outcome(denied[0], item)]
            if others:
                yield from oppose(denied, others, f"verneint und bejaht: „{denied[0].label}“")


def find_exclusions(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield affirmed claims whose predicates cannot hold of the same two at once."""
    held = [item for item in items if item.predicate and item.predicate.contraries and item.claim.polarity == "pos"]
    for group in grouped(held, lambda item: item.claim.subject.entity.id).values():
        yield from _excluded([item for item in group if not _between_actors(item)])
    for group in grouped(filter(_between_actors, held), lambda item: frozenset(item.ends)).values():
        yield from _excluded(group)


def _excluded(group: Sequence[Item]) -> Iterator[Comparison]:
    by_name = grouped(group, lambda item: item.name)
    for name, first in by_name.items():
        contraries = first[0].predicate.contraries if first[0].predicate else frozenset()
        for other in sorted(contraries & by_name.keys()):
            if name < other:
                yield from _pairs(first, by_name[other])


def _pairs(first: Sequence[Item], second: Sequence[Item]) -> Iterator[Comparison]:
    for same in grouped(first, lambda item: item.matter).values():
        others = [item for item in second if _same(same[0], item)]
        if others:
            yield from oppose(same, others, f"„{same[0].label}“ und „{others[0].label}“ schließen sich aus")


def _between_actors(item: Item) -> bool:
    return item.predicate is not None and item.predicate.range == "Akteur"


def _same(one: Item, other: Item) -> bool:
    if _between_actors(one) and _between_actors(other):
        return set(one.ends) == set(other.ends) and same_object(one, other, related=True)
    alike = related if one.topical and other.topical else same_name
    turned = one.topic.reversed != other.topic.reversed
    return same_object(one, other, related=not turned and alike(one.topic, other.topic))


def _outcome(denial: Item, other: Item) -> bool:
    """Tell whether the denial says that a plan came to nothing; that is told as the plan's end."""
    return other.claim.modality == "planned" and denial.claim.modality == "asserted" and other.kind == "event"
