"""The comparisons that someone asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kg.compare.kinds import Comparison
from kg.model.claim import Claim

__all__ = ["select"]


def select(
    comparisons: Iterable[Comparison],
    *,
    entity: str | None = None,
    documents: Collection[str] | None = None,
    kinds: Collection[str] = (),
) -> tuple[Comparison, ...]:
    """Return those in which an entity (its id) takes part, to which a document belongs, and which are of some kind."""
    return tuple(
        comparison
        for comparison in comparisons
        if (not kinds or comparison.kind.name in kinds)
        and (entity is None or any(_takes_part(entity, claim) for claim in comparison.claims))
        and (documents is None or any(claim.document in documents for claim in comparison.claims))
    )


def _takes_part(entity: str, claim: Claim) -> bool:
    roles = (claim.subject, claim.object, claim.speaker, *(participant for _, participant in claim.qualifiers))
    return any(participant is not None and participant.entity.id == entity for participant in roles)
