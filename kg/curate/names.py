"""Names that people type and what they mean: entities and topics by label, alias or id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kg.model.entity import Entity
from kg.model.vocabulary import Theme

__all__ = ["Names", "suggestion"]

# difflib's own default: below it, suggestions for short names are mostly noise.
_SIMILAR = 0.6
# From here on a free topic is more likely a typing error: "Kasachstn" has 95, "Erdgas" for "Erdöl" 55.
_TYPING_ERROR = 85


def suggestion(text: str, known: Iterable[str]) -> str:
    """Return "; meinten Sie …?" with the known word most like the text, empty where none is."""
    close = get_close_matches(text, list(known), n=1, cutoff=_SIMILAR)
    return f"; meinten Sie {close[0]}?" if close else ""


@dataclass(frozen=True, slots=True)
class Names:
    """Entities and topics by everything they are called; entities come first where a topic has the same name.

    `written` are all names that the tables hold, those of faulty rows included: who uses one has made no mistake.
    """

    entities: Mapping[str, Entity]
    topics: Mapping[str, Entity]
    written: frozenset[str]

    @classmethod
    def of(cls, entities: Iterable[Entity], *, themes: Iterable[Theme] = (), written: Iterable[str] = ()) -> Names:
        """Return the names of these entities and topics."""
        topics = (Entity(theme.id, theme.label, "Thema", theme.aliases) for theme in themes)
        return cls(_index(entities), _index(topics), frozenset(written))

    def find(self, text: str) -> Entity | None:
        """Return who or what is called so, None where nothing is."""
        return self.entities.get(text) or self.topics.get(text)

    def doubtful(self, text: str) -> bool:
        """Tell whether the name stands only in a row whose fault has been told already."""
        return self.find(text) is None and text in self.written

    def suggest(self, text: str) -> str:
        """Return the suggestion for a name that nothing has."""
        return suggestion(text, self.entities)

    def misspelt(self, text: str) -> bool:
        """Tell whether the text is so close to a known entity that no free topic can be meant."""
        # Asked of every free topic in the tables: difflib took a third of the time to load a workspace.
        from rapidfuzz import fuzz, process

        return process.extractOne(text, self.entities.keys(), scorer=fuzz.ratio, score_cutoff=_TYPING_ERROR) is not None


def _index(entities: Iterable[Entity]) -> dict[str, Entity]:
    return {name: entity for entity in entities for name in entity.names}
