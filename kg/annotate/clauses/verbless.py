"""What has no verb: the topic before a colon and sentences of one noun phrase (Krieg im Sudan: …, Sechster Streik.)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.clauses.between import join_between
from kg.annotate.clauses.draft import Draft
from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.lists import join_lists
from kg.annotate.clauses.negation import negation
from kg.annotate.clauses.nominal import nominal_drafts
from kg.annotate.clauses.phrases import phrases
from kg.annotate.clauses.tagged import YEAR, Tagged
from kg.annotate.clauses.verbs import Predicate

__all__ = ["verbless_drafts"]

_STOPS: Final = frozenset({"$.", "$("})  # with the quotation mark that may stand behind it
_SHORTEST: Final = 2  # tokens; a word alone has no participants
_DATES: Final = frozenset({":", "–", "—"})  # what stands behind the date of an entry
_LONGEST_DATE: Final = 3  # tokens: 5. Juni 1919


def verbless_drafts(words: Tagged, first: int, last: int, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the nominal clauses of the tokens `first:last` that stand before the first of `drafts`, all without any.

    They hang on no clause. A line without a stop is a heading, and repeats what its text tells in full, unless it is
    the entry of a chronicle (5. Juni 1919: Rücktritt des Grafen); a question (Ein Abkommen zwischen A und B?) and what
    is denied tell nothing.
    """
    stopped = words.tags[last - 1] in _STOPS
    if words.text(last - 1) == "?" or not (stopped or _is_entry(words, first, last)):
        return []
    indices = list(range(first, min((draft.frame.first for draft in drafts), default=last)))
    frame = Frame("nominal", indices)
    if len(indices) < _SHORTEST or negation(words, frame) is not None:
        return []
    heading = Draft(frame, Predicate(first, ""))
    heading.phrases = join_lists(words, join_between(words, phrases(words, indices)))
    found = nominal_drafts(words, heading)
    for draft in found:
        draft.parent = None
    return found


def _is_entry(words: Tagged, first: int, last: int) -> bool:
    """Tell a line that a date opens: 12. März: Sechster Streik, 1919 – Annexion der Insel durch Norwegen."""
    opening = words.text(first)
    if not opening[:1].isdigit() or not (YEAR.match(opening) or opening.endswith(".")):
        return False
    end = next((i for i in range(first + 1, min(first + _LONGEST_DATE + 1, last)) if words.text(i) in _DATES), None)
    return end is not None and end + 1 < last
