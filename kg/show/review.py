"""Claims to decide on, and decisions, as terminal lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kg.curate.decisions import Decision
from kg.model.claim import Claim
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.show.claims import told
from kg.show.evidence import evidence_lines

__all__ = ["KIND_LABELS", "PART_LABELS", "VERDICT_LABELS", "decision_lines", "question_lines"]

VERDICT_LABELS: Final = {"correct": "richtig", "wrong": "falsch", "fix": "korrigiert", "later": "später"}
KIND_LABELS: Final = {
    "wrong-entity": "falsche Entität",
    "wrong-predicate": "falsches Prädikat",
    "wrong-direction": "falsche Richtung",
    "wrong-polarity": "Verneinung falsch",
    "wrong-modality": "Modalität falsch",
    "wrong-speaker": "falscher Sprecher",
    "not-stated": "steht nicht da",
}
PART_LABELS: Final = {
    "predicate": "Prädikat",
    "subject": "Subjekt",
    "object": "Objekt",
    "polarity": "Polarität",
    "modality": "Modalität",
    "speaker": "Sprecher",
    "time": "Zeit",
}
"""The parts that can be corrected, in the order of asking: the predicate says what its ends may be."""


def question_lines(claim: Claim, sources: Mapping[str, Source], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield what a reviewer must see to decide: the sentences, what was read in them and by which rule."""
    yield from evidence_lines(claim, sources)
    yield f"  {told(claim, vocabulary)}"
    mentions = ((participant.mention, participant.entity.label) for participant in (claim.subject, claim.object))
    read = [f"„{mention}“ = {label}" for mention, label in mentions if mention and label not in mention]
    rule = f"Regel {claim.rule}, Verlässlichkeit {claim.confidence:.0%}".replace("%", " %")
    yield f"  {'; '.join((*read, rule))} (claim:{claim.id})"


def decision_lines(decisions: Iterable[Decision]) -> Iterator[str]:
    """Yield what was decided, by whom and when, with the sentence and the place of the row."""
    found = False
    for decision in decisions:
        found = True
        who = f"{decision.day or ''} {decision.by}".strip()
        yield f"{f'{who}: ' if who else ''}{_verdict(decision)}: {decision.said.line}"
        quoted = " ".join(f"„{sentence}“" for sentence in decision.sentences)
        yield f"    {quoted or decision.claim} — {decision.document} ({decision.file.name}:{decision.line})"
        if decision.note:
            yield f"    {decision.note}"
    if not found:
        yield "keine Entscheidungen"


def _verdict(decision: Decision) -> str:
    fixes = ", ".join(f"{PART_LABELS[part]} {cell.text}" for part, cell in decision.fixes)
    reason = fixes or KIND_LABELS.get(decision.kind, "")
    return f"{VERDICT_LABELS[decision.verdict]}{f' ({reason})' if reason else ''}"
