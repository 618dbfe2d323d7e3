"""Words that point to somebody: dieser, der and die that stand alone, ersterer and letzterer."""

from __future__ import annotations

from kg.annotate.clauses.government import governing_verbs
from kg.annotate.noun_classes import noun_class
from kg.annotate.reference.discourse import agrees
from kg.annotate.reference.scene import BODIES, Scene, entity_at
from kg.model.entity import Entity
from kg.model.reading import Mention, Morph

__all__ = ["one_of_two", "pointed_at"]

_THIS = {"dieser": "m", "diesem": "mn", "diesen": "m", "dieses": "n"}
_STANDING_ALONE = {"der": "m", "die": "f", "diese": "f"}  # as subjects: Weber traf Horn. Der lehnte ab.
_ORDERED = {"er": "m", "em": "mn", "e": "f", "es": "n"}
_LATTER, _FORMER = "letzter", "erster"
_WORDS = frozenset(order + ending for order in (_LATTER, _FORMER) for ending in _ORDERED)
_TWO = 2


def pointed_at(scene: Scene, index: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return whom "dieser" means: the last noun or name before it that agrees, whatever part it has in its clause."""
    word = scene.tokens[index].text.lower()
    genders = _THIS.get(word) or (_genders_of_subject(scene, index) if word in _STANDING_ALONE else "")
    if not genders:
        return None
    acts = _acts(scene, index)
    for place in scene.before(index, reach=1):
        token = scene.tokens[place]
        if token.tag == "NN" and place not in scene.at and place not in resolved:
            rival = _is_of(token.morph, genders) and not (acts and noun_class(token.lemma) is None)
            if rival:
                return None
            continue
        named = scene.mention_at(place)
        if named is not None and named.kind == "demonym":
            continue  # drei Polen … Dieser: no state, and none of the three
        if token.tag == "NE" and place not in scene.at:
            return None  # a name that nobody knows
        entity = entity_at(scene, place, resolved)
        gender = token.morph.gender if token.tag == "NN" and place not in scene.at else ""
        if entity is not None and (not set(gender).isdisjoint(genders) if gender else agrees(entity, genders)):
            return entity
        if entity is not None and entity.type == "Person" and not entity.gender:
            return None  # she may be a woman as well
    return None


def _is_of(morph: Morph, genders: str) -> bool:
    return "p" in morph.number if genders == "p" else "s" in morph.number and not set(morph.gender).isdisjoint(genders)


def _acts(scene: Scene, index: int) -> bool:
    """Tell the subject of what only somebody does, so that no thing before it may be meant: Diese droht."""
    subject, number = scene.subject_of(index), scene.clause_of.get(index)
    lemma = scene.clauses[number].lemma if number is not None and subject is not None and subject.head == index else ""
    return lemma in governing_verbs()


def _genders_of_subject(scene: Scene, index: int) -> str:
    """Return the gender of a subject that stands alone, "p" where its verb is one of several."""
    subject, number = scene.subject_of(index), scene.clause_of.get(index)
    if subject is None or number is None or subject.head != index or scene.clauses[number].kind != "main":
        return ""
    finite = (scene.tokens[i].morph for i in scene.clauses[number].complex if scene.tokens[i].morph.form == "fin")
    several = next(("p" in morph.number for morph in finite), None)
    word = scene.tokens[index].text.lower()
    if several is None or (several and word == "der"):
        return ""
    return "p" if several else _STANDING_ALONE[word]


def one_of_two(scene: Scene, index: int, resolved: dict[int, Mention]) -> Mention | None:
    """Return whom "ersterer" or "letzterer" means of the two people, bodies or states that alone were just named."""
    token = scene.tokens[index]
    word = token.text.lower()
    if word not in _WORDS or scene.mention_at(index) is not None:
        return None
    named: dict[Entity, None] = {}
    for place in scene.before(index, reach=1):
        entity = entity_at(scene, place, resolved) if scene.tokens[place].text.lower() not in _WORDS else None
        owns = place in scene.at and scene.is_owner(scene.at[place])
        if entity is not None and not owns and entity.type in ("Person", *BODIES):
            named.setdefault(entity)
    two = list(named)[:_TWO] if word.startswith(_LATTER) or len(named) == _TWO else []
    if len(two) < _TWO:
        return None
    meant = two[0] if word.startswith(_LATTER) else two[1]
    fits = not meant.gender or agrees(meant, _ORDERED[word.removeprefix(_LATTER).removeprefix(_FORMER)])
    return Mention(token.start, token.end, (meant,), "pronoun") if fits else None
