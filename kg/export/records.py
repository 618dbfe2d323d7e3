"""Claims and readings as JSON records: the public contracts of `kg extract` and `kg annotate`."""

from __future__ import annotations

from typing import Any

from kg.model.claim import Claim, Participant
from kg.model.entity import Entity
from kg.model.reading import Annotations, Clause, Mention, Quantity, Quotation, Time
from kg.model.text import Span
from kg.rdf.namespaces import Base

__all__ = ["annotation_record", "claim_record"]


def claim_record(claim: Claim, *, document: str, base: Base) -> dict[str, Any]:
    """Return the record of one claim; `document` is the path as the user gave it. Absent values are None."""
    first = claim.evidence[0]
    return {
        "id": claim.id,
        "document": document,
        "subject": _entity(claim.subject, base),
        "predicate": claim.predicate,
        "object": _entity(claim.object, base),
        "speaker": _entity(claim.speaker, base) if claim.speaker else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "time": claim.when.value if claim.when else None,
        "time_text": claim.when.text if claim.when else None,
        "quantity": _amount(claim.quantity) if claim.quantity else None,
        "qualifiers": {name: _entity(participant, base) for name, participant in claim.qualifiers},
        "sentence": first.sentence,
        "sentence_start": first.sentence_start,
        "sentence_end": first.sentence_end,
        "start": first.start,
        "end": first.end,
        "rule": claim.rule,
        "confidence": claim.confidence,
        "evidence": [[e.sentence_start, e.sentence_end, e.start, e.end] for e in claim.evidence],
    }


def annotation_record(annotations: Annotations, *, base: Base) -> dict[str, Any]:
    """Return the record of one reading; layers are lists in text order, spans are [start, end]."""
    return {
        "doc": annotations.document.path.stem,
        "text": annotations.document.text,
        "published": annotations.document.published,
        "sentences": [[sentence.start, sentence.end] for sentence in annotations.sentences],
        "entities": [
            _mentioned(mention, entity, base) for mention in annotations.mentions for entity in mention.entities
        ],
        "times": [_time(time) for time in annotations.times],
        "quantities": [{"start": q.start, "end": q.end, **_amount(q)} for q in annotations.quantities],
        "quotations": [_quotation(quotation) for quotation in annotations.quotations],
        "clauses": [_clause(annotations, clause) for clause in annotations.clauses],
    }


def _entity(participant: Participant, base: Base) -> dict[str, Any]:
    entity = participant.entity
    return {
        "id": base.entity(entity.id).value,
        "label": entity.label,
        "type": entity.type,
        "mention": participant.mention,
        "aliases": list(entity.aliases),
    }


def _mentioned(mention: Mention, entity: Entity, base: Base) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "type": entity.type,
        "id": base.entity(entity.id).value,
        "label": entity.label,
        "kind": mention.kind,
    }


def _time(time: Time) -> dict[str, Any]:
    return {
        "start": time.start,
        "end": time.end,
        "type": time.type,
        "value": time.value,
        "earliest": time.earliest and time.earliest.isoformat(),
        "latest": time.latest and time.latest.isoformat(),
        "vague": time.vague,
    }


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        "quote": _spans(quotation.quote),
        "speaker": _spans(quotation.speaker),
        "cue": _spans(quotation.cue),
        "type": quotation.type,
    }


def _amount(quantity: Quantity) -> dict[str, Any]:
    return {
        "value": quantity.value,
        "unit": quantity.unit,
        "comparator": quantity.comparator,
        "text": quantity.text,
    }


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _clause(annotations: Annotations, clause: Clause) -> dict[str, Any]:
    head = annotations.tokens[clause.head]
    return {
        "kind": clause.kind,
        "verb": [head.start, head.end],
        "lemma": clause.lemma,
        "subject": _stated(annotations, clause, "subject"),
        "object": _stated(annotations, clause, "object"),
        "passive": clause.voice == "passive",
        "negated": clause.negation is not None,
        "modality": clause.modality,
        "arguments": [
            {
                "role": argument.role,
                "start": argument.start,
                "end": argument.end,
                "preposition": argument.preposition,
                "shared": argument.shared,
                "certain": argument.certain,
            }
            for argument in clause.arguments
        ],
    }


def _stated(annotations: Annotations, clause: Clause, role: str) -> list[int] | None:
    # Only what stands in the clause itself: no participant shared with a neighbour, no clause, no noun's attribute.
    if clause.kind in ("nominal", "participle"):
        return None
    heads = (a.head for a in clause.arguments if a.role == role and a.clause is None and not a.shared)
    head = next(heads, None)
    return None if head is None else [annotations.tokens[head].start, annotations.tokens[head].end]
