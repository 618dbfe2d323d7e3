"""The possessives sein and ihr, and whose dessen and deren say that something is."""

from __future__ import annotations

from kg.annotate.lexicon import word_list
from kg.annotate.noun_classes import noun_class
from kg.annotate.reference.discourse import Discourse, agrees
from kg.annotate.reference.rivals import may_be_object
from kg.annotate.reference.scene import BODIES, Scene, entity_at
from kg.annotate.reference.subjects import last_subject
from kg.model.entity import Entity
from kg.model.reading import Argument, Mention

__all__ = ["goes_on", "possessor", "related_owner"]

_RELATED = {"dessen": "mn", "deren": "fp"}
_GROUNDS = ("für", "wegen", "zu")
_COUNTING = ("Zahl", "Anzahl")
"""Nouns whose possessive means several, no body: Die EU schickt Beobachter; ihre Zahl steigt."""


def possessor(
    scene: Scene, discourse: Discourse, index: int, genders: str, resolved: dict[int, Mention]
) -> Entity | None:
    """Return the subject of the clause; inside it that of the clause around it, else the most prominent person.

    Where no person is near, it is the body or state of which the text went on to speak: Seine Regierung schwieg.
    """
    if index + 1 == len(scene.tokens):
        return None  # the text breaks off before what is owned
    subject = scene.subject_of(index)
    token = scene.tokens[index]
    if _is_opinion(scene, index) and index in scene.said_by:
        named = (entity_at(scene, place, resolved) for place in scene.said_by[index])
        return next((entity for entity in named if entity is not None and agrees(entity, genders)), None)
    listed = _listed_before(scene, index, genders, resolved)
    if listed is not None:
        return listed
    credited = _credited(scene, index)
    if credited is not None:
        entity = entity_at(scene, credited, resolved)
        return entity if entity is not None and agrees(entity, genders) else None
    if _follows_rival(scene, index, genders) or scene.tokens[index + 1].lemma in _COUNTING:
        return None
    if subject is not None and (subject.start <= token.start < subject.end or _is_what_becomes(scene, index, subject)):
        subject = scene.subject_around(index)
        subject = None if subject is not None and _follows(scene, index, subject) else subject
    if subject is not None:
        return _subject_or_other(scene, discourse, index, subject, genders, resolved)
    return _spoken_of(scene, discourse, index, genders, resolved)


def _subject_or_other(
    scene: Scene, discourse: Discourse, index: int, subject: Argument, genders: str, resolved: dict[int, Mention]
) -> Entity | None:
    """Return the subject as the owner, or whom the clause names beside it where the subject owns nothing here."""
    entity = entity_at(scene, subject.head, resolved)
    if entity is None and scene.tokens[subject.head].end < subject.end:
        entity = entity_at(scene, subject.head + 1, resolved)  # CDU-Chef | Otto Weber
    harmed = _harmed(scene, index, genders, entity, resolved)
    if harmed is not None:
        return harmed
    if _is_no_owner(scene, index, subject, entity, genders):
        return _owner_beside(scene, discourse, index, genders, resolved)
    # an unnamed subject owns it itself: Der Mann sah seinen Freund
    named_so = _is_noun_of(scene, subject.head, genders)  # die Stadt (Bonn) … ihre Schulen
    return entity if entity is not None and (agrees(entity, genders) or named_so) else None


def _spoken_of(
    scene: Scene, discourse: Discourse, index: int, genders: str, resolved: dict[int, Mention]
) -> Entity | None:
    """Return the person just spoken of, else the body or state of which the text went on to speak."""
    sentence = scene.sentence_of[index]
    person = discourse.best(sentence, lambda e: e.type == "Person" and agrees(e, genders), reach=1)
    if person is not None and "m" in genders and may_be_object(scene, index, person, resolved):
        return None
    if person is not None or any(agrees(e, genders) for e in discourse.recent(sentence, ("Person",), reach=1)):
        return person
    last = last_subject(scene, index, genders)
    if last is not None and scene.tokens[last].tag == "NN":
        body = entity_at(scene, last, resolved) or entity_at(scene, last + 1, resolved)  # die Gewerkschaft | EVG
        return body if body is not None and body.type in BODIES else None
    return discourse.subject(sentence, lambda e: e.type in BODIES and agrees(e, genders))


def _follows(scene: Scene, index: int, subject: Argument) -> bool:
    """Tell the pronoun of whoever says the words, which comes behind: Sein Land bleibe fest, sagte | er."""
    return subject.head > index and scene.tokens[subject.head].tag == "PPER"


