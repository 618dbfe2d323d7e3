"""Entities and proposals to merge them, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.curate.proposals import Proposal
from kg.model.claim import Claim
from kg.model.entity import Entity

__all__ = ["entity_lines", "proposal_lines"]


def entity_lines(entities: Iterable[Entity], counts: Mapping[str, int]) -> Iterator[str]:
    """Yield one line an entity: claims, class, label with `*` where provisional, aliases; `counts` are by id."""
    for entity in entities:
        mark = "*" if entity.provisional else ""
        also = f"  (auch: {', '.join(entity.aliases)})" if entity.aliases else ""
        link = f"  {entity.wikidata}" if entity.wikidata else ""
        yield f"{counts.get(entity.id, 0):5}  {entity.type:13} {entity.label}{mark}{link}{also}"


def proposal_lines(proposal: Proposal, claims: Mapping[str, Sequence[Claim]]) -> Iterator[str]:
    """Yield a proposal: its two entities, why they may be one, and a sentence of each; `claims` are by entity id."""
    yield f"{proposal.score:.2f}  {_named(proposal.keep)}  =  {_named(proposal.other)} ?"
    yield f"      {'; '.join(proposal.reasons)}"
    for entity in (proposal.keep, proposal.other):
        said = next((item for claim in claims.get(entity.id, ()) for item in claim.evidence if item.sentence), None)
        if said:
            yield f"      {entity.label}: „{said.sentence}“ ({said.document})"


def _named(entity: Entity) -> str:
    return f"{entity.label} ({entity.type}{', vorläufig' if entity.provisional else ''})"
