"""Entities: who and what a text names, known and new."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.names.acting_names import find_acting_names
from kg.annotate.names.camps import of_their_country
from kg.annotate.names.collectives import find_collectives
from kg.annotate.names.districts import with_districts
from kg.annotate.names.events import find_events
from kg.annotate.names.found import without_overlaps
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.institutions import with_town
from kg.annotate.names.known import find_known
from kg.annotate.names.led_bodies import find_led_bodies
from kg.annotate.names.office_phrases import find_phrases
from kg.annotate.names.office_text import office_text
from kg.annotate.names.organisations import find_organisations
from kg.annotate.names.persons import find_persons
from kg.annotate.names.places import find_places
from kg.annotate.names.things import find_things
from kg.annotate.names.told_bodies import find_told_bodies
from kg.model.reading import Mention, Sentence, Token

__all__ = ["find_mentions"]


def find_mentions(
    text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Return the mentions of named entities in text order, none overlapping another.

    `tokens` need their tags. A name that no table knows is a provisional entity with the slug of its label as id.
    """
    known = tuple(of_their_country(tokens, tuple(find_known(tokens, sentences, gazetteer)), gazetteer))
    others = frozenset(
        i for hit in known if hit.mention.entities[0].type != "Person" for i in range(hit.first, hit.last)
    )
    persons = find_persons(tokens, sentences, gazetteer, others)
    organisations = find_organisations(tokens, sentences, known, gazetteer)
    events = find_events(tokens, sentences, known, gazetteer)
    # within the article a surname is that of its own person first
    surnames = {(hit.first, hit.last) for hit in persons}
    known_else = [hit for hit in known if (hit.first, hit.last) not in surnames]
    named = without_overlaps((*events, *organisations, *known_else, *persons))
    named = without_overlaps((*find_things(tokens, sentences, named), *named))
    named = without_overlaps((*named, *find_led_bodies(tokens, sentences, named, gazetteer)))
    named = without_overlaps((*named, *find_told_bodies(tokens, sentences, named)))
    named = without_overlaps((*named, *find_places(tokens, sentences, named)))
    named = without_overlaps((*named, *find_acting_names(tokens, sentences, named)))
    named = with_town(tokens, with_districts(tokens, named))
    mentions = tuple(hit.mention for hit in without_overlaps((*named, *find_collectives(tokens, sentences, named))))
    return _with_roles(tokens, sentences, mentions, gazetteer)


def _with_roles(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Give each person the office or role that stands beside the name."""
    phrases = find_phrases(office_text(tokens, mentions, gazetteer), sentences)
    offices = [phrase for phrase in phrases if phrase.word is not None and phrase.word.scope != "address"]
    roles = {phrase.holder: phrase.title for phrase in offices}
    return tuple(
        replace(mention, role=roles[number]) if number in roles else mention for number, mention in enumerate(mentions)
    )
