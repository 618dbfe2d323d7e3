"""What a claim says, as text for people: in tables of decisions, on cards and in lists."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model.claim import MODALITIES, POLARITIES, Claim
from kg.model.reading import Quantity

__all__ = ["Said", "describe", "said_by"]

_POLARITY = {"neg": "nicht"}
_MODALITY = {"planned": "geplant", "possible": "möglich", "demanded": "gefordert"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim says, as text; `speaker`, `time` and `details` (amount and qualifiers) are empty where absent."""

    subject: str
    predicate: str
    object: str
    polarity: str = POLARITIES[0]
    modality: str = MODALITIES[0]
    speaker: str = ""
    time: str = ""
    details: str = ""

    @property
    def how(self) -> str:
        """What it says beside subject, predicate and object, in one line."""
        speaker = self.speaker and f"sagt {self.speaker}"
        words = (_POLARITY.get(self.polarity), _MODALITY.get(self.modality), speaker, self.time, self.details)
        return "; ".join(word for word in words if word)

    @property
    def line(self) -> str:
        """All of it in one line: `subject – predicate – object [how]`."""
        ends = f"{self.subject} – {self.predicate} – {self.object}"
        return f"{ends} [{self.how}]" if self.how else ends


def said_by(claim: Claim) -> Said:
    """Return what a claim says, as text."""
    qualifiers = (f"{name}: {participant.entity.label}" for name, participant in claim.qualifiers)
    return Said(
        claim.subject.entity.label,
        claim.predicate,
        claim.object.entity.label,
        claim.polarity,
        claim.modality,
        claim.speaker.entity.label if claim.speaker else "",
        claim.when.value if claim.when else "",
        "; ".join((*([_amount(claim.quantity)] if claim.quantity else []), *qualifiers)),
    )


def describe(claim: Claim, *, time: bool = True) -> str:
    """Return what a claim says beside subject, predicate and object, in one line; its time unless told otherwise."""
    said = said_by(claim)
    return said.how if time else replace(said, time="").how


def _amount(quantity: Quantity) -> str:
    sign = "" if quantity.comparator == "=" else f"{quantity.comparator} "
    return f"{sign}{quantity.value:,.15g} {quantity.unit}".strip()
