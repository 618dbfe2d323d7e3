"""Descriptions: definite nouns that take up what was named before (das Land, die Organisation, dem Forum)."""

from __future__ import annotations

from kg.annotate.noun_classes import noun_class, tails
from kg.annotate.reference.discourse import Discourse, region_states
from kg.annotate.reference.kinds import description_row, is_of_kind, kind_of
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["describe"]

_DEFINITE = frozenset(
    {"der", "die", "das", "dem", "den", "des", "im", "am", "zum", "vom", "beim", "zur", "ins"}
    | {"dieser", "diese", "dieses", "diesem", "diesen"}
)
# Adjectives that change nothing about what is meant
_EMPTY_ADJECTIVES = frozenset(
    [
        "genannte",
        "genannten",
        "besagte",
        "besagten",
        "entsprechende",
        "entsprechenden",
        "gesamte",
        "gesamten",
        "ganze",
        "ganzen",
    ]
)
# What opens the complement of a noun that so says itself which one is meant
_COMPLEMENTS = frozenset({"der", "des", "von", "für", "über", "zur", "zwischen", "aus", "mit", "„", '"'})
_ACCUSATIVE = frozenset({"auf", "für", "gegen", "um", "über", "durch", "an", "ohne"})
_OWNERS = frozenset(["der", "des", "von"])
_GOVERNMENTS = frozenset({"Regierung", "Führung", "Machthaber"})
# Words that end names of one kind and alone mean something else: die Union is CDU and CSU, der Bund Germany's state.
_OWN_SENSE = frozenset({"Union", "Bund", "Gruppe", "Front"})
_ANYWHERE = 10_000  # sentences: a name that repeats the noun is meant however far back it stands


def describe(scene: Scene, discourse: Discourse, index: int, resolved: dict[int, Mention]) -> Mention | None:
    """Return what a definite noun takes up: das Land, das zentralasiatische Land, seines Landes, die Regierung X.

    `resolved` holds the references found so far by their head token.
    """
    tokens = scene.tokens
    if index in scene.at:
        return None
    if tokens[index].text in _GOVERNMENTS and (state := _governed(scene, discourse, index, resolved)) is not None:
        return Mention(tokens[index].start, tokens[index].end, (state,), "metonym")
    row = description_row(tokens[index].text)
    if row is None:
        body = _repeated(scene, discourse, index)
        return None if body is None else Mention(tokens[index].start, tokens[index].end, (body,), "description")
    first = index - 1 if index and tokens[index - 1].tag == "ADJA" else index
    if not first:
        return None
    determiner = tokens[first - 1]
    if row["match"] == "neighbour":
        entity = _neighbour(scene, discourse, first - 1, resolved)
    elif determiner.tag == "PPOSAT" and row["noun"] == "Land" and determiner.text.lower().startswith("sein"):
        entity = _own_state(discourse, resolved.get(first - 1))
    elif determiner.text.lower() in _DEFINITE:
        entity = _described(scene, discourse, first, index, row)
    else:
        return None
    return None if entity is None else Mention(tokens[first].start, tokens[index].end, (entity,), "description")


def _described(scene: Scene, discourse: Discourse, first: int, index: int, row: dict[str, str]) -> Entity | None:
    """Return what a noun with a definite article means; an adjective must be empty or name a region."""
    sentence = scene.sentence_of[index]
    region = _region_behind(scene, index) if row["type"] == "Staat" else None
    if region is None:
        if _is_completed(scene, index, _OWNERS if row["type"] == "Staat" else _COMPLEMENTS):
            return None
        region = _name_at(scene, first) if first < index else None
        if first < index and region is None and scene.tokens[first].text not in _EMPTY_ADJECTIVES:
            return None
    if row["match"] == "region":
        return _only_region(scene, discourse, sentence)
    if row["match"]:
        nouns = row["match"].lower().split("|")
        named = discourse.recent(sentence, (row["type"],), reach=_ANYWHERE)
        fitting = [entity for entity in named if any(noun in entity.label.lower() for noun in nouns)]
        # "Sitzung" says less than the name: it means the one event of the text that it can mean
        return fitting[0] if len(fitting) == 1 or (fitting and row["noun"].lower() in nouns) else None
    if region is not None:
        return _of_region(scene, discourse, sentence, region)
    acting = _acting(scene, index)
    here = discourse.recent(sentence, ("Staat",), reach=0, named=True) if row["type"] == "Staat" else []
    if len(here) == 1 and here[0] != acting:
        return here[0]
    if len(here) > 1 and acting not in here and first == index:
        return None  # Wird Kolanien Norland angreifen, hilft die Allianz dem Land: either may be meant
    reach = 3 if row["type"] == "Staat" else 1  # sentences: an article names many bodies, but is about few states
    found = discourse.best(sentence, lambda e: is_of_kind(e, row) and e != acting and not _is_group(e), reach=reach)
    if row["type"] == "Staat" and (found is None or discourse.in_passing(found, sentence)):
        main = discourse.main(("Staat",))
        return found if main is None or main == acting else main
    if found is not None or not row["kinds"]:
        return found
    kinds = row["kinds"].split("|")
    only = [e for e in discourse.recent(sentence, (row["type"],)) if kind_of(e) in kinds and not _is_group(e)]
    return only[0] if len(only) == 1 and only[0] != acting else None


