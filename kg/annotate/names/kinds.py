"""What kind of body a noun means and a name belongs to: die Partei is the SPD, no company and no authority."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.annotate.lexicon import declined_rows, rows
from kg.annotate.names.world import world_entries
from kg.annotate.noun_classes import tails
from kg.model.entity import Entity

__all__ = ["description_row", "is_of_kind", "kind_of", "town_of"]

# Kinds that a body of that kind shows in its name; other names of unknown kind may be a party, a company, a militia.
_SHOWN = frozenset({"Bank", "Gericht", "Gewerkschaft", "Parlament", "Verband"})
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
    """Return the town that ends the name of a body: Köln for the Verwaltungsgericht Köln; None for other entities.

    What stands behind a preposition may be what the body is for: Bank of England, Zusammenarbeit in Europa.
    """
    *first, last = entity.label.split()
    beside = bool(first) and first[-1][0].isupper()
    return _towns().get(last) if beside and entity.type == "Organisation" else None


@cache
def _towns() -> dict[str, Entity]:
    return {entry.entity.label: entry.entity for entry in world_entries() if entry.entity.type == "Ort"}


@cache
def _known_kinds() -> dict[str, str]:
    return {row["label"]: row["kind"] for row in rows("organisations.csv") if row["kind"]}


def _kinds(word: str) -> list[str]:
    row = description_row(word)
    return row["kinds"].split("|") if row is not None and row["kinds"] else []
