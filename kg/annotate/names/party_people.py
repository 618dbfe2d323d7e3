"""Whose member somebody is by a word for a party's people: die Sozialdemokratin Ida Holm, in Germany the SPD's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from kg.annotate.lexicon import rows
from kg.annotate.names.office_text import OfficeText
from kg.annotate.names.titles import modifier
from kg.annotate.noun_classes import noun_class
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import OfficeMention

__all__ = ["find_party_people", "parties_called"]

_TITLE = "Politiker"
_ADJECTIVAL = ("e", "en", "er")


def parties_called(noun: str) -> frozenset[str]:
    """Return the labels of the parties whose member a word in any of its forms calls somebody: Sozialdemokratin."""
    return frozenset(_parties().get(noun, {}).values())


def find_party_people(text: OfficeText) -> Iterator[OfficeMention]:
    """Yield the memberships that a noun or adjective tells of the person named beside it or that it refers to."""
    tokens, mentions, gazetteer = text.tokens, text.mentions, text.gazetteer
    called = _parties()
    for index in [place for place, token in enumerate(tokens) if token.text in called]:
        token, parties = tokens[index], called[tokens[index].text]
        if modifier(tokens[index - 1].text if index else "") in ("former", "future"):
            continue
        number = (_holder if token.text[0].isupper() else _called)(text, index)
        number = _apposed(text, index) if number is None else number
        if number is None:
            continue
        holder = mentions[number].entities[0]
        label = _meant(parties, holder, text)
        if label:
            party = gazetteer.names.get(label) or Entity(slug(label), label, "Organisation", provisional=True)
            place = mentions[number]
            yield OfficeMention(min(token.start, place.start), place.end, holder, _TITLE, party, standing="member")


def _holder(text: OfficeText, index: int) -> int | None:
    """Return the mention of the person named behind a noun or, where none is, meant by it."""
    behind = text.at.get(index + 1)
    for number, kinds in ((behind, ("name",)), (text.at.get(index), ("description", "role"))):
        mention = text.mentions[number] if number is not None else None
        if mention is not None and mention.kind in kinds and mention.entities[0].type == "Person":
            return number if len(mention.entities) == 1 else None
    return None


def _called(text: OfficeText, index: int) -> int | None:
    """Return the mention of the person behind an adjective: der | republikanische US-Senator Tom Muster."""
    tokens = text.tokens
    while index < len(tokens) - 1 and tokens[index].tag == "ADJA":
        index += 1
    titled = tokens[index].tag == "NN" and noun_class(tokens[index].lemma) == "Person"
    return _holder(text, index) if titled else None


def _apposed(text: OfficeText, index: int) -> int | None:
    """Return the mention of the person before a comma that a noun follows: Ole Tamm, (ein) Sozialdemokrat, …."""
    tokens = text.tokens
    comma = index - 1 - (index > 1 and tokens[index - 1].lemma == "ein")
    closed = index + 1 < len(tokens) and tokens[index + 1].text in (",", ".", "und", "aus")
    number = text.at.get(comma - 1) if closed and comma > 0 and tokens[comma].text == "," else None
    person = text.mentions[number] if number is not None and tokens[index].tag == "NN" else None
    named = person is not None and person.kind == "name" and person.entities[0].type == "Person"
    return number if named else None


def _meant(parties: Mapping[str, str], holder: Entity, text: OfficeText) -> str:
    """Return the label of the party of the holder's state, else of the one that the text names, else of its state."""
    gazetteer, homes = text.gazetteer, text.homes
    serves = gazetteer.serves.get(holder.id)
    state = serves if serves is None or serves.type == "Staat" else gazetteer.lies_in.get(serves.id)
    own = {gazetteer.states[code]: label for code, label in parties.items() if code in gazetteer.states}
    if state is not None:
        return own.get(state, "")
    named = (entity for mention in text.mentions for entity in mention.entities)
    spoken = {entity.label for entity in named if entity.type == "Organisation"} & set(parties.values())
    if len(spoken) == 1:
        return spoken.pop()
    home = homes.state or (gazetteer.lies_in.get(homes.part.id) if homes.part is not None else None)
    return own.get(home, "") if home is not None else ""


@cache
def _parties() -> dict[str, dict[str, str]]:
    """Return the label of the party by the CLDR code of the state, for each form of a noun or adjective."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("party_people.csv"):
        stem = row["noun"].removesuffix("r") if row["declension"] == "adjective" else row["noun"]
        forms = [stem.removesuffix("e") + ending for ending in _ADJECTIVAL]
        if row["declension"] != "adjective":
            forms = [stem, f"{stem}en", f"{stem}s", f"{stem}in"]
        forms += [row["adjective"] + ending for ending in _ADJECTIVAL if row["adjective"]]
        for form in forms:
            found.setdefault(form, {})[row["state"]] = row["party"]
    return found
