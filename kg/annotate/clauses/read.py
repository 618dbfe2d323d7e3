"""Clauses: who did what to whom, read from words without a parser.

A sentence is cut into fields, each field gets its verb complex and its phrases, the phrases get roles, and the
clauses lend one another what they leave out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.annotate.clauses.arguments import find_participants
from kg.annotate.clauses.contrasts import contrasted
from kg.annotate.clauses.dependencies import parsed_drafts
from kg.annotate.clauses.draft import Draft, Participant
from kg.annotate.clauses.fields import frames
from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.gapping import cut_gapped
from kg.annotate.clauses.named import tagged
from kg.annotate.clauses.negation import negation
from kg.annotate.clauses.nominal import nominal_drafts
from kg.annotate.clauses.parses import parse
from kg.annotate.clauses.sharing import share
from kg.annotate.clauses.subframes import cut_infinitive, split_coordinated
from kg.annotate.clauses.tagged import Tagged
from kg.annotate.clauses.verbless import verbless_drafts
from kg.annotate.clauses.verbs import predicate
from kg.annotate.lexicon import word_list
from kg.model.reading import Argument, Clause, Mention, Sentence, Time, Token

__all__ = ["read_clauses"]

_ACTOR_TYPES: Final = frozenset({"Person", "Organisation", "Staat", "Medium"})
_LONGEST: Final = 400  # tokens; longer "sentences" are lists or junk, and reading them in pieces keeps time linear


def read_clauses(
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...] = (),
    times: tuple[Time, ...] = (),
    *,
    parser: str = "rules",
) -> tuple[Clause, ...]:
    """Return the clauses of all sentences in text order.

    `tokens` carry tag, lemma and morphology. `mentions` say which names can act, which settles subject and
    object where case and agreement do not; `times` which numbers are years. `parser` may name an installed spaCy
    pipeline whose dependency parse is then read instead; KgError where there is none of that name.
    """
    words = tagged(tokens, mentions, times)
    actors = _actors(words, mentions)
    tree = parse(parser, tokens, sentences) if parser != "rules" else None
    found: list[Clause] = []
    for first, last in _pieces(sentences):
        own = parsed_drafts(words, tree, first, last) if tree else _drafts(words, first, last, actors)
        drafts = [*verbless_drafts(words, first, last, own), *_completed(words, own)]
        places = {id(draft): place for place, draft in enumerate(drafts, len(found))}
        found.extend(_clause(words, draft, places) for draft in drafts)
    return tuple(found)


def _pieces(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    for sentence in sentences:
        for first in range(sentence.first, sentence.last, _LONGEST):
            yield first, min(first + _LONGEST, sentence.last)


def _actors(words: Tagged, mentions: Sequence[Mention]) -> frozenset[int]:
    """Return the indices of the head tokens that can act: names of persons and bodies, and personal pronouns."""
    pronouns = word_list("actor_pronouns.txt")
    acting = {index for index, low in enumerate(words.lows) if low in pronouns}
    at = {token.start: index for index, token in enumerate(words.tokens)} if mentions else {}
    for mention in mentions:
        if any(entity.type in _ACTOR_TYPES for entity in mention.entities):
            index = at.get(mention.start, len(words.tokens))
            while index < len(words.tokens) and words.tokens[index].start < mention.end:
                acting.add(index)
                index += 1
    return frozenset(acting)


def _drafts(words: Tagged, first: int, last: int, actors: frozenset[int]) -> list[Draft]:
    gathered = [
        part for frame in frames(words, first, last) if frame.indices for part in split_coordinated(words, frame)
    ]
    gathered += [cut for frame in gathered if (cut := cut_infinitive(words, frame)) is not None]
    gathered += [cut for frame in gathered for cut in cut_gapped(words, frame)]
    drafts: list[Draft] = []
    by_frame: dict[int, Draft] = {}
    for frame in sorted((frame for frame in gathered if frame.indices), key=_first):
        leader = by_frame.get(id(frame.leader))
        verb = replace(leader.verb, finite=None) if frame.gapped and leader is not None else predicate(words, frame)
        if verb is not None:
            by_frame[id(frame)] = Draft(frame, verb)
            drafts.append(by_frame[id(frame)])
    for place, draft in enumerate(drafts):
        draft.parent = by_frame.get(id(draft.frame.parent))
        find_participants(words, draft, drafts[:place], actors)
    return drafts


def _completed(words: Tagged, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with what they lend one another, and the nominal and participle clauses among them."""
    share(words, drafts)
    instead = (contrasted(words, draft) for draft in drafts)
    verbal = [*drafts, *(draft for draft in instead if draft is not None)]
    nominal = [extra for draft in verbal for extra in nominal_drafts(words, draft)]
    return sorted([*verbal, *nominal], key=lambda draft: draft.frame.first)


def _first(frame: Frame) -> int:
    return frame.first


def _clause(words: Tagged, draft: Draft, places: dict[int, int]) -> Clause:
    frame, verb = draft.frame, draft.verb
    opener = frame.opener if frame.kind != "relative" else None
    return Clause(
        kind=frame.kind,
        start=words.tokens[frame.indices[0]].start,
        end=words.tokens[frame.indices[-1]].end,
        tokens=tuple(frame.indices),
        head=verb.head,
        lemma=verb.lemma,
        complex=tuple(verb.complex),
        arguments=tuple([_argument(words, participant, places) for participant in draft.participants]),
        parent=places.get(id(draft.parent)),
        conjunction=_conjunction(words, opener) if opener is not None else None,
        tense=verb.tense,
        mood=verb.mood,
        voice=verb.voice,
        negation=negation(words, frame) if frame.kind not in ("nominal", "participle") else None,
        modal=verb.modal,
        modality=_modality(draft),
    )


def _conjunction(words: Tagged, opener: int) -> str:
    """Return the word that opens a clause; one written in two is one: so dass."""
    split = opener > 0 and words.lows[opener - 1 : opener + 1] == ["so", "dass"]
    return "sodass" if split else words.lemma(opener).lower()


def _modality(draft: Draft) -> str:
    """Return the modality of the verbs, but what is reported of somebody who does it goes on: werde von X behindert."""
    verb = draft.verb
    reported = verb.mood == "k1" and verb.voice == "passive" and verb.tense == "present" and verb.modal is None
    if not reported or verb.modality != "planned":
        return verb.modality
    done = any(p.role == "agent" or p.preposition in ("durch", "von") for p in draft.participants)
    return "asserted" if done else verb.modality


def _argument(words: Tagged, participant: Participant, places: dict[int, int]) -> Argument:
    phrase, clause = participant.phrase, participant.clause
    if phrase is not None:
        first, last, head = phrase.first, phrase.last, phrase.head
        parts = () if phrase.one else phrase.conjuncts
        conjuncts = tuple([(*_span(words, part.first, part.last), part.head) for part in parts])
    elif clause is not None:
        first, last, head = clause.frame.first, clause.frame.indices[-1] + 1, clause.verb.head
        conjuncts = ()
    else:
        raise ValueError(f"the {participant.role} of a clause is neither phrase nor clause")
    start, end = _span(words, first, last)
    return Argument(
        participant.role,
        start,
        end,
        head,
        preposition=participant.preposition,
        conjuncts=conjuncts,
        clause=places[id(clause)] if clause is not None else None,
        antecedent=participant.antecedent,
        shared=participant.shared,
        certain=participant.certain,
    )


def _span(words: Tagged, first: int, last: int) -> tuple[int, int]:
    return words.tokens[first].start, words.tokens[last - 1].end
