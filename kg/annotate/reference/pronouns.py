"""Pronouns: er, sie, es and dieser, resolved only where one candidate is clearly ahead."""

from __future__ import annotations

from dataclasses import dataclass

from kg.annotate.lexicon import word_list
from kg.annotate.noun_classes import noun_class
from kg.annotate.reference.discourse import CLEAR_LEAD, Discourse, agrees
from kg.annotate.reference.noun_phrases import adjectives_before
from kg.annotate.reference.person_objects import persons_taken_up
from kg.annotate.reference.pointing import pointed_at
from kg.annotate.reference.possessives import possessor, related_owner
from kg.annotate.reference.rivals import blamed_before, is_left_open, may_be_object, named_aside
from kg.annotate.reference.scene import BODIES, Scene, entity_at
from kg.annotate.reference.self_speech import (
    accused,
    man_spoken_for,
    man_who_speaks,
    speaks_of_himself,
    spokesmen,
    woman_who_speaks,
)
from kg.annotate.reference.shared_objects import object_taken_up
from kg.annotate.reference.subjects import acts, last_subject, names_nobody_before, several_taken_up
from kg.model.entity import Entity
from kg.model.reading import Argument, Mention

__all__ = ["pronoun"]

_PERSONAL = {"er": "m", "ihn": "m", "ihm": "mn", "ihr": "f", "sie": "f", "es": "n"}
# An object pronoun may as well take up the object of the sentence before: being its subject (2.0) is not enough.
_LEAD_OF_OBJECTS = 2.5
_ACTORS = ("Person", "Organisation")


def pronoun(scene: Scene, discourse: Discourse, index: int, resolved: dict[int, Mention]) -> Mention | None:
    """Return the mention that a pronoun is; `resolved` holds the references found so far by their head token."""
    token = scene.tokens[index]
    if index in scene.quoted:
        return None
    word = token.text.lower()
    if token.tag == "PPER" and word in _PERSONAL:
        entity = _personal(scene, discourse, index, word, resolved)
    elif (
        token.tag == "PPOSAT"
        and word.startswith(("sein", "ihr"))
        and (word == token.text or scene.sentence_of[index] >= 0)
    ):
        entity = possessor(scene, discourse, index, "mn" if word.startswith("sein") else "f", resolved)
    else:
        entity = related_owner(scene, index, resolved)
        if entity is None and token.tag == "PDS":
            entity = pointed_at(scene, index, resolved)
    if entity is None:
        several = _several(scene, index, word, resolved) if token.tag == "PPER" else ()
        return Mention(token.start, token.end, several, "pronoun") if several else None
    return Mention(token.start, token.end, (entity,), "pronoun")


def _several(scene: Scene, index: int, word: str, resolved: dict[int, Mention]) -> tuple[Entity, ...]:
    several = several_taken_up(scene, index, resolved) if word == "sie" else ()
    return several or persons_taken_up(scene, index, resolved)


@dataclass(frozen=True, slots=True)
class _Personal:
    """A personal pronoun at a token; it means none of its `fellows`, whom its clause names or takes up otherwise."""

    index: int
    word: str
    genders: str
    fellows: frozenset[Entity]

    def may_be(self, entity: Entity) -> bool:
        return agrees(entity, self.genders) and entity not in self.fellows

    def may_be_person(self, entity: Entity) -> bool:
        return entity.type == "Person" and self.may_be(entity)


