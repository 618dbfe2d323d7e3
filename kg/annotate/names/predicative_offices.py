"""Offices that a clause says somebody has: Maier bleibt Innenminister, wird als Minister vereidigt, führt das Amt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.annotate.names.office_text import OfficePhrase, OfficeText
from kg.model.reading import Argument, Clause, Mention, Token

__all__ = ["with_subjects"]

_BEING = {"sein", "bleiben", "werden"}
_PAST = {"past", "perfect", "pluperfect"}
_APPOINTING = {
    "wählen",
    "wiederwählen",
    "ernennen",
    "bestimmen",
    "berufen",
    "küren",
    "vereidigen",
    "bestellen",
    "einsetzen",
    "machen",
    "bestätigen",
    "befördern",
    "ausrufen",
}
"""Verbs by which somebody gets an office: wurde zum Präsidenten gewählt, als Ministerin vereidigt."""
_SERVING = {"amtieren", "fungieren", "dienen", "arbeiten", "zurücktreten", "abtreten", "ausscheiden", "regieren"}
"""Verbs that with als say what office their subject has: amtiert als Präsident."""
_HEADING = {
    "antreten",
    "innehaben",
    "führen",
    "leiten",
    "übernehmen",
    "bekommen",
    "erhalten",
    "behalten",
    "verantworten",
}
_PASSING = {"gehen", "fallen"}
"""Verbs by which a portfolio is somebody's: X führt das Finanzministerium, das Justizressort geht an Y."""


def with_subjects(
    text: OfficeText, clauses: Sequence[Clause], phrases: Sequence[OfficePhrase]
) -> tuple[OfficePhrase, ...]:
    """Return the phrases, those that a clause says of a person held by that person.

    A phrase that names a body is left to the rules, which read negation and doubt. Who was something has been it.
    """
    portfolios = {phrase.head for phrase in phrases if phrase.portfolio}
    holders: dict[int, tuple[int, str, bool]] = {}
    for clause in clauses:
        if not _plainly_states(clause) or _is_asked(text.tokens, clause):
            continue
        standing = _standing(clause)
        for office, somebody in _stated(clause):
            holder = _person(text.tokens, text.mentions, text.at, somebody)
            of_ministry = clause.lemma in _HEADING | _PASSING
            if holder is not None and (office.head in portfolios) == of_ministry:
                holders[office.head] = (holder, standing, clause.lemma not in _BEING)
    return tuple(_held(phrase, *holders[phrase.head]) if _open(phrase, holders) else phrase for phrase in phrases)


def _standing(clause: Clause) -> str:
    """Return how an office stands to its holder: who was something has been it, who (soon) becomes it is not yet."""
    if clause.modal is not None:
        return "future"
    if clause.lemma == "sein" and clause.tense in _PAST:
        return "former"
    return "future" if clause.lemma == "werden" and clause.tense not in _PAST else "held"


def _stated(clause: Clause) -> Iterator[tuple[Argument, Argument]]:
    """Yield what may be an office in a clause with who may have it."""
    subject, said, object_ = (_argument(clause, role) for role in ("subject", "predicate", "object"))
    named_for = said is not None and said.preposition == "als"  # ist als Minister im Gespräch
    if clause.lemma in _BEING and said is not None and subject is not None and not named_for:
        yield said, subject
        yield subject, said  # Neue Chefin wird Ida Holm
    elif clause.lemma in _APPOINTING:
        office = said or _oblique(clause, "zu")
        who = subject if clause.voice == "passive" else object_
        if office is not None and who is not None:
            yield office, who
    elif clause.lemma in _SERVING and said is not None and said.preposition == "als" and subject is not None:
        yield said, subject
    elif clause.lemma in _HEADING and clause.voice == "active" and object_ is not None and subject is not None:
        yield object_, subject
        yield subject, object_  # Das Finanzressort leitet Ida Holm, where no case tells who leads
    elif clause.lemma in _HEADING and subject is not None and (agent := _argument(clause, "agent")) is not None:
        yield subject, agent
    elif clause.lemma in _PASSING and subject is not None and (goal := _oblique(clause, "an")) is not None:
        yield subject, goal


def _oblique(clause: Clause, preposition: str) -> Argument | None:
    found = (a for a in clause.arguments if a.role == "oblique" and a.preposition == preposition and not a.conjuncts)
    return next(found, None)


def _open(phrase: OfficePhrase, holders: Mapping[int, tuple[int, str, bool]]) -> bool:
    return phrase.holder is None and phrase.head in holders and (phrase.of is None or phrase.portfolio)


def _held(phrase: OfficePhrase, holder: int, standing: str, appointed: bool) -> OfficePhrase:
    standing = standing if phrase.standing == "held" else phrase.standing
    return replace(phrase, holder=holder, standing=standing, appointed=appointed)


def _plainly_states(clause: Clause) -> bool:
    """Tell a clause that is no wish, guess or denial; who is to get an office (soll Präsident werden) will have it."""
    arranged = clause.modal == "sollen" and clause.tense == "present" and clause.lemma not in ("sein", *_SERVING)
    sure = arranged or (clause.modality == "asserted" and clause.modal is None)
    firm = clause.mood == "indicative" and clause.conjunction not in ("wenn", "falls", "ob")
    return sure and firm and clause.negation is None


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
