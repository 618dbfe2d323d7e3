"""What a person may decide on a claim that was read from a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["ERROR_KINDS", "VERDICTS", "Review"]

VERDICTS = ("correct", "wrong", "fix", "later")
ERROR_KINDS = (
    "wrong-entity",
    "wrong-predicate",
    "wrong-direction",
    "wrong-polarity",
    "wrong-modality",
    "wrong-speaker",
    "not-stated",
)
"""What can be wrong with a claim: the kinds by which the judged claims of the tests are counted too."""


@dataclass(frozen=True, slots=True)
class Review:
    """That a person who read a claim's evidence found it right, or corrected it.

    `before` says in words what had been read, None where nothing was changed; `day` is None where nobody noted it.
    """

    by: str
    day: date | None = None
    before: str | None = None
