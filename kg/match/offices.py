"""Whether a word for an office means somebody: der Sprecher des Senats, but not das Amt des Sprechers."""

from __future__ import annotations

from kg.match.scene import Part, Scene, argument_of
from kg.match.word_lists import listed
from kg.model.offsets import first_from

__all__ = ["means_somebody"]

BEFORE_NOUN = ("ADJA", "ART", "PPOSAT", "CARD", "ADV")
AS_OFFICE = ("zum", "zur", "als")
LONGEST_ASIDE = 8  # tokens in brackets behind an office: a party, the years


def means_somebody(scene: Scene, part: Part) -> bool:
    """Tell whether an office's word means its holder, and no name beside it says who that is.

    Nobody is meant where somebody is or becomes it, nor behind a word for the office or the choice of its holder.
    """
    if part.entity is not None:
        return True
    tokens = scene.annotations.tokens
    first = part.head
    while first and tokens[first - 1].tag in BEFORE_NOUN:
        first -= 1
    before = tokens[first - 1] if first else None
    if before is not None and (before.text.lower() in AS_OFFICE or before.lemma in listed("office_nouns.txt")):
        return False
    return not _is_predicate(scene, part.head) and not _is_named_beside(scene, first, part)


def _is_predicate(scene: Scene, head: int) -> bool:
    clauses = scene.annotations.clauses
    parent = clauses[scene.nominal_at[head]].parent if head in scene.nominal_at else None
    said = argument_of(clauses[parent], "predicate") if parent is not None else None
    return said is not None and said.head == head


def _is_named_beside(scene: Scene, first: int, part: Part) -> bool:
    """Tell whether a person's name stands before the phrase or behind it: Eva Blum, die Sprecherin des Senats, …."""
    tokens = scene.annotations.tokens
    end = scene.phrase_at.get(part.head, (part.start, part.end))[1]
    behind = _behind_aside(scene, first_from(tokens, end))
    beside = [*range(part.head + 1, min(behind + 1, len(tokens)))]
    beside += [first - 2] if first > 1 and tokens[first - 1].text == "," else []
    near = (scene.mention_at[index] for index in beside if index in scene.mention_at)
    return any(mention.kind == "name" and mention.entities[0].type == "Person" for mention in near)


def _behind_aside(scene: Scene, place: int) -> int:
    """Return the token behind a bracket and a comma: Sprecherin des Senats (SPD), | Eva Blum."""
    texts = [token.text for token in scene.annotations.tokens[place : place + LONGEST_ASIDE]]
    place += texts.index(")") + 1 if texts[:1] == ["("] and ")" in texts else 0
    followed = place < len(scene.annotations.tokens) and scene.annotations.tokens[place].text == ","
    return place + followed
