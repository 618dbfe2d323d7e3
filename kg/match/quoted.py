"""The quotations that hold a place of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from kg.match.scene import Scene
from kg.model.reading import Quotation

__all__ = ["quotations_around"]


def quotations_around(scene: Scene, position: int) -> Iterator[Quotation]:
    """Yield the quotations that hold a character, the one that begins last first."""
    place = bisect_right(scene.annotations.quotations, position, key=lambda quotation: quotation.quote[0].start)
    while place and scene.quoted_until[place - 1] > position:
        place -= 1
        quotation = scene.annotations.quotations[place]
        if any(span.start <= position < span.end for span in quotation.quote):
            yield quotation
