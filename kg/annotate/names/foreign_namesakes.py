"""Bodies of another country that go by a known one's name: die brasilianische Linke, Konservative Partei Kanadas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.lexicon import rows, word_list
from kg.annotate.names.gazetteer import Form, Gazetteer
from kg.annotate.names.inflection import without_genitive
from kg.annotate.names.institutions import ADJECTIVE_ENDING
from kg.model.entity import Entity
from kg.model.reading import Token

__all__ = ["is_of_another_country"]

_HOME: Final = "Deutschland"
_PARTY: Final = "Partei"


def is_of_another_country(tokens: Sequence[Token], first: int, last: int, form: Form, gazetteer: Gazetteer) -> bool:
    """Tell whether what stands beside the words of a body in one state says that the body is one in another.

    Of a camp each country has one (Spaniens Linke, but: die hessische Linke); parties of all kinds are told by an
    adjective (die irische Labour Party), all bodies by a genitive behind (die Konservative Partei Kanadas).
    """
    if form.kind != "name":
        return False
    before = tokens[first - 1].text if first else ""
    if tokens[first].text in word_list("camp_names.txt"):
        return _is_elsewhere(_place(before, gazetteer))
    state = gazetteer.belongs.get(form.entity.id)
    if state is None:
        return False
    stated = gazetteer.adjectives.get(ADJECTIVE_ENDING.sub("", before)) if before.islower() else None
    if stated is not None and form.entity.description == _PARTY:
        return stated.type == "Staat" and stated != state
    owner = _owner(tokens, last, gazetteer)
    return owner is not None and owner.type == "Staat" and owner != state


def _owner(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> Entity | None:
    """Return whose genitive stands at a token, unless it has a noun of its own behind it: Kanadas | Pläne."""
    word = tokens[index].text if index < len(tokens) else ""
    name = without_genitive(word) if word[:1].isupper() and word[-1] in "s’'" else None
    owns = index + 1 < len(tokens) and tokens[index + 1].tag in ("NN", "ADJA")
    return gazetteer.exact(name) if name and not owns else None


def _place(word: str, gazetteer: Gazetteer) -> Entity | None:
    return gazetteer.adjectives.get(ADJECTIVE_ENDING.sub("", word.lower())) or gazetteer.exact(word)


def _is_elsewhere(place: Entity | None) -> bool:
    """Tell a foreign state, or a region of several states: Spaniens, lateinamerikanische, but not: hessische."""
    if place is None or place.label == _HOME:
        return False
    return place.type == "Staat" or any(row["region"] == place.label for row in rows("region_members.csv"))
