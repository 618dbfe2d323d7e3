"""By whom something is done that a noun names: that Norwegen die Grenze schließt is its "Schließung durch Norwegen"."""

from __future__ import annotations

from typing import Final

from kg.annotate.names.inflection import genitive_behind_article
from kg.claim.noun_phrases import nominative
from kg.claim.owners import has_article
from kg.match.fillers import fill
from kg.match.scene import ACTING, Part, Scene, argument_of, fits
from kg.match.speakers import own_words, speaker_at
from kg.model.entity import Entity
from kg.model.reading import Argument, Clause

__all__ = ["by_whom"]

LONGEST: Final = 3
"""Words of a name, above which its abbreviation takes its place."""
_ACCUSATIVE: Final = {"m": "den", "f": "die", "n": "das", "p": "die"}


def by_whom(scene: Scene, clause: Clause, label: str) -> str | None:
    """Return "durch" with who does what a label names, to be put behind it; None where that cannot be said.

    It is empty where nobody does it (a passive, an infinitive), where the label says who (Anstieg der Preise) or where
    the speaker does it himself. A topic does nothing: das Verbot habe Staatsanwälte beschäftigt.
    """
    subject = argument_of(clause, "subject") if clause.voice == "active" else None
    if subject is None or subject.shared or scene.annotations.tokens[subject.head].text in label.split():
        return ""
    if _is_speaker(scene, subject, clause):
        return ""
    filler = fill(scene, subject)
    parts = filler.parts if filler is not None else ()
    if len(parts) != 1 or not fits(scene, parts[0], (*ACTING, "Akteur")):
        return None
    named = _named(parts[0].entity) if parts[0].entity is not None else _phrase(scene, subject, parts[0])
    return f" durch {named}" if named is not None else None


def _is_speaker(scene: Scene, subject: Argument, clause: Clause) -> bool:
    """Tell who speaks of himself, "man" too; a pronoun may take up a speaker without a name."""
    place = scene.annotations.tokens[clause.head].start
    if scene.annotations.tokens[subject.head].text.lower() == "man":
        return True
    if own_words(scene, subject, place, clause.lemma) is not None:
        return True
    speaker = speaker_at(scene, place) if scene.annotations.tokens[subject.head].tag == "PPER" else None
    if speaker is None or speaker.parts[0].entity is not None:
        return False
    filler = fill(scene, subject)
    return filler is None or filler.parts[0].head == speaker.parts[0].head


def _named(entity: Entity) -> str:
    """Return a name in the accusative, with its article if it has one."""
    name, gender = entity.label, entity.gender
    if len(name.split()) > LONGEST:
        name = next((alias for alias in entity.aliases if alias.isupper()), name)
    if not has_article(entity, name) or gender not in _ACCUSATIVE:
        return name
    first, *rest = name.split()
    if gender in "mp":  # adjectives have -en there, nouns no ending
        name = genitive_behind_article(name, "p")
    elif gender == "n" and rest and first.endswith("es"):
        name = " ".join((first.removesuffix("s"), *rest))  # das Auswärtige Amt
    return f"{_ACCUSATIVE[gender]} {name}"


def _phrase(scene: Scene, subject: Argument, part: Part) -> str | None:
    """Return a phrase with its article, None where it would have to be declined: durch den neuen Minister."""
    noun = scene.annotations.tokens[part.head]
    name = nominative(scene.annotations.tokens, subject.start, subject.end, part.head)
    if noun.morph.number == "p" and name.startswith(noun.text):
        return name  # Milizen
    article = _ACCUSATIVE.get(noun.morph.gender)
    declined = noun.morph.number != "s" or article is None or not name.startswith(noun.lemma)
    return f"{article} {name}" if not declined else None
