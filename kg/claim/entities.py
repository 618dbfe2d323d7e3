"""The entities that claims speak of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.model.claim import Claim, Participant
from kg.model.entity import Entity

__all__ = ["entities_of", "participants"]


def entities_of(claims: Iterable[Claim], known: Iterable[Entity] = ()) -> tuple[Entity, ...]:
    """Return every entity of the claims and the known ones, once each, by id.

    A known one is kept as it is known; names that claims bring along, as a merge does, are added.
    """
    found = {entity.id: entity for entity in known}
    for claim in claims:
        for participant in participants(claim):
            entity = participant.entity
            present = found.get(entity.id)
            if present is None:
                found[entity.id] = entity
            elif present is not entity and present != entity:
                found[entity.id] = _both(present, entity)
    return tuple(found[identifier] for identifier in sorted(found))


def _both(present: Entity, again: Entity) -> Entity:
    first, second = (again, present) if present.provisional and not again.provisional else (present, again)
    return replace(
        first,
        aliases=tuple(dict.fromkeys((*first.aliases, *second.aliases))),
        replaces=tuple(dict.fromkeys((*first.replaces, *second.replaces))),
    )


def participants(claim: Claim) -> list[Participant]:
    """Return subject, object, speaker and qualifiers of a claim, as far as it has them."""
    speaker = [claim.speaker] if claim.speaker else []
    return [claim.subject, claim.object, *speaker, *(participant for _, participant in claim.qualifiers)]
