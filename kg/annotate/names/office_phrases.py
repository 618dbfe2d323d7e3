"""Phrases about an office, with or without a name beside them: Kasachstans Präsident X; X, Sprecher des Kremls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.annotate.lexicon import word_list
from kg.annotate.names.found import mentions_by_token
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.home import home_state, is_national
from kg.annotate.names.inflection import without_genitive
from kg.annotate.names.titles import Title, modifier, parse_title
from kg.annotate.noun_classes import noun_class
from kg.model.entity import Entity
from kg.model.reading import Mention, Sentence, Token

__all__ = ["FEDERAL", "OfficePhrase", "find_phrases"]

_COLLEAGUE = re.compile(r"Amts?kolleg(?:e|en|in|innen)$|Kollege[n]?$|Kollegin$|Pendant$|Gegenpart$")
_BODIES = {"Staat", "Organisation", "Medium", "Ort"}
_HONORIFICS = {"Dr.", "Prof.", "Dr", "Prof", "Sir", "Lord"}
_RETIRED = {"a.D.", "i.R."}
_AFTER_APPOSITION = {",", ".", "(", ")", ":", "–", "-", ";", "“", '"'}
_WITH_FIELD = ("Minister", "minister", "Senator", "Staatssekretär", "Kommissar", "kommissar", "Beauftragter")
_ENDING = re.compile(r"e[nrsm]?$")
FEDERAL = "Bundes"  # a Bundesminister is Germany's unless the text names another federation
_FORMER = ("Ex", "Alt")  # first parts of who held an office: Ex-Präsident, Altkanzler
_FEDERATIONS = ("AT", "CH")
_FIELDS = ("Europa",)  # what a minister is for, though it is a name: Europaminister


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """A noun phrase about an office: tokens `first:last` without its determiner, the title at `head`.

    `determiner` is the index of article or possessive, `holder` the index in the mentions of the person beside it;
    `of` is empty where the phrase names no body; `title` is empty for a colleague in office (Amtskollege);
    `assumed` is the state the text is about, for an office that only states have.
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
    assumed: Entity | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """What the search for office phrases looks at."""

    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    at: Mapping[int, int]
    gazetteer: Gazetteer
    federal: Entity | None
    short: Mapping[str, Entity]
    home: Entity | None

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
        return mention.entities[0] if whole or mention.kind in ("name", "metonym") else None

    def person(self, index: int) -> bool:
        """Tell whether a person's name starts at the token."""
        mention = self.mention(index)
        if mention is None or mention.kind != "name" or mention.entities[0].type != "Person":
            return False
        return self.at.get(index - 1) != self.at[index]

    def named(self, word: str) -> Entity | None:
        """Return what a word means that is part of a compound: a known name, or a body's abbreviation in the text."""
        return self.gazetteer.exact(word) or self.short.get(word)

    def end_of(self, index: int) -> int:
        """Return the token after the mention at the token."""
        number = self.at[index]
        while self.at.get(index) == number:
            index += 1
        return index


