"""States taken up by what they are: das Land, die Volksrepublik, das westafrikanische Land, sein Nachbar."""

from __future__ import annotations

from functools import cache

from kg.annotate.lexicon import declined_rows, rows
from kg.annotate.noun_classes import noun_class
from kg.annotate.reference.discourse import Discourse
from kg.annotate.reference.noun_phrases import DEFINITE, adjectives_before, contrasts, determiner_before
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = [
    "called_state",
    "described_state",
    "governed",
    "land_of",
    "main_state",
    "name_at",
    "neighbour",
    "own_state",
    "region_states",
]

_ACCUSATIVE = frozenset({"auf", "für", "gegen", "um", "über", "durch", "an", "ohne"})
_OWNERS = frozenset(["der", "des", "von"])
_RULERS = frozenset({"Machthaber"})  # with the name behind it one person: Machthaber Baschar al-Assad
_REACH = 3  # sentences: an article is about few states
_LEAST, _SHARE = 3, 2  # a text is about the state that it names three times, and twice as often as any other
_AT_HOME = "DE"
"""The state that German news calls by its name, or the Bund, rather than "das Land"."""
_STATE = ("Staat",)
_PREMIER = "head-of-government"
"""The rank of who leads a state, and of who leads a Land of it."""


def described_state(scene: Scene, discourse: Discourse, index: int, noun: str) -> Entity | None:
    """Return the state that "das Land" or a like noun at `index` takes up.

    An adjective may name its region (das westafrikanische Land) or its own sort (das arme Land), but no other state.
    """
    sentence = scene.sentence_of[index]
    region = _region_behind(scene, index)
    adjectives = adjectives_before(scene, index)
    if region is None:
        after = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
        if after is not None and (after.tag in ("NE", "TRUNC") or after.text in _OWNERS or index + 1 in scene.at):
            return None
        adjectives += [index] if name_at(scene, index) is not None else []  # das EU-Land
        region = next((place for at in adjectives if (place := name_at(scene, at)) is not None), None)
    if region is not None:
        return _of_region(scene, discourse, sentence, region)
    if noun.startswith("Nachbar"):
        near = _next_door(scene, discourse, sentence) or _other_side(scene, discourse, index)
        return near or _other_of_two(scene, discourse, index)
    if any(contrasts(scene.tokens[at]) for at in adjectives):
        return None
    determiner = determiner_before(scene, index)
    inside = range(determiner + 1, index) if determiner is not None else ()
    if any(place in scene.at for place in inside):
        return scene.home or main_state(scene)  # das zwischen Polen und der Ukraine gelegene Land is neither
    return _in_mind(scene, discourse, index)


