"""What a noun inside a name takes up, said in its place: Förderung | des Vorhabens is Förderung des Baus der Brücke."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.annotate.articles import GENITIVE_ARTICLES
from kg.annotate.noun_classes import noun_class
from kg.annotate.prepositions import CONTRACTED, WITH_DATIVE, cases_behind
from kg.annotate.words.nouns import noun_gender
from kg.claim.declension import HISSING, genitive_form
from kg.claim.owners import genitive_name
from kg.claim.pointing import points_back
from kg.claim.taken_up import takes_up, topic_planned
from kg.claim.topics import participant_entity
from kg.claim.vague import specified
from kg.match.nouns import resumed_by
from kg.match.scene import Part, Scene
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.offsets import overlapping
from kg.model.reading import Argument

__all__ = ["spelled_out"]

CASES: Final = {"des": "gen", "dem": "dat", "zum": "dat", "beim": "dat", "vom": "dat", "den": "acc", "das": "acc"}
"""Cases of articles of one noun inside a name, where the article alone settles it."""
FEMININE: Final = {"der": "gen", "zur": "dat", "die": "acc"}
ARTICLES: Final = {
    "gen": {"f": "der", "m": "des", "n": "des"},
    "dat": {"f": "der", "m": "dem", "n": "dem"},
    "acc": {"f": "die", "m": "den", "n": "das"},
}
LONGEST: Final = 90  # characters of a name that is still read as one


def spelled_out(scene: Scene, entity: Entity, start: int, end: int) -> Entity:
    """Return an entity named by the phrase or clause `start:end` with what its last noun takes up in its place."""
    if not entity.provisional or " " not in entity.label:
        return entity
    found = (_replaced(scene, entity.label, argument) for argument in _inside(scene, start, end))
    label = next((label for label in found if label is not None and len(label) <= LONGEST), None)
    return replace(entity, id=slug(label), label=label) if label is not None else entity


def _inside(scene: Scene, start: int, end: int) -> Iterator[Argument]:
    """Yield the phrases inside a span that only take up what was told before it."""
    for clause in overlapping(scene.annotations.clauses, start, end):
        for argument in clause.arguments:
            inside = start <= argument.start and argument.end <= end and argument.clause is None
            single = not argument.conjuncts and not argument.shared and argument.antecedent is None
            noun = scene.annotations.tokens[argument.head]
            pointing = _described(scene, argument.head) is not None or resumed_by(noun.lemma) or takes_up(noun.lemma)
            if inside and single and noun.end == argument.end and pointing:
                yield argument


def _described(scene: Scene, head: int) -> Entity | None:
    """Return the state or body that a noun takes up without naming it: das Land, der Konzern."""
    mention = scene.mention_at.get(head)
    told = mention is not None and mention.kind == "description" and len(mention.entities) == 1
    entity = mention.entities[0] if mention is not None and told else None
    named = entity is not None and not entity.provisional and entity.type in ("Staat", "Organisation")
    return entity if named and scene.annotations.tokens[head].tag == "NN" else None


def _replaced(scene: Scene, label: str, argument: Argument) -> str | None:
    """Return a name that ends with a noun that takes something up with that in its place, None where it cannot be."""
    words, noun = label.split(" "), scene.annotations.tokens[argument.head]
    mention, described = scene.mention_at.get(argument.head), _described(scene, argument.head)
    part = Part(argument.start, argument.end, argument.head, None)
    forms = (noun.text, noun.lemma, f"{noun.lemma}s", f"{noun.lemma}es")
    if len(words) < 3 or words[-1] not in forms or not points_back(scene, part):
        return None
    if mention is not None:
        owner = _owning(described) if described is not None and words[-2] in GENITIVE_ARTICLES else ""
        return " ".join((*words[:-2], owner)) if owner else None
    case = _case(words[-2], words[-3] if words[-2] in ("der", "den") else "")
    name = _name_of(scene, part) if case else None
    gender = noun_gender(name.split()[0]) if name and name[:1].isupper() else None
    if name is None or gender not in ARTICLES["gen"]:
        return None
    before = [*words[:-2], *CONTRACTED.get(words[-2], ())[:1]]
    return " ".join((*before, ARTICLES[case][gender], _in_genitive(name, gender) if case == "gen" else name))


def _owning(entity: Entity) -> str:
    """Return an entity behind a noun, empty where its name would have to be declined: Polens, der Nato, von Bosch."""
    name = entity.label
    if entity.type == "Staat":
        return genitive_name(entity)
    if " " in name or name.endswith(HISSING):
        return ""
    common = noun_class(name) == "Organisation" or name.isupper() or entity.gender == "f"
    return genitive_name(entity) if common else f"von {name}"


def _case(article: str, before: str) -> str:
    """Return the case that an article and the word before it show, empty where they do not."""
    if article == "der" and "d" in cases_behind(before):
        return "dat"
    if article == "den" and before in WITH_DATIVE:
        return ""
    return CASES.get(article) or FEMININE.get(article, "")


def _name_of(scene: Scene, part: Part) -> str | None:
    """Return what a noun takes up: a fuller phrase before, else what a clause told."""
    fuller = specified(scene, part)
    if fuller is part:
        entity = topic_planned(scene, part)
    else:
        same = scene.annotations.tokens[fuller.head].morph.number == scene.annotations.tokens[part.head].morph.number
        entity = participant_entity(scene, fuller) if same else None
    return entity.label if entity is not None and " " in entity.label else None


def _in_genitive(name: str, gender: str) -> str:
    noun, _, rest = name.partition(" ")
    return f"{genitive_form(noun, gender)} {rest}"
