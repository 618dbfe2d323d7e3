"""What kind of body a noun means and a name belongs to: die Partei is the SPD, no company and no authority."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.annotate.lexicon import declined_rows, rows, word_list
from kg.annotate.names.body_names import head_row
from kg.annotate.names.inflection import inhabitant_adjective
from kg.annotate.names.world import world_entries
from kg.annotate.noun_classes import tails
from kg.model.entity import Entity

__all__ = ["description_row", "is_of_kind", "kind_of", "town_called", "town_of"]

# Kinds that a body of that kind shows in its name; other names of unknown kind may be a party, a company, a militia.
_SHOWN = frozenset({"Bank", "Gericht", "Gewerkschaft", "Parlament", "Verband"})
_ORGAN, _COURT, _PARTY = "Gremium", "Gericht", "Partei"
_COMPOUNDED = ("Organisation", "Medium")  # classes whose nouns keep their sense as last parts: Autokonzern, not Ausland


@lru_cache(maxsize=50_000)  # the nouns of an archive
def description_row(noun: str) -> dict[str, str] | None:
    """Return the row of `descriptions.csv` for a noun or the last part of a compound, None for other words."""
    table = declined_rows("descriptions.csv")
    if noun in table:
        return table[noun]
    found = (table[tail] for tail in tails(noun)[1:] if tail in table)
    return next((row for row in found if row["type"] in _COMPOUNDED), None)


def kind_of(entity: Entity) -> str:
    """Return what kind of body an entity is, as tables, its description or its name tell; "" where none does."""
    known = _known_kinds().get(entity.label)
    if entity.provisional and (
        entity.label.rpartition("-")[2] in word_list("company_organs.txt")
        or entity.label.split(" ")[0] in word_list("town_bodies.txt")
    ):
        known = _ORGAN if not entity.label.split(" ")[0].endswith("gericht") else _COURT
    if entity.provisional and entity.label.rpartition(" ")[2] in word_list("camp_names.txt"):
        known = _PARTY  # österreichische Grüne
    named = (_kinds(word) for word in (*entity.description.split(), *entity.label.split()))
    return known or next((kinds[0] for kinds in named if kinds), "")


def is_of_kind(entity: Entity, row: dict[str, str]) -> bool:
    """Tell whether an entity can be what a row describes: of its class and kinds, or a newcomer of no known kind."""
    kinds = row["kinds"].split("|") if row["kinds"] else []
    kind = kind_of(entity) if kinds else ""
    named = not entity.label[0].islower()  # die israelische Luftwaffe says what it is
    unknown = not kind and (not kinds or (entity.provisional and named and kinds[0] not in _SHOWN))
    return entity.type == row["type"] and (unknown or kind in kinds)


def town_of(entity: Entity) -> Entity | None:
    """Return the town that ends or opens the name of a body or building: of Landgericht Köln, Kölner Forum; else None.

    What stands behind a preposition may be what the body is for: Bank of England, Zusammenarbeit in Europa.
    """
    words = entity.label.split()
    if len(words) < 2 or not (entity.type == "Organisation" or _is_building(entity, words[0])):
        return None
    beside = words[-2][0].isupper()
    called = town_called(words[0]) if entity.provisional else None  # the Shanghaier Organisation has moved
    return called or (_towns().get(words[-1]) if beside else None)


def _is_building(entity: Entity, noun: str) -> bool:
    """Tell a building called by the place where it stands: Flughafen Hannover."""
    row = head_row(noun) if entity.provisional and entity.type == "Ort" else None
    return row is not None and row["type"] == "Ort"


def town_called(adjective: str) -> Entity | None:
    """Return the town of an adjective as it stands in texts: Bremer, Hallenser."""
    return _towns_by_adjective().get(adjective)


@cache
def _towns() -> dict[str, Entity]:
    return {entry.entity.label: entry.entity for entry in world_entries() if entry.entity.type == "Ort"}


@cache
def _towns_by_adjective() -> dict[str, Entity]:
    adjectives = (
        (adjective, entry.entity)
        for entry in world_entries()
        if entry.entity.type == "Ort" and " " not in entry.entity.label
        for adjective in (*entry.adjectives, *(() if entry.adjectives else inhabitant_adjective(entry.entity.label)))
    )
    return {adjective: town for adjective, town in adjectives if adjective.endswith("er")}


@cache
def _known_kinds() -> dict[str, str]:
    return {row["label"]: row["kind"] for row in rows("organisations.csv") if row["kind"]}


def _kinds(word: str) -> list[str]:
    row = description_row(word)
    return row["kinds"].split("|") if row is not None and row["kinds"] else []
