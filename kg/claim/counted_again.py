"""The same measure at another time: Die Zahl der Anträge lag bei 300. Im Vorjahr | waren es 450."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.amounts import amounts_in
from kg.match.clauses import Match
from kg.match.scene import Filler, Scene
from kg.model.offsets import last_at, starting_in
from kg.model.reading import Argument, Clause, Quantity

__all__ = ["counted_again"]

BEING = ("sein", "werden")
IT = "es"
TELLING = ("main", "subordinate", "relative")
HELD = ("predicate", "adverbial", "object")
"""Where a clause has how many it were: waren es | mehr als 450."""


def counted_again(scene: Scene, stated: Sequence[Match]) -> Iterator[tuple[Match, Quantity]]:
    """Yield a match and its amount for each clause that says how many it were then, with the ends of the last measure.

    The measure stands in the same sentence or the one before and has the same unit; a bare number is of its unit.
    """
    measured = [m for m in stated if _is_measure(scene, m)]
    for index, clause in enumerate(scene.annotations.clauses):
        amount = _how_many(scene, clause)
        if amount is None:
            continue
        for match in _measured_before(scene, measured, clause, amount.unit):
            unit = _unit_now(scene, match)
            if unit is not None and amount.unit in ("", unit):
                told = replace(amount, unit=unit)
                yield _told_by(match, clause, index, told), told


def _told_by(match: Match, clause: Clause, index: int, amount: Quantity) -> Match:
    """Return a match as the clause tells it that has its new amount."""
    roles = match.roles | {"quantity": Filler(amount.start, amount.end, ())}
    return replace(match, roles=roles, trigger=clause.head, start=clause.start, end=clause.end, clause=index, taken=())


def _is_measure(scene: Scene, match: Match) -> bool:
    measure = scene.vocabulary.predicates[match.rule.predicate].kind == "measure"
    return measure and "quantity" in match.roles and match.clause is not None


def _how_many(scene: Scene, clause: Clause) -> Quantity | None:
    """Return the amount in a clause like "waren es 450"."""
    if clause.lemma not in BEING or clause.kind not in TELLING or clause.negation is not None:
        return None
    text = scene.annotations.document.text
    subjects = [text[a.start : a.end].lower() for a in clause.arguments if a.role == "subject"]
    if subjects != [IT]:
        return None
    found = (_amount_alone(scene, argument) for argument in clause.arguments if argument.role in HELD)
    return next((amount for amount in found if amount is not None), None)


def _amount_alone(scene: Scene, argument: Argument) -> Quantity | None:
    """Return the amount that a participant is, not one within it: 450, but not der Streit um 450 Stellen."""
    amount = next(amounts_in(scene, Filler(argument.start, argument.end, ()), lasting=False), None)
    return amount if amount is not None and argument.end <= amount.end else None


def _measured_before(scene: Scene, measured: Sequence[Match], clause: Clause, unit: str) -> list[Match]:
    """Return the measures of the clause with the last amount of that unit before, in this sentence or the last."""
    annotations = scene.annotations
    start = annotations.sentences[max(last_at(annotations.sentences, clause.start) - 1, 0)].start
    amounts = starting_in(annotations.quantities, start, clause.start)
    last = [amount for amount in amounts if unit in ("", amount.unit)][-1:]
    told = [(match, annotations.clauses[match.clause]) for match in measured if match.clause is not None]
    return [m for m, of in told for amount in last if of.start <= amount.start < of.end and of.end <= clause.start]


def _unit_now(scene: Scene, match: Match) -> str | None:
    now = next(amounts_in(scene, match.roles["quantity"]), None)
    return now.unit if now is not None else None
