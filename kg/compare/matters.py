"""Items found by what they are about, without comparing each with all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.compare.items import Item
from kg.compare.topics import related

__all__ = ["Matters"]

TELLING = 200
"""A word of more topics than this tells none of them apart (Russland, Regierung), so no topic is looked up by it."""


class Matters:
    """Items by the words of their topics."""

    __slots__ = ("_by_object", "_by_word", "_items")

    def __init__(self, items: Iterable[Item]) -> None:
        """Index the items; the cost grows with their words."""
        self._items = tuple(items)
        self._by_word: dict[str, list[int]] = {}
        self._by_object: dict[str, list[int]] = {}
        for place, item in enumerate(self._items):
            self._by_object.setdefault(item.ends[1], []).append(place)
            for word in item.topic.all_words:
                self._by_word.setdefault(word, []).append(place)

    def like(self, item: Item) -> Iterator[Item]:
        """Yield the items with the same object and, for a topic, those with a related one, in their order."""
        places = set(self._by_object.get(item.ends[1], ()))
        if item.topical:
            told = (self._by_word.get(word, ()) for word in item.topic.all_words)
            sharing = {place for found in told if len(found) <= TELLING for place in found}
            places |= {place for place in sharing if self._is_like(item, self._items[place])}
        yield from (self._items[place] for place in sorted(places))

    def _is_like(self, item: Item, other: Item) -> bool:
        return other.topical and related(item.topic, other.topic)
