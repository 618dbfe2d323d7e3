"""Clauses: who did what to whom, read from words without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.fields import Frame, frames
from kg.annotate.infinitives import cut_infinitive
from kg.annotate.phrases import Phrase, phrases
from kg.annotate.roles import Assignment, assign
from kg.annotate.verbs import Predicate, predicate, split_coordinated
from kg.model.reading import Argument, Clause, Mention, Sentence, Token

__all__ = ["read_clauses"]

_ACTOR_TYPES: Final = frozenset({"Person", "Organisation", "Staat", "Medium"})
_ACTOR_PRONOUNS: Final = frozenset({"er", "ich", "wir", "man", "du", "wer", "niemand", "jemand", "sie"})


def read_clauses(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...] = ()
) -> tuple[Clause, ...]:
    """Return the clauses of all sentences in text order.

    `mentions` say which names can act, which settles subject and object where case does not.
    """
    tags = [token.tag for token in tokens]
    actors = _actors(tokens, mentions)
    found: list[Clause] = []
    for sentence in sentences:
        found.extend(_sentence(tokens, tags, sentence, actors, offset=len(found)))
    return tuple(found)


def _actors(tokens: Sequence[Token], mentions: Sequence[Mention]) -> frozenset[int]:
    by_end = {token.end: index for index, token in enumerate(tokens)}
    acting = {
        by_end[mention.end]
        for mention in mentions
        if mention.end in by_end and any(entity.type in _ACTOR_TYPES for entity in mention.entities)
    }
    pronouns = {index for index, token in enumerate(tokens) if token.text.lower() in _ACTOR_PRONOUNS}
    return frozenset(acting | pronouns)


def _sentence(
    tokens: Sequence[Token], tags: list[str], sentence: Sentence, actors: frozenset[int], *, offset: int
) -> list[Clause]:
    gathered = [
        part for frame in frames(tokens, tags, sentence.first, sentence.last) for part in split_coordinated(tags, frame)
    ]
    gathered += [cut for frame in gathered if (cut := cut_infinitive(tokens, tags, frame)) is not None]
    read: list[tuple[Frame, Predicate]] = []
    for frame in gathered:
        verb = predicate(tokens, tags, frame) if frame.indices else None
        if verb is not None:
            read.append((frame, verb))
    read.sort(key=lambda pair: pair[0].first)
    places = {id(frame): offset + place for place, (frame, _) in enumerate(read)}
    return [_clause(tokens, tags, frame, verb, actors, places) for frame, verb in read]


def _clause(
    tokens: Sequence[Token],
    tags: Sequence[str],
    frame: Frame,
    verb: Predicate,
    actors: frozenset[int],
    places: dict[int, int],
) -> Clause:
    found = phrases(tokens, tags, [index for index in frame.indices if index not in verb.complex])
    bare = [phrase for phrase in found if phrase.preposition is None and not phrase.comparison and phrase.cases != "g"]
    for phrase in bare:
        phrase.loose = phrase.first in frame.additions
    roles = assign(tokens, bare, verb, actors, shared=_shared(tags, frame))
    return Clause(
        kind=frame.kind,
        start=tokens[frame.indices[0]].start,
        end=tokens[frame.indices[-1]].end,
        tokens=tuple(frame.indices),
        head=verb.head,
        lemma=verb.lemma,
        complex=tuple(verb.complex),
        arguments=tuple(_arguments(tokens, found, roles)),
        parent=places.get(id(frame.parent)),
        conjunction=tokens[frame.opener].lemma if frame.opener is not None and frame.kind != "relative" else None,
        tense=verb.tense,
        mood=verb.mood,
        voice=verb.voice,
        modal=verb.modal,
        modality=verb.modality,
    )


def _shared(tags: Sequence[str], frame: Frame) -> float | None:
    """Tell how far the clause takes its subject from the clause before (see `assign`)."""
    if frame.finite is None:
        return None
    if frame.leader is None:
        return 0.0
    linked = tags[frame.first] == "KON"
    if frame.kind == "main" and frame.finite in frame.indices:
        verb_first = frame.finite == frame.first + linked
        return 0.0 if not verb_first else 1.0 if linked else 0.3
    if frame.leader.finite == frame.finite:
        return 1.0
    return 0.7 if frame.opener is None else 0.0


def _arguments(tokens: Sequence[Token], found: Sequence[Phrase], roles: Assignment) -> list[Argument]:
    named = {
        id(phrase): role
        for role, phrase in (
            ("subject", roles.subject),
            ("object", roles.object),
            ("dative", roles.dative),
            ("predicate", roles.predicate),
        )
        if phrase is not None
    }
    result = []
    for phrase in found:
        role = named.get(id(phrase)) or ("oblique" if phrase.preposition is not None else "adverbial")
        result.append(
            Argument(
                role,
                tokens[phrase.first].start,
                tokens[phrase.last - 1].end,
                phrase.head,
                preposition=tokens[phrase.preposition].lemma if phrase.preposition is not None else None,
                conjuncts=tuple((tokens[p.first].start, tokens[p.last - 1].end, p.head) for p in phrase.conjuncts),
                certain=roles.certain,
            )
        )
    return result
