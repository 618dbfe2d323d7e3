"""The amounts of the seed articles' gold claims, and which of them the quantities layer finds."""

from __future__ import annotations

import json
from math import isclose
from pathlib import Path
from typing import Any

from kg.annotate.quantities.find import find_quantities, measured_duration
from kg.annotate.sentences import split_sentences
from kg.annotate.times.find import find_times
from kg.annotate.tokens import tokenize
from kg.annotate.words import tag_words
from kg.model.reading import Quantity

SHARED = Path(__file__).parents[2].parent / "shared"


def amounts(text: str, published: str | None) -> list[Quantity]:
    """Return the amounts of a text, lengths of time among them."""
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    tokens = tag_words(tokens, sentences)
    times = find_times(text, tokens, sentences, published)
    lengths = [length for time in times if (length := measured_duration(time, text))]
    return [*find_quantities(text, tokens, sentences, times), *lengths]


def agrees(found: Quantity, gold: dict[str, Any]) -> bool:
    """Tell whether value and unit are those of the gold, which names the head of a compound or just persons."""
    same_unit = found.unit.lower().endswith(gold["unit"].lower()) or gold["unit"] == "Personen"
    return same_unit and isclose(found.value, gold["value"], rel_tol=1e-3)


def missed_quantities(shared: Path = SHARED) -> tuple[int, list[str]]:
    """Return how many gold claims state an amount, and those whose amount is not found in their sentence."""
    stated, missed = 0, []
    for path in sorted((shared / "gold" / "seeds").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (shared / "articles" / "seeds" / f"{path.stem}.txt").read_text(encoding="utf-8")
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
