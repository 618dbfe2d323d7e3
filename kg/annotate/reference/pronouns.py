"""Pronouns: er, sie, es and dieser, resolved only where one candidate is clearly ahead."""

from __future__ import annotations

from kg.annotate.clauses.government import governing_verbs
from kg.annotate.lexicon import word_list
from kg.annotate.names.inflection import is_name_in_genitive
from kg.annotate.noun_classes import noun_class
from kg.annotate.reference.discourse import CLEAR_LEAD, Discourse, agrees
from kg.annotate.reference.noun_phrases import adjectives_before
from kg.annotate.reference.pointing import pointed_at
from kg.annotate.reference.possessives import goes_on, possessor, related_owner
from kg.annotate.reference.rivals import blamed_before, is_left_open, may_be_object, named_aside
from kg.annotate.reference.scene import BODIES, Scene, entity_at
from kg.annotate.reference.subjects import last_subject, names_nobody_before, several_taken_up
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
        several = several_taken_up(scene, index, resolved) if token.tag == "PPER" and word == "sie" else ()
        return Mention(token.start, token.end, several, "pronoun") if several else None
    return Mention(token.start, token.end, (entity,), "pronoun")


def _personal(scene: Scene, discourse: Discourse, index: int, word: str, resolved: dict[int, Mention]) -> Entity | None:
    if word in ("sie", "es") and not _may_be_name(scene, index, word):
        return None
    if word == "ihr" and (subject := scene.subject_of(index)) is not None and subject.head == index:
        return None  # you
    if word in ("er", "sie", "es") and (accused := _accused(scene, index)) is not None:
        entity = entity_at(scene, accused, resolved)
        return entity if entity is not None and entity.gender in ("", *_PERSONAL[word]) else None
    genders = _PERSONAL[word]
    if word in ("er", "sie") and (blamed := blamed_before(scene, index, genders, resolved)) is not None:
        return blamed
    if word == "er" and is_left_open(scene, index, resolved):
        return None
    fellows = scene.fellows(index) | _taken_up(scene, index, resolved)
    told = index in scene.said_by  # who is reported to speak speaks of himself
    if word in ("er", "sie") and not told:
        aside = named_aside(scene, index)
        if any(e.type == "Person" and agrees(e, genders) for e in aside):
            return None
    sentence = scene.sentence_of[index]
    if word in ("er", "sie") and not discourse.recent(sentence, ("Person", *BODIES), reach=1, named=True):
        ahead = _named_ahead(scene, index) if last_subject(scene, index, genders) is None else None
        if ahead is not None and agrees(ahead, genders) and ahead not in fellows:
            return ahead
    if word == "sie":
        # Many feminine nouns name no person: only a woman who was subject is clearly meant.
        woman = discourse.subject(sentence, lambda e: e.type == "Person" and e.gender == "f" and e not in fellows)
        woman = woman or _only_woman(scene, discourse, index) or _woman_who_speaks(scene, discourse, index, resolved)
        woman = woman or _only_feminine(scene, index, resolved)
        if woman is not None and woman not in fellows:
            return woman
    elif word != "es":
        speaker = _speaker(scene, index, resolved) if word == "er" else None
        if speaker is not None:
            return speaker if _speaks_of_himself(scene, discourse, index, speaker, resolved) else None
        unsaid = word == "er" and not _acts(scene, index) and not _person_before(scene, index)
        if (word in ("ihn", "ihm") or unsaid) and _after_thing(scene, index):
            return None
        if word == "ihn" and _takes_things(scene, index):
            return None
        lead = CLEAR_LEAD if word == "er" else _LEAD_OF_OBJECTS
        person = discourse.best(
            sentence, lambda e: e.type == "Person" and agrees(e, genders) and e not in fellows, lead=lead
        )
        rivals = discourse.recent(sentence, ("Person",), reach=1)
        if word in ("ihn", "ihm") and person is None and _person_acts(scene, index, resolved):
            others = [e for e in rivals if agrees(e, genders) and e not in fellows]
            person = others[0] if len(others) == 1 else None  # X sprach mit Y. Er half | ihm
        if word == "er" and person is not None and person not in rivals and names_nobody_before(scene, index, "m"):
            return None  # Den Täter nahm die Polizei fest. Er soll …
        if word == "er" and person is not None and not told and may_be_object(scene, index, person, resolved):
            return None
        if word == "ihr" or person is not None or any(agrees(e, genders) and e not in fellows for e in rivals):
            return person
    last = last_subject(scene, index, genders)
    if last is not None and scene.tokens[last].tag == "NN":
        taken_up = entity_at(scene, last, resolved) or entity_at(scene, last + 1, resolved)  # der Konzern | Siemens
        agreeing = not set(scene.tokens[last].morph.gender).isdisjoint(genders)
        if taken_up is None or taken_up in fellows or not (agreeing or agrees(taken_up, genders)):
            return None  # der Bund … er: whatever other body was named before
        if word == "es" and taken_up.type == "Person":
            return None
        return taken_up
    return discourse.subject(sentence, lambda e: e.type in BODIES and agrees(e, genders) and e not in fellows)