def _is_no_owner(scene: Scene, index: int, subject: Argument, entity: Entity | None, genders: str) -> bool:
    """Tell a subject whose gender shows that it owns nothing here: Die Partei verlangte | seine Freilassung.

    Nor does it own what only somebody has, where it is nobody and comes behind: Unter seiner Führung wuchs der Konzern.
    """
    head = scene.tokens[subject.head]
    if entity is not None and entity.type == "Person":
        return bool(entity.gender) and not agrees(entity, genders)
    personal = scene.tokens[index + 1].lemma in word_list("personal_nouns.txt")
    if personal and subject.head > index and noun_class(head.lemma) != "Person":
        return True
    one = head.tag == "NN" and head.morph.number == "s" and not subject.conjuncts
    other = bool(head.morph.gender) and set(head.morph.gender).isdisjoint(genders)
    many = "m" in genders and (bool(subject.conjuncts) or (head.tag == "NN" and head.morph.number == "p"))
    body = entity is not None and entity.type in BODIES and bool(entity.gender) and not agrees(entity, genders)
    return many or (one and other) or (head.tag == "NE" and body)


def _is_noun_of(scene: Scene, place: int, genders: str) -> bool:
    """Tell whether a token, or the noun before the name that it is, has one of the genders: die Stadt | Bonn."""
    token = scene.tokens[place]
    if token.tag == "NE" and place and scene.tokens[place - 1].tag == "NN":
        token = scene.tokens[place - 1]
    return token.tag == "NN" and not set(token.morph.gender).isdisjoint(genders)


def _owner_beside(
    scene: Scene, discourse: Discourse, index: int, genders: str, resolved: dict[int, Mention]
) -> Entity | None:
    """Return who owns what the subject does not: whom the clause names beside it, else the person just spoken of."""
    beside: dict[Entity, None] = {}
    for place in scene.before(index):
        token = scene.tokens[place]
        entity = entity_at(scene, place, resolved)
        if entity is not None and agrees(entity, genders) and entity.type in ("Person", *BODIES):
            beside.setdefault(entity)
        agreeing = token.tag == "NN" and "s" in token.morph.number and not set(token.morph.gender).isdisjoint(genders)
        if entity is None and agreeing and noun_class(token.lemma) in ("Person", "Organisation"):
            return None
    if beside:
        return next(iter(beside)) if len(beside) == 1 else None
    sentence = scene.sentence_of[index]
    if "f" in genders:  # "ihr" may be that of several
        return discourse.subject(sentence, lambda e: e.type == "Person" and e.gender == "f")
    return discourse.best(sentence, lambda e: e.type == "Person" and agrees(e, genders), reach=1)


def _is_opinion(scene: Scene, index: int) -> bool:
    """Tell who thinks so: Polen habe | seiner Meinung nach Zeit."""
    behind = scene.tokens[index + 1 : index + 3]
    return (
        len(behind) > 1 and behind[1].text in ("nach", "zufolge") and behind[0].lemma in word_list("opinion_nouns.txt")
    )


def _listed_before(scene: Scene, index: int, genders: str, resolved: dict[int, Mention]) -> Entity | None:
    """Return who stands right before what is theirs in a list: verhafteten Ida Holm und | ihre Söhne."""
    if index < 2 or scene.tokens[index - 1].text != "und":
        return None
    person = entity_at(scene, index - 2, resolved)
    return person if person is not None and person.type == "Person" and agrees(person, genders) else None


def _credited(scene: Scene, index: int) -> int | None:
    """Return the head of whom the clause praises or blames for what is theirs: dankte dem Minister für seine Hilfe."""
    number = scene.clause_of.get(index)
    clause = scene.clauses[number] if number is not None else None
    if clause is None or clause.lemma not in word_list("crediting_verbs.txt"):
        return None
    start = scene.tokens[index].start
    inside = any(a.preposition in _GROUNDS and a.start <= start < a.end for a in clause.arguments)
    told = (a.head for a in clause.arguments if a.role in ("dative", "object") and a.clause is None and a.end <= start)
    return next(told, None) if inside else None


def _harmed(
    scene: Scene, index: int, genders: str, subject: Entity | None, resolved: dict[int, Mention]
) -> Entity | None:
    """Return whose person a state or body harms: die Miliz blieb fern, nachdem die EU | ihren Chef bestraft hatte.

    That is the subject of the clause around, no one of its own.
    """
    clause = scene.clauses[scene.clause_of[index]] if index in scene.clause_of else None
    around = scene.subject_around(index)
    if clause is None or around is None or subject is None or subject.type not in BODIES:
        return None
    against = any(a.preposition == "gegen" and a.start <= scene.tokens[index].start < a.end for a in clause.arguments)
    person = next((token for token in scene.tokens[index + 1 : index + 4] if token.tag == "NN"), None)
    hostile = against or clause.lemma in word_list("harming_verbs.txt")
    if not hostile or person is None or noun_class(person.lemma) != "Person":
        return None
    other = entity_at(scene, around.head, resolved)
    return other if other is not None and other != subject and agrees(other, genders) else None


