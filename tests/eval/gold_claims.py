"""The gold claims of the seed articles as claims, so that comparisons can be measured apart from extraction.

A claim keeps its gold name ("seed0:c31") as id; a predicate that the vocabulary lacks is the verb the gold gives.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from eval.shared import GOLD

from kg.annotate.times.values import published_bounds
from kg.model.claim import Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Quantity
from kg.model.text import Source

__all__ = ["gold_claims"]

# What the gold writes beside a number, as comparators; everything else ("bis 2025") leaves the number as it is.
COMPARATORS = {"über": ">", "mehr als": ">", "mindestens": ">=", "fast": "<", "knapp": "<", "rund": "~", "etwa": "~"}


@cache
def gold_claims() -> tuple[tuple[Claim, ...], dict[str, Source]]:
    """Return the claims of all five articles, and the articles as sources by id."""
    claims: list[Claim] = []
    sources = {}
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        sources[gold["doc"]] = Source(gold["doc"], gold["title"], gold["published"])
        known = {entity["name"]: entity for entity in gold["entities"]}
        claims += (_claim(gold["doc"], row, known) for row in gold["claims"])
    return tuple(claims), sources


def _claim(document: str, row: dict[str, Any], known: dict[str, dict[str, Any]]) -> Claim:
    speaker = row["speaker"]
    qualifiers = sorted((row.get("qualifiers") or {}).items())
    return Claim(
        id=f"{document}:{row['id']}",
        document=document,
        subject=_participant(row["s"], known),
        predicate=slug(row["other_p"]) if row["p"] == "other" else row["p"],
        object=_participant(row["o"], known, row.get("o_alt") or ()),
        evidence=(Evidence(document, row["sent"]),),
        polarity=row["polarity"],
        modality=row["modality"],
        speaker=_participant(speaker, known) if speaker else None,
        when=_when(row["time"]) if row["time"] else None,
        quantity=_quantity(row["quantity"]) if row["quantity"] else None,
        qualifiers=tuple((name, _participant(value, known)) for name, value in qualifiers),
        rule="gold",
    )


def _participant(name: str, known: dict[str, dict[str, Any]], others: tuple[str, ...] = ()) -> Participant:
    entity = known.get(name, {"type": "Thema", "mentions": []})
    aliases = others if entity["type"] == "Thema" else entity["mentions"]
    return Participant(Entity(slug(name), name, entity["type"], tuple(dict.fromkeys(aliases))))


def _when(value: str) -> When:
    first, _, last = value.partition("/")
    begin, end = published_bounds(first), published_bounds(last or first)
    if begin is None or end is None:
        raise ValueError(f"the gold has a time that is no date: {value}")
    return When(value, begin[0], end[1])


def _quantity(row: dict[str, Any]) -> Quantity:
    comparator = COMPARATORS.get(row.get("qualifier") or "", "=")
    return Quantity(0, 0, float(row["value"]), row["unit"], comparator, row.get("qualifier") or "")
