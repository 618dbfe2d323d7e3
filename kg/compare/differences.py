"""What changed from one state of the graph to another, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from kg.claim.entities import participants
from kg.compare.snapshots import Snapshot
from kg.model.claim import CURATED, Claim
from kg.model.entity import Entity

__all__ = ["FIELDS", "Change", "Differences", "Reason", "compare"]

ALIKE: Final = 80
"""From this likeness on (0 to 100, by edits) a sentence is taken to be the one before with some words changed."""

FIELDS: Final[dict[str, Callable[[Claim], object]]] = {
    "subject": lambda claim: claim.subject.entity.id,
    "predicate": lambda claim: claim.predicate,
    "object": lambda claim: claim.object.entity.id,
    "polarity": lambda claim: claim.polarity,
    "modality": lambda claim: claim.modality,
    "speaker": lambda claim: claim.speaker.entity.id if claim.speaker else None,
    "time": lambda claim: claim.when.value if claim.when else None,
    "quantity": lambda claim: (claim.quantity.value, claim.quantity.unit) if claim.quantity else None,
    "qualifiers": lambda claim: tuple((name, whom.entity.id) for name, whom in claim.qualifiers),
    "sentence": lambda claim: tuple(evidence.sentence for evidence in claim.evidence),
    "source": lambda claim: tuple(evidence.source for evidence in claim.evidence),
    "rule": lambda claim: claim.rule,
    "confidence": lambda claim: claim.confidence,
}
"""What is compared of a claim. That a sentence or a row only moved changes nothing."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a claim changed: `kind` is one of the words below, `detail` names which.

    "document" (the article is new or gone), "text" (its text changed), "decision" (a person decided), "entity" (merged
    or split), "row" (of a curated table), "rule" (new, gone or changed), "precision" (of a rule, measured anew),
    "reading" (none of these: lexicons, tables or the program read the same sentence differently).
    """

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that is "added", "removed" or "changed", which is its `kind`.

    `claim` is how it is now, or was before it was removed; of a changed one `before` is how it was, and `fields` are
    the keys of FIELDS that differ.
    """

    kind: str
    claim: Claim
    reason: Reason
    before: Claim | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that differs between two states; names and ids are in order.

    `merged` gives for an entity that is gone the one that has its name now, `split` for one that is new the one that
    had its name.
    """

    before: Snapshot
    now: Snapshot
    documents: Mapping[str, tuple[str, ...]]
    rules: Mapping[str, tuple[str, ...]]
    merged: Mapping[str, str]
    split: Mapping[str, str]
    changes: tuple[Change, ...]


def compare(before: Snapshot, now: Snapshot) -> Differences:
    """Return what differs; claims are matched by id, else by what they say, else by their sentence."""
    old_texts = {name: source.checksum or "" for name, source in before.sources.items()}
    new_texts = {name: source.checksum or "" for name, source in now.sources.items()}
    found = Differences(
        before,
        now,
        documents=_sorted_out(old_texts, new_texts),
        # A graph that does not name its rules says nothing of them.
        rules=_sorted_out(before.rules, now.rules) if before.rules and now.rules else _sorted_out({}, {}),
        merged=_taken_over(before.entities, now.entities),
        split=_taken_over(now.entities, before.entities),
        changes=(),
    )
    return replace(found, changes=tuple(sorted(_changes(found), key=_order)))


def _sorted_out(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the names that are added, removed and changed."""
    return {
        "added": tuple(sorted(now.keys() - before.keys())),
        "removed": tuple(sorted(before.keys() - now.keys())),
        "changed": tuple(sorted(name for name in before.keys() & now.keys() if before[name] != now[name])),
    }


def _taken_over(gone_from: Mapping[str, Entity], into: Mapping[str, Entity]) -> dict[str, str]:
    """Return for entities only of the first those of the second that go by their name now, and did not before."""
    names: dict[str, str] = {}
    for entity in into.values():
        before = set(gone_from[entity.id].names) if entity.id in gone_from else set()
        names.update({name: entity.id for name in entity.names if name not in before})
    gone = (entity for name, entity in sorted(gone_from.items()) if name not in into)
    found = {entity.id: names.get(entity.id) or names.get(entity.label) for entity in gone}
    return {name: other for name, other in found.items() if other}


