"""How much a graph holds, counted by everything a claim has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kg.model.claim import CURATED, Claim
from kg.model.entity import Entity
from kg.model.text import Source

__all__ = ["Counts", "count"]

_TRAITS: Final[dict[str, Callable[[Claim], bool]]] = {
    "claims": lambda claim: True,
    "curated": lambda claim: claim.rule == CURATED,
    "reviewed": lambda claim: claim.review is not None,
    "facts": lambda claim: claim.is_fact,
    "denied": lambda claim: claim.polarity == "neg",
    "attributed": lambda claim: claim.speaker is not None,
    "dated": lambda claim: claim.when is not None,
}


@dataclass(frozen=True, slots=True)
class Counts:
    """`totals` counts sources, entities and claims of a kind; `by` gives counts for each value of a part.

    The parts are type (of entities), predicate, modality, document, rule and speaker, each from the most to the least
    frequent value, equally frequent ones in order of name.
    """

    totals: dict[str, int]
    by: dict[str, dict[str, int]]


def count(
    claims: Collection[Claim], entities: Mapping[str, Entity], sources: Mapping[str, Source], *, inferred: int
) -> Counts:
    """Return how much there is; `inferred` is how many claims follow from these."""
    totals = {
        "sources": len(sources),
        "entities": len(entities),
        "provisional": sum(entity.provisional for entity in entities.values()),
        **{name: sum(map(trait, claims)) for name, trait in _TRAITS.items()},
        "inferred": inferred,
    }
    by = {
        "type": _most_first(entity.type for entity in entities.values()),
        "predicate": _most_first(claim.predicate for claim in claims),
        "modality": _most_first(claim.modality for claim in claims),
        "document": _most_first(claim.document for claim in claims),
        "rule": _most_first(claim.rule for claim in claims),
        "speaker": _most_first(claim.speaker.entity.label for claim in claims if claim.speaker),
    }
    return Counts(totals, by)


def _most_first(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
