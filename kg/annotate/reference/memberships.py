"""Whose party "seine Partei" is: what the text says beside a person's name, or the only party it speaks of."""

from __future__ import annotations

from kg.annotate.names.kinds import kind_of
from kg.annotate.reference.discourse import Discourse
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["own_party", "parties_beside"]

_BESIDE = frozenset({"der", "von", "des", "("})
_PARTY = "Partei"
_REACH = 5  # sentences, this one included: parties are spoken of for a while


def own_party(scene: Scene, discourse: Discourse, index: int, owner: Mention | None) -> Entity | None:
    """Return the party of the person whom a possessive before the noun at `index` means.

    A name may follow: dessen Partei Fidesz.
    """
    person = owner.entities[0] if owner is not None and len(owner.entities) == 1 else None
    if person is None or person.type != "Person" or index + 1 in scene.at:
        return None
    held = {office.of for office in discourse.offices_of(person) if _is_party(office.of)}
    parties = held or parties_beside(scene, person)
    for reach in range(_REACH if not parties else 0):
        near = discourse.recent(scene.sentence_of[index], ("Organisation",), reach=reach)
        parties = parties or {entity for entity in near if _is_party(entity)}
    return parties.pop() if len(parties) == 1 else None


def parties_beside(scene: Scene, person: Entity) -> set[Entity]:
    """Return the parties that stand beside the names of a person: die SPD-Abgeordnete X, X (SPD), X von der SPD."""
    found: set[Entity] = set()
    for place, number in scene.at.items():
        if person not in scene.mentions[number].entities:
            continue
        behind = place + 1
        while behind < len(scene.tokens) and scene.tokens[behind].text in _BESIDE:
            behind += 1
        beside = [place - 1] + ([behind] if behind > place + 1 else [])
        named = (scene.mentions[scene.at[near]].entities[0] for near in beside if near in scene.at)
        found |= {entity for entity in named if _is_party(entity)}
    return found


def _is_party(entity: Entity) -> bool:
    return entity.type == "Organisation" and kind_of(entity) == _PARTY
