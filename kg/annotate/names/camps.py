"""Parties that go by the same name in many countries: die Grünen, in a text about Croatia alone, are its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.annotate.lexicon import word_list
from kg.annotate.names.found import Found, found
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.home import find_homes, states_spoken_of
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Token

__all__ = ["of_their_country"]

_HOME = "Deutschland"
_ENDING = "n"  # die Linken, die Grünen


def of_their_country(tokens: Sequence[Token], hits: Sequence[Found], gazetteer: Gazetteer) -> list[Found]:
    """Return the names with those of camps meant in the one foreign country that the text is about.

    Where the text names Germany or what belongs to it as well, the German party may be meant, and stays.
    """
    camps = {hit.first for hit in hits if _is_camp(tokens, hit)}
    others = [hit.mention for hit in hits if hit.first not in camps] if camps else []
    state = find_homes(others, gazetteer).state if camps else None
    stem = gazetteer.stems.get(state.id) if state is not None else None
    if state is None or stem is None or _HOME in {each.label for each in states_spoken_of(others, gazetteer)}:
        return list(hits)
    return [_abroad(tokens, hit, stem) if hit.first in camps else hit for hit in hits]


def _is_camp(tokens: Sequence[Token], hit: Found) -> bool:
    """Tell a name of one word that is that of a camp."""
    named = hit.last == hit.first + 1 and hit.mention.entities[0].type == "Organisation"
    return named and tokens[hit.first].text.split("-")[0] in word_list("camp_names.txt")


def _abroad(tokens: Sequence[Token], hit: Found, stem: str) -> Found:
    word = tokens[hit.first].text.split("-")[0].removesuffix(_ENDING)
    label = f"{stem}e {word}"
    entity = Entity(slug(label), label, "Organisation", gender="p" if word == "Grüne" else "f", provisional=True)
    if hit.mention.kind == "name":
        return found(tokens, hit.first, hit.last, entity)
    return Found(hit.first, hit.last, replace(hit.mention, entities=(entity,)))
