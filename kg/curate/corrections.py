"""A claim as a reviewer corrected it: the same evidence, other content, an id of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, replace

from kg.claim.wording import said_by
from kg.curate.decisions import NOTHING
from kg.curate.names import Names
from kg.curate.statements import StatementReader
from kg.curate.tables import Cell
from kg.curate.values import read_choice, read_period
from kg.errors import Fault
from kg.model.claim import MODALITIES, POLARITIES, REVIEWED, Claim, Participant
from kg.model.identity import content_hash
from kg.model.vocabulary import Vocabulary

__all__ = ["correct"]


def correct(
    claim: Claim, fixes: Iterable[tuple[str, Cell]], *, names: Names, vocabulary: Vocabulary, faults: list[Fault]
) -> Claim | None:
    """Return the claim with these of its FIXABLE parts corrected, None with faults where a cell cannot be understood.

    Only what is corrected is held against the vocabulary: reading says some things of more than domain and range. With
    its predicate a claim loses the qualifiers that the new one does not carry.
    """
    before = len(faults)
    reader = StatementReader(names, vocabulary, faults)
    fixed = claim
    # The predicate first: it says what subject and object may be.
    for part, cell in sorted(fixes, key=lambda fix: fix[0] != "predicate"):
        fixed = _fixed(fixed, part, cell, reader)
    if len(faults) > before:
        return None
    said = said_by(fixed)
    if said == said_by(claim):
        return claim
    return replace(fixed, id=content_hash(claim.id, *astuple(said)), rule=REVIEWED, confidence=1.0)


def _fixed(claim: Claim, part: str, cell: Cell, reader: StatementReader) -> Claim:
    predicate = reader.vocabulary.predicates.get(claim.predicate)
    if part == "predicate":
        found = reader.predicate(cell)
        carried = tuple(item for item in claim.qualifiers if found and item[0] in found.qualifiers)
        return replace(claim, predicate=found.name, qualifiers=carried) if found else claim
    if part == "polarity":
        return replace(claim, polarity=read_choice(cell, POLARITIES, reader.faults))
    if part == "modality":
        return replace(claim, modality=read_choice(cell, MODALITIES, reader.faults))
    if part == "time":
        return replace(claim, when=None if cell.text == NOTHING else read_period(cell, reader.faults))
    if part == "speaker":
        return replace(claim, speaker=None if cell.text == NOTHING else _who(reader, cell, "Akteur"))
    if part == "subject":
        return replace(claim, subject=_who(reader, cell, predicate.domain if predicate else "Ding") or claim.subject)
    return replace(claim, object=_who(reader, cell, predicate.range if predicate else "Ding") or claim.object)


def _who(reader: StatementReader, cell: Cell, expected: str) -> Participant | None:
    entity = reader.participant(cell, expected)
    return Participant(entity) if entity else None
