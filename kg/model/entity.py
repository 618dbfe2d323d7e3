"""Entities and what is known of them before any text is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kg.model.identity import slug

__all__ = ["Entity", "Knowledge", "Office"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, state, place, organisation, event, agreement, language, medium or topic.

    `id` is the slug that ends its IRI; `type` the local name of its class in `ontology/terms.ttl`;
    `aliases` every other name, without inflected forms. `gender` is the grammatical gender as letters
    of "mfn", or "p" for a plural name (die USA); empty where unknown. `provisional` marks a name found in
    a text that no table knows. `description` says in a few words what it is. `replaces` are the ids of
    provisional entities that a person merged with it.
    """

    id: str
    label: str
    type: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    gender: str = ""
    provisional: bool = False
    description: str = ""
    replaces: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Return the hash of the id: entities are counted and looked up for every mention."""
        return hash(self.id)

    def in_document(self, document: str) -> Entity:
        """Return it as what only one document knows by its name, with an id of that document's: das Gesetz."""
        return replace(self, id=slug(f"{self.label} {document}"))

    @property
    def is_local(self) -> bool:
        """Tell what only its document knows by its name, so that a namesake is most likely something else."""
        return self.provisional and self.id.startswith(f"{slug(self.label)}_")

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called: id, label, aliases and the ids merged with it."""
        return (self.id, self.label, *self.aliases, *self.replaces)


@dataclass(frozen=True, slots=True)
class Office:
    """Who held which office for whom, and when; None is open or unknown. Ids are those of entities."""

    holder: str
    title: str
    of: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What reading may rely on: the curated entities, the offices and the capitals (place id, state id)."""

    entities: tuple[Entity, ...] = ()
    offices: tuple[Office, ...] = ()
    capitals: tuple[tuple[str, str], ...] = ()
