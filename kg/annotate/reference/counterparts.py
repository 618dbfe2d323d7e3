"""People called by what they are to another: ihr Amtskollege, seine Rivalin, ihr Gastgeber."""

from __future__ import annotations

from kg.annotate.lexicon import word_list
from kg.annotate.reference.discourse import Discourse, agrees
from kg.annotate.reference.nations import name_at
from kg.annotate.reference.noun_phrases import adjectives_before, is_completed
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["counterpart"]

_REACH = 2  # sentences
_COLLEAGUES = ("kollege", "kollegin", "pendant")
_ANY_COLLEAGUES = ("Kollege", "Kollegin")  # who may serve in one government, too


def counterpart(scene: Scene, discourse: Discourse, index: int, resolved: dict[int, Mention]) -> Mention | None:
    """Return the only other person of late whom a noun of `counterpart_nouns.txt` with a possessive may mean.

    A colleague from another state holds no office of another rank; an adjective says which state it is.
    """
    token = scene.tokens[index]
    adjectives = adjectives_before(scene, index)
    first = min(adjectives, default=index)
    owner = resolved.get(first - 1)
    known = token.lemma in word_list("counterpart_nouns.txt") and "s" in token.morph.number
    if not known or owner is None or owner.kind != "pronoun" or index in scene.apposed or index in scene.holders:
        return None
    if is_completed(scene, index) or len(owner.entities) > 1 or owner.entities[0].type != "Person":
        return None
    states = {name_at(scene, place) for place in adjectives}
    if len(states) > 1 or any(state is None or state.type != "Staat" for state in states):
        return None
    state = next(iter(states), None)
    person = _other(scene, discourse, index, owner.entities[0], state)
    return None if person is None else Mention(scene.tokens[first].start, token.end, (person,), "description")


def _other(scene: Scene, discourse: Discourse, index: int, owner: Entity, state: Entity | None) -> Entity | None:
    token, sentence, fellows = scene.tokens[index], scene.sentence_of[index], scene.fellows(index)
    gender = "f" if token.lemma.endswith("in") else "m"
    for reach in range(1, _REACH + 1):
        near = [e for e in discourse.recent(sentence, ("Person",), reach=reach, named=True) if e != owner]
        near = [e for e in near if agrees(e, gender) and e not in fellows]
        if near:
            one = near[0] if len(near) == 1 else None
            return one if one is not None and _fits(discourse, token.lemma, owner, one, state) else None
    return None


def _fits(discourse: Discourse, noun: str, owner: Entity, other: Entity, state: Entity | None) -> bool:
    served = discourse.states_served(other)
    if state is not None and state not in served:
        return False
    if not noun.lower().endswith(_COLLEAGUES):
        return True
    ranks = {held.rank or held.title for held in discourse.offices_of(owner)}
    own = {held.rank or held.title for held in discourse.offices_of(other)}
    same = bool(served) and not served.isdisjoint(discourse.states_served(owner))
    if same:
        return noun in _ANY_COLLEAGUES
    return not own or not ranks or not own.isdisjoint(ranks)
