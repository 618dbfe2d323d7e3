"""A clause in the making: which words are its own."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Frame"]


@dataclass(slots=True, eq=False)
class Frame:
    """A clause in the making: the tokens of its own in order, its finite verb and what opens it.

    `kind` is that of `Clause`. `leader` is the clause it is coordinated with, whose participants it may
    share; `parent` the clause around it. `additions` are tokens of appositions and the like, set off by commas, `lent`
    the auxiliaries behind a coordinated verb that are its own, too: soll gebaut und bezahlt | werden. A `gapped` clause
    has no verb but that of its leader.
    """

    kind: str
    indices: list[int] = field(default_factory=list)
    opener: int | None = None
    finite: int | None = None
    parent: Frame | None = None
    leader: Frame | None = None
    additions: set[int] = field(default_factory=set)
    lent: list[int] = field(default_factory=list)
    gapped: bool = False

    @property
    def first(self) -> int:
        """The index of its first token."""
        return self.indices[0]

    @property
    def verb_last(self) -> bool:
        """Tell whether its finite verb stands last."""
        return self.kind in ("subordinate", "relative")
