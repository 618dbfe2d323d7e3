"""A claim in German words, for readers who see no fields."""

from __future__ import annotations

from kg.model.claim import Claim
from kg.model.vocabulary import Vocabulary
from kg.view.periods import spell
from kg.view.records import predicate_label
from kg.view.words import read_words

__all__ = ["reservation", "statement", "time"]


def reservation(claim: Claim) -> str:
    """Return why a claim is no fact ("laut Dmitri Peskow, geplant"), empty for a fact."""
    words = read_words("de")
    parts = [f"laut {claim.speaker.entity.label}"] if claim.speaker else []
    if claim.modality != "asserted":
        parts.append(words[f"modality.{claim.modality}"])
    if claim.polarity == "neg":
        parts.append(words["polarity.neg"])
    return ", ".join(parts)


def statement(claim: Claim, vocabulary: Vocabulary) -> str:
    """Return subject, predicate and object as a sentence, behind its reservation if it has one."""
    said = (
        f"{claim.subject.entity.label} {predicate_label(claim.predicate, vocabulary, 'de')} {claim.object.entity.label}"
    )
    why = reservation(claim)
    return f"{why[0].upper()}{why[1:]}: {said}" if why else said


def time(claim: Claim) -> str:
    """Return the claim's time in words ("seit März 2019"), empty where it has none."""
    return spell(claim.when.value, lang="de") if claim.when else ""
