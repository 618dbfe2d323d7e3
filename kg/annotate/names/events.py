"""Events and agreements with a name: Krieg in der Ukraine, BRICS-Gipfel in Kasan, 3. Forum für Handel.

The mention covers the noun and what stands before it; the names behind it keep mentions of their own, for what
happens in a place or between states says something about them too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.annotate.articles import GENITIVE_ARTICLES, GENITIVE_DETERMINERS
from kg.annotate.compounds import cuts
from kg.annotate.lexicon import rows
from kg.annotate.names.found import Found, found
from kg.annotate.names.gazetteer import Gazetteer
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Sentence, Token

__all__ = ["find_events"]

_ORDINAL = re.compile(r"\d{1,3}\.|[IVX]+\.")
_PHRASE_TAGS = {"NN", "NE", "ADJA", "ART", "KON", "TRUNC", "CARD"}
_ABOUT = {"über", "zur", "zum", "für", "gegen"}
# What an agreement is about may itself be of something: Vertrag über den Kauf | von drei Fregatten.
_NESTED = _ABOUT | {"von"}
_LONGEST_NAME = 14  # words of the longest phrase behind "über" that still reads as a name
_LONGEST_PERIOD = 6  # words from the preposition to the years
_YEARS = re.compile(r"\d{4}[-–]\d{2,4}")
_IN = {"m": "im", "f": "in der", "p": "in den"}


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun that heads an event's name: its label, type, gender and the ways it is named."""

    label: str
    type: str
    gender: str
    naming: frozenset[str]
    prefix: str = ""


@cache
def _nouns() -> dict[str, _Noun]:
    forms: dict[str, _Noun] = {}
    for row in rows("events.csv"):
        noun = _Noun(row["normal"] or row["noun"], row["type"], row["gender"], frozenset(row["naming"].split("|")))
        endings = ("", "s", "es") if row["gender"] in "mn" else ("",)
        forms.update({row["noun"] + ending: noun for ending in endings})
    return forms


@lru_cache(maxsize=50_000)  # the nouns of an archive
def _noun(word: str) -> _Noun | None:
    """Return what the word or the last part of the compound says, with the first part as prefix."""
    whole = _nouns().get(word)
    if whole is not None:
        return whole
    for cut in cuts(word, first=2, last=4):
        last = _nouns().get(word[cut].upper() + word[cut + 1 :])
        if last is not None and (word[cut - 1] == "-" or word[cut].islower()):
            return _Noun(last.label, last.type, last.gender, last.naming, word[:cut])
    return None


def find_events(
    tokens: Sequence[Token], sentences: Sequence[Sentence], known: Sequence[Found], gazetteer: Gazetteer
) -> tuple[Found, ...]:
    """Return the events and agreements that are named in the text; `known` are its known names."""
    at = {index: hit for hit in known for index in range(hit.first, hit.last)}
    hits = []
    for sentence in sentences:
        for index in range(sentence.first, sentence.last):
            token = tokens[index]
            noun = _noun(token.text) if token.text[0].isupper() and token.tag in ("NN", "NE") else None
            hit = _event(tokens, index, sentence, at, gazetteer, noun) if noun is not None else None
            if hit is not None:
                hits.append(hit)
    return tuple(hits)


def _event(
    tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found], gazetteer: Gazetteer, noun: _Noun
) -> Found | None:
    if "place" in noun.naming:
        there = _in_place(tokens, index, sentence, at, gazetteer, noun)
        return there or (_of_state(tokens, index, sentence, at, gazetteer, noun) if "state" in noun.naming else None)
    if "self" in noun.naming and noun.prefix and not noun.prefix.endswith("-"):
        return _hit(tokens, index, index, noun.prefix + _joined(noun), noun, gazetteer)
    if "ordinal" in noun.naming and index > sentence.first and _ORDINAL.fullmatch(tokens[index - 1].text):
        end = _end_of_phrase(tokens, index + 1, sentence)
        label = " ".join(
            [tokens[index - 1].text, noun.prefix + _joined(noun), *(t.text for t in tokens[index + 1 : end])]
        )
        return _hit(tokens, index - 1, index, label, noun, gazetteer)
    if "body" in noun.naming and (body := _of_body(tokens, index, sentence, at, gazetteer, noun)) is not None:
        return body
    about = index + 1 < sentence.last and tokens[index + 1].text in _ABOUT and not _judged(tokens, index + 1, sentence)
    if "about" in noun.naming and not noun.prefix and about:
        end = _end_of_phrase(tokens, index + 1, sentence)
        if end > index + 2:
            words = [noun.label, *(token.text for token in tokens[index + 1 : end]), *_years(tokens, end, sentence)]
            label = " ".join(words)
            return _hit(tokens, index, index, label, noun, gazetteer)
    return None


def _joined(noun: _Noun) -> str:
    """Return the noun as the last part of its compound: Gipfel, but -gipfel behind a small letter."""
    return noun.label.lower() if noun.prefix and not noun.prefix.endswith("-") else noun.label


def _in_place(
    tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found], gazetteer: Gazetteer, noun: _Noun
) -> Found | None:
    """Read Krieg in der Ukraine, Krieg gegen die Ukraine, Ukrainekrieg, Irak-Krieg as one event each."""
    place = gazetteer.exact(noun.prefix.rstrip("-")) if noun.prefix else None
    if place is not None and place.type in ("Staat", "Ort"):
        return _hit(tokens, index, index, _place_label(noun.label, place), noun, gazetteer)
    start = index + 1
    if start + 1 >= sentence.last or tokens[start].text not in ("in", "im", "gegen"):
        return None
    start += 2 if tokens[start + 1].tag == "ART" else 1
    hit = at.get(start) if start < sentence.last else None
    if hit is None or hit.mention.kind != "name" or hit.mention.entities[0].type not in ("Staat", "Ort"):
        return None
    if noun.prefix and not noun.prefix.endswith("-"):
        return None
    where = hit.mention.entities[0]
    label = "Krieg" if _named_as_war(noun, where, gazetteer) else noun.prefix + noun.label
    return _hit(tokens, index, index, _place_label(label, where), noun, gazetteer)


