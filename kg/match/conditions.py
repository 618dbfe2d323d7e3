"""What would follow from a condition: Sollte die Stadt zustimmen, müsste sie zahlen."""

from __future__ import annotations

from typing import Final

from kg.match.scene import Scene
from kg.model.offsets import first_from, last_at
from kg.model.reading import Clause

__all__ = ["is_consequence"]

_OPENING: Final = frozenset({"sollte", "sollten", "wäre", "wären", "hätte", "hätten", "würde", "würden"})


def is_consequence(scene: Scene, clause: Clause) -> bool:
    """Tell a main clause in Konjunktiv II whose sentence begins with a condition that opens with its verb."""
    annotations = scene.annotations
    if clause.kind != "main" or clause.mood != "k2":
        return False
    here = last_at(annotations.sentences, clause.start)
    if here < 0 or annotations.sentences[here].start >= clause.start:
        return False
    start = annotations.sentences[here].start
    opening = annotations.clauses[first_from(annotations.clauses, start)]
    first = annotations.tokens[min(opening.complex, default=opening.head)]
    return opening.start < clause.start and first.start == opening.start and first.text.lower() in _OPENING
