"""Names that only stand beside a noun for the same: der Chef der Bank, Max Horn; eine Bank, die Nordbank, kündigte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.annotate.articles import GENITIVE_DETERMINERS
from kg.annotate.names.inflection import is_name_in_genitive
from kg.annotate.noun_classes import noun_class
from kg.model.reading import Mention, Token

__all__ = ["appositions"]

# What stands inside a noun phrase between its head and the comma before the name
_ATTRIBUTE = frozenset({"ART", "ADJA", "NN", "NE", "APPR", "APPRART", "CARD", "TRUNC", "KON", "PPOSAT", "$("})
_BEFORE_NOUN = frozenset({"ADJA", "ART", "KON", "TRUNC"})
_CLOSING = frozenset({",", ".", ":", ";", ")", "(", "–", "“", "?", "!"})
_NAMED = frozenset({"Person", "Organisation"})
_ONE = frozenset({"Einer", "Eine", "Eines"})
_OWN = frozenset({"NN", "ADJA", "ART", "PRELS", "$("})  # before a name the tagger takes die for a pronoun
_LONGEST_OWN = 5  # words between comma and name: der junge Anwalt
_WHOSE = frozenset({"von", "vom", "aus"})
_GOING_ON = frozenset({"ART", "NE", "PPOSAT", "CARD"})  # how a list goes on behind a comma
_ACCUSATIVE = ("den", "die", "das", "einen", "eine", "ein")
_DATIVE = ("dem", "der", "einem", "einer")
# By the article of a singular noun that of what may explain it: in the same case
_CASES = dict.fromkeys(("den", "einen"), _ACCUSATIVE) | dict.fromkeys((*_DATIVE, "zum", "vom", "beim"), _DATIVE)
_REACH = 14  # tokens: the longest attributes of news stay below


def appositions(tokens: Sequence[Token], mentions: Sequence[Mention], at: Mapping[int, int]) -> dict[int, int]:
    """Return for the noun beside which the name of a person or body stands the index of that mention."""
    found: dict[int, int] = {}
    for first, number in at.items():
        mention = mentions[number]
        begins = first and at.get(first - 1) != number
        if not begins or mention.kind != "name" or mention.entities[0].type not in _NAMED:
            continue
        type_ = mention.entities[0].type
        opening = _opening_before(tokens, first, at, type_)
        if opening is not None:
            found.setdefault(opening, number)
        if type_ != "Person":
            body = _body_before(tokens, first, at)
            if body is not None:
                found.setdefault(body, number)
            continue
        # der Berater | Webers
        owning = is_name_in_genitive(tokens[_end_of(at, first) - 1].text, mention.entities[0].label)
        head = None if owning else first - 1 if _names_person(tokens[first - 1]) else _behind_field(tokens, first)
        head = head if head is not None else _head_before(tokens, first, at)
        if head is not None:
            found.setdefault(head, number)
    return found


def _end_of(at: Mapping[int, int], first: int) -> int:
    """Return the token behind the mention that begins at one."""
    last = first
    while at.get(last) == at[first]:
        last += 1
    return last


def _behind_field(tokens: Sequence[Token], first: int) -> int | None:
    """Return the head of "die Ministerin für Justiz", "der Chef der Partei" right before a name."""
    place = first - 1
    if tokens[place].tag not in ("NN", "NE"):
        return None
    while place > 1 and (tokens[place - 1].tag in _BEFORE_NOUN or _lists(tokens, place)):
        place -= 1
    owned = tokens[place].text in GENITIVE_DETERMINERS and _names_person(tokens[place - 1])
    field = place > 1 and tokens[place - 1].text in ("für", "im", "in", "beim") and _names_person(tokens[place - 2])
    return place - 1 if owned else place - 2 if field else None


def _lists(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a noun before a conjunction goes on with a list: für Schulwesen und | Kultur."""
    return place > 1 and tokens[place].tag == "KON" and tokens[place - 1].tag == "NN"