def _of_state(
    tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found], gazetteer: Gazetteer, noun: _Noun
) -> Found | None:
    """Read die polnische Parlamentswahl, and die Parlamentswahl in a sentence that is set in one state."""
    if noun.prefix or index == sentence.first:
        return None
    before = at.get(index - 1)
    if before is not None and before.mention.kind == "adjective" and len(before.mention.entities) == 1:
        states = {before.mention.entities[0]}
    elif tokens[index - 1].tag in ("ART", "APPRART"):
        inside = range(sentence.first + 1, sentence.last)
        states = {at[i].mention.entities[0] for i in inside if i in at and at[i].mention.kind == "name"}
        states = {state for state in states if state.type == "Staat"}
        set_in = [i for i in inside if i in at and at[i].mention.entities[0] in states and _is_set_in(tokens, i)]
        states = states if set_in else set()
    else:
        return None
    state = states.pop() if len(states) == 1 else None
    if state is None or state.type != "Staat":
        return None
    return _hit(tokens, index, index, _place_label(noun.label, state), noun, gazetteer)


def _is_set_in(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a sentence opens or goes on in the place that is named at the token: in den USA, im Iran."""
    before = index - 2 if tokens[index - 1].tag == "ART" else index - 1
    return before >= 0 and tokens[before].text.lower() in ("in", "im")


def _place_label(noun: str, place: Entity) -> str:
    # the dative of adjectives inside a name: in der Demokratischen Republik Kongo
    label = re.sub(r"e (?=[A-ZÄÖÜ])", "en ", place.label) if place.gender in _IN else place.label
    return f"{noun} {_IN.get(place.gender, 'in')} {label}"


def _named_as_war(noun: _Noun, place: Entity, gazetteer: Gazetteer) -> bool:
    """Tell whether a conflict in this place is known as a war; else it stays a conflict."""
    return noun.label == "Konflikt" and _place_label("Krieg", place) in gazetteer.names


def _of_body(
    tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found], gazetteer: Gazetteer, noun: _Noun
) -> Found | None:
    """Read OVKS-Gipfel, BRICS-Gipfel in Kasan, Münchner Sicherheitskonferenz, Minsker Abkommen."""
    first, end = index, index + 1
    before = at.get(index - 1) if index > sentence.first else None
    if noun.prefix.endswith("-") and index in at and at[index].mention.kind == "compound":
        label = noun.prefix + noun.label
    elif (
        before is not None
        and before.mention.kind == "adjective"
        and tokens[index - 1].text.endswith("er")
        and not noun.prefix
    ):
        if before.mention.entities[0].type != "Ort" or tokens[index - 1].text[0].islower():
            return None
        first, label = index - 1, f"{tokens[index - 1].text} {noun.label}"
    else:
        return None
    if end + 1 < sentence.last and tokens[end].text == "in" and end + 1 in at and noun.type == "Ereignis":
        label = f"{label} in {at[end + 1].mention.entities[0].label}"
    return _hit(tokens, first, index, label, noun, gazetteer)


def _judged(tokens: Sequence[Token], index: int, sentence: Sentence) -> bool:
    """Tell what an agreement is held for from what it is about: Sie hält das Abkommen | für einen Fehler."""
    return tokens[index].text == "für" and any(t.lemma == "halten" for t in tokens[sentence.first : sentence.last])


def _end_of_phrase(tokens: Sequence[Token], start: int, sentence: Sentence) -> int:
    """Return the token after the complement that starts at `start` with a preposition or genitive, else `start`."""
    opener = start < sentence.last and (tokens[start].text in _ABOUT or tokens[start].text in GENITIVE_ARTICLES)
    if not opener:
        return start
    end = start
    for index in range(start + 1, min(sentence.last, start + _LONGEST_NAME)):
        token = tokens[index]
        nested = token.text in _NESTED and index == end and tokens[index - 1].tag in ("NN", "NE")
        if token.tag not in _PHRASE_TAGS and not nested:
            break
        if token.tag == "ART" and token.text not in GENITIVE_DETERMINERS and tokens[index - 1].text not in _ABOUT:
            break
        if token.tag in ("NN", "NE"):
            end = index + 1
    return end if end > start else start


def _years(tokens: Sequence[Token], start: int, sentence: Sentence) -> list[str]:
    """Return the years a programme runs, as part of its name: in der laufenden Periode 2021-2027."""
    if start >= sentence.last or tokens[start].text not in ("in", "im", "für"):
        return []
    for index in range(start + 1, min(sentence.last, start + _LONGEST_PERIOD)):
        period = "".join(token.text for token in tokens[index : index + 3])
        if _YEARS.fullmatch(period):
            return [period]
        if tokens[index].tag not in _PHRASE_TAGS:
            break
    return []


def _hit(tokens: Sequence[Token], first: int, head: int, label: str, noun: _Noun, gazetteer: Gazetteer) -> Found:
    """Return the mention from `first` to the noun: of the known event with this name, else of a provisional one."""
    entity = gazetteer.names.get(label) or gazetteer.names.get(tokens[head].text)
    if entity is None:
        entity = Entity(slug(label), label, noun.type, gender=noun.gender, provisional=True)
    return found(tokens, first, head + 1, entity)
