"""The participants of a clause: bare phrases by role, prepositional phrases, agents, predicates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.antecedents import find_antecedent, narrow_by_antecedent
from kg.annotate.draft import Draft, Participant
from kg.annotate.noun_government import governs
from kg.annotate.phrases import Phrase, phrases
from kg.annotate.roles import assign
from kg.annotate.verbs import government
from kg.model.reading import Token

__all__ = ["find_participants"]

_PRONOMINAL: Final = frozenset({"PWS", "PRELS", "PWAT", "PRELAT", "ART", "PDS", "PIS"})
_AGENTS: Final = ("von", "durch")
_CLOSING_QUOTES: Final = frozenset({"“", "«", '"', "”", "’’", "''"})


def find_participants(
    tokens: Sequence[Token], tags: Sequence[str], draft: Draft, earlier: Sequence[Draft], actors: frozenset[int]
) -> None:
    """Fill the phrases and the participants of the draft.

    `earlier` are the drafts before it in the sentence, `actors` head tokens that can act.
    """
    frame, verb = draft.frame, draft.verb
    skipped = set(verb.complex)
    if frame.opener is not None and tags[frame.opener] not in _PRONOMINAL:
        skipped.add(frame.opener)
    draft.phrases = phrases(tokens, tags, [index for index in frame.indices if index not in skipped])
    antecedent = None
    if frame.kind == "relative":
        narrow_by_antecedent(draft, earlier)
        antecedent = find_antecedent(tags, draft, earlier)
    _set_off(tokens, tags, draft)
    attached = _attach(tokens, tags, draft)
    genitive = government(verb.lemma).takes("g")
    bare = [p for p in draft.phrases if p.preposition is None and not p.comparison and (genitive or p.cases != "g")]
    roles = assign(tokens, bare, verb, actors, shared=_shared(tokens, tags, draft))
    named = {
        id(phrase): role
        for role, phrase in (
            ("subject", roles.subject),
            ("object", roles.object),
            ("dative", roles.dative),
            ("genitive", roles.genitive),
            ("predicate", roles.predicate),
        )
        if phrase is not None
    }
    for phrase in draft.phrases:
        role = named.get(id(phrase))
        if role is not None:
            draft.participants.append(
                Participant(role, phrase, certain=roles.certain or role not in ("subject", "object"))
            )
        elif not phrase.loose and id(phrase) not in attached:
            draft.participants.append(_other(tokens, phrase, verb.voice))
    for participant in draft.participants:
        if participant.phrase is not None and participant.phrase.head == frame.opener:
            participant.antecedent = antecedent
    if verb.lemma in ("sein", "werden", "bleiben") and draft.participant("predicate") is None:
        _adjective(tags, draft)


def _set_off(tokens: Sequence[Token], tags: Sequence[str], draft: Draft) -> None:
    """Mark the phrases that cannot be subject or object: appositions, and all in the prefield but its first.

    What stands before the finite verb of a main clause is one constituent, or a quotation.
    """
    frame = draft.frame
    prefield = [
        p for p in draft.phrases if frame.kind == "main" and frame.finite is not None and p.first < frame.finite
    ]
    quoted = (
        frame.finite is not None
        and frame.finite - 2 >= frame.first
        and tags[frame.finite - 1] == "$,"
        and tokens[frame.finite - 2].text in _CLOSING_QUOTES
    )
    for phrase in draft.phrases:
        phrase.loose = phrase.first in frame.additions
    for phrase in prefield if quoted else prefield[1:]:
        phrase.loose = phrase.loose or quoted or not phrase.pronoun


def _attach(tokens: Sequence[Token], tags: Sequence[str], draft: Draft) -> set[int]:
    """Take prepositional phrases into the noun phrase they follow; return those that are nothing else.

    In the prefield that is certain. Elsewhere the noun must govern the preposition, and where the verb governs it
    too, the phrase is offered to both.
    """
    frame, inside = draft.frame, set()
    verb = government(draft.verb.lemma)
    for left, right in zip(draft.phrases, draft.phrases[1:], strict=False):
        if right.preposition is None or right.preposition != left.last or tags[left.head] not in ("NN", "NE"):
            continue
        preposition = tokens[right.preposition].lemma
        prefield = frame.kind == "main" and frame.finite is not None and right.last <= frame.finite
        agent = draft.verb.voice == "passive" and preposition in _AGENTS
        if prefield or governs(tokens[left.head].lemma, preposition) and not agent:
            left.attributes.append(right)
            if prefield or preposition not in verb.prepositions:
                inside.add(id(right))
    for phrase in reversed(draft.phrases):
        if phrase.attributes:
            phrase.last = max(attribute.last for attribute in phrase.attributes)
    return inside


def _other(tokens: Sequence[Token], phrase: Phrase, voice: str) -> Participant:
    if phrase.comparison:
        link = tokens[phrase.first - 1].text.lower()
        return Participant("predicate" if link == "als" else "oblique", phrase, preposition=link)
    if phrase.preposition is None:
        return Participant("adverbial", phrase)
    preposition = tokens[phrase.preposition].lemma.lower()
    agent = voice == "passive" and preposition in _AGENTS
    return Participant("agent" if agent else "oblique", phrase, preposition=preposition)


def _adjective(tags: Sequence[str], draft: Draft) -> None:
    """Take a predicative adjective for the predicate of a copula."""
    inside = {index for phrase in draft.phrases for index in range(phrase.first, phrase.last)}
    found = [index for index in draft.frame.indices if tags[index] == "ADJD" and index not in inside]
    if found:
        draft.participants.append(Participant("predicate", Phrase(found[-1], found[-1] + 1, found[-1], 0)))


def _shared(tokens: Sequence[Token], tags: Sequence[str], draft: Draft) -> float | None:
    """Tell how far the clause takes its subject from the clause before (see `assign`)."""
    frame = draft.frame
    if frame.finite is None:
        return None
    if frame.leader is None:
        return 0.0
    linked = tags[frame.first] == "KON" and tokens[frame.first].text.lower() not in ("doch", "jedoch", "denn")
    if frame.kind == "main" and frame.finite in frame.indices:
        verb_first = frame.finite == frame.first + (tags[frame.first] == "KON")
        return 0.0 if not verb_first else 1.0 if linked else 0.3
    if frame.leader.finite == frame.finite:
        return 1.0
    return 0.7 if frame.opener is None else 0.0
