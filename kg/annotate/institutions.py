"""Parts of states without a name of their own: das kasachische Unterhaus, Kasachstans Parlament, polnische Banken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from kg.annotate.found import Found, found
from kg.annotate.gazetteer import Gazetteer
from kg.annotate.lexicon import rows
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Sentence, Token

__all__ = ["STRONG_ENDINGS", "part_of_state"]

# Nominative of an adjective without article, by the gender of its noun: kasachisches Unterhaus
STRONG_ENDINGS: Final = {"m": "er", "f": "e", "n": "es", "p": "e"}
# Plurals whose "aus" names their home; troops are withdrawn "aus" a country.
_WITH_ORIGIN = {"Unternehmen", "Firmen", "Banken", "Medien"}
_SINGULAR = {"das", "dem", "des", "ein", "einem", "eines", "im", "vom", "zum", "beim"}


@cache
def _institutions() -> dict[str, dict[str, str]]:
    forms: dict[str, dict[str, str]] = {}
    for row in rows("institutions.csv"):
        noun = row["noun"]
        plural = (noun + "n",) if not noun.endswith(("n", "s")) else ()
        singular = (noun + "s", noun + "es") if row["gender"] in "mn" else ()
        forms.update(dict.fromkeys((noun, *(plural if row["gender"] == "p" else singular)), row))
    return forms


def part_of_state(
    tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found], gazetteer: Gazetteer
) -> Found | None:
    """Read a part of a state by its adjective or genitive: das kasachische Unterhaus, Kasachstans Parlament."""
    row = _institutions().get(tokens[index].text)
    if row is None:
        return None
    if row["noun"] in _WITH_ORIGIN and (origin := _from_state(tokens, index, sentence, at)) is not None:
        label = f"{row['noun']} aus {origin.label}"
        return found(tokens, index, index + 1, Entity(slug(label), label, row["type"], gender="p", provisional=True))
    first = index
    while first > sentence.first and tokens[first - 1].tag == "ADJA" and first - 1 not in at:
        first -= 1
    owner = at.get(first - 1) if first > sentence.first else None
    if (
        row["state"]
        and owner is not None
        and owner.first > sentence.first
        and tokens[owner.first - 1].text.lower() == "unter"
    ):
        return None  # unter russischer Führung: a manner, no actor
    if owner is None or not _owns(tokens, owner):
        return None
    whole = owner.mention.entities[0]
    if (row["state"] and whole.type == "Staat") or (whole.type == "Organisation" and row["type"] == "Staat"):
        return found(tokens, owner.first, index + 1, whole, "metonym")
    stem = gazetteer.stems.get(whole.id)
    if row["state"] or stem is None or (row["gender"] == "p" and owner.mention.kind != "adjective"):
        return None
    if row["gender"] == "p" and owner.first > sentence.first and tokens[owner.first - 1].text.lower() in _SINGULAR:
        return None  # das norwegische Unternehmen is one company
    label = f"{stem}{STRONG_ENDINGS[row['gender']]} {row['noun']}"
    entity = Entity(slug(label), label, row["type"], gender=row["gender"], provisional=True)
    return found(tokens, owner.first, index + 1, entity)


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
