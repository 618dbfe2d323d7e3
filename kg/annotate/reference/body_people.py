"""Bodies named by the people in them: die Richter of the court just named, die Abgeordneten, die Währungshüter."""

from __future__ import annotations

from functools import cache

from kg.annotate.lexicon import rows
from kg.annotate.names.kinds import kind_of
from kg.annotate.reference.discourse import ANYWHERE, Discourse
from kg.annotate.reference.noun_phrases import adjectives_before, contrasts, is_completed, says_which, sits_elsewhere
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["body_of_people"]

_ALL = frozenset({"die", "der", "den"})
_NEAR = 3  # sentences: of several bodies of a kind the one of late is meant


def body_of_people(scene: Scene, discourse: Discourse, index: int) -> Mention | None:
    """Return the body that a noun of `body_people.csv` with the article of the plural means."""
    token = scene.tokens[index]
    row = _people().get(token.text)
    if row is None or not index or index in scene.at:
        return None
    adjectives = adjectives_before(scene, index)
    first = min(adjectives, default=index)
    article = scene.tokens[first - 1].text.lower() if first else ""
    number = scene.clause_of.get(index)
    if article not in _ALL or (article == "der" and not _is_genitive(scene, first - 1)) or number is None:
        return None
    behind = scene.at.get(index + 1)
    addressed = behind is not None and scene.mentions[behind].entities[0].type == "Staat" and not scene.is_owner(behind)
    if not addressed and (says_which(scene, index) or is_completed(scene, index)):
        return None  # but: untersagten die Richter | Venezuela den Abbau
    if any(contrasts(scene.tokens[at]) or not (at in scene.at or _of_town(scene, at)) for at in adjectives):
        return None  # die konservativen Richter are some of them
    body = _body(discourse, scene.sentence_of[index], row)
    return (
        None
        if body is None or sits_elsewhere(scene, index, body)
        else Mention(token.start, token.end, (body,), "description")
    )


def _of_town(scene: Scene, adjective: int) -> bool:
    """Tell the adjective of a town, which says where the body sits: die Luxemburger Richter."""
    return scene.tokens[adjective].text[0].isupper() and scene.tokens[adjective].text.endswith("er")


def _is_genitive(scene: Scene, article: int) -> bool:
    """Tell the plural's genitive from the nominative of a single one: das Urteil der Richter."""
    return article > 0 and scene.tokens[article - 1].tag in ("NN", "APPR")


def _body(discourse: Discourse, sentence: int, row: dict[str, str]) -> Entity | None:
    nouns = row["match"].split("|")
    for reach in (_NEAR, ANYWHERE):
        near = discourse.recent(sentence, ("Organisation",), reach=reach)
        fitting = [e for e in near if kind_of(e) == row["kind"] and any(noun in e.label for noun in nouns)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


@cache
def _people() -> dict[str, dict[str, str]]:
    return {form: row for row in rows("body_people.csv") for form in (row["noun"], row["noun"].removesuffix("n") + "n")}