def _accused(scene: Scene, index: int) -> int | None:
    """Return the head of whom the words are said: Der Kreml warf dem Westen vor, er wolle Streit."""
    number = scene.clause_of.get(index)
    parent = scene.clauses[number].parent if number is not None else None
    if parent is None or scene.clauses[parent].lemma not in word_list("accusing_verbs.txt"):
        return None
    told = (a for a in scene.clauses[parent].arguments if a.role in ("dative", "object") and a.clause is None)
    return next((a.head for a in told if a.head < index), None)


def _acts(scene: Scene, index: int) -> bool:
    """Tell whether a pronoun's clause says what only somebody does: er fordert, but er steckt fest."""
    number = scene.clause_of.get(index)
    return number is not None and (
        scene.clauses[number].lemma in governing_verbs() or bool(scene.clauses[number].modal)
    )


def _takes_things(scene: Scene, index: int) -> bool:
    """Tell the object of a verb that takes none but things: den Vorschlag nimmt X an, Y weist ihn zurück."""
    number = scene.clause_of.get(index)
    clause = scene.clauses[number] if number is not None else None
    return clause is not None and clause.voice == "active" and clause.lemma in word_list("thing_verbs.txt")


def _person_before(scene: Scene, index: int) -> bool:
    """Tell whether the sentence has named a person before the pronoun."""
    sentence = scene.sentence_of[index]
    before = (number for place, number in scene.at.items() if place < index and scene.sentence_of[place] == sentence)
    return any(scene.mentions[number].entities[0].type == "Person" for number in before)


def _after_thing(scene: Scene, index: int) -> bool:
    """Tell whether a masculine noun for a thing may be meant as well: rügte den Vorfall und nannte ihn schlimm.

    Nothing is in the pronoun's own clause: Den Vorfall hat er gemeldet.
    """
    own = scene.clause_of.get(index)
    for place in range(index - 1, -1, -1):
        token, named = scene.tokens[place], scene.at.get(place)
        if own is not None and scene.clause_of.get(place) == own and place not in scene.at:
            continue
        person = named is not None and scene.mentions[named].entities[0].type == "Person"
        if scene.sentence_of[place] != scene.sentence_of[index] or person:
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
    sentence = scene.sentence_of[index]
    women = [e for e in discourse.recent(sentence, ("Person",)) if e.gender == "f"]
    if len(women) != 1:
        return None
    for place in range(index - 1, -1, -1):
        if scene.sentence_of[place] < sentence - 1:
            break
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
    if not _acts(scene, index) or (last is not None and (subject is None or subject.gender in ("", "f", "p"))):
        return None
    found: dict[Entity, None] = {}
    for place in range(index - 1, -1, -1):
        token = scene.tokens[place]
        if scene.sentence_of[place] < scene.sentence_of[index] - 1:
            break
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


def _speaker(scene: Scene, index: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return the man who says what the token stands in."""
    named = (entity_at(scene, place, resolved) for place in scene.said_by.get(index, ()))
    return next((e for e in named if e is not None and _is_man(e)), None)


def _woman_who_speaks(scene: Scene, discourse: Discourse, index: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return the woman who says what "sie" does that only somebody does, where she speaks of no other woman.

    A sentence that begins with "sie" is about her unless the one before was about something feminine: die Bahn.
    """
    named = (entity_at(scene, place, resolved) for place in scene.said_by.get(index, ()))
    woman = next((e for e in named if e is not None and e.type == "Person" and e.gender == "f"), None)
    others = discourse.subjects(scene.sentence_of[index], reach=1)
    alone = all(e == woman or e.gender != "f" for e in others)
    opens = not goes_on(scene, index) and last_subject(scene, index, "f") is None
    return woman if alone and (opens or _acts(scene, index)) else None


def _speaks_of_himself(
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
    sentence, place = scene.sentence_of[index], index - 1
    while place >= 0 and scene.sentence_of[place] >= sentence - 1:
        other = entity_at(scene, place, resolved) if place in scene.said_by else None
        genitive = is_name_in_genitive(scene.tokens[place].text, other.label) if other is not None else False
        if other is not None and other != speaker and _is_man(other) and not genitive:
            return True
        place -= 1
    return False


def _is_man(entity: Entity) -> bool:
    return entity.type == "Person" and agrees(entity, "m")


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
