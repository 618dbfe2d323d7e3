"""Whose a thing is, where a possessive says it: seine Partei is the party of whoever "seine" refers to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.lexicon import word_list
from kg.annotate.names.inflection import genitive_behind_article
from kg.annotate.noun_classes import noun_class
from kg.annotate.words.nouns import noun_gender
from kg.claim.declension import HISSING
from kg.claim.noun_phrases import genitive
from kg.claim.word_lists import listed
from kg.match.fillers import fill
from kg.match.nouns import is_vague
from kg.match.pronouns import owner_meant
from kg.match.scene import Part, Scene, argument_of
from kg.model.entity import Entity
from kg.model.offsets import first_from
from kg.model.reading import Argument

__all__ = ["genitive_name", "has_article", "is_owned", "maker_of", "named_before", "owner_of", "with_owner"]

_OWNING: Final = ("dessen", "deren")
_HISSING: Final = (*HISSING, "ce")
_LOST: Final = ("n", "en", "s", "es")
"""Endings of cases that a noun has in a text and not in a name."""
_WITH_ARTICLE: Final = ("Organisation", "Medium", "Abkommen", "Ereignis")


def owner_of(scene: Scene, part: Part) -> Entity | None:
    """Return to whom the possessive before a noun refers, None where there is none or nothing says it."""
    index = _possessive(scene, part)
    mention = scene.mention_at.get(index) if index is not None else None
    alone = mention is not None and mention.kind == "pronoun" and len(mention.entities) == 1
    return mention.entities[0] if mention is not None and alone else None


def maker_of(scene: Scene, part: Part) -> Entity | None:
    """Return who made what a noun names, where a relative clause says it: der Plan, den Weber ausgehandelt hat."""
    clauses = (clause for clause in scene.relatives.get(part.head, ()) if clause.lemma in listed("making_verbs.txt"))
    made = (clause for clause in clauses if any(_is_made(argument, part.head) for argument in clause.arguments))
    subject = next((argument_of(clause, "subject") for clause in made if clause.voice == "active"), None)
    filler = fill(scene, subject) if subject is not None else None
    return filler.parts[0].entity if filler is not None and filler.parts else None


def _is_made(argument: Argument, head: int) -> bool:
    return argument.role == "object" and argument.antecedent == head and not argument.shared


def named_before(scene: Scene, part: Part, taken: Sequence[tuple[int, int]]) -> str | None:
    """Return what "dessen" or "deren" stands for, as an attribute: das Werk, dessen Bau …, is der Bau des Werks.

    So with "ihr" where people without a name are meant: die Bauern, deren Protest, ihr Protest. None where there is no
    such pronoun, or the claim says it in a place of its own, one of the spans `taken`.
    """
    meant = _meant_by(scene, part)
    tokens = scene.annotations.tokens
    if meant is None or is_vague(tokens[meant[1]].lemma):
        return None
    whose, head = meant
    start, end = scene.phrase_at.get(head, (0, 0))
    places = (tokens[head].start, whose)
    told = any(first <= place < last for first, last in taken for place in places)
    return genitive(tokens, start, end, head) if end and not told else None


def is_owned(scene: Scene, part: Part) -> bool:
    """Tell whether somebody is known to whom the possessive before a noun refers, by name or as people without one."""
    return owner_of(scene, part) is not None or _meant_by(scene, part) is not None


def _meant_by(scene: Scene, part: Part) -> tuple[int, int] | None:
    """Return where the relative or possessive pronoun of a noun starts and the head of what it stands for."""
    nominal = scene.nominal_at.get(part.head)
    whose = argument_of(scene.annotations.clauses[nominal], "possessor") if nominal is not None else None
    if whose is not None and whose.antecedent is not None:
        return whose.start, whose.antecedent
    index = _possessive(scene, part)
    meant = owner_meant(scene, index) if index is not None and index not in scene.mention_at else ()
    return (scene.annotations.tokens[index].start, meant[0][2]) if meant and index is not None else None


def with_owner(label: str, noun: str, owner: str) -> str:
    """Return a label with its owner behind its noun: Rücktritt, Kritik an der Steuer: Kritik Webers an der Steuer.

    In the label the noun may have lost an ending: seiner neuen Vorsitzenden is a neue Vorsitzende.
    """
    words = label.split()
    place = next((i for i, word in enumerate(words) if noun in (word, *(word + end for end in _LOST))), None)
    if place is None:
        return label
    return " ".join((*words[: place + 1], owner, *words[place + 1 :]))


def has_article(entity: Entity, name: str) -> bool:
    """Tell whether an entity has an article in one of its names: der Iran, die Bundesbank, but Polen and Greenpeace."""
    if name in word_list("article_names.txt") or entity.gender == "p":
        return True
    named = entity.type == "Organisation" and entity.gender == "n" and not name.isupper()
    words = name.replace("-", " ").split()
    bare = named and not any(noun_gender(word) == "n" or noun_class(word) for word in words)
    return entity.type in _WITH_ARTICLE and not bare


def _possessive(scene: Scene, part: Part) -> int | None:
    tokens = scene.annotations.tokens
    first = first_from(tokens, part.start)
    owning = (i for i in range(first, part.head) if tokens[i].tag == "PPOSAT" or tokens[i].text in _OWNING)
    return next(owning, None)


def genitive_name(owner: Entity) -> str:
    """Return the name of an entity as it stands behind a noun: Polens, der Bundesbank, von Greenpeace."""
    name = owner.label
    articled = has_article(owner, name)
    if articled and owner.gender in ("f", "p"):
        return f"der {genitive_behind_article(name, owner.gender)}"
    if articled and owner.gender in ("m", "n") and not name.endswith(_HISSING):
        return f"des {genitive_behind_article(name, owner.gender)}"
    if articled or name.endswith(_HISSING):
        return f"von {name}"
    return f"{name}s"
