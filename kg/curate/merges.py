"""Which names a person merged with an entity, kept apart from it, or was unsure of: columns of `entities.csv`.

A cell of `same_as`, `different_from` or `unsure` holds labels or ids, parted by `|`. What stands in `same_as` is a
further name of the row's entity; taking it out of the cell undoes the merge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from kg.claim.repeated import merge_repeated
from kg.curate.names import Names
from kg.curate.tables import Cell, Row
from kg.errors import Fault
from kg.model.claim import Claim, Participant
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.vocabulary import Vocabulary

__all__ = ["ANSWER_COLUMNS", "DIFFERENT", "SAME", "UNSURE", "Merges", "merge_entities", "read_merges", "split_names"]

SAME: Final = "same_as"
DIFFERENT: Final = "different_from"
UNSURE: Final = "unsure"
ANSWER_COLUMNS: Final = (SAME, DIFFERENT, UNSURE)


@dataclass(frozen=True, slots=True)
class Merges:
    """The answers: `kept` leads from the id of what was merged to the entity that stays; pairs are of ids."""

    kept: Mapping[str, Entity] = field(default_factory=dict)
    different: frozenset[frozenset[str]] = frozenset()
    unsure: frozenset[frozenset[str]] = frozenset()


class _Answer(NamedTuple):
    """One name of a cell: what the row's entity has to do with it. `known` is whose name it is in the tables."""

    cell: Cell
    entity: Entity
    name: str
    known: Entity | None

    @property
    def other(self) -> str:
        """The id meant; a name that the row's entity has already is that of a provisional entity called so."""
        return self.known.id if self.known and self.known.id != self.entity.id else slug(self.name)


def split_names(text: str) -> list[str]:
    """Return the names that a cell holds.

    >>> split_names("Iswestja | Zeitung Iswestija")
    ['Iswestja', 'Zeitung Iswestija']
    """
    return [name.strip() for name in text.split("|") if name.strip()]


def read_merges(
    rows: Iterable[Row], entities: Iterable[Entity], names: Names, faults: list[Fault]
) -> tuple[Merges, tuple[Entity, ...]]:
    """Return the answers, and the entities that stay, with the names and ids of what was merged with them.

    Faults are two known entities merged, a name merged with two entities or in a circle, and a pair that is the
    same and not the same at once.
    """
    answers = list(_answers(rows, names))
    into = _merged_into(answers, faults)
    last = {gone: _last(gone, into) for gone in into}
    pairs: dict[str, set[frozenset[str]]] = {DIFFERENT: set(), UNSURE: set()}
    for answer in answers:
        if answer.cell.name == SAME:
            continue
        pair = frozenset(last.get(identifier, identifier) for identifier in (answer.entity.id, answer.other))
        if len(pair) == 1:
            faults.append(answer.cell.fault(f"{answer.name!r} und {answer.entity.label} sind nach {SAME} eins"))
        pairs[answer.cell.name].add(pair)
    grown = {entity.id: _grown(entity, answers, last) for entity in entities}
    kept = {gone: grown[stays] for gone, stays in last.items() if stays in grown}
    stay = tuple(entity for entity in grown.values() if entity.id not in kept)
    return Merges(kept, frozenset(pairs[DIFFERENT]), frozenset(pairs[UNSURE])), stay


def merge_entities(claims: Sequence[Claim], merges: Merges, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Return the claims of a document with merged participants; those that now say the same are one, with all evidence.

    A claim keeps its id: it names a place in a text and how that was read, and what was decided of it goes on
    fitting. A claim between two names of one entity says nothing and is left out.
    """
    merged = [_merged(claim, merges) for claim in claims]
    if all(new is old for new, old in zip(merged, claims, strict=True)):
        return tuple(claims)
    return merge_repeated((claim for claim in merged if claim.subject.entity.id != claim.object.entity.id), vocabulary)


def _answers(rows: Iterable[Row], names: Names) -> Iterator[_Answer]:
    for row in rows:
        entity = names.find(row.text("id") or row.text("label"))
        if entity is None:
            continue
        for column in ANSWER_COLUMNS:
            cell = row.cells.get(column)
            for name in split_names(cell.text) if cell else ():
                yield _Answer(row.cells[column], entity, name, names.find(name))


def _merged_into(answers: Iterable[_Answer], faults: list[Fault]) -> dict[str, str]:
    """Return what each merged id was merged with, one step of a chain."""
    into: dict[str, str] = {}
    for answer in answers:
        if answer.cell.name != SAME:
            continue
        kept, gone, known = answer.entity.id, answer.other, answer.known
        if known is not None and known.id != kept and not known.provisional:
            wrong = f"ist {known.label} und selbst bekannt; von zwei Bekannten muss eine Zeile weg"
        elif into.get(gone, kept) != kept:
            wrong = f"gehört schon zu {into[gone]}"
        elif gone == _last(kept, into):
            wrong = "ist schon dieselbe Entität"
        else:
            into[gone] = kept
            continue
        faults.append(answer.cell.fault(f"{answer.name!r} {wrong}"))
    return into


def _last(identifier: str, into: Mapping[str, str]) -> str:
    while identifier in into:
        identifier = into[identifier]
    return identifier


def _grown(entity: Entity, answers: Sequence[_Answer], last: Mapping[str, str]) -> Entity:
    """Return an entity with the ids merged with it, directly or by a chain, and their names, which an id is not."""
    merged = {answer.other: answer.name for answer in answers if last.get(answer.other) == entity.id}
    names = (name for name in merged.values() if "_" not in name and name != entity.label)
    return replace(entity, aliases=tuple(dict.fromkeys((*entity.aliases, *names))), replaces=tuple(sorted(merged)))


def _merged(claim: Claim, merges: Merges) -> Claim:
    people = (claim.subject, claim.object, claim.speaker, *(participant for _, participant in claim.qualifiers))
    if not any(participant and participant.entity.id in merges.kept for participant in people):
        return claim
    subject, speaker = _kept(claim.subject, merges), claim.speaker and _kept(claim.speaker, merges)
    return replace(
        claim,
        subject=subject,
        object=_kept(claim.object, merges),
        # As when it is read: what somebody says of himself counts as the article's own word.
        speaker=speaker if speaker and speaker.entity.id != subject.entity.id else None,
        qualifiers=tuple((name, _kept(participant, merges)) for name, participant in claim.qualifiers),
    )


def _kept(participant: Participant, merges: Merges) -> Participant:
    gone = participant.entity
    entity = merges.kept.get(gone.id)
    if entity is None:
        return participant
    aliases = tuple(dict.fromkeys((*entity.aliases, gone.label, *gone.aliases)))
    return replace(participant, entity=replace(entity, aliases=tuple(name for name in aliases if name != entity.label)))
