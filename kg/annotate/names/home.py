"""What a text is about, for offices that it names without saying whose: Präsident X in a text about Peru."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.annotate.lexicon import rows, word_endings, word_list
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.titles import Title
from kg.annotate.names.world import state_names
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["Homes", "find_homes", "has_government", "has_parts", "is_national", "may_have", "states_spoken_of"]

_NATIONAL = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister")
_FEDERATIONS: Final = ("DE", "AT", "CH")
"""States whose parts have ministers, too; what is theirs is called Bundes-."""
_GOVERNED: Final = (*_FEDERATIONS, "GB", "ES")
"""States some of whose parts have a government, which a text is about where it is about no other state."""
_COUNCILS: Final = "CH"
"""The state whose parts are governed by councils without ministers."""
_FEDERAL_ONLY = ("foreign-minister", "defence-minister")
_LEAST = 2  # mentions of the state a text is about
_LEAD = 200  # characters: headline and first sentence say what a text is about
_SHARE = 2  # others are mentioned at most half as often


@dataclass(frozen=True, slots=True)
class Homes:
    """The `state`, the `part` of a federation and the `town` that a text is about, None where there is no such one.

    `only_part` is the one part that a text names which shows its state by parties only: whose ministers it names.
    Parts `without_ministers` are the cantons, which are governed by councils.
    """

    state: Entity | None = None
    part: Entity | None = None
    town: Entity | None = None
    only_part: Entity | None = None
    without_ministers: bool = False

    def of(self, title: Title) -> Entity | None:
        """Return for whom an office is held that the text names without saying whose."""
        if title.rank == "mayor":
            return self.town
        if not is_national(title):
            return None
        part = self.part or self.only_part
        governed = part is not None and not self.without_ministers
        if governed and title.rank not in _FEDERAL_ONLY and not title.whole.endswith("kanzler"):
            return part
        return self.state if self.state is not None and may_have(self.state, title) else None


def find_homes(mentions: Sequence[Mention], gazetteer: Gazetteer) -> Homes:
    """Return what a text is about: what it names far more often than others, with whom and what belongs to it."""
    spoken = [*states_spoken_of(mentions, gazetteer)]
    # Where others are named nearly as often, what headline and first sentence speak of counts twice.
    first = states_spoken_of([mention for mention in mentions if mention.start < _LEAD], gazetteer)
    state = _chief(spoken) or _chief([each for each in (*spoken, *first) if spoken.count(each) >= _LEAST])
    parts = [
        part
        for mention in mentions
        for part in _places_of(mention, gazetteer)
        if part.type == "Ort"
        and gazetteer.code(gazetteer.lies_in.get(part.id)) in _GOVERNED
        and _is_part(part, gazetteer)
    ]
    towns = [
        entity
        for mention in mentions
        for entity in mention.entities
        if entity.type == "Ort" and mention.kind == "name" and not _is_part(entity, gazetteer)
    ]
    code = gazetteer.code(state)
    part = _chief(parts) if state is None or code in _FEDERATIONS else None
    named = {e for mention in mentions if mention.kind != "adjective" for e in mention.entities}
    single = named.intersection(parts) if code in _FEDERATIONS and state not in named else set()
    only = single.pop() if len(single) == 1 else None
    around = gazetteer.lies_in.get(part.id) if part is not None else state
    councils = gazetteer.code(around) == _COUNCILS
    return Homes(state, part, _chief(towns), only_part=only, without_ministers=councils)


def states_spoken_of(mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[Entity]:
    """Yield the states that mentions speak of: by name, by capital, by who serves them and what belongs to them."""
    for mention in mentions:
        for entity in mention.entities if mention.kind != "pronoun" else ():
            found: Entity | None = entity
            if entity.type != "Staat":
                found = gazetteer.acts_for.get(entity.id) or gazetteer.serves.get(entity.id)
                found = found or gazetteer.belongs.get(entity.id) or mention.whole or _in_name(entity, gazetteer)
            if found is not None and found.type == "Staat":
                yield found


def _in_name(entity: Entity, gazetteer: Gazetteer) -> Entity | None:
    """Return the state in whose genitive the name of a body ends: Demokratische Partei Thailands."""
    words = entity.label.split() if entity.provisional and entity.type == "Organisation" else ()
    return gazetteer.exact(words[-1].removesuffix("s")) if len(words) > 1 and words[-1][-1] == "s" else None


def _places_of(mention: Mention, gazetteer: Gazetteer) -> Iterator[Entity]:
    """Yield what a mention names, whom it serves and what it is a part of: Sachsen, Sachsens Landtag."""
    for entity in mention.entities:
        yield gazetteer.serves.get(entity.id, entity)
    if mention.whole is not None:
        yield mention.whole


def _is_part(entity: Entity, gazetteer: Gazetteer) -> bool:
    """Tell a part of a federation, which has an adjective, from a town, which has none."""
    return entity.id in gazetteer.stems and entity.label not in word_list("ungoverned_regions.txt")


def _chief(entities: Iterable[Entity]) -> Entity | None:
    named = list(entities)
    if len(named) < _LEAST:
        return None
    (chief, times), *others = Counter(named).most_common()
    second = others[0][1] if others else 0
    return chief if times >= _LEAST and second <= max(1, times // _SHARE) else None


def has_government(entity: Entity, state: Entity, gazetteer: Gazetteer) -> bool:
    """Tell a part of a state that has ministers of its own: Brandenburg, in Germany."""
    return entity.type == "Ort" and gazetteer.lies_in.get(entity.id) == state and _is_part(entity, gazetteer)


def has_parts(state: Entity, gazetteer: Gazetteer) -> bool:
    """Tell a federation: what is called by no state in a text about it may be that of one of its parts."""
    return gazetteer.code(state) in _FEDERATIONS


def may_have(state: Entity, title: Title) -> bool:
    """Tell whether a state has an office that a text names without saying whose: Germany has no Ministerpräsident."""
    only, without = _states_of_offices().get(title.whole, (None, frozenset()))
    return state.label not in without and (only is None or state.label in only)


@cache
def _states_of_offices() -> dict[str, tuple[frozenset[str] | None, frozenset[str]]]:
    """Return the labels of the states which alone have an office, None where any may, and of those that have not."""
    labels = state_names()
    found = {}
    for row in rows("state_offices.csv"):
        only, without = (frozenset(labels[code] for code in row[kind].split()) for kind in ("only", "without"))
        found.update(dict.fromkeys(row["titles"].split(), (only or None, without)))
    return found


def is_national(title: Title) -> bool:
    """Tell whether an office is one that only a state has: Präsident, Kulturminister, but not Bürgermeister."""
    of_state = title.rank in _NATIONAL or title.whole.lower().endswith(word_endings("national_titles.txt"))
    return title.scope == "state" and of_state
