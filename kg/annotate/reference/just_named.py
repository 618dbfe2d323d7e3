"""Who was just named, by the office that only the next clause tells: Kritik kam von Weber. Die Ministerin …."""

from __future__ import annotations

from kg.annotate.articles import DEFINITE_ARTICLES
from kg.annotate.names.office_text import OfficePhrase
from kg.annotate.names.titles import parse_title
from kg.annotate.reference.discourse import Discourse, agrees
from kg.annotate.reference.scene import Scene
from kg.annotate.reference.subjects import names_nobody_before
from kg.model.entity import Entity

__all__ = ["just_named"]

_NAMING = ("NN", "NE")
_UNDERGOING = ("object", "dative")
_MEMBERS = ("Abgeordneter", "Senator")
"""Offices of a body's members; who else speaks for a body may be another than who was just named."""


def just_named(scene: Scene, discourse: Discourse, phrase: OfficePhrase, sentence: int) -> Entity | None:
    """Return the only person of this sentence and the last, if nothing says that he or she holds another office.

    Only a political office in the nominative with nothing but its article is read so, and only where the text has not
    used the word before: a judge or a spokesman who comes in is somebody else. Who suffers what the last clause tells
    is not meant either: Weber wurde festgenommen. Der Gouverneur …. Newswriting tells of somebody new in this order.
    """
    word = phrase.word
    if word is None or not (word.scope == "state" or word.normal in _MEMBERS) or not _is_bare(scene, phrase):
        return None
    people = discourse.recent(sentence, ("Person",), reach=1)
    if len(people) != 1 or people[0].label[:1].islower() or not agrees(people[0], word.gender):
        return None
    person = people[0]
    if discourse.is_called(person) or next(discourse.offices_of(person), None) is not None:
        return None
    if _said_before(scene, phrase) or names_nobody_before(scene, phrase.head, word.gender):
        return None
    return person if not _suffers(scene, phrase.head, person) else None


def _is_bare(scene: Scene, phrase: OfficePhrase) -> bool:
    """Tell a subject of one noun and its article: Der Minister."""
    if phrase.determiner is None or not phrase.first == phrase.head == phrase.last - 1:
        return False
    return scene.tokens[phrase.determiner].text.lower() in DEFINITE_ARTICLES and phrase.head in scene.subjects


def _said_before(scene: Scene, phrase: OfficePhrase) -> bool:
    """Tell whether the text has named or meant another by the office before."""
    for place in range(phrase.head):
        title = parse_title(scene.tokens[place].text) if scene.tokens[place].tag in _NAMING else None
        if title is not None and phrase.word is not None and title.whole == phrase.word.whole:
            return True
    return False


def _suffers(scene: Scene, index: int, person: Entity) -> bool:
    """Tell whether the last clause that names somebody says what was done to them."""
    for place in scene.before(index, reach=1):
        number, mention = scene.clause_of.get(place), scene.mention_at(place)
        if mention is None or person not in mention.entities or number is None:
            continue
        clause = scene.clauses[number]
        return clause.voice != "active" or any(a.head == place and a.role in _UNDERGOING for a in clause.arguments)
    return False
