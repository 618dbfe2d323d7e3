"""Claims made comparable: whose side, about what, when, each worked out once for all comparisons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from kg.compare.offices import speaks_for
from kg.compare.periods import Period, published_period, stated_period, told_period
from kg.compare.topics import Names, Topic, named, named_themes, state_adjectives, topic
from kg.model.claim import CURATED, Claim, Participant
from kg.model.entity import Entity
from kg.model.text import Source
from kg.model.vocabulary import Predicate, Vocabulary

__all__ = ["Item", "grouped", "itemize", "near_groups"]

ANCHORS = ("Ereignis", "Abkommen")
"""Classes of what a topic is told apart by; states, persons and organisations are named by too many."""
SETTINGS = ("Organisation",)
BESIDE = ("thema", "in", "gegen")
"""Qualifiers that say what a claim is about beside its object."""
AFFECTED = ("gegen", "an")
"""Qualifiers that name whom an act affects."""
RESPECTS = ("thema", "in", "mit", "an", "gegen", "von", "amt")
"""Qualifiers that make two claims different matters when both carry them and they differ."""
HOSTILE = ("SANCTION", "ASSAULT", "THREATEN", "ACCUSE")
"""PLOVER classes of what parties in conflict do to each other."""
ACTORS = ("Staat", "Person", "Organisation")
PARTIES = ("Staat",)
"""Classes of whom a topic may be about the relations between."""

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Item:
    """A claim with what comparisons ask of it.

    `ends` are subject and object, in order of id where the predicate is symmetric. `stated` is the time the claim
    gives unless it is vague, `published` when its source appeared. `side` is the subject, or the state for which it
    speaks; `voice` the side of who says it, None for the article; `parties` the sides that take part or are named.
    `topical` tells whether the object is a matter rather than an actor or a place.
    """

    claim: Claim
    predicate: Predicate | None
    ends: tuple[str, str]
    stated: Period | None
    published: Period | None
    side: str
    voice: str | None
    topic: Topic
    parties: frozenset[str]
    topical: bool

    @property
    def period(self) -> Period | None:
        """The time the claim gives, else when its source appeared."""
        return told_period(self.claim) or self.published

    @property
    def name(self) -> str:
        """The predicate's local name."""
        return self.claim.predicate

    @property
    def label(self) -> str:
        """The predicate in German."""
        return self.predicate.label_de if self.predicate else self.claim.predicate

    @property
    def kind(self) -> str:
        """Relation, measure or event; a predicate that the vocabulary lacks happens."""
        return self.predicate.kind if self.predicate else "event"

    @property
    def stance(self) -> int:
        """1 for, -1 against, 0 neither: the predicate's, turned round by a negative claim and by a reversed topic."""
        own = self.predicate.stance if self.predicate else 0
        return own if (self.claim.polarity == "pos") != self.topic.reversed else -own

    @property
    def hostile(self) -> bool:
        """Whether the predicate is what parties in conflict do to each other."""
        return self.predicate is not None and self.predicate.plover in HOSTILE

    @property
    def respects(self) -> tuple[tuple[str, str], ...]:
        """The qualifiers, as names and ids, that tell one matter from another of the same subject and object."""
        return tuple((role, end.entity.id) for role, end in self.claim.qualifiers if role in RESPECTS)

    @property
    def matter(self) -> tuple[object, ...]:
        """The object with the respects: items that share it are about the same."""
        return self.ends[1], self.respects

    @property
    def affected(self) -> Entity | None:
        """Whom a qualifier names as affected."""
        return next((entity for role in AFFECTED if (entity := self.qualifier(role))), None)

    def qualifier(self, name: str) -> Entity | None:
        """Return the first participant with a qualifier's name."""
        return next((participant.entity for role, participant in self.claim.qualifiers if role == name), None)

    def shares_sentence(self, other: Item) -> bool:
        """Tell whether a sentence shows both: then they are parts of one statement."""
        return any(one.sentence == two.sentence for one in self.claim.evidence for two in other.claim.evidence)

    def near(self, other: Item) -> bool:
        """Tell whether both may be about one time: at most NEAR apart, or one of them without any date."""
        return self.period is None or other.period is None or self.period.near(other.period)


def itemize(claims: Iterable[Claim], *, sources: Mapping[str, Source], vocabulary: Vocabulary) -> tuple[Item, ...]:
    """Return the claims as items, in order of document, sentence and id; those with unknown predicates too."""
    found = sorted(claims, key=_place)
    sides = speaks_for(found)
    entities = {end.entity for claim in found for end in (claim.subject, claim.object, *_beside(claim))}
    anchors = Names([*named(entities, ANCHORS), *named_themes(vocabulary.themes)])
    settings = Names(named(entities, SETTINGS))
    parties = Names([*named(entities, PARTIES), *state_adjectives(entities)])
    published = {id_: published_period(source) for id_, source in sources.items()}
    return tuple(
        Item(
            claim=claim,
            predicate=vocabulary.predicates.get(claim.predicate),
            ends=_ends(claim, vocabulary.predicates.get(claim.predicate)),
            stated=stated_period(claim),
            published=None if claim.rule == CURATED else published.get(claim.document),
            side=_side(claim.subject.entity, sides),
            voice=_side(claim.speaker.entity, sides) if claim.speaker else None,
            topic=_topic(claim, anchors, settings),
            parties=_parties(claim, sides, parties),
            topical=vocabulary.is_a(claim.object.entity.type, "Thema"),
        )
        for claim in found
    )


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Return the items by a key, in their order."""
    groups: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def near_groups(items: Iterable[Item]) -> list[list[Item]]:
    """Return the items that have a date in order of time, each near the one before it in one group with it."""
    dated = sorted((item for item in items if item.period), key=lambda item: str(item.period and item.period.earliest))
    found: list[list[Item]] = []
    for item in dated:
        if found and found[-1][-1].near(item):
            found[-1].append(item)
        else:
            found.append([item])
    return found


def _place(claim: Claim) -> tuple[str, int, str]:
    return claim.document, min((evidence.sentence_start for evidence in claim.evidence), default=0), claim.id


def _side(entity: Entity, sides: Mapping[str, str]) -> str:
    return sides.get(entity.id, entity.id)


def _ends(claim: Claim, predicate: Predicate | None) -> tuple[str, str]:
    ends = claim.subject.entity.id, claim.object.entity.id
    if predicate and predicate.symmetric and ends[1] < ends[0]:
        return ends[1], ends[0]
    return ends


def _topic(claim: Claim, names: Names, settings: Names) -> Topic:
    """Return the topic of a claim's object; an organisation is an anchor only where it is the setting."""
    labels = (claim.object.entity.label, *claim.object.entity.aliases)
    beside = [participant.entity.label for participant in _beside(claim)]
    anchors = (id_ for label in (*labels, *beside) for id_ in names.within(label))
    return topic(labels, chain(anchors, (id_ for label in beside for id_ in settings.within(label))))


def _beside(claim: Claim) -> list[Participant]:
    return [participant for role, participant in claim.qualifiers if role in BESIDE]


def _parties(claim: Claim, sides: Mapping[str, str], names: Names) -> frozenset[str]:
    labels = (name for end in (claim.subject.entity, claim.object.entity) for name in (end.label, *end.aliases))
    told_of = {id_ for label in labels for id_ in names.within(label)}
    taking_part = [claim.object.entity, *(end.entity for role, end in claim.qualifiers if role in AFFECTED)]
    return frozenset(told_of | {_side(entity, sides) for entity in taking_part if entity.type in ACTORS})
