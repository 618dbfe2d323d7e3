"""Parties without their name: die Union, die Liberalen, seine Partei."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from kg.annotate.lexicon import rows
from kg.annotate.names.kinds import is_of_kind, kind_of
from kg.annotate.noun_classes import ends_in
from kg.annotate.reference.discourse import ANYWHERE, Discourse
from kg.annotate.reference.noun_phrases import DEFINITE, determiner_before, says_which
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["UNION", "UNION_PARTIES", "called_party", "of_party", "own_body", "own_party", "parties_beside"]

UNION = "Union"
"""Of states, unless the text speaks of the German parties that are called so."""
UNION_PARTIES = frozenset({"CDU", "CSU", "CDU/CSU"})
_GERMAN_PARTIES = UNION_PARTIES | {"SPD", "FDP", "AfD", "Bündnis 90/Die Grünen", "Die Linke", "BSW"}
_BESIDE = frozenset({"der", "von", "des", "("})
_PARTY = "Partei"
_NOBODY: Mapping[int, Mention] = MappingProxyType({})
_REACH = 5  # sentences, this one included: parties are spoken of for a while


def called_party(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return the party or parties that a noun means which is no name: die Union, die Liberalen."""
    return _christian_union(scene, discourse, index) or _by_members(scene, discourse, index)


def _christian_union(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return the German Union where it stands with parties of its country: die Union, SPD und Union."""
    tokens = scene.tokens
    if tokens[index].text != UNION:
        return None
    before = tokens[index - 1].text if index else ""
    article = determiner_before(scene, index) == index - 1 and before.lower() in DEFINITE
    listed = before in ("und", ",", "mit", "von") or [token.text for token in tokens[index + 1 : index + 2]] == ["und"]
    if says_which(scene, index) or not (article or listed):
        return None
    named = discourse.recent(scene.sentence_of[index], ("Organisation",), reach=ANYWHERE)
    behind = (scene.mentions[number] for place in (index + 2, index + 3) if (number := scene.at.get(place)) is not None)
    labels = {entity.label for entity in named} | {mention.entities[0].label for mention in behind}
    european = not article or "Europäische Union" not in labels or not UNION_PARTIES.isdisjoint(labels)
    german = not _GERMAN_PARTIES.isdisjoint(labels) or (bool(article) and scene.gazetteer.code(scene.home) == "DE")
    return scene.gazetteer.names.get("CDU/CSU") if european and german else None


@cache
def _nicknames() -> dict[str, dict[str, str]]:
    return {row["noun"]: row for row in rows("party_nicknames.csv")}


def _by_members(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return the party that a noun for its members means with an article: die Liberalen."""
    row = _nicknames().get(scene.tokens[index].text)
    determiner = determiner_before(scene, index) if row is not None else None
    if row is None or determiner != index - 1 or scene.tokens[determiner].text.lower() not in ("die", "der", "den"):
        return None
    if says_which(scene, index):
        return None
    parties = row["parties"].split("|")
    named = discourse.recent(scene.sentence_of[index], ("Organisation",), reach=ANYWHERE)
    fitting = [entity for entity in named if entity.label in parties]
    if not fitting and scene.home is not None:
        known = (scene.gazetteer.names.get(label) for label in parties)
        fitting = [e for e in known if e is not None and scene.gazetteer.belongs.get(e.id) == scene.home]
    return fitting[0] if len(fitting) == 1 else None


def own_party(
    scene: Scene, discourse: Discourse, index: int, owner: Mention | None, resolved: Mapping[int, Mention]
) -> Entity | None:
    """Return the party of the person whom a possessive before the noun at `index` means.

    A name may follow: dessen Partei Fidesz. `resolved` are the references found so far by their head.
    """
    person = owner.entities[0] if owner is not None and len(owner.entities) == 1 else None
    if person is None or person.type != "Person" or index + 1 in scene.at:
        return None
    held = {office.of for office in discourse.offices_of(person) if _is_party(office.of)}
    parties = held or parties_beside(scene, person, resolved)
    for reach in range(_REACH if not parties else 0):
        near = discourse.recent(scene.sentence_of[index], ("Organisation",), reach=reach)
        parties = parties or {entity for entity in near if _is_party(entity)}
    return parties.pop() if len(parties) == 1 else None


def own_body(discourse: Discourse, owner: Mention | None, noun: str, row: dict[str, str] | None) -> Entity | None:
    """Return the only body of the kind that a noun names for which somebody holds office: ihre Behörde, sein Amt."""
    person = owner.entities[0] if owner is not None and len(owner.entities) == 1 else None
    if person is None or person.type != "Person":
        return None
    bodies = {office.of for office in discourse.offices_of(person) if office.of.type == "Organisation"}
    named = {body for body in bodies if any(ends_in(word, noun) for word in body.label.split())}
    fitting = named or {body for body in bodies if row is not None and row["kinds"] and is_of_kind(body, row)}
    return fitting.pop() if len(fitting) == 1 else None


def parties_beside(scene: Scene, person: Entity, resolved: Mapping[int, Mention] = _NOBODY) -> set[Entity]:
    """Return the parties that stand beside the names of a person: die SPD-Abgeordnete X, X (SPD), ihr Chef X."""
    found: set[Entity] = set()
    for place, number in scene.at.items():
        if person not in scene.mentions[number].entities:
            continue
        behind = place + 1
        while behind < len(scene.tokens) and scene.tokens[behind].text in _BESIDE:
            behind += 1
        beside = [place - 1] + ([behind] if behind > place + 1 else [])
        named = (scene.mentions[scene.at[near]].entities[0] for near in beside if near in scene.at)
        found |= {entity for entity in named if _is_party(entity)}
        owner = resolved.get(place - 2)
        found |= {entity for entity in owner.entities if _is_party(entity)} if owner is not None else set()
    return found


def of_party(scene: Scene, discourse: Discourse, people: Sequence[Entity], labels: frozenset[str]) -> frozenset[Entity]:
    """Return whom of several a word for a party's people may call: its members, else those of whom no party is told."""
    held = {e: {office.of.label for office in discourse.offices_of(e) if _is_party(office.of)} for e in people}
    theirs = {e: held[e] | {party.label for party in parties_beside(scene, e)} for e in people}
    members = frozenset(e for e in people if not labels.isdisjoint(theirs[e]))
    return members or frozenset(e for e in people if not theirs[e])


def _is_party(entity: Entity) -> bool:
    return entity.type == "Organisation" and kind_of(entity) == _PARTY
