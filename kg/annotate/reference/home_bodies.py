"""Bodies of the state that a text is about, named without saying whose: die Regierung, das Finanzministerium."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import islice

from kg.annotate.clauses.government import governing_verbs
from kg.annotate.lexicon import rows, word_list
from kg.annotate.names.institutions import part_named, state_parts
from kg.annotate.names.kinds import kind_of
from kg.annotate.names.office_text import OfficePhrase
from kg.annotate.names.world import state_names
from kg.annotate.reference.discourse import Discourse
from kg.annotate.reference.nations import main_state
from kg.annotate.reference.noun_phrases import DEFINITE, adjectives_before, determiner_before
from kg.annotate.reference.scene import Scene, entity_at
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Mention, Token

__all__ = ["capital", "home_body", "is_federal", "seated_body", "unnamed_holder"]

_FEDERAL = "Bundes"
_FEDERATIONS = ("DE", "AT", "CH")  # their parts have governments and ministries, too
_SHORT = {
    "Regierung": "Bundesregierung",
    "Kabinett": "Bundeskabinett",
    "Kanzleramt": "Bundeskanzleramt",
    "Verfassungsgericht": "Bundesverfassungsgericht",
    "Rechnungshof": "Bundesrechnungshof",
}
_MINISTRY = "ministerium"
_OF_LAND = ("Land", "Staatskanzlei", "Staatsregierung", "Rechnungshof")
_GOVERNMENTS = frozenset({"Regierung", "Führung"})
_COMPLEMENTS = frozenset({"der", "des", "von", "in", "um", "unter", "für"})
_GROUP, _GROUP_REACH = "Fraktion", 2
_LANDS = ("Länder", "Ländern")
_AT_HOME = "DE"
_SAME = frozenset({"neu", "jetzig", "derzeitig", "amtierend", "zuständig", "national", "staatlich", "dortig"})
"""Adjectives with which a state's body is still that body: die neue Regierung, die zuständigen Behörden."""
_WHERE = frozenset({"in", "um", "unter", "für"})
# Parts that a text may as well have of a town, a region or another state
_ANYBODY = frozenset({"Botschaft", "Konsulat", "Generalkonsulat", "Delegation", "Kontingent", "Presse", "Zeitung"})
_SEVERAL = frozenset({"Behörden", "Sicherheitsbehörden", "Sicherheitskräfte", "Streitkräfte", "Geheimdienste"})
"""Plurals that mean all of their kind in a state."""
_LOCAL = frozenset({"Polizei", "Staatsanwaltschaft"})
"""Parts that a town or region has, too: of the state only where it is what the whole text is about."""
_OF_ANY_FIELD = ("Minister", "Kanzler")  # titles of somebody whom the text has named, or names by his field
_SPOKEN = 300  # tokens: so far back a longer noun goes on as its last part, and a sentence is searched
_CAPITAL = "Hauptstadt"
_COMPANIES = ("Unternehmen", "Bank")
_LEAST, _SHARE = 3, 2  # German bodies named three times, and twice as often as any other state


def home_body(scene: Scene, discourse: Discourse, index: int, resolved: Mapping[int, Mention]) -> Mention | None:
    """Return what "die Regierung" or "das Finanzministerium" without an owner is in a text about one state.

    In a text about Germany it is the federal one, in one about another state its government stands for the state.
    """
    token = scene.tokens[index]
    noun = token.lemma
    adjectives = adjectives_before(scene, index)
    named = (scene.tokens[at] for at in adjectives)  # die Nationale Behörde is a name
    if not _stands_alone(scene, index) or any(a.lemma not in _SAME or a.text[0].isupper() for a in named):
        return None
    start = scene.tokens[min(adjectives, default=index)].start
    found = _government_again(scene, discourse, index, resolved) or _body_at_home(scene, index, noun)
    return found and replace(found, start=start)


