"""Coreference: pronouns, role phrases, descriptions, groups and metonyms become mentions of what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.office_phrases import find_phrases
from kg.annotate.names.office_text import OfficePhrase, holder_of, office_text
from kg.annotate.names.offices import find_offices
from kg.annotate.names.titles import parse_title
from kg.annotate.noun_classes import noun_class
from kg.annotate.reference.body_people import body_of_people
from kg.annotate.reference.counterparts import counterpart
from kg.annotate.reference.descriptions import describe
from kg.annotate.reference.discourse import Discourse, known_offices, stated_offices
from kg.annotate.reference.groups import group
from kg.annotate.reference.home_bodies import capital, home_body, seated_body
from kg.annotate.reference.metonyms import resolve_metonyms
from kg.annotate.reference.people import described_person
from kg.annotate.reference.places import described_land, described_place
from kg.annotate.reference.pointing import one_of_two
from kg.annotate.reference.pronouns import pronoun
from kg.annotate.reference.references import apposed, countryman, office_holder, partisan
from kg.annotate.reference.scene import Scene, build_scene
from kg.annotate.reference.strangers import is_stranger, stranger
from kg.annotate.times.values import published_bounds
from kg.model.entity import Entity
from kg.model.reading import Clause, Mention, Quotation, Sentence, Token
from kg.model.text import Document

__all__ = ["resolve_coreference"]

_PRONOUNS = frozenset({"PPER", "PPOSAT", "PRELAT", "PDS"})
_NOUNS = frozenset({"NN", "NE", "PIAT", "PIS", "PIDAT", "CARD"})  # beide, alle, die drei stand for them
_OWNING = frozenset({"PPOSAT", "PRELAT"})
_REFERRING = _PRONOUNS | _NOUNS


def resolve_coreference(
    document: Document,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    clauses: tuple[Clause, ...],
    quotations: tuple[Quotation, ...],
    gazetteer: Gazetteer,
) -> tuple[Mention, ...]:
    """Return the mentions with those added that refer without a name, in text order and without overlaps.

    Offices come from the text first, then from the tables at the document's date. What has no clear winner is left
    out. A role phrase takes the place of the adjective or genitive inside it.
    """
    acting = resolve_metonyms(tokens, mentions, clauses, gazetteer)
    named = office_text(tokens, acting, gazetteer)
    phrases = find_phrases(named, sentences)
    published = published_bounds(document.published)
    offices = (
        *stated_offices(find_offices(tokens, acting, phrases, gazetteer.bodies, gazetteer.serves)),
        *known_offices(gazetteer.terms, published[0] if published else None),
    )
    heads = {phrase.head: phrase.holder for phrase in phrases if phrase.holder is not None and _is_office(phrase)}
    scene = build_scene(document.text, named, sentences, clauses, heads, quotations)
    open_phrases = {phrase.first: phrase for phrase in phrases if phrase.holder is None and not phrase.portfolio}
    discourse = Discourse(offices, dated=published is not None, former=_former(phrases, acting))
    added = _references(scene, discourse, open_phrases)
    kept = [mention for mention in acting if not any(new.start <= mention.start < new.end for new in added)]
    return tuple(sorted((*kept, *added), key=lambda mention: mention.start))


def _former(phrases: Sequence[OfficePhrase], mentions: Sequence[Mention]) -> frozenset[Entity]:
    """Return the people beside whose names nothing stands but an office they had: Ex-Präsident Weber."""
    held = [phrase for phrase in phrases if phrase.holder is not None]
    now = {holder_of(mentions, phrase) for phrase in held if phrase.standing != "former"}
    return frozenset(holder_of(mentions, phrase) for phrase in held if phrase.standing == "former") - now


def _is_office(phrase: OfficePhrase) -> bool:
    """Tell an office from a profession, and from one of which the text does not say for whom it is held.

    Where the name does not follow at once, it is an apposition to these like to any other noun.
    """
    adjacent = phrase.last == phrase.head + 1
    return phrase.word is None or (phrase.word.scope != "person" and (phrase.of is not None or adjacent))


def _references(scene: Scene, discourse: Discourse, phrases: dict[int, OfficePhrase]) -> list[Mention]:
    """Walk through the text, taking note of names and resolving what refers to them."""
    added: list[Mention] = []
    resolved: dict[int, Mention] = {}
    called = _called(scene)
    for index in range(len(scene.tokens)):
        number = scene.at.get(index)
        if index and scene.sentence_of[index] != scene.sentence_of[index - 1]:
            _remember_speaker(scene, discourse, index - 1)
        if number is not None and scene.at.get(index - 1) != number:
            last = index + 1
            while scene.at.get(last) == number:
                last += 1
            spoken = index in scene.quoted  # who says it is more in mind than of whom it is said
            subject = scene.is_subject(index, last) and not scene.is_told_aside(index) and not spoken
            discourse.pass_by(scene.states_at(number), scene.sentence_of[index])
            beside, owns = called.get(number), scene.is_owner(number) or scene.is_origin(number, index)
            discourse.add(scene.mentions[number], scene.sentence_of[index], subject=subject, called=beside, owns=owns)
        refers = number is not None or scene.tokens[index].tag in _REFERRING or index in phrases
        if not refers or scene.sentence_of[index] < 0 or (added and scene.tokens[index].start < added[-1].end):
            continue
        mention, head = _reference(scene, discourse, phrases, index, resolved)
        if mention is None or any(map(is_stranger, mention.entities)):
            unnamed = stranger(scene, index) if index not in scene.quoted else None
            if unnamed is not None:
                discourse.add(unnamed, scene.sentence_of[index], subject=True)
        else:
            added.append(mention)
            resolved[head] = mention
            owns = scene.tokens[index].tag in _OWNING and mention.kind == "pronoun"
            discourse.add(mention, scene.sentence_of[index], subject=head in scene.subjects, owns=owns)
    return added


def _remember_speaker(scene: Scene, discourse: Discourse, last: int) -> None:
    """Keep in mind who says the sentence that ends with a token without being named in it: Die Preise seien hoch."""
    numbers = (scene.at.get(place) for place in scene.said_by.get(last - 1, ()))
    speaker = next((scene.mentions[n] for n in numbers if n is not None and _is_person(scene.mentions[n])), None)
    if speaker is not None:
        discourse.add(speaker, scene.sentence_of[last], subject=True)


def _is_person(mention: Mention) -> bool:
    return mention.entities[0].type == "Person"


def _called(scene: Scene) -> dict[int, str]:
    """Return for mentions of persons the noun, no office, that stands before or behind them: X, Forscherin in Bonn."""
    found = {number: _office_of(scene.tokens[head].lemma) for head, number in scene.apposed.items()}
    for place, number in scene.at.items():
        behind = place + 2
        if scene.at.get(place + 1) == number or behind >= len(scene.tokens) or scene.tokens[place + 1].text != ",":
            continue
        while behind + 1 < len(scene.tokens) and scene.tokens[behind].tag in ("ART", "ADJA"):
            behind += 1
        noun = scene.tokens[behind]
        person = scene.mentions[number].entities[0].type == "Person" and behind not in scene.at
        if person and noun.tag == "NN" and "s" in noun.morph.number and noun_class(noun.lemma) == "Person":
            found.setdefault(number, noun.lemma)
    return found


def _office_of(noun: str) -> str:
    """Return the office that a noun is, else the noun: die Ministerin für Verkehr, Ida Holm, is a Minister."""
    title = parse_title(noun)
    return title.whole if title is not None else noun


def _reference(
    scene: Scene, discourse: Discourse, phrases: dict[int, OfficePhrase], index: int, resolved: dict[int, Mention]
) -> tuple[Mention | None, int]:
    """Return the reference that begins or is headed at the token, and its head."""
    tag = scene.tokens[index].tag
    if index in phrases and (holder := office_holder(scene, discourse, phrases[index])) is not None:
        return holder, phrases[index].head
    if index in scene.at:
        found = countryman(scene, discourse, index) or partisan(scene, discourse, index)
        return found or describe(scene, discourse, index, resolved), index
    if tag in _PRONOUNS:
        return pronoun(scene, discourse, index, resolved), index
    if tag in _NOUNS:
        found = apposed(scene, index) or group(scene, discourse, index) or one_of_two(scene, index, resolved)
        if found is None and tag[0] == "N":
            found = seated_body(scene, index) or described_land(scene, discourse, index)
            found = found or describe(scene, discourse, index, resolved)
            found = found or described_person(scene, discourse, index) or counterpart(scene, discourse, index, resolved)
            found = found or body_of_people(scene, discourse, index) or described_place(scene, discourse, index)
            found = found or capital(scene, index) or home_body(scene, discourse, index, resolved)
        return found, index
    return None, index
