"""Clauses: who did what to whom, read from words without a parser.

A sentence is cut into fields, each field gets its verb complex and its phrases, the phrases get roles, and the
clauses lend one another what they leave out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.arguments import find_participants
from kg.annotate.draft import Draft, Participant
from kg.annotate.fields import Frame, frames
from kg.annotate.infinitives import cut_infinitive
from kg.annotate.lexicon import word_list
from kg.annotate.negation import negation
from kg.annotate.nominal import nominal_drafts
from kg.annotate.sharing import share
from kg.annotate.verbs import predicate, split_coordinated
from kg.model.reading import Argument, Clause, Mention, Sentence, Token

__all__ = ["read_clauses"]

_ACTOR_TYPES: Final = frozenset({"Person", "Organisation", "Staat", "Medium"})


def read_clauses(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...] = ()
) -> tuple[Clause, ...]:
    """Return the clauses of all sentences in text order.

    `tokens` carry tag, lemma and morphology. `mentions` say which names can act, which settles subject and
    object where case and agreement do not.
    """
    tags = [token.tag for token in tokens]
    actors = _actors(tokens, mentions)
    found: list[Clause] = []
    for sentence in sentences:
        drafts = _drafts(tokens, tags, sentence, actors)
        places = {id(draft): place for place, draft in enumerate(drafts, len(found))}
        found.extend(_clause(tokens, tags, draft, places) for draft in drafts)
    return tuple(found)


def _actors(tokens: Sequence[Token], mentions: Sequence[Mention]) -> frozenset[int]:
    """Return the indices of the head tokens that can act: names of persons and bodies, and personal pronouns."""
    by_end = {token.end: index for index, token in enumerate(tokens)} if mentions else {}
    acting = {
        by_end[mention.end]
        for mention in mentions
        if mention.end in by_end and any(entity.type in _ACTOR_TYPES for entity in mention.entities)
    }
    pronouns = word_list("actor_pronouns.txt")
    return frozenset(acting.union(index for index, token in enumerate(tokens) if token.text.lower() in pronouns))


def _drafts(tokens: Sequence[Token], tags: list[str], sentence: Sentence, actors: frozenset[int]) -> list[Draft]:
    gathered = [
        part for frame in frames(tokens, tags, sentence.first, sentence.last) for part in split_coordinated(tags, frame)
    ]
    gathered += [cut for frame in gathered if (cut := cut_infinitive(tokens, tags, frame)) is not None]
    drafts: list[Draft] = []
    by_frame: dict[int, Draft] = {}
    for frame in sorted((frame for frame in gathered if frame.indices), key=_first):
        verb = predicate(tokens, tags, frame)
        if verb is not None:
            by_frame[id(frame)] = Draft(frame, verb)
            drafts.append(by_frame[id(frame)])
    for place, draft in enumerate(drafts):
        draft.parent = by_frame.get(id(draft.frame.parent))
        find_participants(tokens, tags, draft, drafts[:place], actors)
    share(tokens, tags, drafts)
    nominal = [extra for draft in drafts for extra in nominal_drafts(tokens, tags, draft)]
    return sorted([*drafts, *nominal], key=lambda draft: draft.frame.first)


def _first(frame: Frame) -> int:
    return frame.first


def _clause(tokens: Sequence[Token], tags: Sequence[str], draft: Draft, places: dict[int, int]) -> Clause:
    frame, verb = draft.frame, draft.verb
    opener = frame.opener if frame.kind != "relative" else None
    return Clause(
        kind=frame.kind,
        start=tokens[frame.indices[0]].start,
        end=tokens[frame.indices[-1]].end,
        tokens=tuple(frame.indices),
        head=verb.head,
        lemma=verb.lemma,
        complex=tuple(verb.complex),
        arguments=tuple(_argument(tokens, participant, places) for participant in draft.participants),
        parent=places.get(id(draft.parent)),
        conjunction=tokens[opener].lemma.lower() if opener is not None else None,
        tense=verb.tense,
        mood=verb.mood,
        voice=verb.voice,
        negation=negation(tokens, frame) if frame.kind not in ("nominal", "participle") else None,
        modal=verb.modal,
        modality=verb.modality,
    )


def _argument(tokens: Sequence[Token], participant: Participant, places: dict[int, int]) -> Argument:
    phrase, clause = participant.phrase, participant.clause
    if phrase is None:
        assert clause is not None
        indices = clause.frame.indices
        return Argument(
            participant.role,
            tokens[indices[0]].start,
            tokens[indices[-1]].end,
            clause.verb.head,
            clause=places[id(clause)],
            shared=participant.shared,
        )
    return Argument(
        participant.role,
        tokens[phrase.first].start,
        tokens[phrase.last - 1].end,
        phrase.head,
        preposition=participant.preposition,
        conjuncts=tuple((tokens[part.first].start, tokens[part.last - 1].end, part.head) for part in phrase.conjuncts),
        antecedent=participant.antecedent,
        shared=participant.shared,
        certain=participant.certain,
    )