def _personal(scene: Scene, discourse: Discourse, index: int, word: str, resolved: dict[int, Mention]) -> Entity | None:
    if not _may_refer(scene, index, word):
        return object_taken_up(scene, index, word, resolved)
    genders = _PERSONAL[word]
    if word in ("er", "sie", "es") and (head := accused(scene, index)) is not None:
        entity = entity_at(scene, head, resolved)
        return entity if entity is not None and entity.gender in ("", *genders) else None
    if word in ("er", "sie") and (blamed := blamed_before(scene, index, genders, resolved)) is not None:
        return blamed
    others = _taken_up(scene, index, resolved) | spokesmen(scene, index, genders)
    it = _Personal(index, word, genders, scene.fellows(index) | others)
    if _is_unclear(scene, it, resolved):
        return None
    ahead = _behind_pronoun(scene, discourse, it)
    if ahead is None and word == "sie":
        ahead = _woman(scene, discourse, it, resolved)
    if ahead is not None or word in ("sie", "es"):
        return ahead or _thing(scene, discourse, it, resolved)
    person = _person(scene, discourse, it, resolved)
    return person[0] if person else _thing(scene, discourse, it, resolved)


def _may_refer(scene: Scene, index: int, word: str) -> bool:
    """Tell a pronoun of somebody or something spoken of from impersonal es, several and "ihr" for you."""
    if word in ("sie", "es"):
        return _may_be_name(scene, index, word)
    subject = scene.subject_of(index) if word == "ihr" else None
    return subject is None or subject.head != index


def _is_unclear(scene: Scene, it: _Personal, resolved: dict[int, Mention]) -> bool:
    """Tell a pronoun that may mean somebody of whom it is left open who it is, or who was named aside."""
    if it.word == "er" and is_left_open(scene, it.index, resolved):
        return True
    told = it.index in scene.said_by  # who is reported to speak speaks of himself
    aside = named_aside(scene, it.index) if it.word in ("er", "sie") and not told else ()
    return any(e.type == "Person" and agrees(e, it.genders) for e in aside)


def _behind_pronoun(scene: Scene, discourse: Discourse, it: _Personal) -> Entity | None:
    """Return who is named behind the pronoun only: Nachdem | er zurückgetreten war, flog Weber ab."""
    sentence = scene.sentence_of[it.index]
    if it.word not in ("er", "sie") or discourse.recent(sentence, ("Person", *BODIES), reach=1, named=True):
        return None
    ahead = _named_ahead(scene, it.index) if last_subject(scene, it.index, it.genders) is None else None
    return ahead if ahead is not None and it.may_be(ahead) else None


def _woman(scene: Scene, discourse: Discourse, it: _Personal, resolved: dict[int, Mention]) -> Entity | None:
    """Return the woman or body meant by "sie"; many feminine nouns name no person: a woman must have been subject."""
    sentence = scene.sentence_of[it.index]
    found = discourse.subject(sentence, lambda e: e.type == "Person" and e.gender == "f" and e not in it.fellows)
    found = found or _only_woman(scene, discourse, it.index) or woman_who_speaks(scene, discourse, it.index, resolved)
    found = found or _only_feminine(scene, it.index, resolved)
    return found if found not in it.fellows else None


def _person(
    scene: Scene, discourse: Discourse, it: _Personal, resolved: dict[int, Mention]
) -> tuple[Entity | None, ...]:
    """Return whom er, ihn, ihm or ihr means, None in place of who is not clear; empty where no person was named."""
    index, word = it.index, it.word
    owner = man_spoken_for(scene, index, resolved) if word == "er" else None
    if owner is not None and it.may_be_person(owner):
        return (owner,)
    speaker = man_who_speaks(scene, index, resolved) if word == "er" else None
    if speaker is not None and speaker not in it.fellows:
        return (speaker if speaks_of_himself(scene, discourse, index, speaker, resolved) else None,)
    if _may_mean_thing(scene, index, word):
        return (None,)
    sentence, lead = scene.sentence_of[index], CLEAR_LEAD if word == "er" else _LEAD_OF_OBJECTS
    person = discourse.best(sentence, it.may_be_person, lead=lead)
    near = [entity for entity in discourse.recent(sentence, ("Person",), reach=1) if it.may_be(entity)]
    if word in ("ihn", "ihm") and person is None and _person_acts(scene, index, resolved):
        person = near[0] if len(near) == 1 else None  # X sprach mit Y. Er half | ihm
    if word == "er" and person is not None:
        # Den Täter nahm die Polizei fest. Er soll …
        unnamed = person not in near and names_nobody_before(scene, index, "m")
        if unnamed or (index not in scene.said_by and may_be_object(scene, index, person, resolved)):
            return (None,)
    return (person,) if word == "ihr" or person is not None or near else ()


