"""All comparisons, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.compare.denials import find_denials, find_exclusions
from kg.compare.holders import find_holders
from kg.compare.items import itemize
from kg.compare.kinds import KINDS, Comparison
from kg.compare.occasions import find_occasions
from kg.compare.plans import find_plans
from kg.compare.publication import find_anachronisms
from kg.compare.reciprocity import find_one_sided
from kg.compare.relations import find_embellished
from kg.compare.scopes import find_scopes
from kg.compare.stances import find_courses, find_differences, find_disagreements, find_stances
from kg.compare.values import find_values
from kg.model.claim import CURATED, Claim
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary

__all__ = ["find_conflicts"]

COMPARISONS = (
    find_denials,
    find_exclusions,
    find_embellished,
    find_holders,
    find_values,
    find_anachronisms,
    find_one_sided,
    find_stances,
    find_disagreements,
    find_occasions,
    find_plans,
    find_courses,
    find_differences,
    find_scopes,
)


def find_conflicts(
    claims: Iterable[Claim], *, sources: Mapping[str, Source], vocabulary: Vocabulary
) -> tuple[Comparison, ...]:
    """Return every conflict among the claims, the most serious kind first, within a kind the one with most claims.

    Rows of tables are compared with texts, not with each other: that is what checks are for. Claims are grouped by
    what they share, never compared all with all: 100,000 take ten seconds.
    """
    items = itemize(claims, sources=sources, vocabulary=vocabulary)
    found = {conflict for compare in COMPARISONS for conflict in compare(items) if _reported(conflict)}
    order = list(KINDS)
    return tuple(sorted(found, key=lambda conflict: (order.index(conflict.kind.name), *_place(conflict))))


def _reported(conflict: Comparison) -> bool:
    return any(claim.rule != CURATED for claim in conflict.claims)


def _place(conflict: Comparison) -> tuple[int, tuple[str, ...]]:
    return -len(conflict.claims), tuple(claim.id for claim in conflict.claims)
