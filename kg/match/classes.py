"""Which classes of entities a condition on a participant takes."""

from __future__ import annotations

from kg.model.reading import Mention
from kg.model.vocabulary import Vocabulary

__all__ = ["GOVERNING", "REMARKS", "class_fits", "mention_fits"]

NOT_TOPICS = ("Akteur", "Person", "Staat", "Ort", "Organisation")
"""A slot of class Thema takes events, agreements, languages and topics, but no actor and no place."""
REMARKS = (
    "aeussertSichZu",
    "beschuldigt",
    "besorgtUeber",
    "bestaetigt",
    "dementiert",
    "drohtMit",
    "fordert",
    "kritisiert",
    "lehntAb",
    "lobt",
    "unterstuetzt",
    "warntVor",
)
"""Events that are words: said of what has another time, and often today of what was long ago."""
GOVERNING = (
    *REMARKS,
    "baut",
    "beteiligtSichAn",
    "entscheidet",
    "gibtNach",
    "gruendet",
    "hilft",
    "investiertIn",
    "kandidiertFuer",
    "kooperiertMit",
    "plant",
    "protestiertGegen",
    "stimmtZu",
    "unterzeichnet",
    "verbietet",
    "vereinbart",
    "verhindert",
    "veroeffentlicht",
    "verschiebt",
)
"""What towns, regions and trades do by those who govern or speak for them; subject-outside-domain.rq knows the same."""


def class_fits(vocabulary: Vocabulary, name: str, types: tuple[str, ...]) -> bool:
    """Tell whether a class is one of some, or below one; "Thema" takes all but actors and places, "Ding" all."""
    for wanted in types:
        if wanted == "Thema":
            if not any(vocabulary.is_a(name, other) for other in NOT_TOPICS):
                return True
        elif wanted == "Ding" or vocabulary.is_a(name, wanted):
            return True
    return False


def mention_fits(vocabulary: Vocabulary, mention: Mention, types: frozenset[str]) -> bool:
    """Tell whether a mention refers to something of one of the classes."""
    return any(class_fits(vocabulary, entity.type, tuple(types)) for entity in mention.entities)