def find_phrases(
    tokens: Sequence[Token], sentences: Sequence[Sentence], mentions: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[OfficePhrase, ...]:
    """Return the office phrases of a text in order, with and without a name beside them."""
    found = dict.fromkeys(entity for mention in mentions for entity in mention.entities)
    short = {alias: body for body in found if body.type == "Organisation" for alias in body.aliases if alias.isalpha()}
    federal = _federation(mentions, gazetteer)
    home = home_state(mentions, gazetteer)
    text = _Text(tokens, mentions, mentions_by_token(tokens, mentions), gazetteer, federal, short, home)
    return tuple(phrase for sentence in sentences for phrase in _phrases(text, sentence))


def _federation(mentions: Sequence[Mention], gazetteer: Gazetteer) -> Entity | None:
    """Return the state that "Bundes-" means: Germany, unless the text speaks of Austria or Switzerland."""
    others = {gazetteer.state(code) for code in _FEDERATIONS}
    named = {entity for mention in mentions for entity in mention.entities}
    named |= {gazetteer.acts_for[entity.id] for entity in named if entity.id in gazetteer.acts_for}
    return None if named & others else gazetteer.state("DE")


def _phrases(text: _Text, sentence: Sentence) -> Iterator[OfficePhrase]:
    previous: OfficePhrase | None = None
    for index in range(sentence.first, sentence.last):
        token = text.tokens[index]
        if token.tag not in ("NN", "NE") or not token.text[0].isupper():
            continue
        title = parse_title(token.text)
        if (title is None and not _COLLEAGUE.match(token.text)) or _inside_name(text, index):
            continue
        phrase = _phrase(text, sentence, index, title, previous)
        if previous is not None and _joined(text, previous, phrase) and phrase.holder is not None:
            yield replace(previous, holder=phrase.holder, last=phrase.last)
        elif previous is not None:
            yield previous
        previous = phrase
    if previous is not None:
        yield previous


def _inside_name(text: _Text, index: int) -> bool:
    """Tell whether the token is part of a name that covers it whole (General in General Motors)."""
    mention = text.mention(index)
    return mention is not None and (mention.kind != "compound" or mention.end == text.tokens[index].end)


def _joined(text: _Text, first: OfficePhrase, second: OfficePhrase) -> bool:
    """Tell "Ministerpräsident und Außenminister X": one person, two offices."""
    between = text.tokens[first.head + 1 : second.head]
    return (
        first.holder is None
        and bool(between)
        and between[0].text in ("und", "sowie")
        and all(t.tag in ("KON", "ADJA") for t in between)
    )


def _phrase(
    text: _Text, sentence: Sentence, head: int, title: Title | None, previous: OfficePhrase | None
) -> OfficePhrase:
    first, of, standing, rank_word = _left(text, sentence, head)
    of, name = _compound_body(text, title, of)
    office = f"{rank_word} {name}" if rank_word and name else name
    rank = title.rank if title is not None and office == title.normal else ""
    if title is not None and title.prefix.startswith(_FORMER):
        standing = "former"
    determined = first > sentence.first and text.tokens[first - 1].tag in ("ART", "PPOSAT", "PDAT", "APPRART")
    determiner = first - 1 if determined else None
    phrase = OfficePhrase(first, head + 1, head, title, office, rank, of, standing=standing, determiner=determiner)
    if previous is not None and first == head and of is None and _joined(text, previous, phrase):
        phrase = replace(phrase, of=previous.of, determiner=previous.determiner)
    phrase = _right(text, sentence, _with_field(text, sentence, phrase))
    if phrase.of is None and title is not None:
        phrase = replace(phrase, of=_implied(text, title), assumed=text.home if is_national(title) else None)
    return _with_holder(text, sentence, phrase)


def _implied(text: _Text, title: Title) -> Entity | None:
    """Return the state that the word itself means: Kremlchef, Bundesminister."""
    if title.state:
        return text.gazetteer.state(title.state)
    return text.federal if _is_federal(title) else None


def _is_federal(title: Title) -> bool:
    return title.scope == "state" and title.whole.startswith(FEDERAL)


def _with_field(text: _Text, sentence: Sentence, phrase: OfficePhrase) -> OfficePhrase:
    """Add what a minister is minister for, which is part of the office: der Justiz, für Kultur und Sport."""
    index, word = phrase.last, phrase.word
    if word is None or not word.normal.endswith(_WITH_FIELD) or index + 1 >= sentence.last:
        return phrase
    link, end = text.tokens[index].text, index + 1
    if link in ("der", "des") and text.tokens[end].text in word_list("ministry_fields.txt"):
        end += 1
    elif link == "für":
        while end < sentence.last and _names_field(text, end):
            end += 1
    if end == index + 1:
        return phrase
    field = " ".join(token.text for token in text.tokens[index:end])
    return replace(phrase, last=end, title=f"{word.whole} {field}", rank="", of=phrase.of or _implied(text, word))


def _names_field(text: _Text, index: int) -> bool:
    """Tell a word of a list of fields, or what joins two of them: für Familie, Frauen und Jugend."""
    joint = text.tokens[index].text in (",", "und") and index + 1 < len(text.tokens)
    place = index + 1 if joint else index
    return text.tokens[place].tag in ("NN", "ADJA", "TRUNC") and text.mention(place) is None


def _left(text: _Text, sentence: Sentence, head: int) -> tuple[int, Entity | None, str, str]:
    """Read adjectives and a genitive before the title: first token, body, standing, what makes it another office."""
    index, of, standing, rank_word = head - 1, None, "held", ""
    while index >= sentence.first and _is_adjective(text, index):
        mention = text.mention(index)
        kind = modifier(text.tokens[index].text)
        if mention is not None and mention.kind == "adjective" and len(mention.entities) == 1 and of is None:
            of = mention.entities[0]
        rank_word = "stellvertretender" if kind == "deputy" else rank_word
        rank_word = _ENDING.sub("er", text.tokens[index].text).capitalize() if kind == "part" else rank_word
        standing = kind if kind in ("former", "acting", "future") else standing
        index -= 1
    if (
        of is None
        and index >= sentence.first
        and text.tokens[index].text[-1] in "s'’"
        and text.tokens[index].tag in ("NE", "NN")
    ):
        of = text.body(index)
        while of is not None and index > sentence.first and text.at.get(index - 1) == text.at[index]:
            index -= 1
        index -= of is not None
    elif (
        of is None
        and index >= sentence.first
        and (mention := text.mention(index)) is not None
        and mention.kind == "adjective"
    ):
        of, index = mention.entities[0], index - 1
    return index + 1, of, standing, rank_word


def _is_adjective(text: _Text, index: int) -> bool:
    mention = text.mention(index)
    return text.tokens[index].tag in ("ADJA", "ADJD", "TRUNC") or (
        mention is not None and mention.kind == "adjective" and text.tokens[index].text[0].islower()
    )


def _compound_body(text: _Text, title: Title | None, of: Entity | None) -> tuple[Entity | None, str]:
    """Return body and office of a compound: Kremlsprecher is Sprecher of the Kreml, Außenamtssprecher one word."""
    if title is None:
        return of, ""
    prefix = title.prefix.rstrip("-")
    for former in _FORMER:
        prefix = prefix.removeprefix(former).lstrip("-")
    if prefix == "Vize":
        return of, f"stellvertretender {title.normal}"
    body = text.named(prefix) if prefix and not (prefix in _FIELDS and title.scope == "state") else None
    if body is not None or not prefix:
        return body or of, title.normal
    party, hyphen, _ = prefix.partition("-")
    if hyphen and (body := text.named(party)) is not None:  # CDU-Landeschef
        return body, title.whole.partition(f"{party}-")[2]
    if _is_federal(title):
        plain = title.whole.removeprefix(FEDERAL).removeprefix("-")
        return of, plain[0].upper() + plain[1:]
    return of, title.whole


def _right(text: _Text, sentence: Sentence, phrase: OfficePhrase) -> OfficePhrase:
    """Read what follows the title: Kasachstans, von Kasachstan, der Ukraine, des Außenministeriums, in Russland."""
    index = phrase.last
    if index < sentence.last and phrase.of is None:
        start = index + 1 if text.tokens[index].text in ("von", "des", "der", "vom", "bei", "beim") else index
        while start < sentence.last and text.tokens[start].tag == "ADJA" and start > index and text.body(start) is None:
            start += 1
        genitive = start > index or text.tokens[index].text[-1] in "s'’"
        body = text.body(start) if start < sentence.last and genitive else None
        if body is not None:
            phrase = replace(phrase, of=body, last=text.end_of(start))
            index = phrase.last
    if index + 1 < sentence.last and text.tokens[index].text in ("in", "im", "bei") and phrase.title:
        place = text.body(index + 1 if text.body(index + 1) else min(index + 2, sentence.last - 1))
        if place is not None and phrase.rank == "ambassador":
            phrase = replace(phrase, place=place, last=text.end_of(index + 1 if text.body(index + 1) else index + 2))
    return phrase


def _with_holder(text: _Text, sentence: Sentence, phrase: OfficePhrase) -> OfficePhrase:
    """Attach the person whose name stands directly behind, behind a comma, or before one.

    "Eine Kanzlerin Horn" is only thought of.
    """
    index = phrase.last
    if index + 2 < sentence.last and text.tokens[index].text == "(" and text.tokens[index + 2].text == ")":
        index += 3  # die Vorsitzende des Bundes (DHB), Eva Blum
    while index < sentence.last and text.tokens[index].text in _HONORIFICS | _RETIRED:
        phrase = replace(phrase, standing="former") if text.tokens[index].text in _RETIRED else phrase
        index += 1
    if index < sentence.last and text.person(index):
        only_thought = phrase.determiner is not None and text.tokens[phrase.determiner].lemma == "ein"
        held = not only_thought and not _owned_by(text, phrase, index)
        return replace(phrase, holder=text.at[index]) if held else phrase
    own = phrase.of is not None and not _belongs_to_person(text, phrase)
    if own and _follows(text, sentence, index, ",") and text.person(index + 1):
        after = text.end_of(index + 1)
        if _closes(text, sentence, after) or text.tokens[after].tag.startswith("V"):
            return replace(phrase, holder=text.at[index + 1])
    before = (phrase.first if phrase.determiner is None else phrase.determiner) - 1
    if before <= sentence.first or text.tokens[before].text not in (",", "("):
        return phrase
    person = _before_brackets(text, sentence, before - 1)
    if _ends_person(text, person) and (_closes(text, sentence, index) or text.tokens[index].tag == "KON"):
        return replace(phrase, holder=text.at[person])
    return phrase


def _belongs_to_person(text: _Text, phrase: OfficePhrase) -> bool:
    """Tell the genitive behind a noun for a person, whose name follows: der Bruder des Papstes, Georg Horn."""
    article = phrase.determiner
    if not article or text.tokens[article].text not in ("des", "der"):
        return False
    owned = text.tokens[article - 1]
    return owned.tag == "NN" and noun_class(owned.lemma) == "Person"


def _before_brackets(text: _Text, sentence: Sentence, index: int) -> int:
    """Return the token before what stands in brackets that end at a token: Otto Lehr | (SPD)."""
    if text.tokens[index].text != ")":
        return index
    opening = (place for place in range(index, sentence.first, -1) if text.tokens[place].text == "(")
    return next(opening, index + 1) - 1


def _owned_by(text: _Text, phrase: OfficePhrase, index: int) -> bool:
    """Tell the possessor behind an article (der Sprecher Kalskis) from the holder (Präsident Kalskis Besuch)."""
    if phrase.determiner is None or text.tokens[phrase.head].text[-1] == "s":
        return False
    last = text.tokens[text.end_of(index) - 1].text
    return without_genitive(last) == text.mentions[text.at[index]].entities[0].label.split()[-1]


def _follows(text: _Text, sentence: Sentence, index: int, mark: str) -> bool:
    return index + 1 < sentence.last and text.tokens[index].text == mark


def _closes(text: _Text, sentence: Sentence, index: int) -> bool:
    """Tell whether an apposition ends before the token."""
    return index >= sentence.last or text.tokens[index].text in _AFTER_APPOSITION


def _ends_person(text: _Text, index: int) -> bool:
    mention = text.mention(index)
    return mention is not None and mention.entities[0].type == "Person" and mention.kind == "name"
