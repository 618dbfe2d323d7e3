"""Parts of states without a name of their own: das kasachische Unterhaus, Kasachstans Parlament, polnische Banken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from kg.annotate.articles import GENITIVE_ARTICLES
from kg.annotate.lexicon import rows, word_list
from kg.annotate.names.found import Found, found
from kg.annotate.names.gazetteer import Gazetteer
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Mention, Sentence, Token

__all__ = [
    "ADJECTIVE_ENDING",
    "STRONG_ENDINGS",
    "part_in_compound",
    "part_named",
    "part_of_state",
    "state_parts",
    "with_town",
]

# Nominative of an adjective without article, by the gender of its noun: kasachisches Unterhaus
STRONG_ENDINGS: Final = {"m": "er", "f": "e", "n": "es", "p": "e"}
ADJECTIVE_ENDING: Final = re.compile(r"(?:e|er|es|en|em)$")
# Plurals whose "aus" names their home; troops are withdrawn "aus" a country.
_WITH_ORIGIN = {"Unternehmen", "Firmen", "Banken", "Medien"}
_ABROAD = ("Botschaft", "Konsulat", "Vertretung", "Handelsmission")
# Behind these the name of a medium may stand (die polnische Zeitung „Tag“); one with "ein" keeps it to itself.
_NAME_FOLLOWS = frozenset("\"„“»«‚'›")
_SIDE = "Seite"
_AT = {"auf", "an", "am", "zu", "zur", "in"}  # Prepositions that make a place of a side
_SINGULAR = {"das", "dem", "des", "ein", "einem", "eines", "im", "vom", "zum", "beim"}


@cache
def state_parts() -> dict[str, dict[str, str]]:
    """Return the rows of `institutions.csv` by every form of their nouns."""
    forms: dict[str, dict[str, str]] = {}
    for row in rows("institutions.csv"):
        noun = row["noun"]
        plural = (noun + "n",) if not noun.endswith(("n", "s")) else ()
        singular = (noun + "s", noun + "es") if row["gender"] in "mn" else ()
        forms.update(dict.fromkeys((noun, *(plural if row["gender"] == "p" else singular)), row))
    return forms


def part_of_state(
    tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found], gazetteer: Gazetteer
) -> tuple[Found, ...]:
    """Read a part of a state by its adjective or genitive: das kasachische Unterhaus, Kasachstans Parlament.

    "polnische und deutsche Banken" are two; the mention of the first covers its adjective.
    """
    row = state_parts().get(tokens[index].text)
    if row is None:
        return ()
    if row["noun"] in _WITH_ORIGIN and (origin := _from_state(tokens, index, sentence, at)) is not None:
        label = f"{row['noun']} aus {origin.label}"
        return (found(tokens, index, index + 1, _new(label, row)),)
    first = index
    while first > sentence.first and tokens[first - 1].tag == "ADJA" and first - 1 not in at:
        first -= 1
    owner = at.get(first - 1) if first > sentence.first else None
    if owner is None or not _owns(tokens, owner):
        return ()
    if row["gender"] != "p" and row["noun"] in word_list("medium_nouns.txt"):
        return _unnamed_medium(tokens, owner, index, sentence, row, gazetteer)
    before = tokens[owner.first - 1].text.lower() if owner.first > sentence.first else ""
    if row["noun"] == _SIDE and _is_where(tokens, owner.first, index, sentence):
        return ()
    if (row["state"] and before == "unter") or (row["gender"] == "p" and before in _SINGULAR):
        return ()  # unter russischer Führung is a manner, das norwegische Unternehmen one company
    if row["gender"] == "p" and row["type"] == "Person" and _is_one(tokens, owner.first, index, sentence):
        return ()
    part = _part(tokens, owner, index + 1, row, gazetteer)
    other = at.get(owner.first - 2) if before == "und" and owner.first - 2 >= sentence.first else None
    if part is None or other is None or other.mention.kind != "adjective" or not _owns(tokens, other):
        return () if part is None else (part,)
    joined = _part(tokens, other, other.last, row, gazetteer)
    return (part,) if joined is None else (joined, part)


def _is_one(tokens: Sequence[Token], first: int, index: int, sentence: Sentence) -> bool:
    """Tell one person whose noun has the form of a plural: Der Schweizer Politiker lobte …, Der Londoner … Jim Hay."""
    named = index + 1 < sentence.last and tokens[index + 1].tag == "NE"
    opens = first - 1 == sentence.first and tokens[first - 1].text == "Der"
    return named or opens


def _is_where(tokens: Sequence[Token], first: int, index: int, sentence: Sentence) -> bool:
    """Tell a side that is a place from one that acts: auf polnischer Seite, die polnische Seite der Grenze."""
    while first > sentence.first and tokens[first - 1].tag in ("ART", "PDAT"):
        first -= 1
    before = tokens[first - 1].text.lower() if first > sentence.first else ""
    behind = tokens[index + 1] if index + 1 < sentence.last else None
    owned = behind is not None and (behind.text in GENITIVE_ARTICLES or behind.tag == "NE")
    return before in _AT or before.startswith("ein") or owned


def _part(tokens: Sequence[Token], owner: Found, last: int, row: dict[str, str], gazetteer: Gazetteer) -> Found | None:
    """Return the mention from the owner's name to `last` of the part, or of the state where it acts itself."""
    whole = owner.mention.entities[0]
    if (row["state"] and whole.type == "Staat") or (whole.type == "Organisation" and row["type"] == "Staat"):
        return found(tokens, owner.first, last, whole, "metonym")
    part = part_named(row, whole, gazetteer)
    if part is None or (row["gender"] == "p" and owner.mention.kind != "adjective"):
        return None
    return found(tokens, owner.first, last, part, whole=None if row["type"] == "Staat" else whole)


