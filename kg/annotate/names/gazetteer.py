"""The names that are known before a text is read, in every form that German gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from kg.annotate.names.inflection import adjective_forms, demonym_forms, inhabitant_adjective, name_forms
from kg.annotate.names.terms import Term, known_terms
from kg.annotate.names.titles import parse_title
from kg.annotate.names.transliteration import folded
from kg.annotate.names.world import Entry, state_names, world_entries
from kg.annotate.words.tokens import tokenize
from kg.model.entity import Entity, Knowledge

__all__ = ["Form", "Gazetteer", "build_gazetteer", "known_bodies"]

_PLACED = frozenset({"in", "im", "gegen", "um"})


class Form(NamedTuple):
    """A sequence of words that names an entity. `kind` is that of a mention: name, adjective or demonym."""

    words: tuple[str, ...]
    entity: Entity
    kind: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names by their first word, longest first, and known persons by the key of their names.

    `names` maps a name as the tables have it to its entity, `persons` a folded full name, `surnames` a folded last
    name to all who bear it; `adjectives` the stem of an adjective to its state or place (for "kasachisch-russisch"),
    `stems` goes back; `states` the CLDR code to the state, `codes` goes back by its id; `acts_for` the id of
    a capital or seat of government to its state; `members` the id of a body to the words that after "name-" still mean
    it; `bodies` as `known_bodies`; `serves` the id of a person to whom he or she holds office for, where the text does
    not say; `belongs` the id of an organisation and `lies_in` that of a place to its state. `terms` are the offices of
    the tables.
    """

    forms: Mapping[str, tuple[Form, ...]]
    names: Mapping[str, Entity]
    persons: Mapping[str, Entity]
    surnames: Mapping[str, tuple[Entity, ...]]
    adjectives: Mapping[str, Entity]
    stems: Mapping[str, str]
    acts_for: Mapping[str, Entity]
    members: Mapping[str, tuple[str, ...]]
    states: Mapping[str, Entity]
    codes: Mapping[str, str]
    bodies: Mapping[tuple[str, str], Entity]
    serves: Mapping[str, Entity]
    belongs: Mapping[str, Entity]
    lies_in: Mapping[str, Entity]
    terms: tuple[Term, ...]

    def state(self, code: str) -> Entity:
        """Return the state with a CLDR territory code, such as "DE"."""
        return self.states[code]

    def code(self, state: Entity | None) -> str:
        """Return the CLDR territory code of a state, "" for what is none."""
        return self.codes.get(state.id, "") if state is not None else ""

    def exact(self, name: str) -> Entity | None:
        """Return the entity that the single word `name` names, whatever its inflection, but no adjective or people.

        A name of several words has hyphens inside a compound: IG-Metall-Vorsitzende.
        """
        for form in self.forms.get(name, ()):
            if form.kind == "name" and form.words == (name,) and not form.doubtful:
                return form.entity
        return self.names.get(name.replace("-", " ")) if "-" in name else None


def build_gazetteer(knowledge: Knowledge) -> Gazetteer:
    """Return the gazetteer of a workspace's entities and of what is generally known; build it once."""
    entries = tuple(_identified(knowledge))
    states = {
        name: entry.entity for entry in reversed(entries) if entry.entity.type == "Staat" for name in entry.names[::-1]
    }
    by_id = {entry.entity.id: entry.entity for entry in reversed(entries)}
    acts_for = {entry.entity.id: states[entry.acts_for] for entry in entries if entry.acts_for in states}
    acts_for.update({place: by_id[state] for place, state in knowledge.capitals if state in by_id})
    persons = list(dict.fromkeys(entry.entity for entry in entries if entry.entity.type == "Person"))
    shared = {entry.entity for entry in entries if entry.full_only}
    names = {name: entry.entity for entry in reversed(entries) for name in entry.names}
    located = [(entry.entity, names[entry.belongs]) for entry in entries if entry.belongs]
    return Gazetteer(
        forms=_index(_forms(entries)),
        names=names,
        persons={folded(name): person for person in reversed(persons) for name in _full_names(person)},
        surnames=_surnames(person for person in persons if person not in shared),
        adjectives={stem.lower(): entry.entity for entry in reversed(entries) for stem in entry.adjectives},
        stems={entry.entity.id: entry.adjectives[0] for entry in reversed(entries) if entry.adjectives},
        acts_for=acts_for,
        members={entry.entity.id: entry.members for entry in entries if entry.members},
        states={code: states[label] for code, label in state_names().items()},
        codes={states[label].id: code for code, label in state_names().items()},
        bodies=known_bodies(knowledge),
        belongs={entity.id: state for entity, state in located if entity.type != "Ort"},
        lies_in={entity.id: state for entity, state in located if entity.type == "Ort"},
        terms=tuple(known_terms(knowledge)),
        serves=_serves(knowledge) | {entry.entity.id: names[entry.serves] for entry in entries if entry.serves},
    )