def _government_again(
    scene: Scene, discourse: Discourse, index: int, resolved: Mapping[int, Mention]
) -> Mention | None:
    """Return the state whose government alone the text has named, if it speaks of no other state: die Regierung."""
    token = scene.tokens[index]
    if token.lemma not in _GOVERNMENTS:
        return None
    places = (at for at in range(index) if scene.tokens[at].lemma in _GOVERNMENTS)
    named = {entity for at in places if (entity := entity_at(scene, at, resolved)) is not None}
    states = {entity for entity in named if entity.type == "Staat"}
    if len(states) != 1 or states != named:
        return None
    sentence = scene.sentence_of[index]
    near = {*discourse.recent(sentence, ("Staat",), reach=1), *discourse.by_capitals(sentence, ("Staat",), reach=1)}
    return Mention(token.start, token.end, tuple(states), "metonym") if near <= states else None


def _body_at_home(scene: Scene, index: int, noun: str) -> Mention | None:
    """Return what a bare noun for a body means in a text about a company, a town, a part of a federation or a state."""
    token = scene.tokens[index]
    if token.text in _LANDS:
        return _new_body(token, "Bundesländer") if scene.gazetteer.code(main_state(scene)) == _AT_HOME else None
    body = _short_body(scene, index)
    if body is not None:
        return Mention(token.start, token.end, (body,), "description")
    local = _group_of_party(scene, index) or _body_of_town(scene, index) or _organ_of_company(scene, index)
    if local is not None:
        return local
    regional = _body_of_part(scene, index)
    if regional is not None:
        return regional
    state = main_state(scene)
    foreign = _body_abroad(scene, index, state)
    if foreign is not None:
        return foreign
    if noun in _GOVERNMENTS and state is not None and all(state != scene.gazetteer.state(c) for c in _FEDERATIONS):
        return Mention(token.start, token.end, (state,), "metonym")
    label = _SHORT.get(noun) or (_FEDERAL + noun.lower() if noun.lower().endswith(_MINISTRY) else "")
    if not label or noun.startswith(_FEDERAL) or noun.lower() == _MINISTRY or not is_federal(scene):
        return None
    new = Entity(slug(label), label, "Organisation", gender="n", provisional=True)
    return Mention(token.start, token.end, (scene.gazetteer.names.get(label, new),), "description")


def unnamed_holder(scene: Scene, phrase: OfficePhrase) -> Entity | None:
    """Return who holds an office of the state a text is about and is named nowhere: kenianischer Finanzminister."""
    stem = scene.gazetteer.stems.get(phrase.assumed.id) if phrase.assumed is not None else None
    title, noun = phrase.word, scene.tokens[phrase.head].text
    alone = phrase.determiner is not None and phrase.first == phrase.head == phrase.last - 1
    neuter = scene.tokens[phrase.head].morph.gender == "n"  # das Staatsoberhaupt
    if stem is None or title is None or not alone or neuter or title.whole in _OF_ANY_FIELD:
        return None
    article = scene.tokens[phrase.first - 1].text.lower()
    several = article == "der" and title.gender == "m" and phrase.head not in scene.subjects
    if article not in DEFINITE or several:
        return None
    label = f"{stem}e {noun}" if title.gender == "f" else f"{stem}er {title.whole}"
    return Entity(slug(label), label, "Person", gender=title.gender, provisional=True)


def seated_body(scene: Scene, index: int) -> Mention | None:
    """Return the part of a state that stands where its capital is said: das Parlament in Ulan Bator, Kiew, wo …."""
    row = state_parts().get(scene.tokens[index].text)
    determiner = determiner_before(scene, index) if row is not None else None
    if row is None or row["gender"] == "p" or row["noun"] in (_ANYBODY | _LOCAL) or determiner != index - 1:
        return None
    if scene.tokens[determiner].text.lower() not in DEFINITE:
        return None
    seat = scene.at.get(index + 2) if _words(scene, index + 1, 1) == ["in"] else None
    if seat is None and determiner > 2 and _words(scene, determiner - 2, 2) == [",", "wo"]:
        seat = scene.at.get(determiner - 3)
    state = _state_of_seat(scene, seat) if seat is not None else None
    body = part_named(row, state, scene.gazetteer) if state is not None else None
    if state is None or body is None:
        return None
    return Mention(scene.tokens[index].start, scene.tokens[index].end, (body,), "description", whole=state)


