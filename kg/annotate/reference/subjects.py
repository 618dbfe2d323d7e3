"""Who stands before a pronoun: which subject it may mean, which several "sie" takes up, and who has no name."""

from __future__ import annotations

from kg.annotate.clauses.government import governing_verbs
from kg.annotate.noun_classes import noun_class
from kg.annotate.reference.scene import BODIES, Scene
from kg.model.entity import Entity
from kg.model.reading import Argument, Mention

__all__ = ["acts", "last_subject", "names_nobody_before", "several_taken_up"]

_BODY_NAMED = ("name", "description", "pronoun")
_REACH = 1  # sentences


def acts(scene: Scene, index: int) -> bool:
    """Tell whether a pronoun's clause says what only somebody does: er fordert, but er steckt fest."""
    number = scene.clause_of.get(index)
    return number is not None and (
        scene.clauses[number].lemma in governing_verbs() or bool(scene.clauses[number].modal)
    )


def last_subject(scene: Scene, index: int, genders: str) -> int | None:
    """Return the head of the last subject before a token, in its sentence or the one before, of one of the genders.

    Names count as any gender, for their own is not in their form.
    """
    sentence = scene.sentence_of[index]
    numbers = {scene.clause_of[place] for place in scene.before(index, reach=_REACH) if place in scene.clause_of}
    own = (a for number in numbers for a in scene.clauses[number].arguments if a.role == "subject" and not a.shared)
    heads = {head for a in own for *_, head in a.conjuncts or ((0, 0, a.head),)}
    near = (head for head in heads if head < index and scene.sentence_of[head] >= sentence - _REACH)
    for head in sorted(near, reverse=True):
        token = scene.tokens[head]
        one = token.tag == "NN" and "s" in token.morph.number
        if token.tag == "NE" or head in scene.at or (one and not set(token.morph.gender).isdisjoint(genders)):
            return head
    return None


def names_nobody_before(scene: Scene, index: int, gender: str) -> bool:
    """Tell whether the sentence, or the one before, has spoken of a person of a gender without saying who it is."""
    for place in scene.before(index, reach=_REACH):
        token = scene.tokens[place]
        one = token.tag == "NN" and "s" in token.morph.number and gender in token.morph.gender
        named = place + 1 in scene.at or scene.mention_at(place) is not None  # Präsident | Tokajew
        if one and not named and noun_class(token.lemma) == "Person":
            return True
    return False


def several_taken_up(scene: Scene, index: int, resolved: dict[int, Mention]) -> tuple[Entity, ...]:
    """Return those that a plural "sie" means: the last plural subject before it, if names or a group make it up.

    One body may be of several, too: die Grünen, die USA.
    """
    own = scene.subject_of(index)
    if own is None or own.head != index or not _is_plural(scene, index):
        return ()
    before = (a for clause in scene.clauses for a in clause.arguments if a.role == "subject" and not a.shared)
    near = [a for a in before if a.head < index and scene.sentence_of[a.head] >= scene.sentence_of[index] - _REACH]
    last = max((a for a in near if _means_several(scene, a, resolved)), key=lambda a: a.head, default=None)
    return () if last is None else _members(scene, last, resolved)


def _is_plural(scene: Scene, index: int) -> bool:
    number = scene.clause_of.get(index)
    finite = [
        scene.tokens[place].morph
        for place in (scene.clauses[number].complex if number is not None else ())
        if scene.tokens[place].morph.form == "fin"
    ]
    return bool(finite) and finite[0].number == "p"


def _means_several(scene: Scene, argument: Argument, resolved: dict[int, Mention]) -> bool:
    token, taken_up = scene.tokens[argument.head], resolved.get(argument.head)
    grouped = taken_up is not None and len(taken_up.entities) > 1
    several = token.tag in ("NN", "PIS") and token.morph.number == "p"
    return grouped or several or bool(argument.conjuncts) or _is_plural(scene, argument.head)


def _members(scene: Scene, argument: Argument, resolved: dict[int, Mention]) -> tuple[Entity, ...]:
    heads = [head for _, _, head in argument.conjuncts] or [argument.head]
    mentions = [resolved.get(head) or scene.mention_at(head) for head in heads]
    if any(mention is None or mention.kind in ("adjective", "compound") for mention in mentions):
        return ()
    known = [mention for mention in mentions if mention is not None]
    entities = tuple(dict.fromkeys(entity for mention in known for entity in mention.entities))
    body = entities[0].type in BODIES and known[0].kind in _BODY_NAMED
    return entities if len(entities) > 1 or body else ()
