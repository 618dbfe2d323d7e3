"""What became of intentions: a plan for a matter and the agreements, works and refusals that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.compare.items import Item, grouped
from kg.compare.kinds import Comparison
from kg.compare.matters import Matters
from kg.compare.opposition import comparison

__all__ = ["find_plans"]

PLAN = "plant"
PROGRESS = ("AGREE", "COOPERATE")
"""PLOVER classes of what carries a plan on: agreement, signature, participation, building, delivery."""
END = ("REJECT",)
"""PLOVER classes of what ends it."""


def find_plans(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield plans of one side for a matter with what carries them on or ends them, by another predicate."""
    happening = [item for item in items if item.topical and item.kind == "event" and item.claim.polarity == "pos"]
    for group in grouped(happening, lambda item: item.side).values():
        steps = Matters(item for item in group if _class(item) in (*PROGRESS, *END) and item.name != PLAN)
        plans = (item for item in group if _planned(item) and _class(item) in PROGRESS)
        for same in grouped(plans, lambda item: (item.name, item.ends[1])).values():
            after = [item for item in steps.like(same[0]) if item.name != same[0].name and _carries_on(item, same[0])]
            if after:
                yield comparison("plan", _why(after), same, after)


def _why(after: Iterable[Item]) -> str:
    ended = all(_class(item) in END for item in after)
    return "geplant und dann abgelehnt" if ended else "geplant und weiter gediehen"


def _class(item: Item) -> str:
    return (item.predicate.plover if item.predicate else None) or ""


def _planned(item: Item) -> bool:
    return item.claim.modality == "planned" or (item.name == PLAN and item.claim.modality == "asserted")


def _carries_on(item: Item, plan: Item) -> bool:
    """Tell whether a step can come after a plan: no older, and in the same article a dated plan to an undated one."""
    if item.claim.modality not in ("asserted", "planned") or item.shares_sentence(plan):
        return False
    if item.claim.document == plan.claim.document:
        return item.claim.modality == "planned" and bool(item.stated) and not plan.stated
    return item.published is None or plan.published is None or plan.published.earliest <= item.published.latest