def _head_before(tokens: Sequence[Token], first: int, at: Mapping[int, int]) -> int | None:
    """Return the head of the phrase before the comma that stands before a name, if it means a single person."""
    last = _end_of(at, first)
    closed = last >= len(tokens) or tokens[last].text in _CLOSING or tokens[last].tag.endswith("FIN")
    if tokens[first - 1].text != "," or not closed:
        return None
    head = None
    for place in range(first - 2, max(first - _REACH, 0) - 1, -1):
        token = tokens[place]
        if place in at and token.tag != "NN":
            continue  # a name may have articles of its own: die Sprecherin von Allianz/Die Linke, Eva Horn
        if token.tag not in _ATTRIBUTE:
            break
        if token.tag == "CARD":
            return None
        head = place if _names_person(token) else head
        if token.tag == "ART" and not (token.text in GENITIVE_DETERMINERS and tokens[place - 1].tag in ("NN", "NE")):
            break
    return head


def _opening_before(tokens: Sequence[Token], first: int, at: Mapping[int, int], type_: str) -> int | None:
    """Return the head of the phrase before the verb that a name between commas explains: Ein Arzt, Otto Weber, sagt.

    Of several (einer der Kritiker, der Anwalt X, sagt) it is the word for one. A verb in the plural ends a list.
    """
    last = _behind_body(tokens, _end_of(at, first))
    verb = tokens[last + 1] if last + 1 < len(tokens) and tokens[last].text == "," else None
    if verb is None or not verb.tag.endswith("FIN") or "s" not in verb.morph.number:
        return None
    comma = first - 1
    while comma > 0 and tokens[comma].tag in _OWN and first - comma < _LONGEST_OWN:
        comma -= 1
    if tokens[comma].text != ",":
        return None
    opening = comma
    while opening > max(0, comma - _REACH) and tokens[opening - 1].tag in (*_ATTRIBUTE, "PIS"):
        opening -= 1
    if opening and tokens[opening - 1].tag != "$.":
        return None
    if tokens[opening].text in _ONE and tokens[opening + 1].text == "der":
        return opening
    heads = (place for place in range(opening, comma) if tokens[place].tag == "NN" and place not in at)
    head = next(heads, None)
    named = head is not None and "s" in tokens[head].morph.number and noun_class(tokens[head].lemma) == type_
    return head if named else None


def _body_before(tokens: Sequence[Token], first: int, at: Mapping[int, int]) -> int | None:
    """Return the head of a phrase for a body that one with a name explains: dem Betreiber, der Firma X, …."""
    last = _end_of(at, first)
    noun = tokens[first - 1]
    kind = noun.tag == "NN" and first - 1 not in at and noun_class(noun.lemma) == "Organisation"
    comma = first - 1 - kind
    while comma > 0 and tokens[comma].tag in _OWN and first - comma < _LONGEST_OWN:
        comma -= 1
    article = tokens[comma + 1]
    if tokens[comma].text != "," or article.tag not in ("ART", "PRELS") or not _ends(tokens, last):
        return None
    head = comma - 1
    if tokens[head].tag != "NN" or head in at or noun_class(tokens[head].lemma) != "Organisation":
        return None
    opening = head
    while opening and tokens[opening].tag in ("NN", "ADJA"):
        opening -= 1
    before = tokens[opening]
    fits = before.text.lower() in _CASES and article.text.lower() in _CASES[before.text.lower()]
    return head if fits and "s" in tokens[head].morph.number else None


def _ends(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether what stands between commas ends here, and no list goes on: …, der Firma X, | vor."""
    if last >= len(tokens) or tokens[last].text not in _CLOSING:
        return False
    going_on = tokens[last].text == "," and last + 1 < len(tokens) and tokens[last + 1].tag in _GOING_ON
    return not going_on


def _behind_body(tokens: Sequence[Token], last: int) -> int:
    """Return where what says whose somebody is ends behind a name: Otto Weber | von der Freien Liste (FL)."""
    end = min(last + _REACH, len(tokens))
    if last < end and tokens[last].text in _WHOSE:
        last = next((place for place in range(last, end) if tokens[place].tag not in _ATTRIBUTE), end)
    if last < end and tokens[last].text == "(":
        last = next((place + 1 for place in range(last, end) if tokens[place].text == ")"), last)
    return last


def _names_person(token: Token) -> bool:
    return token.tag == "NN" and "s" in token.morph.number and noun_class(token.lemma) == "Person"
