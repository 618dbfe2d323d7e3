"""The entities that claims speak of."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model.claim import Claim, Participant
from kg.model.entity import Entity

__all__ = ["entities_of", "participants"]


def entities_of(claims: Iterable[Claim], known: Iterable[Entity] = ()) -> tuple[Entity, ...]:
    """Return every entity of the claims and the known ones, once each, by id; a known one is kept as it is known."""
    found = {entity.id: entity for entity in known}
    for claim in claims:
        for participant in participants(claim):
            present = found.get(participant.entity.id)
            if present is None or (present.provisional and not participant.entity.provisional):
                found[participant.entity.id] = participant.entity
    return tuple(found[identifier] for identifier in sorted(found))


def participants(claim: Claim) -> list[Participant]:
    """Return subject, object, speaker and qualifiers of a claim, as far as it has them."""
    speaker = [claim.speaker] if claim.speaker else []
    return [claim.subject, claim.object, *speaker, *(participant for _, participant in claim.qualifiers)]
