"""What a document says more than once: one claim with all its sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.model.claim import Claim
from kg.model.vocabulary import Vocabulary

__all__ = ["fact_of", "merge_repeated"]


def merge_repeated(claims: Iterable[Claim], vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Return the claims of a document, those that say the same at the same time as one with all their sentences.

    Of two claims of one sentence, the one that says less than the other goes.
    """
    kept: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        group = kept.setdefault(_key(claim, symmetric=vocabulary.predicates[claim.predicate].symmetric), [])
        same = next((place for place, known in enumerate(group) if _compatible(known, claim)), None)
        if same is None:
            group.append(claim)
        else:
            group[same] = _joined(group[same], claim)
    merged = [claim for group in kept.values() for claim in group]
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for claim in merged:
        alike.setdefault(_place(claim), []).append(claim)
    return tuple(claim for claim in merged if not any(_says_more(other, claim) for other in alike[_place(claim)]))


def fact_of(claim: Claim, *, symmetric: bool = False) -> tuple[object, ...]:
    """Return what a claim says but for its time, amount and qualifiers; `symmetric` whichever way round."""
    ends = (claim.subject.entity.id, claim.object.entity.id)
    speaker = claim.speaker.entity.id if claim.speaker else None
    return tuple(sorted(ends)) if symmetric else ends, claim.predicate, claim.polarity, claim.modality, speaker


def _place(claim: Claim) -> tuple[object, ...]:
    return (*fact_of(claim), claim.evidence[0].sentence_start)


def _says_more(other: Claim, claim: Claim) -> bool:
    """Tell whether another claim of the same fact in the same sentence has further qualifiers or an amount."""
    known, said = ({(name, p.entity.id) for name, p in c.qualifiers} | {c.quantity} - {None} for c in (other, claim))
    return len(claim.evidence) == 1 and said < known


def _key(claim: Claim, *, symmetric: bool) -> tuple[object, ...]:
    amount = (claim.quantity.value, claim.quantity.unit) if claim.quantity else None
    qualifiers = tuple((name, participant.entity.id) for name, participant in claim.qualifiers)
    return (*fact_of(claim, symmetric=symmetric), amount, qualifiers)


def _compatible(known: Claim, again: Claim) -> bool:
    times = {claim.when.value for claim in (known, again) if claim.when and claim.when.text}
    return len(times) < 2


def _joined(known: Claim, again: Claim) -> Claim:
    sentences = {evidence.sentence_start for evidence in known.evidence}
    further = tuple(evidence for evidence in again.evidence if evidence.sentence_start not in sentences)
    dated = again.when if again.when and again.when.text else known.when
    return replace(known, evidence=known.evidence + further, when=dated)
