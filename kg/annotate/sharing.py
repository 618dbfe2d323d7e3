"""What clauses take from one another: antecedents, shared and controlled subjects, clauses as arguments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.agreement import PLURAL, cases, pronoun
from kg.annotate.draft import Draft, Participant
from kg.annotate.lexicon import rows, word_list
from kg.annotate.phrases import Phrase
from kg.annotate.verbs import government
from kg.model.reading import Token

__all__ = ["share"]

_EVERY_GENDER: Final = 0xFFFF
_CONTENT_OPENERS: Final = frozenset(
    {"dass", "daß", "ob", "was", "wer", "wie", "warum", "wo", "wann", "weshalb", "wieso", "welche"}
)
_ADVERBIAL_OPENERS: Final = frozenset({"um", "ohne", "statt", "anstatt", "außer"})


def share(tokens: Sequence[Token], tags: Sequence[str], drafts: Sequence[Draft]) -> None:
    """Complete the drafts of one sentence, given in text order, from one another."""
    for left, right in zip(drafts, drafts[1:], strict=False):
        _embed_message(tokens, left, right)
    for draft in drafts:
        if draft.parent is not None and _fills_argument(tokens, draft):
            _fill(tokens, draft, draft.parent)
    for draft in drafts:
        if draft.frame.leader is not None:
            _share_with_leader(draft, drafts)
        elif draft.frame.kind == "infinitive":
            _control(tokens, draft)


def _embed_message(tokens: Sequence[Token], left: Draft, right: Draft) -> None:
    """Make a main clause the message of the reporting clause beside it ("…, sagte er"; "er sagte, das sei …")."""
    if left.frame.kind != "main" or right.frame.kind != "main" or right.frame.leader not in (None, left.frame):
        return
    reporting = _reporting()
    verb_first = right.frame.finite == right.frame.first
    if (
        right.verb.lemma in reporting
        and verb_first
        and left.parent is None
        and right.participant("subject") is not None
    ):
        _adopt(left, right)
        right.frame.leader = None
    elif left.verb.lemma in reporting and not verb_first and left.participant("object") is None:
        gap = tokens[right.frame.first - 1].text if right.frame.first else ""
        if gap in (",", ":", "„", '"', "»", "«") and (gap != "," or right.verb.mood in ("k1", "k2")):
            _adopt(right, left)
            right.frame.leader = None


def _adopt(message: Draft, around: Draft) -> None:
    message.parent = around
    around.participants.append(Participant("object", clause=message))


def _reporting() -> frozenset[str]:
    return frozenset(row["lemma"] for row in rows("reporting_verbs.csv"))


def _fills_argument(tokens: Sequence[Token], draft: Draft) -> bool:
    opener, first = draft.frame.opener, draft.frame.first
    if draft.frame.leader is not None:
        return False
    before = [tokens[index].lemma for index in (first - 1, first - 2) if index >= 0]
    if draft.frame.kind == "infinitive" and any(lemma in word_list("infinitive_nouns.txt") for lemma in before):
        return False
    if draft.frame.kind == "subordinate":
        return opener is not None and tokens[opener].text.lower() in _CONTENT_OPENERS
    return draft.frame.kind == "infinitive" and opener is None


def _fill(tokens: Sequence[Token], draft: Draft, parent: Draft) -> None:
    """Let a content clause be the object or the subject of the clause around it; "es" that announces it goes."""
    for role in ("subject", "object"):
        found = parent.participant(role)
        if found is not None and found.phrase is not None and tokens[found.phrase.head].text.lower() == "es":
            if found.phrase.head < draft.frame.first and (role == "object" or _announces(parent)):
                found.phrase = None
                found.clause = draft
                return
    if parent.participant("subject") is None and parent.frame.leader is None and parent.frame.finite is not None:
        parent.participants.append(Participant("subject", clause=draft))
    elif parent.participant("object") is None and parent.verb.voice == "active" and _may_take_clause(parent):
        parent.participants.append(Participant("object", clause=draft))


def _announces(parent: Draft) -> bool:
    """Tell whether the subject "es" only announces a clause: with copulas, in the passive, or beside an object."""
    if parent.verb.lemma == "geben":
        return False
    governed = government(parent.verb.lemma)
    return (
        parent.verb.voice != "active"
        or "nn" in governed.frames
        or not governed.takes("a")
        or parent.participant("object") is not None
    )


def _may_take_clause(parent: Draft) -> bool:
    return government(parent.verb.lemma).takes("a") and parent.verb.lemma not in ("sein", "werden", "bleiben", "haben")


def _share_with_leader(draft: Draft, drafts: Sequence[Draft]) -> None:
    leader = next((other for other in drafts if other.frame is draft.frame.leader), None)
    if leader is None:
        return
    if draft.participant("subject") is None:
        _lend(leader.participant("subject"), draft, "subject")
    borrowed = draft.participant("object")
    if (
        borrowed is not None
        and leader.participant("object") is None
        and leader.verb.voice == "active"
        and leader.frame.indices[-1] == max(leader.verb.complex)
        and government(leader.verb.lemma).takes("a")
        and draft.frame.finite == draft.frame.first + 1
    ):
        _lend(borrowed, leader, "object")


def _lend(participant: Participant | None, to: Draft, role: str) -> None:
    if participant is not None:
        to.participants.append(
            Participant(
                role, participant.phrase, clause=participant.clause, antecedent=participant.antecedent, shared=True
            )
        )


def _control(tokens: Sequence[Token], draft: Draft) -> None:
    """Give an infinitive the participant of the clause around it that is meant to act."""
    parent = draft.parent
    if parent is None or draft.participant("subject") is not None:
        return
    adverbial = draft.frame.opener is not None and tokens[draft.frame.opener].text.lower() in _ADVERBIAL_OPENERS
    controller = parent.participant("subject")
    if not adverbial and parent.verb.voice == "active" and parent.verb.lemma in word_list("object_control.txt"):
        given = [parent.participant(role) for role in ("object", "dative")]
        controller = next((found for found in given if found is not None and found.phrase is not None), None)
    if controller is not None and controller.phrase is not None and cases(controller.phrase.mask) != "":
        _lend(controller, draft, "subject")
