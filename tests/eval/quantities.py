"""The amounts of the seed articles' gold claims, and which of them the quantities layer finds."""

from __future__ import annotations

import json
from functools import cache
from math import isclose
from typing import Any

from eval.shared import ARTICLES, GOLD, read_text

from kg.annotate.quantities.find import measured_duration
from kg.model.reading import Quantity


def amounts(text: str, published: str | None) -> list[Quantity]:
    """Return the amounts of a text, lengths of time among them."""
    reading = read_text(text, published)
    lengths = [length for time in reading.times if (length := measured_duration(time, text))]
    return [*reading.quantities, *lengths]


def agrees(found: Quantity, gold: dict[str, Any]) -> bool:
    """Tell whether value and unit are those of the gold, which names the head of a compound or just persons."""
    same_unit = found.unit.lower().endswith(gold["unit"].lower()) or gold["unit"] == "Personen"
    return same_unit and isclose(found.value, gold["value"], rel_tol=1e-3)


@cache
def missed_quantities() -> tuple[int, list[str]]:
    """Return how many gold claims state an amount, and those whose amount is not found in their sentence."""
    stated, missed = 0, []
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (ARTICLES / f"{path.stem}.txt").read_text(encoding="utf-8")
        found = amounts(text, gold["published"])
        for claim in (claim for claim in gold["claims"] if claim["quantity"]):
            start = text.find(claim["sent"])
            inside = [q for q in found if start <= q.start and q.end <= start + len(claim["sent"])]
            stated += 1
            if start < 0 or not any(agrees(quantity, claim["quantity"]) for quantity in inside):
                missed.append(f"{path.stem} {claim['id']}: {claim['quantity']}")
    return stated, missed


if __name__ == "__main__":
    print(missed_quantities())
