"""Offices told by who has them before, after or above somebody: sein Vorgänger X, Kalskis Nachfolgerin Y."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.annotate.articles import BEFORE_OWNERS
from kg.annotate.lexicon import rows
from kg.annotate.names.inflection import is_name_in_genitive
from kg.annotate.names.office_text import OfficePhrase, OfficeText, extent, holder_of
from kg.model.entity import Entity
from kg.model.reading import Mention, OfficeMention, Sentence, Token

__all__ = ["is_relation", "related_offices", "with_owner"]

_DEPUTY = "stellvertretender"
_REACH = (
    300  # characters, about two sentences, within which a successor without owner is that of whom the text has named
)


@dataclass(frozen=True, slots=True)
class _Relation:
    """How the office of who is called so stands to that of the other."""

    normal: str
    standing: str
    deputy: bool


@cache
def _relations() -> dict[str, _Relation]:
    found: dict[str, _Relation] = {}
    for row in rows("office_relations.csv"):
        known = _Relation(row["word"], row["standing"], bool(row["deputy"]))
        found.update({row["word"] + ending: known for ending in ("", "s", "in")})
    return found


def is_relation(word: str) -> bool:
    """Tell a word, in the singular, for who has the office of another: Vorgängerin, Stellvertreter."""
    return word in _relations()


def with_owner(text: OfficeText, sentence: Sentence, phrase: OfficePhrase, owner: Entity | None) -> OfficePhrase:
    """Return the phrase with the person to whom it relates: `owner` before the noun, else who stands behind it."""
    index, relation = phrase.last, _relations()[text.tokens[phrase.head].text]
    phrase = replace(phrase, relation=relation.normal, word=None, title="", rank="", of=None, owner=owner)
    if owner is None:
        index = _behind_article(text, sentence, phrase.last)
        behind = text.named_person(index)
        owning = behind is not None and is_name_in_genitive(text.tokens[text.end_of(index) - 1].text, behind.label)
        if behind is not None and (index > phrase.last or owning):
            phrase = replace(phrase, owner=behind, last=text.end_of(index))
    if [token.text for token in text.tokens[phrase.last : phrase.last + 2]] == ["im", "Amt"]:
        return replace(phrase, last=phrase.last + 2)
    return phrase


def _behind_article(text: OfficeText, sentence: Sentence, index: int) -> int:
    """Return the token where a name may begin: Nachfolger | von Ole Tamm, der verstorbenen Direktorin Ida Holm."""
    if index >= sentence.last or text.tokens[index].text not in BEFORE_OWNERS:
        return index
    index += 1
    while index + 1 < sentence.last and text.tokens[index].tag == "ADJA":
        index += 1
    titled = index + 1 < sentence.last and text.tokens[index].tag == "NN" and text.person(index + 1)
    return index + 1 if titled else index


def related_offices(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    phrases: Sequence[OfficePhrase],
    found: Sequence[OfficeMention],
) -> Iterator[OfficeMention]:
    """Yield the offices of those whose phrases name them by the office of another, which is among those `found`.

    Who succeeds somebody tells what the other was: Präsidentin Blum, Nachfolgerin von Jan Kalski.
    """
    offices = [office for office in found if office.standing != "member" and office.of.type != "Person"]
    for phrase in phrases:
        relation, holder = _relations()[phrase.relation], holder_of(mentions, phrase)
        start, end = extent(tokens, mentions, phrase)
        own = _latest(offices, start, phrase.owner) if phrase.owner is not None else _just_told(tokens, phrase, offices)
        if own is not None:
            yield replace(_by_relation(phrase, relation, own), start=start, end=end, holder=holder)
        elif relation.deputy and phrase.owner is not None:
            yield OfficeMention(start, end, holder, relation.normal, phrase.owner, None, phrase.standing)
        elif phrase.owner is not None and (office := _latest(offices, start, holder)) is not None:
            past = relation.standing == "held" and office.standing != "future"
            yield replace(office, start=start, end=end, holder=phrase.owner, standing="former" if past else "held")


def _by_relation(phrase: OfficePhrase, relation: _Relation, office: OfficeMention) -> OfficeMention:
    """Return an office as it is that of who came before, after or stands in for its holder."""
    title = f"{_DEPUTY} {office.title}" if relation.deputy else office.title
    past = relation.standing if office.standing != "future" else "held"
    return replace(office, title=title, place=None, standing=past if phrase.standing == "held" else phrase.standing)


def _latest(offices: Sequence[OfficeMention], place: int, holder: Entity) -> OfficeMention | None:
    """Return the office that the text has stated last for somebody before a place, else after it."""
    own = [office for office in offices if office.holder == holder]
    before = [office for office in own if office.start < place]
    return before[-1] if before else next(iter(own), None)


def _just_told(tokens: Sequence[Token], phrase: OfficePhrase, offices: Sequence[OfficeMention]) -> OfficeMention | None:
    """Return the office stated last, which "Nachfolgerin wird Ida Holm" takes up, unless the phrase means any other."""
    article = None if phrase.determiner is None else tokens[phrase.determiner]
    indefinite = article is not None and article.tag != "APPRART" and article.lemma != "der"
    place = tokens[phrase.head].start
    before = [office for office in offices if place - _REACH < office.end <= place]
    return before[-1] if before and not indefinite else None