def _may_mean_thing(scene: Scene, index: int, word: str) -> bool:
    """Tell an object, or a subject that does what things do as well, where a thing may be meant."""
    unsaid = word == "er" and not acts(scene, index) and not _person_before(scene, index)
    if (word in ("ihn", "ihm") or unsaid) and _after_thing(scene, index):
        return True
    return word == "ihn" and _takes_things(scene, index)


def _thing(scene: Scene, discourse: Discourse, it: _Personal, resolved: dict[int, Mention]) -> Entity | None:
    """Return the body, or whoever else the last subject names by a noun, that a pronoun takes up."""
    last = last_subject(scene, it.index, it.genders)
    if last is None or scene.tokens[last].tag != "NN":
        sentence = scene.sentence_of[it.index]
        return discourse.subject(sentence, lambda e: e.type in BODIES and it.may_be(e))
    named = scene.mention_at(last)
    if named is not None and named.kind == "demonym":
        return None  # ein Pole … er: no state
    found = entity_at(scene, last, resolved) or entity_at(scene, last + 1, resolved)  # der Konzern | Siemens
    agreeing = not set(scene.tokens[last].morph.gender).isdisjoint(it.genders)
    if found is None or found in it.fellows or not (agreeing or agrees(found, it.genders)):
        return None  # der Bund … er: whatever other body was named before
    return None if it.word == "es" and found.type == "Person" else found


def _takes_things(scene: Scene, index: int) -> bool:
    """Tell the object of a verb that takes none but things: den Vorschlag nimmt X an, Y weist ihn zurück."""
    number = scene.clause_of.get(index)
    clause = scene.clauses[number] if number is not None else None
    return clause is not None and clause.voice == "active" and clause.lemma in word_list("thing_verbs.txt")


def _person_before(scene: Scene, index: int) -> bool:
    """Tell whether the sentence has named a person before the pronoun."""
    before = (scene.mentions[scene.at[place]] for place in scene.before(index) if place in scene.at)
    return any(mention.entities[0].type == "Person" for mention in before)


def _after_thing(scene: Scene, index: int) -> bool:
    """Tell whether a masculine noun for a thing may be meant as well: rügte den Vorfall und nannte ihn schlimm.

    Nothing is in the pronoun's own clause: Den Vorfall hat er gemeldet.
    """
    own = scene.clause_of.get(index)
    for place in scene.before(index):
        token, named = scene.tokens[place], scene.at.get(place)
        if own is not None and scene.clause_of.get(place) == own and named is None:
            continue
        if named is not None and scene.mentions[named].entities[0].type == "Person":
            return False
        singular = token.tag == "NN" and token.morph.gender == "m" and "s" in token.morph.number
        if (
            singular
            and named is None
            and token.lemma not in word_list("time_nouns.txt")
            and not _says_how(scene, place)
        ):
            return noun_class(token.lemma) != "Person"
    return False


def _says_how(scene: Scene, place: int) -> bool:
    """Tell a noun with a preposition and no article, which no pronoun takes up: in scharfem Ton, unter Druck."""
    before = min(adjectives_before(scene, place), default=place) - 1
    return before >= 0 and scene.tokens[before].tag == "APPR"


