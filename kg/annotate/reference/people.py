"""People taken up by what was said of them: der 52-Jährige, der Unternehmer, die Parteichefin, der Jurist."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kg.annotate.lexicon import word_list
from kg.annotate.names.kinds import description_row, is_of_kind
from kg.annotate.names.party_people import parties_called
from kg.annotate.names.titles import Title, modifier, parse_title
from kg.annotate.noun_classes import noun_class, tails
from kg.annotate.reference.discourse import Discourse, agrees
from kg.annotate.reference.memberships import of_party
from kg.annotate.reference.nations import name_at
from kg.annotate.reference.noun_phrases import adjectives_before, contrasts, is_completed
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Mention, Token

__all__ = ["described_person", "epithet", "winner"]

_AGE = re.compile(r"\d{1,3}-[Jj]ährige[rnms]?|[A-ZÄÖÜ][a-zäöüß]+jährige[rnms]?")
# Articles by the gender they show before a noun in the singular; "der" is feminine before an adjective's -n only.
_GENDERS = {"der": "m", "dem": "m", "des": "m", "den": "m", "die": "f", "zum": "m", "vom": "m", "zur": "f"}
_WITH_ACCUSATIVE = ("für", "gegen", "durch", "ohne", "um")
_HEADS = ("chef", "vorsitzender", "präsident", "direktor", "leiter", "vorstand", "sprecher")
_OWNERS = frozenset({"von", "vom", "aus", "für", "bei", "in", "im", "beim"})
_WINNERS = ("Wahlsieger", "Wahlsiegerin", "Wahlgewinner", "Sieger", "Siegerin")
_INCUMBENTS = ("Amtsinhaber", "Amtsinhaberin")
_HEAD_OF_STATE = "head-of-state"
_WINNING = ("gewinnen", "siegen")
_FORMER = "former"  # der frühere Boxer is still the one just spoken of
_NEAR = 4  # sentences
_ANYWHERE = 10_000  # sentences: who was once called so stays so through the whole text


def described_person(scene: Scene, discourse: Discourse, index: int) -> Mention | None:
    """Return the person whom a noun with a definite article calls by age, by trade, or by the kind of body led."""
    token = scene.tokens[index]
    number = scene.at.get(index)
    named = number is not None and scene.mentions[number].kind != "compound"  # der Linken-Politiker, der Europaexperte
    if named or index in scene.apposed or index in scene.holders or not _names_person(token):
        return None
    adjectives = adjectives_before(scene, index)
    first = adjectives[0] if adjectives else index
    article = scene.tokens[first - 1].text.lower() if first else ""
    inflected = token.text in (f"{token.lemma}n", f"{token.lemma}en") or token.text.endswith(("isten", "enten", "ogen"))
    several = article in ("der", "die") and inflected  # die Forderungen der Putschisten, die Sozialisten lehnten ab
    several = several or (article == "den" and _may_be_several(scene, index, first - 1))
    if article not in _GENDERS or several or is_completed(scene, index):
        return None
    gender = _GENDERS[article]
    person = _called(scene, discourse, index, gender, adjectives)
    return None if person is None else Mention(scene.tokens[first].start, token.end, (person,), "description")


def _may_be_several(scene: Scene, index: int, article: int) -> bool:
    """Tell "den" before a weak noun for a dative of several: misstraut | den Liberalen, but sieht | den Liberalen.

    In an attribute it is one: die | den Liberalen | nahestehende Stiftung.
    """
    token = scene.tokens[index]
    if article and scene.tokens[article - 1].tag == "ART":
        return True
    if token.text == token.lemma or not token.text.endswith("n") or _AGE.fullmatch(token.text):
        return False
    number = scene.clause_of.get(index)
    parts = scene.clauses[number].arguments if number is not None else ()
    one = any(a.head == index and (a.role == "object" or a.preposition in _WITH_ACCUSATIVE) for a in parts)
    return not one


def _names_person(token: Token) -> bool:
    """Tell a noun that may call one person: by age, by trade, by what he or she is."""
    one = "s" in token.morph.number and (noun_class(token.lemma) == "Person" or _is_epithet(token.text))
    return one or _AGE.fullmatch(token.text) is not None


def _called(scene: Scene, discourse: Discourse, index: int, gender: str, adjectives: list[int]) -> Entity | None:
    token, sentence = scene.tokens[index], scene.sentence_of[index]
    if _AGE.fullmatch(token.text):
        gender = "f" if gender == "m" and token.text.endswith("n") and scene.tokens[index - 1].text == "der" else gender
        near = discourse.recent(sentence, ("Person",), reach=1)
        reach = 1 if near or len(discourse.recent(sentence, ("Person",), reach=2)) > 1 else 2
        return discourse.best(sentence, lambda e: e.type == "Person" and agrees(e, gender), reach=reach)
    if gender == "m" and token.lemma.endswith("in") and _is_epithet(token.text):
        gender = "f"  # mit der Juristin
    title = parse_title(token.text)
    person = None
    if not adjectives:
        if title is None or title.scope == "person":
            role = title.whole if title is not None else token.lemma
            person = discourse.bearer(role, sentence, gender=gender)
        else:
            person = _head_of(scene, discourse, index, title)
    person = person or epithet(scene, discourse, index, gender)
    return person if person is not None and person.gender in ("", gender) else None


def epithet(scene: Scene, discourse: Discourse, index: int, gender: str) -> Entity | None:
    """Return the person just spoken of whom a noun calls by trade, party or conviction: der parteilose Jurist.

    Nobody is meant where the text spoke of somebody unnamed by the same noun, or where the noun has its own attribute.
    """
    token = scene.tokens[index]
    if not _is_epithet(token.text) or _of_body(scene, index) or _spoken_of(scene, index):
        return None
    adjectives = [scene.tokens[place] for place in adjectives_before(scene, index)]
    was = any(modifier(adjective.text) == _FORMER for adjective in adjectives)
    if any(contrasts(adjective) and modifier(adjective.text) != _FORMER for adjective in adjectives):
        return None
    if token.lemma in _WINNERS:
        return winner(scene, index)
    sentence = scene.sentence_of[index]
    challenger = winner(scene, index) if token.lemma in _INCUMBENTS else None
    may_be = _fitting(scene, discourse, index, gender, challenger)
    near = [person for person in discourse.recent(sentence, ("Person",), reach=1) if may_be(person)]
    if was and len(near) > 1:
        return None  # der frühere Boxer may be either
    found = discourse.best(sentence, may_be, reach=1) or _only_person(discourse, sentence, may_be, gender)
    return found or (_head_of_state(scene, discourse, sentence) if challenger is not None else None)


def _fitting(
    scene: Scene, discourse: Discourse, index: int, gender: str, challenger: Entity | None
) -> Callable[[Entity], bool]:
    """Return what tells whom a noun may mean by gender, state and party: neither who is named beside it nor a rival."""
    others = scene.fellows(index) | ({challenger} if challenger is not None else set())
    states = {name_at(scene, place) for place in adjectives_before(scene, index)} - {None}
    labels = parties_called(scene.tokens[index].text)
    if labels:
        near = discourse.recent(scene.sentence_of[index], ("Person",), reach=_NEAR)
        others = others | set(near).difference(of_party(scene, discourse, near, labels))

    def may_be(entity: Entity) -> bool:
        if entity.type != "Person" or entity in others or (entity.provisional and entity.label[0].islower()):
            return False  # kenianischer Finanzminister says it all
        # A feminine noun says more of somebody unknown than "sie" does.
        fits = agrees(entity, gender) or (gender == "f" and not entity.gender)
        served = discourse.states_served(entity) if fits and states else set()
        return fits and (not served or served == states)

    return may_be


def _only_person(discourse: Discourse, sentence: int, may_be: Callable[[Entity], bool], gender: str) -> Entity | None:
    """Return the only person, or the only woman, whom the text has named, if that was not long ago."""
    named = discourse.recent(sentence, ("Person",), reach=_ANYWHERE)
    near = discourse.recent(sentence, ("Person",), reach=_NEAR)
    if len(named) == 1:
        return named[0] if named == near and may_be(named[0]) else None
    women = [person for person in named if person.gender != "m"]
    return women[0] if gender == "f" and len(women) == 1 and women[0] in near and may_be(women[0]) else None


def _head_of_state(scene: Scene, discourse: Discourse, sentence: int) -> Entity | None:
    """Return the only head whom the text names of the state that it is about."""
    heads = {held.holder for held in discourse.offices if held.of == scene.home and held.rank == _HEAD_OF_STATE}
    named = heads.intersection(discourse.recent(sentence, ("Person",), reach=_ANYWHERE))
    return named.pop() if len(named) == 1 else None


def winner(scene: Scene, index: int) -> Entity | None:
    """Return the only person of whom the text has said that he or she won: Salo gewann die Wahl … dem Wahlsieger."""
    found: set[Entity] = set()
    for clause in scene.clauses:
        subject = next((a.head for a in clause.arguments if a.role == "subject" and a.head < index), None)
        mention = scene.mention_at(subject) if subject is not None else None
        others = (scene.tokens[a.head].lemma for a in clause.arguments if a.role != "subject")
        won = clause.lemma in _WINNING or any(other in _WINNERS for other in others)
        if won and clause.negation is None and mention is not None and mention.entities[0].type == "Person":
            found |= set(mention.entities)
    return found.pop() if len(found) == 1 else None


def _of_body(scene: Scene, index: int) -> bool:
    """Tell whether a noun says of what body or place somebody is: der Ökonom von der Weltbank, der Jurist aus Bonn."""
    place = index + 1
    behind = scene.tokens[place : place + 2]
    if len(behind) < 2 or behind[0].text not in _OWNERS:
        return False
    return place + 1 in scene.at or (behind[1].tag == "ART" and place + 2 in scene.at)


@lru_cache(maxsize=50_000)  # the nouns of an archive
def _is_epithet(word: str) -> bool:
    """Tell a noun of the list, also as the last part of a compound: Spitzenjurist, FDP-Politikerin, Energieökonomin."""
    listed = word_list("epithet_nouns.txt")
    forms = [
        word,
        word.removesuffix("in"),
        f"{word.removesuffix('in')}e",
        word.removesuffix("n"),
        word.removesuffix("en"),
    ]
    forms += [word.removesuffix("s"), word.removesuffix("es"), word.replace("ärztin", "arzt").replace("wältin", "walt")]
    return not listed.isdisjoint(tail for form in forms for tail in tails(form))


def _spoken_of(scene: Scene, index: int) -> bool:
    """Tell whether somebody without a name was called by the noun before: ein Anwalt … der Anwalt."""
    noun = scene.tokens[index].lemma
    same = (place for place in range(index) if scene.tokens[place].lemma == noun and scene.tokens[place].tag == "NN")
    return any(scene.mention_at(place) is None and not _is_apposed(scene, place) for place in same)


def _is_apposed(scene: Scene, index: int) -> bool:
    """Tell a noun behind the name of who it is: Ida Weber, | Professorin in Mainz."""
    before = scene.at.get(index - 2) if index > 1 and scene.tokens[index - 1].text == "," else None
    return index in scene.apposed or before is not None


def _head_of(scene: Scene, discourse: Discourse, index: int, title: Title) -> Entity | None:
    """Return the only person of the text who heads a body of the kind that a compound begins with: Parteichef."""
    row = description_row(title.prefix.rstrip("-")) if title.prefix else None
    if row is None or not title.normal.lower().endswith(_HEADS):
        return None
    near = discourse.recent(scene.sentence_of[index], ("Person",), reach=_ANYWHERE)
    heads = [
        person
        for person in near
        if any(is_of_kind(o.of, row) and o.title.lower().endswith(_HEADS) for o in discourse.offices_of(person))
    ]
    return heads[0] if len(heads) == 1 else None
