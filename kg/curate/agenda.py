"""Which claims a reviewer sees, and in which order: first where a look changes most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log2, sqrt

from kg.claim.precision import Precision
from kg.curate.decisions import Decision
from kg.model.claim import CURATED, Claim

__all__ = ["Filter", "agenda"]


@dataclass(frozen=True, slots=True)
class Filter:
    """What is to be reviewed; None stands for all. `entity` is an id, `below` a confidence, itself excluded."""

    document: str | None = None
    rule: str | None = None
    predicate: str | None = None
    entity: str | None = None
    below: float | None = None

    def passes(self, claim: Claim) -> bool:
        """Tell whether a claim is among what is to be reviewed."""
        asked = (self.document, self.rule, self.predicate)
        return (
            all(
                want in (None, is_)
                for want, is_ in zip(asked, (claim.document, claim.rule, claim.predicate), strict=True)
            )
            and (self.entity is None or self.entity in (claim.subject.entity.id, claim.object.entity.id))
            and (self.below is None or claim.confidence < self.below)
        )


def agenda(
    claims: Iterable[Claim], decided: Mapping[str, Decision], *, precision: Precision, only: Filter
) -> tuple[Claim, ...]:
    """Return the claims from texts that nobody has decided on, the most useful first, postponed ones at the end.

    Useful is what is likely wrong and seen by many: how often the rule errs, plus a standard error for how little is
    known of that (few judged claims), times the logarithm of the number of claims about the same two entities.
    """
    found = tuple(claims)
    degree = Counter(entity for claim in found for entity in (claim.subject.entity.id, claim.object.entity.id))
    waiting = (claim for claim in found if claim.rule != CURATED and claim.review is None and only.passes(claim))
    verdicts = {identifier: decision.verdict for identifier, decision in decided.items()}
    ranked = []
    for place, claim in enumerate(waiting):
        verdict = verdicts.get(claim.id)
        if verdict in (None, "later"):
            seen = degree[claim.subject.entity.id] + degree[claim.object.entity.id]
            ranked.append((verdict == "later", -_doubt(claim, precision) * log2(seen), place, claim))
    return tuple(claim for *_, claim in sorted(ranked, key=lambda item: item[:3]))


def _doubt(claim: Claim, precision: Precision) -> float:
    _, judged = precision.by_rule.get(claim.rule, (0, 0))
    right = claim.confidence
    return (1 - right) + sqrt(right * (1 - right) / (judged + 1))
