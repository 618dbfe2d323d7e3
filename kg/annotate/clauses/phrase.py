"""The noun phrase as a value, alone and coordinated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.annotate.agreement import PLURAL, case_mask, cases

__all__ = ["Phrase", "joined"]


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase: tokens `first:last`, head token, readings, and the preposition or "als" before it.

    `genitives` are the phrases that stand as its genitive attribute, `conjuncts` its coordinated parts.
    `attributes` are the prepositional phrases attached behind it. `participle` is the token of a participle with
    arguments of its own before the head. `loose` marks what cannot be subject or object, like an apposition. With
    `one`, the conjuncts name one and the same person (ein Maler und Mitglied der Partei). `among` are the readings of
    those of whom it is one (einer der Männer).
    """

    first: int
    last: int
    head: int
    mask: int
    preposition: int | None = None
    comparison: bool = False
    pronoun: bool = False
    definite: bool = False
    genitives: list[Phrase] = field(default_factory=list)
    conjuncts: list[Phrase] = field(default_factory=list)
    attributes: list[Phrase] = field(default_factory=list)
    participle: int | None = None
    determiner: int | None = None
    loose: bool = False
    one: bool = False
    among: int = 0

    @property
    def inner_last(self) -> int:
        """Where the phrase ends without prepositional attributes."""
        return min([self.last, *(attribute.outer_first for attribute in self.attributes)])

    @property
    def outer_first(self) -> int:
        """Where the phrase begins, its preposition included."""
        return self.first if self.preposition is None else min(self.first, self.preposition)

    @property
    def cases(self) -> str:
        """The case letters it can have."""
        return cases(self.mask)

    @property
    def only_plural(self) -> bool:
        """Tell whether it can only be plural."""
        return bool(self.mask) and not self.mask & ~PLURAL

    @property
    def only_singular(self) -> bool:
        """Tell whether it can only be singular."""
        return not self.mask & PLURAL


def joined(parts: Sequence[Phrase], last: int, *, plural: bool) -> Phrase:
    """Return one phrase for coordinated ones: headed by the first, in the cases they share."""
    first = parts[0]
    shared = set.intersection(*(set(part.cases) for part in parts)) or set(first.cases)
    mask = case_mask("".join(sorted(shared)))
    return Phrase(
        first.first,
        last,
        first.head,
        mask & PLURAL if plural else mask,
        preposition=first.preposition,
        comparison=first.comparison,
        definite=first.definite,
        genitives=first.genitives,
        conjuncts=list(parts),
        participle=first.participle,
        determiner=first.determiner,
    )
