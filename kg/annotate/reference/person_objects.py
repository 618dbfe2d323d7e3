"""The objects "sie" and "ihnen" that take up persons named before: Die Polizei nahm sie fest, warf ihnen Betrug vor."""

from __future__ import annotations

from kg.annotate.lexicon import word_list
from kg.annotate.noun_classes import noun_class
from kg.annotate.reference.scene import Scene, entity_at
from kg.model.entity import Entity
from kg.model.reading import Argument, Mention

__all__ = ["persons_taken_up"]

_ROLES = {"sie": "object", "ihnen": "dative"}
_ACTING = ("Person", "Organisation", "Staat", "Akteur")
_REACH = 1  # sentences


def persons_taken_up(scene: Scene, index: int, resolved: dict[int, Mention]) -> tuple[Entity, ...]:
    """Return the woman or the several persons that an object pronoun means: those last named as subject or object.

    Nobody else of whom it could be said stands between, and the verb asks for persons, as the dative does.
    """
    word = scene.tokens[index].text.lower()
    number = scene.clause_of.get(index)
    clause = scene.clauses[number] if number is not None else None
    role = _ROLES.get(word)
    own = next((a for a in clause.arguments if a.head == index), None) if clause is not None and role else None
    if clause is None or own is None or own.role != role:
        return ()
    if role == "object" and clause.lemma not in word_list("personal_verbs.txt"):
        return ()
    spans = [(a.start, a.end) for a in clause.arguments]
    last = _last_persons(scene, index, resolved)
    if last is None or any(start <= scene.tokens[last.head].start < end for start, end in spans):
        return ()
    found = _persons(scene, last, resolved)
    one_woman = len(found) == 1 and word == "sie" and found[0].gender == "f"
    if not found or not (one_woman or len(found) > 1) or _others_between(scene, last, index, spans):
        return ()
    return found


def _last_persons(scene: Scene, index: int, resolved: dict[int, Mention]) -> Argument | None:
    """Return the last subject or object before a token that names persons only."""
    reach = scene.sentence_of[index] - _REACH
    told = (a for clause in scene.clauses for a in clause.arguments if a.role in ("subject", "object") and not a.shared)
    near = (a for a in told if a.head < index and scene.sentence_of[a.head] >= reach and a.clause is None)
    return max((a for a in near if _persons(scene, a, resolved)), key=lambda a: a.head, default=None)


def _persons(scene: Scene, argument: Argument, resolved: dict[int, Mention]) -> tuple[Entity, ...]:
    heads = [head for _, _, head in argument.conjuncts] or [argument.head]
    named = [entity_at(scene, head, resolved) or entity_at(scene, head + 1, resolved) for head in heads]
    known = tuple(dict.fromkeys(entity for entity in named if entity is not None and entity.type == "Person"))
    return known if len(known) == len(named) else ()


def _others_between(scene: Scene, last: Argument, index: int, spans: list[tuple[int, int]]) -> bool:
    """Tell whether somebody else may be meant who stands behind those named and in no part of the pronoun's clause."""
    first = max((head for _, _, head in last.conjuncts), default=last.head)
    for place in range(first + 2, index):
        token = scene.tokens[place]
        if token.tag not in ("NN", "NE") or any(start <= token.start < end for start, end in spans):
            continue
        named = scene.mention_at(place)
        kind = named.entities[0].type if named is not None else noun_class(token.lemma)
        if kind in _ACTING and ("p" in token.morph.number or "f" in token.morph.gender or named is not None):
            return True
    return False
