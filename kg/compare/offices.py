"""Offices: who speaks for a state, which one only one can hold, and who is said to hold it."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.names.titles import modifier, parse_title
from kg.compare.lists import read_lines
from kg.model.claim import Claim

__all__ = ["OFFICE", "office_key", "shared_office", "sole_office", "speaks_for"]

OFFICE = "amtstraegerVon"
LEADERS = ("head-of-state", "head-of-government", "foreign-minister")
"""Ranks of `titles.csv` whose holders speak for their state."""


def speaks_for(claims: Iterable[Claim]) -> dict[str, str]:
    """Return the state or body by the id of each person who leads it, wherever the claims name one only."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        if claim.predicate == OFFICE and claim.polarity == "pos" and _rank(_title(claim)) in LEADERS:
            found.setdefault(claim.subject.entity.id, set()).add(claim.object.entity.id)
    return {person: next(iter(led)) for person, led in found.items() if len(led) == 1}


def office_key(claim: Claim) -> str:
    """Return what offices of one role share (Premierminister, Regierungschef), "" where the claim names none."""
    words = _title(claim).split()
    if not words:
        return ""
    title = parse_title(words[-1])
    # "Außenminister" and "Chefdiplomat" share a rank; a compound with a prefix of its own is another office.
    last = title.prefix + (title.rank or title.normal) if title else words[-1]
    before = ["deputy" if modifier(word) == "deputy" else word for word in words[:-1]]
    return " ".join([*before, last]).lower()


def sole_office(claim: Claim) -> bool:
    """Tell whether only one person at a time can hold the office that a claim states."""
    title = _title(claim)
    parsed = parse_title(title) if title and " " not in title else None
    if parsed is None:
        return False
    if parsed.normal == "Minister":
        return parsed.prefix not in ("", "Staats")
    return not parsed.prefix and parsed.normal in read_lines("sole_offices.txt")


def shared_office(claim: Claim) -> bool:
    """Tell whether several can hold at once the office that a claim states: deputies, spokespeople, members."""
    words = _title(claim).split()
    if not words or sole_office(claim):
        return False
    parsed = parse_title(words[-1])
    deputy = modifier(words[0]) == "deputy" or words[-1].startswith("Vize")
    return deputy or (parsed is not None and parsed.normal in read_lines("shared_offices.txt"))


def _title(claim: Claim) -> str:
    return next((participant.entity.label for role, participant in claim.qualifiers if role == "amt"), "")


def _rank(title: str) -> str:
    parsed = parse_title(title) if title and " " not in title else None
    return parsed.rank if parsed and not parsed.prefix else ""
