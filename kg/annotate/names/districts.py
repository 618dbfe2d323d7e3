"""Districts that go by the name of a town: der Landkreis Karlsruhe, der Bundesstaat New York."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.annotate.lexicon import rows
from kg.annotate.names.found import Found, found
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Token

__all__ = ["with_districts"]

_GENITIVES = ("", "s", "es")
_ANY, _KNOWN = ("any",), ("known",)


def with_districts(tokens: Sequence[Token], hits: Sequence[Found]) -> tuple[Found, ...]:
    """Return the names, those of places with the noun before them that tells them from the town of that name."""
    taken = {hit.last - 1 for hit in hits}
    return tuple(_of_district(tokens, hit) if hit.first - 1 not in taken else hit for hit in hits)


def _of_district(tokens: Sequence[Token], hit: Found) -> Found:
    place, noun = hit.mention.entities[0], tokens[hit.first - 1] if hit.first else None
    if noun is None or noun.tag != "NN" or place.type != "Ort" or hit.mention.kind != "name":
        return hit
    if noun.text.removeprefix(noun.lemma) not in _GENITIVES or not _is_namesake(noun.lemma, place):
        return hit  # die Landkreise Holm und Rode
    if " ".join(token.text for token in tokens[hit.first : hit.last]) not in (place.label, *place.aliases):
        return hit  # im Kreis Berlins
    label = f"{noun.lemma} {place.label}"
    district = Entity(slug(label), label, "Ort", gender=noun.morph.gender[:1] or "m", provisional=True)
    return found(tokens, hit.first - 1, hit.last, district)


def _is_namesake(noun: str, place: Entity) -> bool:
    """Tell whether a district bears another place's name: any Landkreis, a Bezirk only that of a town we know."""
    names = _namesakes().get(noun, ())
    return names == _ANY or (names == _KNOWN and not place.provisional) or place.label in names


@cache
def _namesakes() -> dict[str, tuple[str, ...]]:
    """Return the names that districts share with another place by the noun before them."""
    return {noun: tuple(row["names"].split("|")) for row in rows("district_nouns.csv") for noun in row["nouns"].split()}