def _group_of_party(scene: Scene, index: int) -> Mention | None:
    """Return the group in a parliament that was just named by its party: die FDP-Fraktion … die Fraktion."""
    if scene.tokens[index].text != _GROUP:
        return None
    words = (scene.tokens[place].text for place in scene.before(index, reach=_GROUP_REACH))
    group = next((word for word in words if word.endswith(f"-{_GROUP}")), None)
    return _new_body(scene.tokens[index], group) if group is not None else None


def _body_of_town(scene: Scene, index: int) -> Mention | None:
    """Return the body that every town has of the one that a text is about: Gemeinderat Freiburg, Landgericht Köln."""
    token, town = scene.tokens[index], scene.town
    if town is None or token.lemma not in word_list("town_bodies.txt") or scene.home not in _at_home(scene):
        return None
    sentence = scene.sentence_of[index]
    named = {
        e for place, n in scene.at.items() if scene.sentence_of[place] == sentence for e in scene.mentions[n].entities
    }
    if any(entity.type == "Ort" and entity != town for entity in named):
        return None
    return _new_body(token, f"{token.lemma} {town.label}")


def _at_home(scene: Scene) -> tuple[Entity | None, ...]:
    return (None, *(scene.gazetteer.state(code) for code in _FEDERATIONS))


def _organ_of_company(scene: Scene, index: int) -> Mention | None:
    """Return the organ of the company that a text is about: Siemens-Vorstand."""
    token = scene.tokens[index]
    if token.lemma not in word_list("company_organs.txt"):
        return None
    entities = [entity for mention in scene.mentions for entity in mention.entities]
    companies = Counter(entity for entity in entities if kind_of(entity) in _COMPANIES).most_common(2)
    if not companies or any(companies[0][1] < _SHARE * times for _, times in companies[1:]):
        return None
    company, times = companies[0]
    name = re.sub("^[A-Z][a-zäöü]*(?:konzern|unternehmen|hersteller|bauer) ", "", company.label)
    return _new_body(token, f"{name.replace(' ', '-')}-{token.lemma}") if times >= _LEAST else None


def _new_body(token: Token, label: str) -> Mention:
    body = Entity(slug(label), label, "Organisation", gender=token.morph.gender[:1], provisional=True)
    return Mention(token.start, token.end, (body,), "description")


def _body_of_part(scene: Scene, index: int) -> Mention | None:
    """Return the part of the Land that a text is about: die Landesregierung, der Landtag, das Finanzministerium."""
    token = scene.tokens[index]
    row = state_parts().get(token.text)
    if scene.part is None or row is None or not (token.lemma.startswith(_OF_LAND) or token.lemma.endswith(_MINISTRY)):
        return None
    return _part_at(scene, index, row, scene.part)


def _part_at(scene: Scene, index: int, row: dict[str, str], whole: Entity) -> Mention | None:
    """Return the mention of a part of a state or Land that a noun of `institutions.csv` is."""
    body = part_named(row, whole, scene.gazetteer)
    token = scene.tokens[index]
    return None if body is None else Mention(token.start, token.end, (body,), "description")


def _only_state_before(scene: Scene, index: int) -> Entity | None:
    """Return the only state that the sentence names before a noun: Ungarns Premier warb, das Parlament stimmte zu."""
    named = (scene.mentions[scene.at[place]] for place in islice(scene.before(index), _SPOKEN) if place in scene.at)
    states = {e for mention in named for e in (*mention.entities, mention.whole) if e is not None and e.type == "Staat"}
    return states.pop() if len(states) == 1 else None


def _words(scene: Scene, first: int, count: int) -> list[str]:
    return [token.text for token in scene.tokens[first : first + count]]


def _state_of_seat(scene: Scene, number: int) -> Entity | None:
    seat = scene.mentions[number]
    return seat.entities[0] if seat.kind == "metonym" else scene.gazetteer.acts_for.get(seat.entities[0].id)


