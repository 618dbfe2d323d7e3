"""The state that a text is about, for offices that it names without saying whose: Präsident X in a text about Peru."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.titles import Title
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["home_state", "is_national"]

_NATIONAL = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister")
_FEDERATIONS = ("DE", "AT", "CH")
"""States whose parts have ministers, too; what is theirs is called Bundes-."""
_LEAST = 2  # mentions of the state a text is about
_SHARE = 4  # other states are mentioned at most once, or a quarter as often


def home_state(mentions: Sequence[Mention], gazetteer: Gazetteer) -> Entity | None:
    """Return the one state that a text is about, None where it speaks of others or of a federation."""
    counts = Counter(entity for mention in mentions for entity in mention.entities if entity.type == "Staat")
    if not counts:
        return None
    state, times = counts.most_common(1)[0]
    others = counts.total() - times
    alone = times >= _LEAST and others <= max(1, times // _SHARE)
    return state if alone and state not in {gazetteer.state(code) for code in _FEDERATIONS} else None


def is_national(title: Title) -> bool:
    """Tell whether an office is one that only a state has: Präsident, Kulturminister, but not Bürgermeister."""
    return title.scope == "state" and (title.rank in _NATIONAL or title.whole.lower().endswith("minister"))
