"""Offices that a clause states of its subject without saying whose: Maier bleibt Innenminister."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.annotate.names.found import mentions_by_token
from kg.annotate.names.office_text import OfficePhrase
from kg.model.reading import Argument, Clause, Mention, Token

__all__ = ["with_subjects"]

_BEING = {"sein", "bleiben", "werden"}
_PAST = {"past", "perfect", "pluperfect"}


def with_subjects(
    tokens: Sequence[Token], mentions: Sequence[Mention], clauses: Sequence[Clause], phrases: Sequence[OfficePhrase]
) -> tuple[OfficePhrase, ...]:
    """Return the phrases, those that a clause says of a person held by that person.

    A phrase that names a body is left to the rules, which read negation and doubt. Who was something has been it.
    """
    at = mentions_by_token(tokens, mentions)
    holders: dict[int, tuple[int, str]] = {}
    for clause in clauses:
        predicate, subject = _argument(clause, "predicate"), _argument(clause, "subject")
        if predicate is None or subject is None or not _plainly_states(clause) or _is_asked(tokens, clause):
            continue
        former = clause.lemma == "sein" and clause.tense in _PAST
        for office, somebody in ((predicate, subject), (subject, predicate)):  # Neue Chefin wird Ida Holm
            holder = _person(tokens, mentions, at, somebody)
            if holder is not None:
                holders[office.head] = (holder, "former" if former else "held")
    return tuple(_held(phrase, *holders[phrase.head]) if _open(phrase, holders) else phrase for phrase in phrases)


def _open(phrase: OfficePhrase, holders: Mapping[int, tuple[int, str]]) -> bool:
    return phrase.holder is None and phrase.of is None and phrase.head in holders


def _held(phrase: OfficePhrase, holder: int, standing: str) -> OfficePhrase:
    return replace(phrase, holder=holder, standing=standing if phrase.standing == "held" else phrase.standing)


def _plainly_states(clause: Clause) -> bool:
    sure = clause.modality == "asserted" and clause.modal is None and clause.negation is None
    return (
        sure and clause.lemma in _BEING and clause.mood == "indicative" and clause.conjunction not in ("wenn", "falls")
    )


def _is_asked(tokens: Sequence[Token], clause: Clause) -> bool:
    behind = max(clause.tokens, default=-1) + 1
    return behind < len(tokens) and tokens[behind].text == "?"


def _argument(clause: Clause, role: str) -> Argument | None:
    return next((argument for argument in clause.arguments if argument.role == role and not argument.conjuncts), None)


def _person(
    tokens: Sequence[Token], mentions: Sequence[Mention], at: Mapping[int, int], subject: Argument
) -> int | None:
    """Return the one person that a participant is, by name, pronoun or description."""
    last = subject.head + 1
    while last < len(tokens) and tokens[last].end <= subject.end:
        last += 1
    named = {at[index] for index in range(subject.head, last) if index in at}
    people = [
        number
        for number in named
        if mentions[number].entities[0].type == "Person"
        and (at.get(subject.head) == number or mentions[number].kind == "name")
    ]
    return people[0] if len(people) == 1 and len(mentions[people[0]].entities) == 1 else None
