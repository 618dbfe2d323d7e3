"""People without a name: whoever "ein Sprecher" or "der iranische Vizeminister" is, "er" may be him."""

from __future__ import annotations

from kg.annotate.noun_classes import noun_class
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["is_stranger", "stranger"]

_NOBODY = ""  # the id of whom no mention may refer to
_DETERMINERS = ("ART", "PPOSAT", "PIAT", "PDAT")


def stranger(scene: Scene, index: int) -> Mention | None:
    """Return the person that a subject without a name is, told from all others only by where it stands.

    A bare definite noun (der Politiker) is none: it takes up somebody named before.
    """
    token = scene.tokens[index]
    if token.tag != "NN" or "s" not in token.morph.number or noun_class(token.lemma) != "Person":
        return None
    subject = scene.subject_of(index)
    if subject is None or subject.head != index or subject.conjuncts or scene.mention_at(index) is not None:
        return None
    first = index
    while first and scene.tokens[first - 1].start >= subject.start:
        first -= 1
    bare = first == index - 1 and token.end == subject.end and scene.tokens[first].lemma in ("der", "die", "das")
    if bare or scene.tokens[first].tag not in _DETERMINERS:
        return None
    person = Entity(_NOBODY, f"{token.lemma} {index}", "Person", gender=token.morph.gender, provisional=True)
    return Mention(token.start, token.end, (person,), "description")


def is_stranger(entity: Entity) -> bool:
    """Tell whether an entity only stands for somebody whose name is not known."""
    return entity.id == _NOBODY
