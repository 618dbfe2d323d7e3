"""Who has left an office of late, so that another named since may hold it."""

from __future__ import annotations

from kg.annotate.lexicon import word_list
from kg.annotate.reference.scene import Scene, entity_at
from kg.model.entity import Entity
from kg.model.reading import Clause

__all__ = ["may_be_succeeded"]

_NEW = frozenset({"Neuer", "Neue", "neuer", "neue", "neuen", "Nachfolger", "Nachfolgerin", "Nachfolge"})
_MAKING = frozenset({"ernennen", "berufen", "nachfolgen", "nachrücken", "übernehmen", "vereidigen"})


def may_be_succeeded(scene: Scene, person: Entity, index: int) -> bool:
    """Tell whether the text says that somebody goes, and who comes, before a token: Neuer Minister wird | Weber."""
    left = max((c.head for c in scene.clauses if c.head < index and _goes(scene, c, person)), default=None)
    if left is None:
        return False
    behind = range(left + 1, index)
    people = (scene.mentions[scene.at[place]] for place in behind if place in scene.at)
    others = any(m.kind == "name" and m.entities[0].type == "Person" and m.entities[0] != person for m in people)
    return others and any(scene.tokens[place].text in _NEW or scene.tokens[place].lemma in _MAKING for place in behind)


def _goes(scene: Scene, clause: Clause, person: Entity) -> bool:
    """Tell whether somebody is who leaves or is made to leave in a clause."""
    if clause.lemma not in word_list("leaving_verbs.txt"):
        return False
    told = [a for a in clause.arguments if a.role in ("subject", "object") and a.clause is None]
    whom = [a for a in told if a.role == "object"] if clause.voice == "active" else told
    return any(entity_at(scene, a.head, {}) == person for a in whom or told)
