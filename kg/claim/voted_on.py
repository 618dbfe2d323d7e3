"""What a vote is about that an adverb takes up: Der Bundestag billigte das Gesetz. Dagegen | stimmte die AfD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.claim.argument_names import names_something
from kg.match.scene import Part, Scene, argument_of
from kg.match.taking_up import main_clauses_before
from kg.model.offsets import last_at
from kg.model.reading import Argument, Clause

__all__ = ["matter_of_vote"]

FOR_OR_AGAINST: Final = ("dafür", "dagegen")
BEHIND: Final = {
    "abstimmen": "über",
    "befinden": "über",
    "entscheiden": "über",
    "beraten": "über",
    "eintreten": "für",
    "plädieren": "für",
    "werben": "für",
    "aussprechen": "für",
}
"""Verbs of what is voted on, which stands behind a preposition."""
DATIVE: Final = ("zustimmen",)


def matter_of_vote(scene: Scene, part: Part, voting: frozenset[str], carrying: frozenset[str]) -> Argument | None:
    """Return what was voted on, which is what one votes for or against, whoever adopted or rejected it before.

    `voting` are verbs of voting, `carrying` those of what becomes of a draft: annehmen, ablehnen. Votes that themselves
    say "dafür" lead further back: Dafür stimmten A und B, dagegen | C.
    """
    word, clauses = scene.annotations.tokens[part.head], scene.annotations.clauses
    if word.text.lower() not in FOR_OR_AGAINST or clauses[last_at(clauses, word.start)].lemma not in voting:
        return None
    for index in main_clauses_before(scene, word.start):
        matter = next(_matters(clauses[index], voting, carrying), None)
        if matter is not None:
            return matter if names_something(scene, matter) else None
        if clauses[index].lemma not in voting:
            return None
    return None


def _matters(clause: Clause, voting: frozenset[str], carrying: frozenset[str]) -> Iterator[Argument]:
    prepositions = (BEHIND[clause.lemma],) if clause.lemma in BEHIND else ("für", "gegen")
    if clause.lemma in carrying:
        found = [argument_of(clause, "object" if clause.voice == "active" else "subject")]
    elif clause.lemma in DATIVE:
        found = [argument_of(clause, "dative")]
    else:
        known = clause.lemma in voting or clause.lemma in BEHIND
        found = [argument_of(clause, "oblique", preposition) for preposition in prepositions if known]
    yield from (argument for argument in found if argument is not None and argument.clause is None)
