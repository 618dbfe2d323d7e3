"""Why a rule that fired gives no claim, in the words of one who misses it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claim.participants import participants
from kg.claim.quantities import counted_together, quantity_of
from kg.claim.unstated import is_only_wanted
from kg.claim.vague import names_nothing
from kg.match.clauses import Match
from kg.match.scene import Filler, Scene

__all__ = ["why_unclaimed"]


def why_unclaimed(scene: Scene, match: Match) -> str:
    """Return the first condition of a claim that a match, of which there is none, does not meet."""
    predicate = scene.vocabulary.predicates[match.rule.predicate]
    if is_only_wanted(scene, match):
        return "it is only asked, demanded, prevented or supposed here"
    if predicate.kind == "measure":
        if quantity_of(scene, match, predicate) is None:
            return f"{predicate.name} needs an amount"
        if counted_together(scene, match):
            return "the amount is that of several as a whole"
    counted = predicate.kind != "measure"
    for role in ("subject", "object"):
        if not participants(scene, match, role, counted=counted):
            return "; ".join(_unnamed(scene, role, match.roles.get(role), counted=counted))
    return f"{predicate.name} leads from {predicate.domain} to {predicate.range}, not between these two"


def _unnamed(scene: Scene, role: str, filler: Filler | None, *, counted: bool) -> Iterator[str]:
    text = scene.annotations.document.text
    if filler is None:
        yield f"nothing is its {role}"
    elif filler.clause is not None:
        yield f"«{text[filler.start : filler.end]}» makes no topic that names its matter for the {role}"
    else:
        for part in filler.parts:
            bare = counted and part.told is None and names_nothing(scene, part, acting=role == "subject")
            reason = "says too little without the text around it" if bare else "is no name and no noun"
            yield f"«{text[part.start : part.end]}» {reason} to be the {role}"