def _in_mind(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return the state just spoken of, else the one that the text is about."""
    sentence = scene.sentence_of[index]
    acting = _acting(scene, index)
    seats = _seats(scene, sentence)
    here = [e for e in discourse.recent(sentence, _STATE, reach=0, named=True) if e not in seats]
    main = main_state(scene)
    if scene.tokens[index].lemma == "Land" and scene.gazetteer.code(main) == _AT_HOME:
        main = None  # in German texts rather one of its parts, or the countryside
    if len(here) == 1 and here[0] not in acting:
        # Kolanien ruft die Behörden des Landes auf: that of which the text speaks, not who calls
        return main if main is not None and _calls_on(scene, index, here[0]) else here[0]
    if len(here) > 1 and acting.isdisjoint(here) and not adjectives_before(scene, index):
        # Wird Kolanien Norland angreifen, hilft die Allianz dem Land: either may be meant
        return main if main not in here else None
    spoken_for = _spoken_for(scene, discourse, index)
    if spoken_for is not None and spoken_for in discourse.recent(sentence, _STATE, reach=1):
        return spoken_for
    found = discourse.best(sentence, lambda e: e.type == "Staat" and e not in acting and not _is_group(e), reach=_REACH)
    foreign = [e for e in discourse.recent(sentence, _STATE, reach=1, named=True) if e != found and e not in acting]
    if found is not None and scene.gazetteer.code(found) == _AT_HOME and len(foreign) == 1:
        return foreign[0]  # Deutschland schickt Soldaten nach Litauen. Das Land | liegt am Meer.
    if found is None or discourse.in_passing(found, sentence):
        return found if main is None or main in acting else main
    return found


def _spoken_for(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return the state for which whoever says the words at a token holds office."""
    named = (scene.at.get(place) for place in scene.said_by.get(index, ()))
    people = (scene.mentions[number] for number in named if number is not None)
    states = (own_state(discourse, mention) for mention in people if mention.entities[0].type == "Person")
    return next((state for state in states if state is not None), None)


def _next_door(scene: Scene, discourse: Discourse, sentence: int) -> Entity | None:
    """Return the state a text is about, where the sentence speaks of another as its neighbour."""
    here = discourse.recent(sentence, _STATE, reach=0, named=True)
    main = main_state(scene)
    return main if here and main not in here else None


def _other_side(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return the state that "das Nachbarland" is to the one that acted last: Kiew rügte Budapest. Das Nachbarland ….

    It opens its sentence and is the only state which the one before speaks of, beside the one that acts there.
    """
    sentence = scene.sentence_of[index]
    if index not in scene.subjects or index < 1 or scene.sentence_of[index - 2] == sentence:
        return None
    acting = discourse.subjects(sentence, reach=1)
    states = {e for e in acting if e.type == "Staat"}
    states |= {state for e in acting if e.type == "Person" for state in discourse.states_served(e)}
    others = [e for e in discourse.recent(sentence, _STATE, reach=1, named=True) if e not in states]
    return others[0] if len(states) == len(others) == 1 else None


def _other_of_two(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return that one of the two states of which a text speaks that does not act in the token's clause."""
    subject = scene.subject_of(index)
    pair = discourse.pair(scene.sentence_of[index], _STATE) if subject is not None else ()
    others = [state for state in pair if subject is None or state != name_at(scene, subject.head)]
    return others[0] if len(pair) == 2 and len(others) == 1 else None


def main_state(scene: Scene) -> Entity | None:
    """Return the state that the whole text is about."""
    named = scene.states.most_common(2)
    clear = bool(named) and named[0][1] >= _LEAST and (len(named) == 1 or named[0][1] >= _SHARE * named[1][1])
    least = scene.home is not None and scene.states[scene.home] >= _LEAST
    return scene.home if least else named[0][0] if clear else None


def called_state(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return the state that a noun of `state_epithets.csv` with a definite article means: die Volksrepublik."""
    row = declined_rows("state_epithets.csv").get(scene.tokens[index].text)
    determiner = determiner_before(scene, index) if row is not None else None
    if row is None or determiner is None or scene.tokens[determiner].text.lower() not in DEFINITE:
        return None
    after = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if after is not None and (after.tag == "NE" or after.text in _OWNERS or index + 1 in scene.at):
        return None
    states = [scene.gazetteer.state(code) for code in row["states"].split()]
    named = [state for state in states if scene.states[state]]
    if row["main"]:
        near = discourse.recent(scene.sentence_of[index], _STATE, reach=1, named=True)
        return named[0] if len(named) == 1 and (named[0] == main_state(scene) or named[0] in near) else None
    if len(named) < 2:
        return named[0] if named else states[0] if row["unnamed"] else None
    near = discourse.recent(scene.sentence_of[index], _STATE, reach=_REACH)
    close = [state for state in near if state in named]
    return close[0] if len(close) == 1 else None


def governed(scene: Scene, discourse: Discourse, index: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return the state behind a government named by head, seat or owner: die Regierung (von) X, in Astana, seine."""
    if index and scene.tokens[index - 1].lemma == "dortig":
        return next(iter(discourse.recent(scene.sentence_of[index], _STATE, reach=1)), None)
    owner = resolved.get(index - 1)
    if owner is not None and owner.kind == "pronoun" and len(owner.entities) == 1:
        return own_state(discourse, owner)
    seat = scene.at.get(index + 2)
    if seat is not None and scene.tokens[index + 1].text == "in":
        return scene.gazetteer.acts_for.get(scene.mentions[seat].entities[0].id)
    for after in range(index + 1, min(index + 4, len(scene.tokens))):
        number = scene.at.get(after)
        if number is not None and scene.mentions[number].entities[0].type == "Person":
            if after == index + 1 and scene.tokens[index].text in _RULERS:
                return None
            return own_state(discourse, scene.mentions[number])
        if number is not None or scene.tokens[after].tag not in ("APPR", "ART", "NN"):
            return None
    return None


def land_of(scene: Scene, discourse: Discourse, index: int, owner: Mention | None) -> Entity | None:
    """Return the state that "sein Land" means; that of a state is the speaker's: Polen sei für sein Land wichtig."""
    if owner is not None and owner.entities[0].type == "Staat":
        return _spoken_for(scene, discourse, index)
    return own_state(discourse, owner)


def own_state(discourse: Discourse, owner: Mention | None) -> Entity | None:
    """Return the state that the person meant by "sein Land" holds office for; a state is its own."""
    if owner is None or len(owner.entities) != 1:
        return None
    if owner.entities[0].type == "Staat":
        return owner.entities[0]
    states = discourse.states_served(owner.entities[0])
    lands = {held.of for held in discourse.offices_of(owner.entities[0]) if held.rank == _PREMIER}  # Bayerns
    return next(iter(states or lands)) if len(states or lands) == 1 else None


def neighbour(scene: Scene, discourse: Discourse, determiner: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return the other one of the two states that a text is about: Polen … mit seinem Nachbarn.

    "seinen Nachbarn" is singular only behind a preposition of the accusative, "dem Nachbarn" always: whose it is does
    something to it.
    """
    word = scene.tokens[determiner].text
    if word.lower() == "dem":
        return _other_of_two(scene, discourse, determiner)
    singular = word == "seinem" or (
        word == "seinen" and determiner and scene.tokens[determiner - 1].text in _ACCUSATIVE
    )
    owner = resolved.get(determiner)
    pair = discourse.pair(scene.sentence_of[determiner], _STATE) if singular and owner is not None else ()
    others = [state for state in pair if owner is not None and state != owner.entities[0]]
    return others[0] if len(others) == 1 else None


def name_at(scene: Scene, index: int) -> Entity | None:
    """Return what the name at a token names."""
    number = scene.at.get(index)
    return None if number is None else scene.mentions[number].entities[0]


@cache
def region_states() -> dict[str, frozenset[str]]:
    """Return the CLDR codes of the states of a region by the region's label."""
    return {row["region"]: frozenset(row["states"].split()) for row in rows("region_members.csv")}


def _region_behind(scene: Scene, index: int) -> Entity | None:
    """Return the region of "das größte Land Zentralasiens"."""
    region = name_at(scene, index + 1)
    return region if region is not None and region.label in region_states() else None


def _of_region(scene: Scene, discourse: Discourse, sentence: int, region: Entity) -> Entity | None:
    """Return the clearly most prominent state that lies in a region, else the only one of them that the text names."""
    states = {scene.gazetteer.state(code) for code in region_states().get(region.label, ())}
    named = [state for state in scene.states if state in states]
    main = main_state(scene)
    found = discourse.best(sentence, lambda e: e in states, reach=0 if main in states else _REACH)
    return found or (main if main in states else named[0] if len(named) == 1 else None)


def _acting(scene: Scene, index: int) -> frozenset[Entity]:
    """Return the subjects of the clause as whose object a noun stands: "Frankreich und Italien helfen dem Land"."""
    subject, number = scene.subject_of(index), scene.clause_of.get(index)
    objects = scene.clauses[number].arguments if number is not None else ()
    if subject is None or not any(at.head == index and at.role in ("object", "dative") for at in objects):
        return frozenset()
    heads = [head for _, _, head in subject.conjuncts] or [subject.head]
    return frozenset(actor for head in heads if (actor := name_at(scene, head)) is not None)


def _seats(scene: Scene, sentence: int) -> set[Entity]:
    """Return the states that a sentence names as where somebody sits: die Richter in | Luxemburg."""
    places = (place for place in scene.at if scene.sentence_of[place] == sentence and place > 1)
    behind = (place for place in places if scene.tokens[place - 1].text == "in")
    seats = (place for place in behind if noun_class(scene.tokens[place - 2].lemma) in ("Person", "Organisation"))
    return {e for place in seats for e in scene.mentions[scene.at[place]].entities}


def _calls_on(scene: Scene, index: int, actor: Entity) -> bool:
    """Tell whether a noun says whose somebody is whom an actor addresses: mahnt die Behörden | des Landes."""
    subject, token = scene.subject_of(index), scene.tokens[index]
    number = scene.clause_of.get(index)
    clause = scene.clauses[number] if number is not None else None
    if subject is None or clause is None or name_at(scene, subject.head) != actor:
        return False
    inside = (a for a in clause.arguments if a.role in ("object", "dative") and a.head < index and token.start < a.end)
    return any(noun_class(scene.tokens[a.head].lemma) in ("Person", "Organisation") for a in inside)


def _is_group(entity: Entity) -> bool:
    return entity.provisional and entity.gender == "p"
