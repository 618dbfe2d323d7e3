"""Who else a pronoun may mean than who was the subject before: whom somebody blames or dismisses, who was left open."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.lexicon import word_list
from kg.annotate.reference.discourse import agrees
from kg.annotate.reference.scene import Scene, entity_at
from kg.model.entity import Entity
from kg.model.reading import Clause, Mention

__all__ = ["blamed_before", "is_left_open", "may_be_object", "named_aside"]

_MASCULINE = frozenset({"er", "ihn", "ihm"})
_SUBJECT = frozenset({"er"})
_TOLD = ("object", "dative")


def named_aside(scene: Scene, index: int) -> frozenset[Entity]:
    """Return whom a relative clause before a subject names that belongs to its clause: das Treffen, das Weber leitete.

    Such a subject may be them or not: Im Brief, den Weber schrieb, klagt | er; dem Treffen, das Weber leitete, blieb
    | er fern.
    """
    own, subject = scene.clause_of.get(index), scene.subject_of(index)
    if own is None or subject is None or subject.head != index or scene.clauses[own].kind != "main":
        return frozenset()
    others = {scene.clause_of[place] for place in scene.before(index) if place in scene.clause_of} - {own}
    asides = (number for number in others if scene.clauses[number].kind == "relative")
    return frozenset(entity for number in asides for entity in scene.named_in[number])


def is_left_open(scene: Scene, index: int, resolved: dict[int, Mention]) -> bool:
    """Tell "er" behind a pronoun for the same one of whom it is not known who it is: stürzte | ihn, weil er ….

    So it is where the sentence before has "er" as its subject and this one names nobody.
    """
    found = False
    for place in scene.before(index, reach=1):
        token, here = scene.tokens[place], scene.sentence_of[place] == scene.sentence_of[index]
        taking_up = token.tag == "PPER" and token.text.lower() in (_MASCULINE if here else _SUBJECT)
        if taking_up and place not in scene.quoted:
            if place in resolved:
                return False
            found = True
        elif here and place in scene.at and scene.mentions[scene.at[place]].entities[0].type == "Person":
            return False
    return found


def blamed_before(scene: Scene, index: int, genders: str, resolved: dict[int, Mention]) -> Entity | None:
    """Return whom the sentence before blames or praises, so that reported speech is of them: X rügt Y. Er sei faul."""
    number, subject = scene.clause_of.get(index), scene.subject_of(index)
    if number is None or subject is None or subject.head != index:
        return None
    clause = scene.clauses[number]
    if clause.mood != "k1" or clause.kind != "main" or not _opens(scene, index, number):
        return None
    for before in _clauses_before(scene, index):
        if before.lemma not in word_list("blaming_verbs.txt") and before.lemma not in word_list("crediting_verbs.txt"):
            continue
        return _object_of(scene, before, genders, resolved)
    return None


def _opens(scene: Scene, index: int, number: int) -> bool:
    """Tell a clause that its sentence begins with."""
    first = min(scene.before(index), default=index)
    return scene.clause_of.get(first) == number


def may_be_object(scene: Scene, index: int, person: Entity, resolved: dict[int, Mention]) -> bool:
    """Tell whether a man befalls another what the sentence before tells, so that "er" may be the other as well."""
    for before in _clauses_before(scene, index):
        if before.voice == "active" and before.lemma in word_list("object_first_verbs.txt"):
            doer = next((a.head for a in before.arguments if a.role == "subject"), None)
            other = _object_of(scene, before, "m", resolved)
            return doer is not None and entity_at(scene, doer, resolved) == person and other not in (None, person)
    return False


def _object_of(scene: Scene, clause: Clause, genders: str, resolved: dict[int, Mention]) -> Entity | None:
    told = (a.head for a in clause.arguments if a.role in _TOLD and a.clause is None)
    named = (entity_at(scene, head, resolved) or entity_at(scene, head + 1, resolved) for head in told)
    return next((entity for entity in named if entity is not None and agrees(entity, genders)), None)


def _clauses_before(scene: Scene, index: int) -> Iterator[Clause]:
    """Yield the clauses of the sentence before, but not nouns and asides, the last first."""
    last = min(scene.before(index), default=index)
    numbers = dict.fromkeys(scene.clause_of[place] for place in scene.before(last, reach=1) if place in scene.clause_of)
    clauses = (scene.clauses[number] for number in numbers)
    return (clause for clause in clauses if clause.kind not in ("relative", "participle", "nominal"))
