"""Things that only their text knows, by a noun that does not name them: Macron kündigte den Rückzug an.

To a reader of the sentence such a claim says what was done with something that was told before; its name is the noun.
As the noun means another thing in each text, what it means is one of its document's own.
"""

from __future__ import annotations

from kg.annotate.noun_classes import noun_class
from kg.claim.argument_names import POINTING
from kg.claim.owners import is_owned
from kg.claim.pointing import points_back
from kg.claim.taken_up import takes_up
from kg.claim.topics import participant_entity
from kg.match.nouns import is_vague
from kg.match.scene import ACTING, Part, Scene
from kg.model.entity import Entity

__all__ = ["local_topic"]

PLACES = ("Ort", "Staat")
INDEFINITE = ("ein", "eine")


def local_topic(scene: Scene, part: Part, taken: tuple[tuple[int, int], ...]) -> Entity | None:
    """Return what a noun with its article means in this text, None where it tells a reader nothing.

    People, bodies and places are somebody whom a reader must know by name; die Frage, die Lage are nothing at all.
    `taken` are spans that fill other roles of the claim.
    """
    tokens = scene.annotations.tokens
    noun = tokens[part.head]
    if part.entity is not None or noun_class(noun.lemma) in (*ACTING, *PLACES) or is_vague(noun.lemma):
        return None
    if noun.tag != "NN" or not _is_determined(scene, part) or tokens[part.head - 1].lemma in POINTING:
        return None
    if tokens[part.head - 1].tag == "PDAT" and takes_up(noun.lemma):
        return None  # dieses Vorgehen, of which nothing was found that it takes up
    entity = participant_entity(scene, part, taken)
    return entity.in_document(scene.annotations.document.id) if entity.provisional else entity


def _is_determined(scene: Scene, part: Part) -> bool:
    """Tell a noun that was told before or is told of right behind: der Plan, ihr Plan, ein Plan, den ….

    Whose "ihr" is nobody knows must not be left to guess.
    """
    before = scene.annotations.tokens[part.head - 1]
    owned = before.tag == "PPOSAT" and is_owned(scene, part)
    return owned or before.lemma in INDEFINITE or points_back(scene, part)