def _repeated(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return the only body of the text whose name ends or begins with a noun: die Kommission, der Ausschuss."""
    token = scene.tokens[index]
    if not index or scene.tokens[index - 1].text.lower() not in _DEFINITE or noun_class(token.lemma) != "Organisation":
        return None
    if "s" not in token.morph.number or token.lemma in _OWN_SENSE or _is_completed(scene, index, _COMPLEMENTS):
        return None
    named = discourse.recent(scene.sentence_of[index], ("Organisation",), reach=_ANYWHERE)
    fitting = [e for e in named if any(token.lemma in tails(word) for word in e.label.split()) and not _is_group(e)]
    return fitting[0] if len(fitting) == 1 else None


def _acting(scene: Scene, index: int) -> Entity | None:
    """Return the subject of the clause as whose object a noun stands: "Frankreich wird das Land unterstützen"."""
    subject, number = scene.subject_of(index), scene.clause_of.get(index)
    objects = scene.clauses[number].arguments if number is not None else ()
    is_object = any(argument.head == index and argument.role in ("object", "dative") for argument in objects)
    return _name_at(scene, subject.head) if subject is not None and is_object else None


def _only_region(scene: Scene, discourse: Discourse, sentence: int) -> Entity | None:
    """Return the region that was most prominent of late, else the only region of states of the text so far."""
    place = discourse.best(sentence, lambda e: _region_of(scene, e) is not None)
    if place is not None:
        return _region_of(scene, place)
    named = discourse.recent(sentence, ("Ort", "Staat"), reach=_ANYWHERE)
    regions = {region for entity in named if (region := _region_of(scene, entity)) and region.label in region_states()}
    return regions.pop() if len(regions) == 1 else None


def _is_completed(scene: Scene, index: int, complements: frozenset[str]) -> bool:
    """Tell a noun that its own name or complement follows: das Land Brandenburg, die Organisation des Bundes."""
    if index + 1 >= len(scene.tokens):
        return False
    after = scene.tokens[index + 1]
    return index + 1 in scene.at or after.tag in ("NE", "CARD", "TRUNC") or after.text in complements


def _is_group(entity: Entity) -> bool:
    """Tell a plural that no table knows (deutsche Behörden): no single noun takes it up."""
    return entity.provisional and entity.gender == "p"


def _region_of(scene: Scene, entity: Entity) -> Entity | None:
    """Return a region itself, or the region that a group of its states is named by (zentralasiatische Länder)."""
    if _is_group(entity):
        named = scene.gazetteer.adjectives.get(entity.label.split()[0].removesuffix("e"))
        return named if named is not None and named.type == "Ort" else None
    return entity if entity.type == "Ort" and entity.id in scene.gazetteer.stems else None


def _name_at(scene: Scene, index: int) -> Entity | None:
    number = scene.at.get(index)
    return None if number is None else scene.mentions[number].entities[0]


def _region_behind(scene: Scene, index: int) -> Entity | None:
    """Return the region of "das größte Land Zentralasiens"."""
    region = _name_at(scene, index + 1)
    return region if region is not None and region.label in region_states() else None


def _of_region(scene: Scene, discourse: Discourse, sentence: int, region: Entity) -> Entity | None:
    """Return the clearly most prominent state that lies in a region."""
    codes = region_states().get(region.label, frozenset())
    states = {scene.gazetteer.state(code) for code in codes}
    return discourse.best(sentence, lambda e: e in states)


def _own_state(discourse: Discourse, owner: Mention | None) -> Entity | None:
    """Return the state that the person meant by "sein Land" holds office for."""
    states = (
        {held.of for held in discourse.offices_of(owner.entities[0]) if held.of.type == "Staat"} if owner else set()
    )
    return states.pop() if len(states) == 1 else None


def _neighbour(scene: Scene, discourse: Discourse, determiner: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return the other one of the two states that a text is about: Polen … mit seinem Nachbarn.

    "seinen Nachbarn" is singular only behind a preposition of the accusative.
    """
    word = scene.tokens[determiner].text
    singular = word == "seinem" or (
        word == "seinen" and determiner and scene.tokens[determiner - 1].text in _ACCUSATIVE
    )
    owner = resolved.get(determiner)
    pair = discourse.pair(scene.sentence_of[determiner], ("Staat",)) if singular and owner is not None else ()
    others = [state for state in pair if owner is not None and state != owner.entities[0]]
    return others[0] if len(others) == 1 else None


def _governed(scene: Scene, discourse: Discourse, index: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return the state behind a government named by head, seat or owner: die Regierung (von) X, in Astana, seine."""
    owner = resolved.get(index - 1)
    if owner is not None and owner.kind == "pronoun" and len(owner.entities) == 1:
        return owner.entities[0] if owner.entities[0].type == "Staat" else _own_state(discourse, owner)
    seat = scene.at.get(index + 2)
    if seat is not None and scene.tokens[index + 1].text == "in":
        return scene.gazetteer.acts_for.get(scene.mentions[seat].entities[0].id)
    for after in range(index + 1, min(index + 4, len(scene.tokens))):
        number = scene.at.get(after)
        if number is not None and scene.mentions[number].entities[0].type == "Person":
            return _own_state(discourse, scene.mentions[number])
        if number is not None or scene.tokens[after].tag not in ("APPR", "ART", "NN"):
            return None
    return None
