"""Offices of several people named together: die Außenminister X und Y; die Vorsitzenden von A und B, X und Y."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.annotate.articles import BEFORE_OWNERS
from kg.annotate.names.office_text import OfficePhrase, OfficeText
from kg.annotate.names.titles import parse_title
from kg.model.entity import Entity
from kg.model.reading import Sentence, Token

__all__ = ["each_holder", "names_several", "people_listed"]

_JOINTS = ("und", "sowie", ",")
_PLURAL = ("die", "beiden", "beide", "zwei", "drei", "vier")
_TWO = ("zwei", "beiden")
_LONGEST_PAIR = 16  # tokens
_BEFORE_NAMES = frozenset({"ART", "ADJA", "NN", "PDS", "PPOSAT", "PRELAT", "PDAT", "KON"})
_LONGEST_ASIDE = 4  # tokens in brackets behind a name: the party


def each_holder(text: OfficeText, sentence: Sentence, phrase: OfficePhrase) -> Iterator[OfficePhrase]:
    """Yield the phrase once for each of several people who hold the office, else as it is.

    Where as many bodies are named as people, they pair off; an office of states is then nobody's by mere context.
    """
    if phrase.referring or not names_several(text.tokens, phrase.first, phrase.head):
        yield phrase
        return
    bodies, index = _bodies(text, sentence, phrase)
    people = people_listed(text, sentence, index) or _people_before(text, sentence, phrase)
    people = people or _two_with_titles(text, sentence, phrase, index)
    if len(people) < 2 or (len(bodies) > 1 and len(bodies) != len(people)):
        yield phrase
        return
    by_context = None if phrase.word is None or phrase.word.scope == "state" else phrase.assumed
    for number, holder in enumerate(people):
        of = bodies[number] if len(bodies) > 1 else phrase.of
        yield replace(phrase, holder=holder, of=of, assumed=by_context)


def names_several(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Tell whether the title at `head`, whose phrase begins at `first`, is that of several: die Außenminister."""
    form, word = tokens[head].text, parse_title(tokens[head].text)
    if word is None or word.plural or first < 1:
        return word is not None and word.plural
    if word.gender == "f" or (not word.gender and form.endswith("e")):
        return False  # die Vorsitzende Ida Holm und Ole Tamm
    mark = tokens[first - 1].text.lower()
    return mark in _PLURAL or (mark == "der" and first > 1 and tokens[first - 2].tag == "NN")


def _bodies(text: OfficeText, sentence: Sentence, phrase: OfficePhrase) -> tuple[list[Entity], int]:
    """Return for whom the office is held and the token behind: Präsidenten | von Mali und Niger |."""
    found = [phrase.of] if phrase.of is not None else []
    index = phrase.last
    if index + 1 < sentence.last and text.tokens[index].text == "beider":
        index += 2  # die Außenminister beider Länder, X und Y
    while found and index + 1 < sentence.last and text.tokens[index].text in _JOINTS:
        start = index + 1 + (text.tokens[index + 1].text in BEFORE_OWNERS)
        body = text.body(start) if start < sentence.last else None
        if body is None:
            break
        found.append(body)
        index = text.end_of(start)
    return found, index


def people_listed(text: OfficeText, sentence: Sentence, index: int) -> list[int]:
    """Return the mentions of people listed from a token on, none where the list does not end with its last."""
    index += index < sentence.last and text.tokens[index].text == ","
    found: list[int] = []
    joint = ""
    while index < sentence.last and text.person(index) and joint != "und":
        found.append(text.at[index])
        joint = "und" if index and text.tokens[index - 1].text in ("und", "sowie") else joint
        index = _behind_aside(text, text.end_of(index))
        if joint or index >= sentence.last or text.tokens[index].text not in _JOINTS:
            break
        index += 1
    return found if joint else []


def _two_with_titles(text: OfficeText, sentence: Sentence, phrase: OfficePhrase, index: int) -> list[int]:
    """Return the two behind a comma who have a title of their own: zwei SPD-Politiker, | Minister A und sein Vize B."""
    counted = phrase.first > sentence.first and text.tokens[phrase.first - 1].text.lower() in _TWO
    if not counted or index >= sentence.last or text.tokens[index].text != ",":
        return []
    found: list[int] = []
    for place in range(index + 1, min(sentence.last, index + _LONGEST_PAIR)):
        if text.named_person(place) is not None:
            found += [text.at[place]] if text.at[place] not in found else []
        elif text.tokens[place].tag not in _BEFORE_NAMES:
            break
    return found if len(found) == 2 else []


def _people_before(text: OfficeText, sentence: Sentence, phrase: OfficePhrase) -> list[int]:
    """Return the people listed before the comma that leads to a phrase: A, B und C, | die Chefs von X, Y und Z."""
    begin = (phrase.first if phrase.determiner is None else phrase.determiner) - 1
    if begin <= sentence.first or text.tokens[begin].text != ",":
        return []
    index = begin
    while index > sentence.first and (text.at.get(index - 1) is not None or text.tokens[index - 1].text in _JOINTS):
        index -= 1
    while index < begin and not text.person(index):
        index += 1
    people = people_listed(text, sentence, index)
    return people if people and text.mentions[people[-1]].end == text.tokens[begin - 1].end else []


def _behind_aside(text: OfficeText, index: int) -> int:
    texts = [token.text for token in text.tokens[index : index + _LONGEST_ASIDE]]
    return index + texts.index(")") + 1 if texts[:1] == ["("] and ")" in texts else index
