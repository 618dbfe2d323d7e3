"""Whom er and sie mean inside what somebody says: who says it, or of whom it is said."""

from __future__ import annotations

from kg.annotate.lexicon import word_list
from kg.annotate.names.inflection import is_name_in_genitive
from kg.annotate.reference.discourse import Discourse, agrees
from kg.annotate.reference.possessives import goes_on
from kg.annotate.reference.scene import Scene, entity_at
from kg.annotate.reference.subjects import acts, last_subject
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["accused", "man_spoken_for", "man_who_speaks", "speaks_of_himself", "spokesmen", "woman_who_speaks"]

_OWNED = 3  # words: sein, früherer, Anwalt
_SPEAKING_FOR = ("anwalt", "anwält", "beistand", "berater", "büro", "manager", "sprecher", "verteidiger", "vertreter")


def accused(scene: Scene, index: int) -> int | None:
    """Return the head of whom the words are said: Der Kreml warf dem Westen vor, er wolle Streit."""
    number = scene.clause_of.get(index)
    parent = scene.clauses[number].parent if number is not None else None
    if parent is None or scene.clauses[parent].lemma not in word_list("accusing_verbs.txt"):
        return None
    told = (a for a in scene.clauses[parent].arguments if a.role in ("dative", "object") and a.clause is None)
    return next((a.head for a in told if a.head < index), None)


def spokesmen(scene: Scene, index: int, genders: str) -> frozenset[Entity]:
    """Return who speaks for whom the token means: **Er** sei bereit, sagte **sein Anwalt Otto Weber**."""
    speaks = scene.said_by.get(index, ())
    if not speaks or not _is_whose(scene, speaks[0], "sein" if "m" in genders else "ihr"):
        return frozenset()
    return frozenset(e for place in speaks if (e := entity_at(scene, place, {})) is not None)


def man_spoken_for(scene: Scene, index: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return whom the speaker of the words belongs to that the token stands in: **Sein** Anwalt sagte, **er** …."""
    speaks = scene.said_by.get(index, ())
    whose = resolved.get(speaks[0]) if speaks and _is_whose(scene, speaks[0], "sein") else None
    return whose.entities[0] if whose is not None and _is_man(whose.entities[0]) else None


def _is_whose(scene: Scene, index: int, stem: str) -> bool:
    """Tell whose spokesman or lawyer is said to speak, not his rival or predecessor: sein | Anwalt."""
    words = scene.tokens[index : index + _OWNED]
    owned = words[0].tag == "PPOSAT" and words[0].text.lower().startswith(stem)
    speaking = (w.lemma.lower() for w in words[1:] if w.tag == "NN")
    return owned and any(noun.removesuffix("in").endswith(_SPEAKING_FOR) for noun in speaking)


def man_who_speaks(scene: Scene, index: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return the man who says what the token stands in: **Sein Vorgänger Otto Weber** sagte, er …, not whose."""
    said_by = (place for place in scene.said_by.get(index, ()) if scene.tokens[place].tag != "PPOSAT")
    named = (entity_at(scene, place, resolved) for place in said_by)
    return next((e for e in named if e is not None and _is_man(e)), None)


def speaks_of_himself(
    scene: Scene, discourse: Discourse, index: int, speaker: Entity, resolved: dict[int, Mention]
) -> bool:
    """Tell whether "er" is who speaks: he says "er selbst", or speaks of no other man as its subject."""
    if speaker in scene.fellows(index):
        return False
    if index + 1 < len(scene.tokens) and scene.tokens[index + 1].text in ("selbst", "selber"):
        return True
    if _goes_on_about(scene, index, speaker, resolved):
        return False
    sentence = scene.sentence_of[index]
    begun = any(scene.sentence_of[place] == sentence for place in scene.said_by[index])
    subjects = discourse.subjects(sentence, reach=0 if begun else 1)
    return all(e == speaker or not _is_man(e) for e in subjects)


def _goes_on_about(scene: Scene, index: int, speaker: Entity, resolved: dict[int, Mention]) -> bool:
    """Tell "er" at the head of a sentence behind one in which its speaker spoke of another: für Horn sei das gut."""
    if goes_on(scene, index):
        return False
    for place in scene.before(index, reach=1):
        other = entity_at(scene, place, resolved) if place in scene.said_by else None
        if other is None or other == speaker or not _is_man(other):
            continue
        if not is_name_in_genitive(scene.tokens[place].text, other.label):
            return True
    return False


def woman_who_speaks(scene: Scene, discourse: Discourse, index: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return the woman who says what "sie" does that only somebody does, where she speaks of no other woman.

    A sentence that begins with "sie" is about her unless the one before was about something feminine: die Bahn.
    """
    named = (entity_at(scene, place, resolved) for place in scene.said_by.get(index, ()))
    woman = next((e for e in named if e is not None and e.type == "Person" and e.gender == "f"), None)
    others = discourse.subjects(scene.sentence_of[index], reach=1)
    alone = all(e == woman or e.gender != "f" for e in others)
    opens = not goes_on(scene, index) and last_subject(scene, index, "f") is None
    return woman if alone and (opens or acts(scene, index)) else None


def _is_man(entity: Entity) -> bool:
    return entity.type == "Person" and agrees(entity, "m")
