"""What every reader of German news knows: states, places, seats of government, languages, organisations, media, people.

The tables lie in `data/`; the German names of states and languages come from CLDR through Babel. A workspace's own
entities come first: an entry that shares its name with one of them takes its identity.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from kg.annotate.lexicon import rows, word_list
from kg.model.entity import Entity
from kg.model.identity import slug

__all__ = ["Entry", "closing_names", "state_names", "world_entries"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entity with its names and what German derives from them.

    `names` are label and aliases, at first those of the entity; `adjectives` and `demonyms` as in `data/states.csv`;
    `doubtful` names are also common words; `acts_for` is the label of the state that acts through a capital or seat of
    government; `members` are words that after "name-" still mean the body itself (BRICS-Staatengruppe); `serves` is the
    label of the state, place or body for which a person holds office, `full_only` marks a surname that others share;
    `belongs` is the label of the state in which an organisation or place is.
    """

    entity: Entity
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    doubtful: bool = False
    acts_for: str | None = None
    members: tuple[str, ...] = ()
    serves: str | None = None
    full_only: bool = False
    belongs: str | None = None


@cache
def world_entries() -> tuple[Entry, ...]:
    """Return all entries, states first: where two share a name, the earlier one has it."""
    return (
        *_states(),
        *_seats(),
        *_table("organisations.csv", "Organisation"),
        *_table("media.csv", "Medium"),
        *_places(),
        *_languages(),
        *_people(),
    )


@cache
def closing_names() -> frozenset[str]:
    """Return the words in which names of the world end and to which the genitive adds an s: Kenia, York, Macron."""
    return frozenset(name.split()[-1] for entry in world_entries() for name in entry.names if name[-1].isalpha())


def _listed(cell: str | None) -> tuple[str, ...]:
    return tuple(part for part in (cell or "").split("|") if part)


def _entry(row: dict[str, str], label: str, type_: str) -> Entry:
    entity = Entity(
        slug(label),
        label,
        type_,
        aliases=_listed(row.get("aliases")),
        gender=row.get("gender") or "n",
        description=row.get("kind") or "",
    )
    return Entry(
        entity,
        names=(entity.label, *entity.aliases),
        adjectives=_listed(row.get("adjective")),
        demonyms=_listed(row.get("demonym")),
        doubtful=bool(row.get("doubtful")),
        members=_listed(row.get("members")),
        belongs=state_names().get(row.get("of") or ""),
    )


@cache
def state_names() -> dict[str, str]:
    """Return the German name of every state of `data/states.csv` by its CLDR code."""
    from babel import Locale

    territories = Locale("de").territories
    return {row["code"]: row["label"] or territories[row["code"]] for row in rows("states.csv")}


def _states() -> list[Entry]:
    names = state_names()
    entries = [_entry(row, names[row["code"]], "Staat") for row in rows("states.csv")]
    capitals = [(row["capital"], names[row["code"]]) for row in rows("states.csv") if row["capital"]]
    return entries + [
        Entry(Entity(slug(name), name, "Ort", gender="n"), (name,), acts_for=state) for name, state in capitals
    ]


def _seats() -> list[Entry]:
    names = state_names()
    return [replace(_entry(row, row["label"], row["type"]), acts_for=names[row["for"]]) for row in rows("seats.csv")]


def _table(file: str, type_: str) -> list[Entry]:
    return [_entry(row, row["label"], type_) for row in rows(file)]


def _places() -> list[Entry]:
    return [_entry(row, row["label"], row["type"]) for row in rows("places.csv")]


def _languages() -> list[Entry]:
    from babel import Locale

    names = Locale("de").languages
    labels = sorted(names[code] for code in word_list("languages.txt"))
    return [Entry(Entity(slug(label), label, "Sprache", gender="n"), (label,)) for label in labels]


def _people() -> list[Entry]:
    names = state_names()
    return [
        replace(
            _entry(row, row["label"], "Person"),
            doubtful=False,
            belongs=None,
            serves=names.get(row["of"], row["of"]),
            full_only=bool(row["doubtful"]),
        )
        for row in rows("people.csv")
    ]
