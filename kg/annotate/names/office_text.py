"""What the search for office phrases looks at, and what it finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.annotate.names.found import mentions_by_token
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.home import Homes, find_homes
from kg.annotate.names.titles import Title
from kg.model.entity import Entity
from kg.model.reading import Mention, Token

__all__ = ["FEDERAL", "FORMER", "OfficePhrase", "OfficeText", "extent", "holder_of", "office_text"]

FEDERAL: Final = "Bundes"
"""A Bundesminister is Germany's unless the text names another federation."""
_FEDERATIONS: Final = ("AT", "CH")
_OFTEN: Final = 3
_AT_HOME: Final = 3  # mentions of Austria by which its ministers are meant: others travel there
FORMER: Final = ("Ex", "Alt")
"""First parts of who held an office: Ex-Präsident, Altkanzler."""
_BODIES = {"Staat", "Organisation", "Medium", "Ort"}


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """A noun phrase about an office: tokens `first:last` without its determiner, the title at `head`.

    `determiner` is the index of article or possessive, `holder` the index in the mentions of the person beside it;
    `referring` tells that the phrase itself stands for the holder, who is named elsewhere (der Kremlchef);
    `of` is empty where the phrase names no body; `title` is empty for a colleague in office (Amtskollege);
    `owner` is the person whose minister it is (Orbáns Europaminister); `assumed` is whose office it is as far as the
    text around the phrase tells: the state it is about, for an office that only states have, or the body named last;
    `appointed` tells that a clause gives the holder the office (wurde zur Präsidentin gewählt);
    `portfolio` tells that the noun is a minister's field, held by whom a clause names (das Justizressort führt X);
    `relation` is the word that says the office by that of the `owner` (sein Vorgänger).
    """

    first: int
    last: int
    head: int
    word: Title | None
    title: str
    rank: str
    of: Entity | None = None
    place: Entity | None = None
    standing: str = "held"
    determiner: int | None = None
    holder: int | None = None
    referring: bool = False
    owner: Entity | None = None
    assumed: Entity | None = None
    appointed: bool = False
    portfolio: bool = False
    relation: str = ""


@dataclass(frozen=True, slots=True)
class OfficeText:
    """What the search for office phrases looks at.

    `at` maps tokens to mentions, `federal` is the state that "Bundes-" means, `short` maps the names of one word of
    bodies in the text to the bodies, `homes` are what the text is about, `often` the bodies named again and again.
    """

    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    at: Mapping[int, int]
    gazetteer: Gazetteer
    federal: Entity | None
    short: Mapping[str, Entity]
    homes: Homes
    often: tuple[Entity, ...] = ()

    def mention(self, index: int) -> Mention | None:
        """Return the mention that the token lies in."""
        number = self.at.get(index)
        return None if number is None else self.mentions[number]

    def body(self, index: int) -> Entity | None:
        """Return the state, body or place that a name at the token means; the Bundestags-Ausschuss is no Bundestag."""
        mention = self.mention(index)
        if mention is None or mention.entities[0].type not in _BODIES:
            return None
        whole = mention.kind == "compound" and mention.end >= self.tokens[index].end
        return mention.entities[0] if whole or mention.kind in ("name", "metonym", "description") else None

    def taken_over(self, index: int) -> Entity | None:
        """Return what a token means that has become part of a role: der | französische | Botschafter, who is named."""
        mention = self.mention(index)
        if mention is None or mention.kind != "role":
            return None
        forms = self.gazetteer.forms.get(self.tokens[index].text, ())
        return next((form.entity for form in forms if len(form.words) == 1 and not form.doubtful), None)

    def named_person(self, index: int) -> Entity | None:
        """Return the person whose name covers the token."""
        mention = self.mention(index)
        named = mention is not None and mention.kind == "name" and mention.entities[0].type == "Person"
        return mention.entities[0] if mention is not None and named else None

    def person(self, index: int) -> bool:
        """Tell whether a person's name starts at the token."""
        mention = self.mention(index)
        if mention is None or mention.kind != "name" or mention.entities[0].type != "Person":
            return False
        return self.at.get(index - 1) != self.at[index]

    def named(self, word: str) -> Entity | None:
        """Return what a word means that is part of a compound: a known name, or a body's short one in the text."""
        return self.gazetteer.exact(word) or self.short.get(word)

    def end_of(self, index: int) -> int:
        """Return the token after the mention at the token."""
        number = self.at[index]
        while self.at.get(index) == number:
            index += 1
        return index


def office_text(tokens: Sequence[Token], mentions: Sequence[Mention], gazetteer: Gazetteer) -> OfficeText:
    """Return a text with its mentions as the search for offices looks at it."""
    found = (entity for mention in mentions for entity in mention.entities)
    bodies = dict.fromkeys(entity for entity in found if entity.type == "Organisation")
    homes = find_homes(mentions, gazetteer)
    return OfficeText(
        tokens,
        mentions,
        at=mentions_by_token(tokens, mentions),
        gazetteer=gazetteer,
        federal=_federation(mentions, gazetteer, homes),
        short={name: body for body in bodies for name in (body.label, *body.aliases) if name.isalpha()},
        homes=homes,
        often=tuple(_named_often(mentions)),
    )


def _named_often(mentions: Sequence[Mention]) -> Iterator[Entity]:
    """Yield the organisations that a text names at least three times, as it does those that it is about."""
    counts = Counter(mention.entities[0] for mention in mentions if mention.kind in ("name", "compound"))
    yield from (entity for entity, times in counts.items() if times >= _OFTEN and entity.type == "Organisation")


def _federation(mentions: Sequence[Mention], gazetteer: Gazetteer, homes: Homes) -> Entity | None:
    """Return the state that "Bundes-" means: Germany, unless the text speaks of Austria or Switzerland instead."""
    if gazetteer.code(homes.state) in _FEDERATIONS:
        return homes.state
    entities = [entity for mention in mentions for entity in mention.entities]
    named = [gazetteer.code(entity) for entity in entities]
    known = {*named, *(gazetteer.code(gazetteer.acts_for.get(entity.id)) for entity in entities)}
    spoken = [code for code in _FEDERATIONS if code in known]
    if len(spoken) == 1 and "DE" not in known:
        return gazetteer.state(spoken[0]) if named.count(spoken[0]) >= _AT_HOME else None
    return None if spoken else gazetteer.state("DE")


def holder_of(mentions: Sequence[Mention], phrase: OfficePhrase) -> Entity:
    """Return who has the office of a phrase that has a holder."""
    if phrase.holder is None:
        raise ValueError("a phrase without holder states no office")
    return mentions[phrase.holder].entities[0]


def extent(tokens: Sequence[Token], mentions: Sequence[Mention], phrase: OfficePhrase) -> tuple[int, int]:
    """Return the characters that a phrase and the name of its holder cover."""
    holder = mentions[phrase.holder or 0]
    if phrase.appointed:
        return holder.start, holder.end  # in the clause the word still means the office: zur Präsidentin gewählt
    return min(tokens[phrase.first].start, holder.start), max(tokens[phrase.last - 1].end, holder.end)
