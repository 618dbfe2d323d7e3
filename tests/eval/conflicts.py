"""What `kg conflicts` finds of the contradictions and updates between the seed articles, and how much of it is false.

    python -m eval.conflicts        (in tests/) prints the figures, the pairs that are missed and the unjudged findings

`../shared/gold/seeds_cross.json` lists what a reader found: pairs and groups of gold claims with what they are to one
another. One counts as found when a finding of a kind that fits has its claims on two sides (a wrong date has one). It
is measured on the gold claims themselves, which tells of the comparisons alone, and on what extraction reads, where a
claim stands for the gold claims of its sentence, for reading may put what it says into another predicate.
`conflicts.csv` holds what a reader found of each finding over the gold claims, without texts.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path
from typing import NamedTuple

from eval.claims import as_published
from eval.entities import goes_by
from eval.gold_claims import gold_claims
from eval.shared import SHARED, resources

from kg.compare.find import find_conflicts
from kg.compare.kinds import Comparison
from kg.model.claim import Claim

__all__ = ["found_in_gold_claims", "found_in_texts", "judgements", "right_share", "unjudged"]

JUDGEMENTS = Path(__file__).with_name("conflicts.csv")
CROSS = SHARED / "gold" / "seeds_cross.json"
# Which of our kinds say what the gold's type says; "internal-" (within one article) is no type of its own. What
# the gold calls rounding is a single claim there, so nothing can be compared.
FITTING = {
    "contradiction": {"contradiction", "one-sided"},
    "update": {"change", "plan", "course"},
    "tension": {"tension", "course"},
    "distinct-events": {"events"},
    "precision": {"precision"},
    "difference": {"difference"},
    "scope": {"scope"},
    "functional-role": {"several"},
    "anachronism": {"anachronism"},
    "rounding": set(),
}


class Entry(NamedTuple):
    """What the gold says of some of its claims."""

    type: str
    claims: frozenset[str]


def judgements() -> dict[tuple[str, str], str]:
    """Return what a reader found, "right" or "wrong", by kind and gold ids in order."""
    with JUDGEMENTS.open(encoding="utf-8", newline="") as handle:
        rows = csv.DictReader(line for line in handle if not line.startswith("#"))
        return {(row["kind"], row["claims"]): row["verdict"] for row in rows}


@cache
def over_gold_claims() -> tuple[Comparison, ...]:
    """Return the findings over the gold claims."""
    claims, sources = gold_claims()
    return find_conflicts(claims, sources=sources, vocabulary=resources().vocabulary)


@cache
def over_texts() -> tuple[Comparison, ...]:
    """Return the findings over what is read from the five articles, published when the gold says."""
    _, sources = gold_claims()
    claims = [claim for extraction in as_published() for claim in extraction.claims]
    return find_conflicts(claims, sources=sources, vocabulary=resources().vocabulary)


def unjudged() -> list[Comparison]:
    """Return the findings over the gold claims that nobody judged."""
    return [finding for finding in over_gold_claims() if _key(finding) not in judgements()]


def right_share() -> float:
    """Return the share of right findings among those over the gold claims; one that nobody judged counts as wrong."""
    verdicts = [judgements().get(_key(finding)) for finding in over_gold_claims()]
    return verdicts.count("right") / len(verdicts)


def found_in_gold_claims() -> list[bool]:
    """Tell for each of the gold's pairs whether it is found over the gold claims."""
    return [any(_shows(finding, entry, _gold_id) for finding in over_gold_claims()) for entry in _cross()]


def found_in_texts() -> list[bool]:
    """Tell for each of the gold's pairs whether it is found over what extraction reads."""
    return [any(_shows(finding, entry, _gold_like) for finding in over_texts()) for entry in _cross()]


def _shows(finding: Comparison, entry: Entry, ids_of: Callable[[Claim], Collection[str]]) -> bool:
    if finding.kind.name not in FITTING[entry.type]:
        return False
    sides = [{id_ for claim in side for id_ in ids_of(claim)} & entry.claims for side in finding.sides]
    named = [side for side in sides if side]
    # A claim that stands on both sides of a finding is no pair.
    return bool(named) and (len(finding.sides) == 1 or (len(named) > 1 and len(set().union(*named)) > 1))


def _gold_id(claim: Claim) -> Collection[str]:
    return (claim.id,)


def _gold_like(claim: Claim) -> Collection[str]:
    """Return the gold claims that a claim stands for: those of its sentence, and those with its predicate and ends."""
    return [gold.id for gold in gold_claims()[0] if gold.document == claim.document and _stands_for(claim, gold)]


def _stands_for(claim: Claim, gold: Claim) -> bool:
    told = gold.evidence[0].sentence
    if any(evidence.sentence in told or told in evidence.sentence for evidence in claim.evidence):
        return True
    ends = ((claim.subject, gold.subject), (claim.object, gold.object))
    return claim.predicate == gold.predicate and all(goes_by(one.entity, other.entity.label) for one, other in ends)


def _key(finding: Comparison) -> tuple[str, str]:
    return finding.kind.name, " ".join(sorted(claim.id for claim in finding.claims))


@cache
def _cross() -> tuple[Entry, ...]:
    entries = json.loads(CROSS.read_text(encoding="utf-8"))["contradictions_updates"]
    return tuple(Entry(entry["type"].removeprefix("internal-"), frozenset(entry["claims"])) for entry in entries)


if __name__ == "__main__":
    for number, (entry, in_gold, in_texts) in enumerate(
        zip(_cross(), found_in_gold_claims(), found_in_texts(), strict=True), start=1
    ):
        told = (
            f"{'found' if in_gold else 'missed'} in the gold claims, {'found' if in_texts else 'missed'} in the texts"
        )
        print(f"{number:2} {entry.type}: {told}")
    print(f"{sum(found_in_gold_claims())} and {sum(found_in_texts())} of {len(_cross())}")
    print(*(f"unjudged: {','.join(_key(finding))}" for finding in unjudged()), sep="\n")
    print(f"{right_share():.0%} of the findings over the gold claims are right")
