"""Whose member what stands behind a name says somebody is: Ida Holm von den Grünen, der Ökonom X vom Institut Y."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.annotate.names.kinds import description_row, kind_of
from kg.annotate.names.office_groups import people_listed
from kg.annotate.names.office_text import OfficeText
from kg.annotate.names.titles import modifier, parse_title
from kg.annotate.noun_classes import noun_class
from kg.model.entity import Entity
from kg.model.reading import Clause, OfficeMention, Sentence

__all__ = ["find_attributed_members"]

_POLITICIAN = "Politiker"
_STAFF = "Mitarbeiter"
_PARTY = "Partei"
_OF = frozenset({"von", "vom"})
_PREPOSITIONS = _OF | {"aus", "am", "an", "beim", "bei"}
_FRIENDS = re.compile(r"Partei(freund|kolleg|genoss)(e|in|en|innen)?$")
_REACH = 30  # tokens within which a party is that of somebody's Parteifreund
_BEFORE_BODY = frozenset({"ADJA", "ADJD", "NN"})
_DOES = frozenset({"VVPP", "VVINF", "VVIZU", "PTKZU"})
"""What tells, mostly in a headline, that the body does something: Ole Tamm von der SPD | entlassen."""
_GROUPS = ("fraktion", "fraktionen")
"""Who sits in a party's group is of the party: aus der SPD-Fraktion."""


def find_attributed_members(
    text: OfficeText, sentences: Sequence[Sentence], clauses: Sequence[Clause]
) -> Iterator[OfficeMention]:
    """Yield the memberships that a preposition behind a person's name tells, where no verb asks for the phrase.

    Any name with "von" tells whose somebody is, "aus" does so of a party only; who is called by what he does
    (Ökonomin, Forscher) works at a body, too.
    """
    for sentence in sentences:
        yield from _of_one_party(text, sentence)
    governed = {a.head for clause in clauses if clause.kind != "nominal" for a in clause.arguments if a.preposition}
    for sentence in sentences:
        for index in range(sentence.first + 1, sentence.last - 1):
            if text.tokens[index].text not in _PREPOSITIONS or text.named_person(index - 1) is None:
                continue
            person = text.mentions[text.at[index - 1]]
            place = _body_behind(text, sentence, index + 1)
            if place is None or not governed.isdisjoint(range(index + 1, text.end_of(place))):
                continue
            title, body = _membership(text, index, place)
            if body is not None:
                holder = person.entities[0]
                yield OfficeMention(
                    person.start, text.mentions[text.at[place]].end, holder, title, body, standing="member"
                )


def _of_one_party(text: OfficeText, sentence: Sentence) -> Iterator[OfficeMention]:
    """Yield the memberships of those called friends in a party: seine Parteifreundin X, FDP-Parteifreunde X und Y.

    Which party it is tells the word, else the party named last.
    """
    for index in range(sentence.first, sentence.last - 1):
        if _FRIENDS.search(text.tokens[index].text) is None:
            continue
        party = next(_parties_before(text, index), None)
        if party is None:
            continue
        names = [text.at[index + 1]] if text.person(index + 1) else []
        for number in people_listed(text, sentence, index + 1) or names:
            person = text.mentions[number]
            yield OfficeMention(person.start, person.end, person.entities[0], _POLITICIAN, party, standing="member")


def _parties_before(text: OfficeText, index: int) -> Iterator[Entity]:
    """Yield the parties named in a token and before it, the nearest first."""
    for place in range(index, max(index - _REACH, -1), -1):
        mention = text.mention(place)
        if mention is not None and kind_of(mention.entities[0]) == _PARTY:
            yield mention.entities[0]


def _body_behind(text: OfficeText, sentence: Sentence, start: int) -> int | None:
    """Return the token at which a body's name begins, behind an article, adjectives and a word for its kind."""
    index = start + (text.tokens[start].tag in ("ART", "PDS"))
    while index + 1 < sentence.last and text.mention(index) is None and text.tokens[index].tag in _BEFORE_BODY:
        if text.tokens[index].tag == "NN" and noun_class(text.tokens[index].lemma) != "Organisation":
            return None
        index += 1
    mention = text.mention(index) if index < sentence.last else None
    return index if mention is not None and mention.entities[0].type in ("Organisation", "Medium") else None


def _membership(text: OfficeText, preposition: int, place: int) -> tuple[str, Entity | None]:
    """Return as what somebody is of which body, None where the phrase need not say that."""
    mention, link = text.mentions[text.at[place]], text.tokens[preposition].text
    behind = text.end_of(place)
    body, last = mention.entities[0], text.tokens[behind - 1]
    does = behind < len(text.tokens) and text.tokens[behind].tag in _DOES
    if mention.kind not in ("name", "compound") or len(mention.entities) > 1 or does:
        return "", None
    if link == "aus" and text.tokens[_first(text, preposition - 1) - 1].text == "von":
        return "", None  # der Austritt von Ole Tamm aus der SPD
    if link in (*_OF, "aus") and (kind_of(body) == _PARTY or _is_called_party(text, place)):
        whole = mention.kind == "name" or mention.end >= last.end or last.text.lower().endswith(_GROUPS)
        return _POLITICIAN, (body if whole else None)
    if mention.kind != "name" or mention.end < last.end or link == "aus":
        return "", None
    return _STAFF, (body if _works_there(text, preposition) else None)


def _is_called_party(text: OfficeText, place: int) -> bool:
    """Tell a name that the noun right before it says is a party's: von der Regierungspartei | NPP."""
    row = description_row(text.tokens[place - 1].lemma) if text.tokens[place - 1].tag == "NN" else None
    return row is not None and row["kinds"] == _PARTY


def _works_there(text: OfficeText, preposition: int) -> bool:
    """Tell who need not be there by chance: Ida Holm | von der Caritas, der Ökonom X | am Institut Y.

    An office before the name is that of the body.
    """
    first = _first(text, preposition - 1)
    token = text.tokens[first - 1] if first else None
    if token is None or token.tag != "NN":
        return text.tokens[preposition].text in _OF
    title = parse_title(token.text)
    former = first > 1 and modifier(text.tokens[first - 2].text) in ("former", "future")
    return (title is None or title.scope == "person") and not former and noun_class(token.lemma) == "Person"


def _first(text: OfficeText, last: int) -> int:
    """Return the first token of the name that ends at a token."""
    first = last
    while text.at.get(first - 1) == text.at[last]:
        first -= 1
    return first
