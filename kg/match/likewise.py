"""Of whom else a clause says the same: wie Polen lehnt auch Ungarn den Plan ab; Rom begrüßte den Plan, ebenso Wien."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.match.fillers import fill
from kg.match.scene import Filler, Part, Scene, argument_of, fits
from kg.model.reading import Clause

__all__ = ["with_likewise"]

COMPARING = ("wie", "neben", "außer")
"""Prepositions of those of whom the same is said; behind the last two "auch" must say so."""
SAME = ("ebenso", "genauso", "desgleichen")
"""Adverbs behind a comma of those of whom the same is said."""
ACTING = ("Person", "Organisation", "Staat")


def with_likewise(scene: Scene, clause: Clause, subject: Filler) -> Filler:
    """Fill a subject with those of whom the clause says the same, as far as they are named."""
    if clause.kind == "nominal" or clause.negation is not None:
        return subject
    return replace(
        subject,
        parts=tuple(dict.fromkeys((*subject.parts, *_compared(scene, clause, subject), *_added(scene, clause)))),
    )


def _compared(scene: Scene, clause: Clause, subject: Filler) -> Iterator[Part]:
    """Yield those before the subject: wie | Polen lehnt auch Ungarn ab; and behind it: ebenso wie | Polen."""
    tokens = scene.annotations.tokens
    compared = [a for a in clause.arguments if a.preposition in COMPARING and a.head in scene.mention_at]
    words = {tokens[index].text.lower() for index in clause.tokens} if compared else set()
    for argument in compared:
        before = argument.end <= subject.start and (argument.preposition == "wie" or "auch" in words)
        same = argument.preposition == "wie" and not words.isdisjoint(SAME) and not _has_acting_object(scene, clause)
        filler = fill(scene, argument) if before or same else None
        yield from filler.parts if filler is not None else ()


def _added(scene: Scene, clause: Clause) -> Iterator[Part]:
    """Yield who is named behind "ebenso" at the end: …, ebenso | sein Kollege Jan Nowak."""
    tokens = scene.annotations.tokens
    opening = (i for i in clause.tokens if tokens[i].text in SAME and tokens[i - 1].text == "," and i > clause.head)
    first = next(opening, None)
    if first is None or _has_acting_object(scene, clause):
        return
    for index in (index for index in clause.tokens if index > first and index in scene.mention_at):
        mention = scene.mention_at[index]
        if mention.kind == "name" and tokens[index].start == mention.start:
            parts = (Part(mention.start, mention.end, index, entity, mention.role) for entity in mention.entities)
            yield from (part for part in parts if fits(scene, part, ACTING))


def _has_acting_object(scene: Scene, clause: Clause) -> bool:
    """Tell whether who is named behind may be treated likewise: Die CDU lobte Weber, ebenso | Blum."""
    object_ = argument_of(clause, "object")
    filler = fill(scene, object_) if object_ is not None and object_.clause is None else None
    return filler is not None and any(fits(scene, part, ACTING) for part in filler.parts)
