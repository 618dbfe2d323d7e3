"""Offices that a clause says somebody has: Maier bleibt Innenminister, wird als Minister vereidigt, führt das Amt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.annotate.lexicon import rows, word_list
from kg.annotate.names.office_bodies import governed
from kg.annotate.names.office_text import OfficePhrase, OfficeText
from kg.model.entity import Entity
from kg.model.reading import Argument, Clause, Mention, Token

__all__ = ["with_subjects"]

_BEING = word_list("copulas.txt")
_PAST = {"past", "perfect", "pluperfect"}
_TOP = "Spitze"


def with_subjects(
    text: OfficeText, clauses: Sequence[Clause], phrases: Sequence[OfficePhrase]
) -> tuple[OfficePhrase, ...]:
    """Return the phrases, those that a clause says of a person held by that person.

    A phrase that names a body is left to the rules, which read negation and doubt. Who was something has been it.
    Whose an office is may be told by the clause around it: In Hessen, Der hessische Landtag.
    """
    portfolios = {phrase.head for phrase in phrases if phrase.portfolio}
    holders: dict[int, tuple[int, str, bool]] = {}
    around: dict[int, tuple[Clause, Argument]] = {}
    entitled: set[int] = set()
    for clause in clauses:
        if not _plainly_states(clause) or _is_asked(text.tokens, clause):
            continue
        standing = _standing(clause)
        for office, somebody in _stated(text.tokens, clause):
            holder = _person(text.tokens, text.mentions, text.at, somebody)
            of_ministry = _says(clause, "heading", "passing", "moving") and not _entitles(clause, office)
            if holder is not None and (office.head in portfolios) == of_ministry:
                holders[office.head] = (holder, standing, clause.lemma not in _BEING)
                around[office.head] = (clause, somebody)
                entitled.update([office.head] if _entitles(clause, office) else [])
    return tuple(
        _held(_of_clause(text, phrase, *around[phrase.head]), *holders[phrase.head])
        if _open(phrase, holders) or (phrase.head in entitled and phrase.holder is None)
        else phrase
        for phrase in phrases
    )


def _of_clause(text: OfficeText, phrase: OfficePhrase, clause: Clause, holder: Argument) -> OfficePhrase:
    """Return the phrase, without a body held for that of which the clause tells: who appoints, and where."""
    if phrase.of is not None or phrase.word is None:
        return phrase
    for argument in clause.arguments:
        placed = argument.role == "oblique" and argument.preposition == "in"
        acts = argument.role in ("subject", "agent") and argument.head != holder.head
        for index in _tokens(text.tokens, argument) if placed or acts else ():
            for place in _told_at(text, index):
                if (body := governed(text, phrase, place)) is not None:
                    return replace(phrase, of=body)
    return phrase


def _told_at(text: OfficeText, index: int) -> Iterator[Entity]:
    """Yield the state or place that a token names, or whose body or institution it does: der hessische Landtag."""
    mention = text.mention(index)
    if mention is not None and mention.kind != "pronoun":
        entity = mention.entities[0]
        whole = mention.whole or text.gazetteer.belongs.get(entity.id) or entity
        yield from (each for each in (whole,) if each.type in ("Staat", "Ort"))


def _tokens(tokens: Sequence[Token], argument: Argument) -> Iterator[int]:
    """Yield the tokens of a participant from the first one on."""
    index = argument.head
    while index and tokens[index - 1].start >= argument.start:
        index -= 1
    while index < len(tokens) and tokens[index].end <= argument.end:
        yield index
        index += 1


def _standing(clause: Clause) -> str:
    """Return how an office stands to its holder: who was something has been it, who (soon) becomes it is not yet."""
    if clause.modal is not None:
        return "future"
    if clause.lemma == "sein" and clause.tense in _PAST:
        return "former"
    return "future" if clause.lemma == "werden" and clause.tense not in _PAST else "held"


def _entitles(clause: Clause, office: Argument) -> bool:
    """Tell an office that the first words of a clause give its subject: Als Präsident Malis schweigt Ole Tamm."""
    return office.preposition == "als" and clause.lemma not in _BEING and not _says(clause, "appointing", "serving")


def _stated(tokens: Sequence[Token], clause: Clause) -> Iterator[tuple[Argument, Argument]]:
    """Yield what may be an office in a clause with who may have it."""
    subject, said, object_ = (_argument(clause, role) for role in ("subject", "predicate", "object"))
    named_for = said is not None and said.preposition == "als"  # ist als Minister im Gespräch
    if clause.lemma in _BEING and said is not None and subject is not None and not named_for:
        yield said, subject
        yield subject, said  # Neue Chefin wird Ida Holm
    elif _says(clause, "appointing"):
        office = said or _oblique(clause, "zu")
        who = subject if clause.voice == "passive" else object_
        if office is not None and who is not None:
            yield office, who
    elif _says(clause, "serving") and said is not None and said.preposition == "als" and subject is not None:
        yield said, subject
    elif _says(clause, "heading") and clause.voice == "active" and object_ is not None and subject is not None:
        yield object_, subject
        yield subject, object_  # Das Finanzressort leitet Ida Holm, where no case tells who leads
    elif _says(clause, "heading") and subject is not None and (agent := _argument(clause, "agent")) is not None:
        yield subject, agent
    elif _says(clause, "passing") and subject is not None and (goal := _oblique(clause, "an")) is not None:
        yield subject, goal
    elif _says(clause, "moving") and subject is not None and (goal := _goal(tokens, clause)) is not None:
        yield goal, subject
    plain = clause.voice == "active" and clause.kind == "main" and not _says(clause, "running")
    first = said is not None and said.head < min(clause.complex, default=0) and _entitles(clause, said)
    if plain and first and said is not None and subject is not None:
        yield said, subject


def _goal(tokens: Sequence[Token], clause: Clause) -> Argument | None:
    """Return where somebody goes who gets a ministry: ins Innenministerium, an die Spitze | des Justizressorts."""
    top = _oblique(clause, "an")
    if top is None or tokens[top.head].lemma != _TOP:
        return _oblique(clause, "in")
    nouns = [index for index in _tokens(tokens, top) if index > top.head and tokens[index].tag == "NN"]
    return replace(top, head=nouns[0]) if nouns else None


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
    to_come = clause.modal == "sollen" and clause.tense == "present"
    arranged = to_come and clause.lemma != "sein" and not _says(clause, "serving")
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


def _says(clause: Clause, *kinds: str) -> bool:
    """Tell whether the verb says of an office what one of the kinds of `office_verbs.csv` does."""
    return not _kinds().get(clause.lemma, frozenset()).isdisjoint(kinds)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {row["verb"]: frozenset(row["kinds"].split()) for row in rows("office_verbs.csv")}