def part_named(row: dict[str, str], whole: Entity, gazetteer: Gazetteer) -> Entity | None:
    """Return a part of a state or region under the name it goes by: kasachisches Unterhaus; a known one is itself."""
    stem = gazetteer.stems.get(whole.id)
    if row["state"] or stem is None:
        return None
    return _new(f"{stem}{STRONG_ENDINGS[row['gender']]} {row['noun']}", row)


def _unnamed_medium(
    tokens: Sequence[Token], owner: Found, index: int, sentence: Sentence, row: dict[str, str], gazetteer: Gazetteer
) -> tuple[Found, ...]:
    """Read a medium that is described and left without a name: in einer staatlichen kasachischen Zeitung."""
    first = owner.first
    while first > sentence.first and tokens[first - 1].tag == "ADJA":
        first -= 1
    article = tokens[first - 1].text.lower() if first > sentence.first else ""
    after = tokens[index + 1] if index + 1 < sentence.last else None
    stem = gazetteer.stems.get(owner.mention.entities[0].id)
    named = after is not None and (after.text in _NAME_FOLLOWS or after.tag in ("NE", "FM"))
    if not article.startswith("ein") or named or stem is None:
        return ()
    stems = [*(ADJECTIVE_ENDING.sub("", token.text) for token in tokens[first : owner.first]), stem]
    label = " ".join([*(word + STRONG_ENDINGS[row["gender"]] for word in stems), row["noun"]])
    return (found(tokens, first, index + 1, _new(label, row), whole=owner.mention.entities[0]),)


def part_in_compound(owner: str, last_part: str) -> Entity | None:
    """Return the part of a state or alliance that a compound names: US-Botschaft, OVKS-Kontingent."""
    row = state_parts().get(last_part)
    if row is None or row["state"] or row["type"] != "Organisation" or row["noun"] in _WITH_ORIGIN:
        return None
    return _new(f"{owner}-{row['noun']}", row)


def with_town(tokens: Sequence[Token], hits: Sequence[Found]) -> tuple[Found, ...]:
    """Return the names with the town in those of bodies that a state has in many: die US-Botschaft in Bagdad."""
    at = {hit.first: hit.mention for hit in hits}
    return tuple(_in_town(tokens, hit, at) for hit in hits)


def _in_town(tokens: Sequence[Token], hit: Found, at: dict[int, Mention]) -> Found:
    entity = hit.mention.entities[0]
    abroad = hit.mention.whole is not None and entity.label.endswith(_ABROAD)
    town = at.get(hit.last + 1) if abroad and hit.last < len(tokens) and tokens[hit.last].text == "in" else None
    if town is None or town.entities[0].type != "Ort":
        return hit
    label = f"{entity.label} in {town.entities[0].label}"
    return hit._replace(mention=replace(hit.mention, entities=(replace(entity, id=slug(label), label=label),)))


def _new(label: str, row: dict[str, str]) -> Entity:
    return Entity(slug(label), label, row["type"], gender=row["gender"], provisional=True)


def _from_state(tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found]) -> Entity | None:
    """Return the state of "Unternehmen aus Russland"."""
    if index + 2 >= sentence.last or tokens[index + 1].text != "aus" or index + 2 not in at:
        return None
    entity = at[index + 2].mention.entities[0]
    return entity if entity.type == "Staat" and index - 1 not in at else None


def _owns(tokens: Sequence[Token], owner: Found) -> bool:
    """Tell an adjective or a genitive in front from another name that happens to stand there."""
    mention = owner.mention
    if len(mention.entities) != 1 or mention.entities[0].type not in ("Staat", "Ort", "Organisation"):
        return False
    return mention.kind == "adjective" or (mention.kind == "name" and tokens[owner.last - 1].text[-1] in "s'’")
