"""How much: the amounts in a clause and in its participants, durations among them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.match.scene import Filler, Scene
from kg.model.offsets import overlapping, starting_in
from kg.model.reading import Clause, Quantity

__all__ = ["AMOUNTS", "amounts", "amounts_in", "holds_amount"]

AMOUNTS = ("quantity", "outer.quantity", "duration")
"""Paths of the first amount in a clause, of that in the clause around it, and of the first duration."""


def amounts(scene: Scene, clause: Clause, wanted: Collection[str]) -> dict[str, Filler]:
    """Return the amounts at those of the paths that are wanted."""
    around = scene.annotations.clauses[clause.parent] if clause.parent is not None else None
    found: dict[str, Filler] = {}
    for path in wanted:
        place = around if path.startswith("outer.") else clause
        layer = scene.durations if path == "duration" else scene.annotations.quantities
        filler = _first(scene, place, layer) if path in AMOUNTS and place is not None else None
        found |= {path: filler} if filler is not None else {}
    return found


def holds_amount(scene: Scene, filler: Filler) -> bool:
    """Tell whether an amount stands in a participant."""
    return next(amounts_in(scene, filler), None) is not None


def amounts_in(scene: Scene, filler: Filler, *, lasting: bool = True) -> Iterator[Quantity]:
    """Yield the amounts in a participant in order, behind them how long it lasts unless `lasting` is false.

    A comparator may stand before it: bei | über 20 Euro.
    """
    layers = (scene.annotations.quantities, scene.durations if lasting else ())
    return (amount for layer in layers for amount in overlapping(layer, filler.start, filler.end))


def _first(scene: Scene, clause: Clause, found: Sequence[Quantity]) -> Filler | None:
    """Return the first amount among the words of a clause and its participants.

    What hangs on a noun may say since when rather than how long: der erste Besuch | seit drei Jahren.
    """
    tokens = scene.annotations.tokens
    own = {tokens[index].start for index in clause.tokens}
    reach = (*own, *(argument.start for argument in clause.arguments), *(a.end for a in clause.arguments))
    for amount in starting_in(found, min(reach), max(reach) + 1):
        lasting = clause.kind == "nominal" and amount in scene.durations
        inside = not lasting and any(a.start <= amount.start < a.end for a in clause.arguments)
        if amount.start in own or inside:
            return Filler(amount.start, amount.end, ())
    return None
