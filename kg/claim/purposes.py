"""What a law, plan or treaty is for, where a relative clause says it: ein Gesetz, das die Löhne regelt."""

from __future__ import annotations

from kg.annotate.words.nouns import noun_gender
from kg.claim.nominalisation import name_of_clause
from kg.match.nouns import is_purposeful
from kg.match.scene import Part, Scene
from kg.model.reading import Clause

__all__ = ["purpose_of"]


def purpose_of(scene: Scene, part: Part) -> str:
    """Return what a noun is for as its attribute (zur Regelung der Löhne), empty where no relative clause says it."""
    if not is_purposeful(scene.annotations.tokens[part.head].lemma):
        return ""
    clause = next((clause for clause in scene.relatives.get(part.head, ()) if _says_of(clause, part.head)), None)
    name = (
        name_of_clause(scene, clause, own=True, strict=True, spoken=True, bare=False)
        if clause is not None and clause.negation is None
        else None
    )
    if clause is None or name is None or " " not in name or name.endswith(f" {clause.lemma}"):
        return ""
    return f"{'zur' if noun_gender(name.split()[0]) == 'f' else 'zum'} {name}"


def _says_of(clause: Clause, head: int) -> bool:
    """Tell a relative clause that says what the noun does to something."""
    roles = {argument.role for argument in clause.arguments if argument.antecedent == head and not argument.shared}
    acting = clause.voice == "active" and roles == {"subject"}
    return acting and any(argument.role == "object" and argument.clause is None for argument in clause.arguments)