def known_bodies(knowledge: Knowledge) -> dict[tuple[str, str], Entity]:
    """Return for whom a person (by id) holds or held an office (by rank), where the tables know but one."""
    entities = {entity.id: entity for entity in knowledge.entities}
    found: dict[tuple[str, str], set[str]] = {}
    for office in knowledge.offices:
        title = parse_title(office.title)
        if title is not None and title.rank and not title.prefix:
            found.setdefault((office.holder, title.rank), set()).add(office.of)
    return {key: entities[of] for key, bodies in found.items() for of in bodies if len(bodies) == 1 and of in entities}


def _serves(knowledge: Knowledge) -> dict[str, Entity]:
    """Return the one state or body for which a person (by id) holds or held offices, as the tables know."""
    entities = {entity.id: entity for entity in knowledge.entities}
    found: dict[str, set[str]] = {}
    for office in knowledge.offices:
        found.setdefault(office.holder, set()).add(office.of)
    return {
        holder: entities[of] for holder, bodies in found.items() for of in bodies if len(bodies) == 1 and of in entities
    }


def _identified(knowledge: Knowledge) -> Iterator[Entry]:
    """Yield the workspace's entities, then the entries of the world under the workspace's identities.

    What is also a common word stays one, whoever knows it as a name: im Westen der Ukraine.
    """
    labels = {entity.label: entity for entity in knowledge.entities}
    names = {
        (name, entity.type): entity
        for entity in reversed(knowledge.entities)
        for name in (entity.label, *entity.aliases)
    }
    doubtful = {(entry.entity.label, entry.entity.type) for entry in world_entries() if entry.doubtful}
    for entity in knowledge.entities:
        common = (entity.label, entity.type) in doubtful
        yield Entry(entity, (entity.label, *entity.aliases), doubtful=common)
    for entry in world_entries():
        label = entry.entity.label
        yield replace(entry, entity=labels.get(label) or names.get((label, entry.entity.type)) or entry.entity)


def _full_names(person: Entity) -> list[str]:
    return [name for name in (person.label, *person.aliases) if " " in name]


def _surnames(persons: Iterable[Entity]) -> dict[str, tuple[Entity, ...]]:
    found: dict[str, tuple[Entity, ...]] = {}
    for person in persons:
        for key in {folded(name.split()[-1]) for name in (person.label, *person.aliases)}:
            found[key] = (*found.get(key, ()), person)
    return found


def _index(forms: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    """Order forms by their first word, longest first; of two entities with one form the first keeps it."""
    kept: dict[tuple[tuple[str, ...], str], Form] = {}
    for form in forms:
        kept.setdefault((form.words, form.kind), form)
    index: dict[str, list[Form]] = {}
    for form in kept.values():
        index.setdefault(form.words[0], []).append(form)
    return {word: tuple(sorted(found, key=lambda form: -len(form.words))) for word, found in index.items()}


def _forms(entries: tuple[Entry, ...]) -> Iterator[Form]:
    """Yield the forms of all entries: names before adjectives before peoples, so that "Polen" is first the state."""
    for entry in entries:
        for name in entry.names:
            if entry.entity.type == "Ereignis" and not _PLACED.isdisjoint(name.split()):
                continue  # `kg.annotate.names.events` reads these, so that the place keeps its own mention
            for form in name_forms(name, entry.entity.type, entry.entity.gender):
                yield Form(_words(form), entry.entity, "name", entry.doubtful)
        if entry.entity.type == "Sprache":
            yield from (
                Form((word, "Sprache"), entry.entity, "name", False)
                for word in adjective_forms(entry.entity.label.lower())
            )
    for entry in entries:
        for stem in entry.adjectives:
            # "westlich" is first of all a direction
            doubtful = entry.entity.type == "Organisation"
            yield from (Form(_words(word), entry.entity, "adjective", doubtful) for word in adjective_forms(stem))
        if entry.entity.type == "Ort":
            yield from (Form(_words(word), entry.entity, "adjective", False) for word in _by_inhabitants(entry))
    for entry in entries:
        for people in entry.demonyms:
            yield from (Form(_words(word), entry.entity, "demonym", False) for word in demonym_forms(people))


def _by_inhabitants(entry: Entry) -> Iterator[str]:
    """Yield the adjectives of a place that are its inhabitants' name: Kölner Rat, Thüringer Landtag."""
    if not entry.adjectives and " " not in entry.entity.label:
        yield from inhabitant_adjective(entry.entity.label)
    yield from (people for people in entry.demonyms if people.endswith("er"))


def _words(name: str) -> tuple[str, ...]:
    return (name,) if name.isalpha() else tuple(token.text for token in tokenize(name))
