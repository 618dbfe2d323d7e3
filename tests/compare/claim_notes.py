"""Claims written in one line, as comparisons.yaml explains them."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from kg.annotate.times.values import published_bounds
from kg.model.claim import CURATED, Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.identity import content_hash, slug
from kg.model.reading import Quantity
from kg.model.text import Source

TYPES = {
    "Nordland": "Staat",
    "Südland": "Staat",
    "Ostland": "Staat",
    "Anna Berg": "Person",
    "Karl Moor": "Person",
    "Qasym Toqaev": "Person",
    "Kassym Tokajew": "Person",
    "Bund der Küsten": "Organisation",
    "Sundvertrag": "Abkommen",
    "Käsekrieg": "Ereignis",
}
TABLE = "tabelle"


def read_claim(note: str) -> Claim:
    document, subject, predicate, thing, *rest = (part.strip() for part in note.split(" | "))
    claim = Claim(
        id=content_hash(note),
        document=document,
        subject=participant(subject),
        predicate=predicate,
        object=participant(thing),
        evidence=(Evidence(document, note),),
        rule=CURATED if document == TABLE else "rule",
    )
    return with_details(claim, rest[0] if rest else "")


def with_details(claim: Claim, details: str) -> Claim:
    changes: dict[str, Any] = {}
    qualifiers = []
    for detail in filter(None, details.split("; ")):
        word, _, value = detail.partition(" ")
        if word == "neg":
            changes["polarity"] = word
        elif word in ("planned", "possible", "demanded"):
            changes["modality"] = word
        elif word == "sagt":
            changes["speaker"] = participant(value)
        elif word in ("am", "im", "vom"):
            changes["when"] = when(value)
        elif word == "zahl":
            changes["quantity"] = quantity(value)
        else:
            qualifiers.append((word, participant(value)))
    return replace(claim, **changes, qualifiers=tuple(qualifiers))


def participant(label: str) -> Participant:
    return Participant(Entity(slug(label), label, TYPES.get(label, "Thema")))


def when(value: str) -> When:
    first, _, last = value.removesuffix("~").partition("/")
    begin, end = published_bounds(first), published_bounds(last or first)
    return When(value, begin[0] if begin else date.min, end[1] if end else date.max)


def quantity(note: str) -> Quantity:
    comparator, value, unit = note.split()
    return Quantity(0, 0, float(value), unit, comparator, note)


def sources_of(claims: list[Claim]) -> dict[str, Source]:
    dated = {claim.document for claim in claims if re.match(r"\d{4}", claim.document)}
    return {name: Source(name, name, name[:10]) for name in dated} | {TABLE: Source(TABLE, TABLE)}