def _only_woman(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return the only woman named of late, if no other feminine noun was subject since the sentence before."""
    women = [e for e in discourse.recent(scene.sentence_of[index], ("Person",)) if e.gender == "f"]
    if len(women) != 1:
        return None
    for place in scene.before(index, reach=1):
        token, named = scene.tokens[place], scene.mention_at(place)
        known = named is not None and named.entities[0].gender == "f"
        feminine = place in scene.subjects and (token.tag in ("NN", "NE") and (known or token.morph.gender == "f"))
        if feminine and (named is None or women[0] not in named.entities):
            return None
    return women[0]


def _named_ahead(scene: Scene, index: int) -> Entity | None:
    """Return who is named as the subject of the clause around, which comes behind: Nachdem | er …, flog Weber ab."""
    own, around = scene.subject_of(index), scene.subject_around(index)
    if own is None or around is None or own.head != index or around.head < index:
        return None
    if scene.clauses[scene.clause_of[index]].kind != "subordinate":
        return None  # Sie sei zu teuer, sagte die Ministerin
    entity = entity_at(scene, around.head, {}) or entity_at(scene, around.head + 1, {})  # die Bank | Nordlicht
    return entity if entity is not None and entity.type in ("Person", "Organisation") else None


def _only_feminine(scene: Scene, index: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return the only one of feminine gender spoken of, no subject, who can do what "sie" does that somebody does.

    Der Konzern sprach mit der Gewerkschaft. Sie fordert Geld.
    """
    last = last_subject(scene, index, "f")
    subject = entity_at(scene, last, resolved) if last is not None else None
    if not acts(scene, index) or (last is not None and (subject is None or subject.gender in ("", "f", "p"))):
        return None
    found: dict[Entity, None] = {}
    for place in scene.before(index, reach=1):
        token = scene.tokens[place]
        entity = entity_at(scene, place, resolved)
        feminine = token.tag == "NN" and "f" in token.morph.gender and "s" in token.morph.number
        if entity is not None and entity.type in ("Person", *BODIES) and (entity.gender == "f" or feminine):
            found.setdefault(entity)
        elif entity is None and feminine and place not in scene.at and noun_class(token.lemma) in _ACTORS:
            return None
    return next(iter(found)) if len(found) == 1 else None


def _person_acts(scene: Scene, index: int, resolved: dict[int, Mention]) -> bool:
    """Tell whether a person is the subject of the clause that the token stands in."""
    subject = scene.subject_of(index)
    entity = entity_at(scene, subject.head, resolved) if subject is not None else None
    return entity is not None and entity.type == "Person"


def _taken_up(scene: Scene, index: int, resolved: dict[int, Mention]) -> frozenset[Entity]:
    """Return whom other participants of the clause take up: er forderte ihn auf, den Währungsfonds forderte er auf."""
    number = scene.clause_of.get(index)
    others = scene.clauses[number].arguments if number is not None else ()
    beside = (resolved[a.head] for a in others if a.head in resolved and a.role in ("subject", "object", "dative"))
    return frozenset(entity for mention in beside for entity in mention.entities)


def _may_be_name(scene: Scene, index: int, word: str) -> bool:
    """Tell a singular "sie" and a referring "es" from plurals, polite address and impersonal subjects."""
    number = scene.clause_of.get(index)
    subject = scene.subject_of(index)
    if number is None or subject is None or subject.head != index:
        return False
    clause = scene.clauses[number]
    if word == "es":
        extraposed = any(argument.clause is not None for argument in clause.arguments)
        if clause.lemma == "sein" and any(_is_state_of_mind(scene, argument) for argument in clause.arguments):
            return not extraposed
        return clause.lemma not in word_list("impersonal_verbs.txt") and clause.voice != "passive" and not extraposed
    finite = [scene.tokens[i].morph for i in clause.complex if scene.tokens[i].morph.form == "fin"]
    return bool(finite) and "p" not in finite[0].number


def _is_state_of_mind(scene: Scene, argument: Argument) -> bool:
    """Tell a predicate that only somebody has: es ist angewiesen, es ist bereit."""
    token = scene.tokens[argument.head]
    return argument.role == "predicate" and (token.tag == "VVPP" or token.text == "bereit")
