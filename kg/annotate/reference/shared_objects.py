"""The objects "sie" and "es" that go on about the object of the clause before: lobte Polen und verteidigte es."""

from __future__ import annotations

from kg.annotate.reference.scene import Scene, entity_at
from kg.model.entity import Entity
from kg.model.reading import Argument, Clause, Mention

__all__ = ["object_taken_up"]

_GENDERS = {"sie": "f", "es": "n"}


def object_taken_up(scene: Scene, index: int, word: str, resolved: dict[int, Mention]) -> Entity | None:
    """Return whom an object pronoun means whose clause shares its subject with the one before, which has an object."""
    number = scene.clause_of.get(index)
    if number is None or word not in _GENDERS:
        return None
    clause = scene.clauses[number]
    own, subject = _argument(clause, "object"), _argument(clause, "subject")
    if own is None or own.head != index or own.clause is not None or subject is None or not subject.shared:
        return None
    before = next((c for c in reversed(scene.clauses[:number]) if _shares(c, subject)), None)
    told = _argument(before, "object") if before is not None else None
    if told is None or told.clause is not None or told.conjuncts or not told.head < index:
        return None
    return _agreeing(scene, told, _GENDERS[word], resolved)


def _argument(clause: Clause, role: str) -> Argument | None:
    return next((argument for argument in clause.arguments if argument.role == role), None)


def _shares(clause: Clause, subject: Argument) -> bool:
    own = _argument(clause, "subject")
    return own is not None and own.head == subject.head and clause.kind not in ("nominal", "participle", "relative")


def _agreeing(scene: Scene, told: Argument, gender: str, resolved: dict[int, Mention]) -> Entity | None:
    """Return who is named at an object, if its noun, or the name itself, is of one gender and no plural."""
    entity, token = entity_at(scene, told.head, resolved), scene.tokens[told.head]
    if entity is None:
        return None
    if token.tag == "NN":
        return entity if token.morph.gender == gender and token.morph.number == "s" else None
    return entity if entity.gender == gender and entity.type != "Person" else None
