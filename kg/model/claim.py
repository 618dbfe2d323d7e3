"""The one type in which curated and extracted statements meet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.model.entity import Entity
from kg.model.reading import Quantity
from kg.model.review import Review

__all__ = [
    "CURATED",
    "INFERENCES",
    "MODALITIES",
    "POLARITIES",
    "REVIEWED",
    "Claim",
    "Evidence",
    "Participant",
    "When",
]

CURATED = "curated"
REVIEWED = "reviewed"
INFERENCES = ("symmetric", "inverse", "transitive", "broader")
POLARITIES = ("pos", "neg")
MODALITIES = ("asserted", "planned", "possible", "demanded")


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity in a claim and the words that referred to it there, None where a person wrote the claim."""

    entity: Entity
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A time: ISO 8601 date, month, year or interval `a/b` with EDTF `~` where vague, and its inclusive bounds."""

    value: str
    earliest: date
    latest: date
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows a claim: a sentence of a document, or a row of a curated file.

    For a document: `start:end` from subject to object with the trigger, `sentence_start:sentence_end`
    the sentence, both into the text as read, and `sentence` its verbatim words. For a curated file: `document` is the
    file's slug, `line` the row, `source` what the curator cites, `sentence` the curator's note.
    """

    document: str
    sentence: str
    sentence_start: int = 0
    sentence_end: int = 0
    start: int = 0
    end: int = 0
    line: int = 0
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement with everything needed to defend it.

    `id` is a hash of document, evidence span, subject, predicate, object, polarity and qualifiers. `polarity` is
    one of POLARITIES, `modality` one of MODALITIES. `speaker` is who says it, None where the article itself (or the
    curator) does. `qualifiers` are (name, participant) in order of name. `rule` is the rule that made it, CURATED for
    a row, REVIEWED for what a reviewer corrected. `confidence` is the measured precision of that rule, 1 for what a
    person wrote or checked; `review` says who checked it.
    `premises` are the claims from which it was inferred, in the order of the argument, empty for what is read or
    curated; the rule is then one of INFERENCES, the trait of the predicate that allows the conclusion.
    """

    id: str
    document: str
    subject: Participant
    predicate: str
    object: Participant
    evidence: tuple[Evidence, ...]
    polarity: str = "pos"
    modality: str = "asserted"
    speaker: Participant | None = None
    when: When | None = None
    quantity: Quantity | None = None
    qualifiers: tuple[tuple[str, Participant], ...] = ()
    rule: str = CURATED
    confidence: float = 1.0
    premises: tuple[Claim, ...] = ()
    review: Review | None = None

    @property
    def is_fact(self) -> bool:
        """Tell whether the claim may stand as a plain triple: positive, asserted, in nobody else's mouth."""
        return self.polarity == "pos" and self.modality == "asserted" and self.speaker is None
