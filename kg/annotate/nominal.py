"""Clauses without a verb of their own: nouns with participants, and participles with arguments before a noun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.draft import Draft, Participant
from kg.annotate.fields import Frame
from kg.annotate.noun_government import is_event
from kg.annotate.phrases import Phrase, phrases
from kg.annotate.verbs import Predicate, infinitive_of
from kg.model.reading import Token

__all__ = ["nominal_drafts"]

_POSSESSIVE: Final = frozenset({"PPOSAT", "PRELAT"})


def nominal_drafts(tokens: Sequence[Token], tags: Sequence[str], draft: Draft) -> list[Draft]:
    """Return the nominal and participle clauses among the phrases of a clause."""
    found: list[Draft] = []
    followers = {id(left): right for left, right in zip(draft.phrases, draft.phrases[1:], strict=False)}
    for phrase in draft.phrases:
        for part in phrase.conjuncts or [phrase]:
            last = part is (phrase.conjuncts or [phrase])[-1]
            found.extend(_of_phrase(tokens, tags, part, _behind(tokens, phrase, followers) if last else [], draft))
    return found


def _behind(tokens: Sequence[Token], phrase: Phrase, followers: dict[int, Phrase]) -> list[Phrase]:
    """Return the prepositional phrases that follow the phrase without a gap."""
    chain: list[Phrase] = []
    end, current = phrase.inner_last, followers.get(id(phrase))
    while current is not None and current.preposition is not None and current.preposition_first == end:
        chain.append(current)
        end, current = current.inner_last, followers.get(id(current))
    return chain


def _of_phrase(
    tokens: Sequence[Token], tags: Sequence[str], phrase: Phrase, behind: list[Phrase], parent: Draft
) -> list[Draft]:
    found = []
    if phrase.participle is not None:
        found.append(_participle(tokens, tags, phrase, parent))
    if tags[phrase.head] == "NN":
        nominal = _nominal(tokens, tags, phrase, behind, parent)
        if nominal is not None:
            found.append(nominal)
    for genitive in phrase.genitives:
        found.extend(_of_phrase(tokens, tags, genitive, behind if genitive is phrase.genitives[-1] else [], parent))
    return found


def _nominal(
    tokens: Sequence[Token], tags: Sequence[str], phrase: Phrase, behind: list[Phrase], parent: Draft
) -> Draft | None:
    """Return the noun as a predication with possessor, agent and prepositional participants; None without any."""
    lemma = tokens[phrase.head].lemma
    event = is_event(lemma)
    participants = [Participant("possessor", genitive) for genitive in phrase.genitives[:2]]
    if phrase.determiner is not None and tags[phrase.determiner] in _POSSESSIVE:
        place = phrase.determiner
        participants.append(Participant("possessor", Phrase(place, place + 1, place, 0, pronoun=True)))
    for follower in behind if event else behind[:1]:
        preposition = _lemma(tokens, follower)
        agent = preposition == "durch" or preposition == "von" and bool(phrase.genitives)
        participants.append(Participant("agent" if agent and event else "oblique", follower, preposition=preposition))
    if not participants and not event:
        return None
    frame = Frame("nominal", list(range(phrase.first, phrase.inner_last)))
    return Draft(frame, Predicate(phrase.head, lemma, [phrase.head]), [], participants, parent)


def _lemma(tokens: Sequence[Token], phrase: Phrase) -> str:
    return tokens[phrase.preposition].lemma.lower() if phrase.preposition is not None else ""


def _participle(tokens: Sequence[Token], tags: Sequence[str], phrase: Phrase, parent: Draft) -> Draft:
    """Return the attribute of "von Russland geführte Allianz" as a clause whose subject is the noun."""
    participle = phrase.participle if phrase.participle is not None else phrase.head
    first = phrase.determiner + 1 if phrase.determiner is not None else phrase.first
    lemma, past = infinitive_of(tokens[participle])
    inside = phrases(tokens, tags, range(first, participle))
    participants = [Participant("subject", phrase, shared=True)]
    for inner in inside:
        if inner.preposition is not None:
            preposition = _lemma(tokens, inner)
            role = "agent" if past and preposition in ("von", "durch") else "oblique"
            participants.append(Participant(role, inner, preposition=preposition))
        else:
            participants.append(
                Participant("dative" if inner.cases == "d" else "adverbial" if past else "object", inner)
            )
    verb = Predicate(participle, lemma, [participle], voice="passive" if past else "active")
    return Draft(Frame("participle", list(range(first, participle + 1))), verb, inside, participants, parent)
