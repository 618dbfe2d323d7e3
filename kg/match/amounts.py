"""How much: the amounts in a clause and in its participants, durations among them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from kg.match.scene import Filler, Scene
from kg.model.offsets import first_from, overlapping, starting_in
from kg.model.reading import Clause, Quantity

__all__ = ["AMOUNTS", "amounts", "amounts_in", "holds_amount", "says_how_much"]

AMOUNTS = ("quantity", "outer.quantity", "second.quantity", "duration")
"""Paths of the first amount in a clause, of that in the clause around it, of a second of one unit (mit 60 zu 22
Stimmen), and of the first duration."""


DIFFERENCE = (
    "mehr",
    "weniger",
    "länger",
    "kürzer",
    "höher",
    "niedriger",
    "tiefer",
    "später",
    "früher",
    "teurer",
    "billiger",
)
"""Words behind an amount that say by how much one thing is more or less than another."""


def amounts(scene: Scene, clause: Clause, wanted: Collection[str]) -> dict[str, Filler]:
    """Return the amounts at those of the paths that are wanted."""
    found = {path: _at(scene, clause, path) for path in wanted if path in AMOUNTS}
    return {path: Filler(amount.start, amount.end, ()) for path, amount in found.items() if amount is not None}


def _at(scene: Scene, clause: Clause, path: str) -> Quantity | None:
    place = clause
    if path.startswith("outer."):
        if clause.parent is None:
            return None
        place = scene.annotations.clauses[clause.parent]
    found = _in_clause(scene, place, scene.durations if path == "duration" else scene.annotations.quantities)
    there = iter(sorted(found, key=partial(_rank, scene, place)))
    first = next(there, None)
    if first is not None and path == "quantity" and _is_former(scene, first):
        lasting = _in_clause(scene, place, scene.durations)
        return next((a for a in lasting if a.start > first.end and a.unit == first.unit), None)
    if first is None or not path.startswith("second."):
        return first
    return next((amount for amount in there if amount.unit == first.unit and not _is_whole(scene, amount)), None)


def _is_former(scene: Scene, amount: Quantity) -> bool:
    """Tell from what something changes: von | sechs auf acht Monate."""
    tokens = scene.annotations.tokens
    first, last = first_from(tokens, amount.start), first_from(tokens, amount.end)
    return [token.text for token in (*tokens[max(0, first - 1) : first], *tokens[last : last + 1])] == ["von", "auf"]


def _is_whole(scene: Scene, amount: Quantity) -> bool:
    """Tell the number of all from which some are taken: mit 179 von | 350 Stimmen."""
    first = first_from(scene.annotations.tokens, amount.start)
    before = scene.annotations.tokens[max(first - 2, 0) : first]
    return len(before) > 1 and before[0].tag == "CARD" and before[1].text == "von"


def _rank(scene: Scene, clause: Clause, amount: Quantity) -> int:
    """Order amounts by whose they are: of whom or what it befalls, then of who acts, before any other.

    From what something changes, stands last: von 45 auf 50 Prozent.
    """
    befallen = "object" if clause.voice == "active" else "subject"
    within = [a for a in clause.arguments if a.start <= amount.start < a.end]
    roles = {a.role for a in within}
    former = any(a.role == "oblique" and a.preposition == "von" for a in within)
    before = scene.annotations.tokens[max(0, first_from(scene.annotations.tokens, amount.start) - 1)]
    former |= not roles and before.text == "von"
    return 0 if befallen in roles else 1 if "subject" in roles else 3 if former else 2


def holds_amount(scene: Scene, filler: Filler, *, units: Collection[str] = ()) -> bool:
    """Tell whether an amount stands in a participant, of one of the units if any are given."""
    return any(not units or amount.unit in units for amount in amounts_in(scene, filler))


def says_how_much(scene: Scene, filler: Filler) -> bool:
    """Tell how much something is from by how much it is more or less: kostet 20 Euro, but not 20 Euro mehr."""
    tokens = scene.annotations.tokens
    behind = (first_from(tokens, amount.end) for amount in amounts_in(scene, filler))
    return any(place == len(tokens) or tokens[place].text not in DIFFERENCE for place in behind)


def amounts_in(scene: Scene, filler: Filler, *, lasting: bool = True) -> Iterator[Quantity]:
    """Yield the amounts in a participant in order, behind them how long it lasts unless `lasting` is false.

    A comparator may stand before it: bei | über 20 Euro.
    """
    layers = (scene.annotations.quantities, scene.durations if lasting else ())
    return (amount for layer in layers for amount in overlapping(layer, filler.start, filler.end))


def _in_clause(scene: Scene, clause: Clause, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the amounts among the words of a clause and its participants.

    What hangs on a noun may say since when rather than how long: der erste Besuch | seit drei Jahren.
    """
    tokens = scene.annotations.tokens
    own = {tokens[index].start for index in clause.tokens}
    reach = (*own, *(argument.start for argument in clause.arguments), *(a.end for a in clause.arguments))
    for amount in starting_in(found, min(reach), max(reach) + 1):
        lasting = clause.kind == "nominal" and amount in scene.durations
        inside = not lasting and any(a.start <= amount.start < a.end for a in clause.arguments)
        if amount.start in own or inside:
            yield amount
