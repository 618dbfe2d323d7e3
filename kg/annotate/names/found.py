"""Mentions and the tokens that they cover."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from kg.model.entity import Entity
from kg.model.reading import Mention, Token

__all__ = ["Found", "found", "mentions_by_token", "without_overlaps"]


_end = attrgetter("end")


class Found(NamedTuple):
    """Tokens `first:last` and the mention that lies in them."""

    first: int
    last: int
    mention: Mention


def found(
    tokens: Sequence[Token], first: int, last: int, entity: Entity, kind: str = "name", *, whole: Entity | None = None
) -> Found:
    """Return the mention of `entity` that covers tokens `first:last`; `whole` is whose part its words say it is."""
    return Found(first, last, Mention(tokens[first].start, tokens[last - 1].end, (entity,), kind, whole=whole))


def without_overlaps(candidates: Iterable[Found]) -> tuple[Found, ...]:
    """Keep the longest candidates, at equal length the earlier given, so that no two share a token; in text order."""
    taken: set[int] = set()
    kept = []
    for candidate in sorted(candidates, key=lambda c: c.first - c.last):
        covered = range(candidate.first, candidate.last)
        if taken.isdisjoint(covered):
            taken.update(covered)
            kept.append(candidate)
    return tuple(sorted(kept))


def mentions_by_token(tokens: Sequence[Token], mentions: Sequence[Mention]) -> dict[int, int]:
    """Return for each token index that a mention touches the index of that mention, both being in text order."""
    touched: dict[int, int] = {}
    token, count = 0, len(tokens)
    for number, mention in enumerate(mentions):
        index = token = bisect_right(tokens, mention.start, lo=token, key=_end)
        while index < count and tokens[index].start < mention.end:
            touched[index] = number
            index += 1
    return touched