def _changes(found: Differences) -> Iterator[Change]:
    old, new = dict(found.before.claims), dict(found.now.claims)
    for before, claim in _pairs(old, new, {**found.merged, **found.split}):
        fields = tuple(name for name, value in FIELDS.items() if value(before) != value(claim))
        if fields:
            yield Change("changed", claim, _reason((before, claim), fields, found), before, fields)
    yield from (Change("removed", claim, _reason((claim,), (), found)) for claim in old.values())
    yield from (Change("added", claim, _reason((claim,), (), found)) for claim in new.values())


def _pairs(old: dict[str, Claim], new: dict[str, Claim], same: Mapping[str, str]) -> Iterator[tuple[Claim, Claim]]:
    """Take claims that belong together out of both and yield them; `same` gives entities their other id."""
    for name in sorted(old.keys() & new.keys()):
        yield old.pop(name), new.pop(name)

    def said(claim: Claim) -> tuple[str, ...]:
        ends = (claim.subject.entity.id, claim.object.entity.id)
        first, second = (same.get(name, name) for name in ends)
        return claim.document, first, claim.predicate, second

    yield from _matched(old, new, said, least=0)
    rests: tuple[Callable[[Claim], Hashable], ...] = (
        lambda claim: said(claim)[:3],
        lambda claim: (claim.document, said(claim)[1], said(claim)[3]),
        lambda claim: (claim.document, said(claim)[2:]),
    )
    for rest in rests:
        yield from _matched(old, new, rest, least=ALIKE)


def _matched(
    old: dict[str, Claim], new: dict[str, Claim], key: Callable[[Claim], Hashable], *, least: float
) -> Iterator[tuple[Claim, Claim]]:
    """Take claims with the same key and sentences at least so much alike out of both, in order, the likest together."""
    waiting: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in new.values():
        waiting[key(claim)].append(claim)
    for before in list(old.values()):
        candidates = waiting[key(before)]
        found = max(candidates, key=lambda claim: _likeness(before, claim), default=None)
        if found is not None and _likeness(before, found) >= least:
            candidates.remove(found)
            yield old.pop(before.id), new.pop(found.id)


def _likeness(before: Claim, now: Claim) -> float:
    """Return from 0 to 100 how much the sentences are alike; of curated claims, whether they stand in the same row."""
    from rapidfuzz.fuzz import ratio

    first, second = (next(iter(claim.evidence), None) for claim in (before, now))
    if first is None or second is None:
        return 0
    return ratio(first.sentence, second.sentence) if not first.line else 100.0 * (first.line == second.line)


def _reason(claims: tuple[Claim, ...], fields: tuple[str, ...], found: Differences) -> Reason:
    claim = claims[-1]
    people = {participant.entity.id for each in claims for participant in participants(each)}
    renamed = {**found.merged, **found.split}
    if any(claim.document in found.documents[what] for what in ("added", "removed")):
        return Reason("document", claim.document)
    decided = next((c for c in claims if _verdict(c, found.before) != _verdict(c, found.now)), None)
    if decided:
        return Reason("decision", _verdict(decided, found.now) or _verdict(decided, found.before))
    moved = sorted(people & renamed.keys())
    if moved and set(fields) <= {"subject", "object", "speaker", "qualifiers"}:
        return Reason("entity", moved[0])
    if claim.rule == CURATED:
        return Reason("row", claim.document)
    if claim.document in found.documents["changed"]:
        return Reason("text", claim.document)
    rule = _changed_rule(claims, found)
    if rule:
        return Reason("rule", rule)
    if fields == ("confidence",):
        return Reason("precision", claim.rule)
    return Reason("reading", claim.document)


def _verdict(claim: Claim, state: Snapshot) -> str:
    return state.verdicts.get(claim.id, "")


def _changed_rule(claims: Iterable[Claim], found: Differences) -> str | None:
    changed = {name for names in found.rules.values() for name in names}
    return next((claim.rule for claim in claims if claim.rule in changed), None)


def _order(change: Change) -> tuple[object, ...]:
    """Order by reason, then as the claims stand in their documents."""
    claim = change.claim
    place = [(evidence.line, evidence.sentence_start, evidence.start) for evidence in claim.evidence[:1]]
    return change.reason.kind, change.reason.detail, claim.document, place, claim.id