def _body_abroad(scene: Scene, index: int, state: Entity | None) -> Mention | None:
    """Return the part of the foreign state that a text is about: das Verfassungsgericht, die Armee."""
    token = scene.tokens[index]
    row = state_parts().get(token.text)
    if row is None or (row["gender"] == "p" and row["noun"] not in _SEVERAL) or token.lemma in _ANYBODY:
        return None
    if row["noun"] not in _LOCAL and row["gender"] != "p":
        state = state or scene.home or _only_state_before(scene, index)
    if state is None or state == scene.gazetteer.state(_FEDERATIONS[0]):
        return None
    return _part_at(scene, index, row, state)


def capital(scene: Scene, index: int) -> Mention | None:
    """Return the town that "die polnische Hauptstadt" is, or "die Hauptstadt" in a text about one state."""
    token = scene.tokens[index]
    if token.lemma != _CAPITAL or not _stands_alone(scene, index):
        return None
    adjectives = adjectives_before(scene, index)
    named = [scene.mentions[scene.at[place]].entities[0] for place in adjectives if place in scene.at]
    state = named[0] if len(adjectives) == len(named) == 1 else main_state(scene) if not adjectives else None
    town = _capitals().get(state.label) if state is not None else None
    place = scene.gazetteer.names.get(town) if town is not None else None
    if place is None:
        return None
    start = scene.tokens[min(adjectives, default=index)].start
    return Mention(start, token.end, (place,), "description", whole=state if adjectives else None)


def _short_body(scene: Scene, index: int) -> Entity | None:
    """Return the body of `short_bodies.csv` that a noun means where it acts, or where the text names what it is of."""
    row = next((row for row in rows("short_bodies.csv") if row["noun"] == scene.tokens[index].lemma), None)
    body = scene.gazetteer.names.get(row["body"]) if row is not None else None
    if row is None or body is None:
        return None
    if not row["of"]:
        return body if _acts(scene, index) else None
    before = scene.tokens[max(0, index - _SPOKEN) : index]
    if any(word.tag == "NN" and word.lemma.endswith(row["noun"].lower()) for word in before):
        return None  # die Wahlkommission … die Kommission
    return body if any(e.label == row["of"] for mention in scene.mentions for e in mention.entities) else None


def _acts(scene: Scene, index: int) -> bool:
    """Tell the company from the train: die Bahn will sparen, but die Bahn fuhr nach Ulm."""
    number = scene.clause_of.get(index)
    clause = scene.clauses[number] if number is not None and index in scene.subjects else None
    return clause is not None and (clause.lemma in governing_verbs() or "wollen" in (clause.modal, clause.lemma))


def _stands_alone(scene: Scene, index: int) -> bool:
    """Tell a noun with a definite article that neither a name nor an owner follows."""
    determiner = determiner_before(scene, index)
    if determiner is None or scene.tokens[determiner].text.lower() not in DEFINITE:
        return False
    behind = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if behind is None:
        return True
    elsewhere = behind.text in _WHERE and index + 2 not in scene.at  # die Armee | in die Hauptstadt schicken
    named = index + 1 in scene.at or behind.tag == "NE"
    return not (named or (behind.text in _COMPLEMENTS and not elsewhere))


def is_federal(scene: Scene) -> bool:
    """Tell whether a text is about German federal politics: it names a federal body, other states half as often."""
    german = scene.gazetteer.state("DE")
    named = [entity for mention in scene.mentions for entity in mention.entities if entity.type == "Organisation"]
    federal = any(entity.label.startswith(_FEDERAL) for entity in named)
    count = scene.states[german] + sum(entity.label in _german_bodies() for entity in named)
    others = max((times for state, times in scene.states.items() if state != german), default=0)
    return federal and count >= _LEAST and count >= _SHARE * others


@cache
def _german_bodies() -> frozenset[str]:
    return frozenset(row["label"] for row in rows("organisations.csv") if row["of"] == "DE")


@cache
def _capitals() -> dict[str, str]:
    names = state_names()
    return {names[row["code"]]: row["capital"] for row in rows("states.csv") if row["capital"]}