def _is_what_becomes(scene: Scene, index: int, subject: Argument) -> bool:
    """Tell the predicate before its subject, who never owns what they are: Seine Nachfolgerin wird Ida Holm."""
    clause = scene.clauses[scene.clause_of[index]]
    start = scene.tokens[index].start
    return start < subject.start and any(a.role == "predicate" and a.start == start for a in clause.arguments)


def _follows_rival(scene: Scene, index: int, genders: str) -> bool:
    """Tell whether a name right before the possessive may own it too: der Bund wollte Polen seine Häfen nehmen."""
    number = scene.at.get(index - 1)
    if number is None or scene.is_subject(index - 1, index) or scene.mentions[number].kind != "name":
        return False
    return any(agrees(entity, genders) for entity in scene.mentions[number].entities)


def related_owner(scene: Scene, index: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return whom the relative or demonstrative "dessen" or "deren" before a noun means, None for other words."""
    token = scene.tokens[index]
    demonstrative = token.tag == "PDS" and token.text.lower() in _RELATED and _before_noun(scene, index)
    if token.tag != "PRELAT" and not demonstrative:
        return None
    relative = scene.tokens[index - 1].text == ","
    own = None if relative else _own_subject(scene, index, resolved)
    entity = _related(scene, index, resolved, own) if goes_on(scene, index) else None
    return entity or (None if relative else _whose(scene, index, resolved, own))


def _own_subject(scene: Scene, index: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return the subject of the clause, whom "dessen" never means: Kalski sprach mit dessen Vorgänger."""
    subject = scene.subject_of(index)
    inside = subject is not None and subject.start <= scene.tokens[index].start < subject.end
    return None if subject is None or inside else entity_at(scene, subject.head, resolved)


def _before_noun(scene: Scene, index: int) -> bool:
    """Tell whether "dessen" says whose the noun behind it is."""
    place = index + 1
    while place < len(scene.tokens) and scene.tokens[place].tag in ("ADJA", "ADJD", "CARD"):
        place += 1
    return place < len(scene.tokens) and scene.tokens[place].tag == "NN"


def goes_on(scene: Scene, index: int) -> bool:
    """Tell whether the sentence has begun before a token."""
    return index > 0 and scene.sentence_of[index - 1] == scene.sentence_of[index]


def _whose(scene: Scene, index: int, resolved: dict[int, Mention], own: Entity | None) -> Entity | None:
    """Return whose "dessen" says something is: the last one named who agrees with it, in its sentence or the last.

    `own` is the subject of its clause.
    """
    genders = _RELATED.get(scene.tokens[index].text.lower(), "")
    for place in scene.before(index, reach=1):
        token = scene.tokens[place]
        entity = entity_at(scene, place, resolved)
        if (
            entity is not None
            and entity != own
            and entity.type in ("Person", *BODIES)
            and (agrees(entity, genders) or _is_called(scene, place, entity, genders) or _taken(scene, place, genders))
        ):
            return entity
        unnamed = token.tag == "NN" and entity is None and place not in scene.at
        if unnamed and noun_class(token.lemma) in ("Person", "Organisation") and set(token.morph.gender) & set(genders):
            return None
    return None


def _taken(scene: Scene, place: int, genders: str) -> bool:
    """Tell the noun that takes a body up, whose gender counts more than its own: der Behörde … Deren Chef."""
    token = scene.tokens[place]
    singular = token.tag == "NN" and place not in scene.at and token.morph.number == "s"
    return singular and not set(token.morph.gender).isdisjoint(genders)


def _is_called(scene: Scene, place: int, entity: Entity, genders: str) -> bool:
    """Tell whether the noun before or in the name of an unknown body agrees: das Bündnis "Helle Nacht", dessen …."""
    number = scene.at.get(place)
    if number is None or entity.gender:
        return False
    while place and scene.at.get(place - 1) == number:
        place -= 1
    if scene.tokens[place].tag != "NN":
        place -= 1 + (scene.tokens[place - 1].tag == "$(")
    return scene.tokens[place].tag == "NN" and not set(scene.tokens[place].morph.gender).isdisjoint(genders)


def _related(scene: Scene, index: int, resolved: dict[int, Mention], own: Entity | None) -> Entity | None:
    """Return whom "dessen" or "deren" means: the nearest noun or name before it in the sentence that agrees with it.

    `own` is the subject of its clause where it is no relative pronoun.
    """
    genders = _RELATED.get(scene.tokens[index].text.lower(), "")
    for place in scene.before(index):
        token = scene.tokens[place]
        entity = entity_at(scene, place, resolved)
        if entity is not None and entity != own and (agrees(entity, genders) or (not entity.gender and "f" in genders)):
            return entity
        unnamed = token.tag == "NN" and entity is None and place not in scene.at
        if unnamed and (
            not set(token.morph.gender).isdisjoint(genders) or ("p" in genders and token.morph.number == "p")
        ):
            return None
    return None
