"""People taken up by what was said of them: der 52-Jährige, der Unternehmer, die Parteichefin."""

from __future__ import annotations

import re

from kg.annotate.names.titles import Title, parse_title
from kg.annotate.noun_classes import noun_class
from kg.annotate.reference.discourse import Discourse, agrees
from kg.annotate.reference.kinds import description_row, is_of_kind
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["described_person"]

_AGE = re.compile(r"\d{1,3}-[Jj]ährige[rnms]?|[A-ZÄÖÜ][a-zäöüß]+jährige[rnms]?")
# Articles by the gender they show before a noun in the singular; "der" is feminine before an adjective's -n only.
_GENDERS = {"der": "m", "dem": "m", "des": "m", "den": "m", "die": "f", "zum": "m", "vom": "m", "zur": "f"}
_HEADS = ("chef", "vorsitzender", "präsident", "direktor", "leiter", "vorstand", "sprecher")
_FOLLOWING = ("NE", "ART", "PPOSAT", "FM")  # a name or genitive behind a noun says itself who is meant
_ANYWHERE = 10_000  # sentences: who was once called so stays so through the whole text


def described_person(scene: Scene, discourse: Discourse, index: int) -> Mention | None:
    """Return the person whom a noun with a definite article calls by age, by trade, or by the kind of body led."""
    token = scene.tokens[index]
    article = scene.tokens[index - 1].text.lower() if index else ""
    after = scene.tokens[index + 1].tag if index + 1 < len(scene.tokens) else ""
    named = index in scene.at or index in scene.apposed or index in scene.holders
    if article not in _GENDERS or named or after in _FOLLOWING:
        return None
    gender = _GENDERS[article]
    if _AGE.fullmatch(token.text):
        gender = "f" if article == "der" and token.text.endswith("n") else gender
        person = discourse.best(scene.sentence_of[index], lambda e: e.type == "Person" and agrees(e, gender), reach=1)
    elif "s" in token.morph.number and noun_class(token.lemma) == "Person":
        title = parse_title(token.text)
        if title is None:
            person = discourse.bearer(token.lemma, scene.sentence_of[index], gender=gender)
        else:
            person = _head_of(scene, discourse, index, title)
        person = person if person is not None and agrees(person, gender) else None
    else:
        return None
    return None if person is None else Mention(token.start, token.end, (person,), "description")


def _head_of(scene: Scene, discourse: Discourse, index: int, title: Title) -> Entity | None:
    """Return the only person of the text who heads a body of the kind that a compound begins with: Parteichef."""
    row = description_row(title.prefix.rstrip("-")) if title.prefix else None
    if row is None or not title.normal.lower().endswith(_HEADS):
        return None
    near = discourse.recent(scene.sentence_of[index], ("Person",), reach=_ANYWHERE)
    heads = [
        person
        for person in near
        if any(is_of_kind(o.of, row) and o.title.lower().endswith(_HEADS) for o in discourse.offices_of(person))
    ]
    return heads[0] if len(heads) == 1 else None
