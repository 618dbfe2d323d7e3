"""The mentions of the seed articles' gold entities, and which of them are read as the right entity.

A gold mention counts as found when at least one of its occurrences overlaps a mention resolved to an entity that
goes by the gold name, stands right before one (the noun phrase that the name closes), or overlaps an office that the
text states for it (Russlands Präsident X). Topics (Thema) are left out: they
are noun phrases that claims bring along; so are visits and meetings, which are read as clauses, not as entities.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from eval.shared import ARTICLES, GOLD, read_text

from kg.annotate.names.transliteration import folded
from kg.model.entity import Entity
from kg.model.reading import Annotations

_CLAUSAL = ("Besuch", "Staatsbesuch", "Treffen", "Verhandlungen")
_DATED = re.compile(r" \([^)]*\d{4}\)$")  # gold names of events may end in their month
_ENDING = re.compile(r"(?:en|er|es|em|e|s)$")


class Score(NamedTuple):
    """How many gold mentions there are, and those that are not read as their entity."""

    stated: int
    missed: list[str]


class Place(NamedTuple):
    """A stretch of text and the entities it refers to."""

    start: int
    end: int
    entities: tuple[Entity, ...]


def places(reading: Annotations) -> list[Place]:
    """Return where a document refers to which entities: by name, by reference, by an office beside a name."""
    named = [Place(mention.start, mention.end, mention.entities) for mention in reading.mentions]
    return named + [Place(office.start, office.end, (office.holder,)) for office in reading.offices]


def goes_by(entity: Entity, name: str) -> bool:
    """Tell whether one of an entity's names is `name`, whatever its inflection and transliteration."""
    return any(_key(own) == _key(name) for own in (entity.label, *entity.aliases))


def _key(name: str) -> list[str]:
    return [folded(_ENDING.sub("", word)) for word in name.split()]


@cache
def score_mentions() -> Score:
    """Return the figures over all seed articles."""
    stated, missed = 0, []
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (ARTICLES / f"{path.stem}.txt").read_text(encoding="utf-8")
        found = places(read_text(text, gold["published"]))
        for entity, surface in _gold_mentions(gold):
            stated += 1
            if not _is_found(text, surface, entity, found):
                missed.append(f"{path.stem}: {surface} = {entity}")
    return Score(stated, missed)


def _gold_mentions(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for entity in gold["entities"]:
        if entity["type"] != "Thema" and not entity["name"].startswith(_CLAUSAL):
            yield from ((_DATED.sub("", entity["name"]), surface) for surface in entity["mentions"])


def _is_found(text: str, surface: str, name: str, found: Sequence[Place]) -> bool:
    spans = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(surface)}", text)]
    return any(
        mention.start <= end + 1 and start < mention.end and any(goes_by(entity, name) for entity in mention.entities)
        for start, end in spans
        for mention in found
    )


if __name__ == "__main__":
    score = score_mentions()
    print(*score.missed, sep="\n")
    print(f"{score.stated - len(score.missed)} of {score.stated}")
