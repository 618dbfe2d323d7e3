"""Places taken up by what they are: die Halbinsel, das umstrittene Gebiet, die ukrainische Stadt."""

from __future__ import annotations

from functools import cache

from kg.annotate.lexicon import declined_rows, read_data, rows
from kg.annotate.noun_classes import tails
from kg.annotate.reference.discourse import ANYWHERE, Discourse
from kg.annotate.reference.nations import name_at
from kg.annotate.reference.noun_phrases import DEFINITE, adjectives_before, contrasts, determiner_before, says_which
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["described_land", "described_place"]

_WHERE = frozenset({"in", "im", "an", "am", "bei", "nahe", "nördlich", "südlich", "westlich", "östlich", "unweit"})
_REACH = 3  # sentences
_FAR = 8  # sentences in which the only town of a text is "die Stadt"
_LANDS = frozenset({"Bundesland", "Stadtstaat"})
_TOWNS = frozenset({"Stadt", "Ort"})  # of which a text names many, and what a newcomer without a noun may be


def described_place(scene: Scene, discourse: Discourse, index: int) -> Mention | None:
    """Return the place that a noun of `place_nouns.csv` with a definite article takes up.

    An adjective may say in which state it lies, but must not tell it from others.
    """
    token = scene.tokens[index]
    row = declined_rows("place_nouns.csv").get(token.text)
    determiner = determiner_before(scene, index) if row is not None else None
    if row is None or determiner is None or scene.tokens[determiner].text.lower() not in DEFINITE:
        return None
    after = scene.tokens[index + 1].text if index + 1 < len(scene.tokens) else ""
    adjectives = adjectives_before(scene, index)
    if says_which(scene, index) or after in _WHERE or any(contrasts(scene.tokens[at]) for at in adjectives):
        return None
    states = {name for at in adjectives if (name := name_at(scene, at)) is not None}
    place = _taken_up(scene, discourse, scene.sentence_of[index], frozenset(row["kinds"].split("|")), states)
    first = min(adjectives, default=index)
    return None if place is None else Mention(scene.tokens[first].start, token.end, (place,), "description")


def described_land(scene: Scene, discourse: Discourse, index: int) -> Mention | None:
    """Return the part of a federation that "das Land" is where the text has just named one and no state."""
    if scene.tokens[index].lemma != "Land" or scene.tokens[index].morph.number == "p":
        return None
    article = scene.tokens[index - 1].text.lower() if index else ""
    if article not in DEFINITE or says_which(scene, index):
        return None
    near = discourse.recent(scene.sentence_of[index], ("Ort", "Staat"), reach=1)
    lands = [entity for entity in near if not _LANDS.isdisjoint(_known_kinds().get(entity.label, frozenset()))]
    if scene.part is not None and not lands:
        lands = [scene.part]
    own = scene.gazetteer.lies_in.get(lands[0].id) if lands and lands[0] == scene.part else None
    if len(lands) != 1 or any(entity.type == "Staat" and entity != own for entity in near):
        return (
            None  # of the state around it the text about Sachsen speaks, too: Der Bund zögert. Das Land | fordert Geld.
        )
    return Mention(scene.tokens[index].start, scene.tokens[index].end, (lands[0],), "description")


def _taken_up(
    scene: Scene, discourse: Discourse, sentence: int, kinds: frozenset[str], states: set[Entity]
) -> Entity | None:
    """Return the place of one of the kinds that is most in mind, else the only one of the text so far."""

    def fits(entity: Entity) -> bool:
        if entity.type != "Ort" or kinds.isdisjoint(_kinds(scene, entity)):
            return False
        state = _states().get(entity.label)
        return not states or state is None or scene.gazetteer.state(state) in states

    town = scene.town if scene.town is not None and fits(scene.town) else None
    named = discourse.recent(sentence, ("Ort",), reach=_REACH if town is None else 1)
    near = [entity for entity in named if fits(entity)]
    if not near and town is not None and town in discourse.recent(sentence, ("Ort",), reach=ANYWHERE):
        return town
    if near:
        return near[0] if len(near) == 1 else discourse.best(sentence, fits, reach=_REACH)
    if not kinds.isdisjoint(_TOWNS):
        towns = [
            e for e in discourse.recent(sentence, ("Ort",), reach=ANYWHERE) if not _TOWNS.isdisjoint(_kinds(scene, e))
        ]
        far = discourse.recent(sentence, ("Ort",), reach=_FAR)
        return towns[0] if len(towns) == 1 and fits(towns[0]) and towns[0] in far else None
    named = [entity for entity in discourse.recent(sentence, ("Ort",), reach=ANYWHERE) if fits(entity)]
    return named[0] if len(named) == 1 else None


def _kinds(scene: Scene, place: Entity) -> frozenset[str]:
    """Return what a place is: by the noun before its name, by the tables, else anything a newcomer may be."""
    nouns = (tail for noun in scene.called.get(place, ()) for tail in tails(noun))
    table = declined_rows("place_nouns.csv")
    called = frozenset(table[noun]["kinds"].split("|")[0] for noun in nouns if noun in table)
    if called or place.provisional:
        return called or _TOWNS
    return _known_kinds().get(place.label, frozenset({"Stadt"}))


@cache
def _known_kinds() -> dict[str, frozenset[str]]:
    table: dict[str, str] = read_data("place_kinds.yaml")
    found: dict[str, frozenset[str]] = {}
    for kind, names in table.items():
        for name in names.split():
            label = name.replace("_", " ")
            found[label] = found.get(label, frozenset()) | {kind}
    return found


@cache
def _states() -> dict[str, str]:
    return {row["label"]: row["of"] for row in rows("places.csv") if row["of"]}
