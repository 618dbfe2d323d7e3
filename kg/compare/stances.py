"""Who is for and who is against: one side at odds with itself, two sides with each other, and stances over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.compare.items import Item, grouped, near_groups
from kg.compare.kinds import Comparison
from kg.compare.matters import Matters
from kg.compare.opposition import comparison, same_object
from kg.compare.topics import same_matter

__all__ = ["find_courses", "find_differences", "find_disagreements", "find_stances"]


def find_stances(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield where one side is both for and against one matter: at one time a tension, else a change or a course."""
    for group in grouped(_taken(items), lambda item: item.side).values():
        against = [item for item in group if item.stance < 0]
        favouring = Matters(item for item in group if item.stance > 0) if against else Matters(())
        for same in grouped(against, lambda item: item.matter).values():
            yield from _at_odds([item for item in favouring.like(same[0]) if _comparable(item, same[0])], same)


def find_disagreements(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield where one side is for what another is against, at about the same time."""
    taken = [item for item in _taken(items) if item.topical]
    favouring = Matters(item for item in taken if item.stance > 0)
    against = (item for item in taken if item.stance < 0)
    for same in grouped(against, lambda item: (item.side, item.ends[1])).values():
        others = [item for item in favouring.like(same[0]) if _disagrees(item, same[0]) and _near(item, same)]
        if others:
            yield comparison("tension", "die einen sind dafür, die anderen dagegen", others, same)


def find_courses(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield what one side says and does at different times about one event, agreement or theme, or in one setting."""
    told = (item for item in items if item.kind == "event" and item.claim.modality != "possible")
    for group in grouped(told, lambda item: item.side).values():
        for course in _by_anchor(group).values():
            times = near_groups(course)
            if len(times) > 1 and len({(item.name, item.ends[1]) for item in course}) > 1:
                yield comparison("course", "dieselbe Seite zur selben Sache, nacheinander", *times)


def find_differences(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield where one side is said to want or refuse the same at one time, with other details."""
    for group in grouped(_taken(items), lambda item: (item.side, item.name, item.claim.polarity)).values():
        matters = Matters(group)
        for item in group:
            others = [other for other in matters.like(item) if item.claim.id < other.claim.id and _differs(item, other)]
            if others:
                yield comparison("difference", "dasselbe mit anderen Einzelheiten", [item], others)


def _by_anchor(group: Iterable[Item]) -> dict[str, list[Item]]:
    """Return the items by what they are anchored in; without a stance only those whose object it is itself."""
    found: dict[str, list[Item]] = {}
    for item in group:
        anchors = item.topic.anchors if item.stance else item.topic.anchors & {item.ends[1]}
        for anchor in sorted(anchors - {item.side}):
            found.setdefault(anchor, []).append(item)
    return found


def _taken(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.stance and item.claim.modality != "possible"]


def _comparable(item: Item, other: Item) -> bool:
    """Tell whether two items are of one matter and not told apart already: negated, or ruled out by each other."""
    excluded = item.predicate is not None and other.name in item.predicate.contraries
    told = item.name == other.name or (excluded and item.claim.polarity == other.claim.polarity)
    same_actor = item.ends[0] == other.ends[0]
    return not (told and same_actor) and same_object(item, other, related=True)


def _disagrees(item: Item, other: Item) -> bool:
    """Tell whether two sides stand against each other; what one only imputes to the other is no stance of his."""
    return item.side != other.side and item.voice != other.side and other.voice != item.side


def _at_odds(favouring: Sequence[Item], against: Sequence[Item]) -> Iterator[Comparison]:
    near = [item for item in favouring if _near(item, against)]
    if near:
        yield comparison("tension", "dieselbe Seite ist dafür und dagegen", near, against)
    elif favouring:
        same = favouring[0].ends[1] == against[0].ends[1]
        why = "dieselbe Seite, zu verschiedener Zeit einmal dafür und einmal dagegen"
        yield comparison("change" if same else "course", why, favouring, against)


def _near(item: Item, others: Iterable[Item]) -> bool:
    return any(item.near(other) for other in others)


def _differs(item: Item, other: Item) -> bool:
    """Tell whether two wordings of one matter differ; what one sentence lists are its parts, no other wording."""
    topical = item.topical and other.topical and not item.shares_sentence(other)
    return topical and item.near(other) and same_matter(item.topic, other.topic)
