"""What reading may rely on, gathered from curated claims."""

from __future__ import annotations

from collections.abc import Iterable

from kg.curate.values import OPEN_END, OPEN_START
from kg.model.claim import Claim
from kg.model.entity import Entity, Knowledge, Office

__all__ = ["build_knowledge"]


def build_knowledge(entities: Iterable[Entity], claims: Iterable[Claim]) -> Knowledge:
    """Return the entities with the offices and capitals that the claims state as facts, in their order.

    Topics are left out: they are phrases that claims bring along, and no names to be looked for.
    """
    facts = [claim for claim in claims if claim.is_fact]
    offices = (office for claim in facts if claim.predicate == "amtstraegerVon" for office in _offices(claim))
    seats = (claim for claim in facts if claim.predicate == "hauptstadtVon")
    capitals = ((claim.subject.entity.id, claim.object.entity.id) for claim in seats)
    named = tuple(entity for entity in entities if entity.type != "Thema")
    return Knowledge(named, tuple(offices), tuple(capitals))


def _offices(claim: Claim) -> Iterable[Office]:
    since = claim.when.earliest if claim.when else OPEN_START
    until = claim.when.latest if claim.when else OPEN_END
    for name, title in claim.qualifiers:
        if name == "amt":
            yield Office(
                claim.subject.entity.id,
                title.entity.label,
                claim.object.entity.id,
                None if since == OPEN_START else since,
                None if until == OPEN_END else until,
            )
