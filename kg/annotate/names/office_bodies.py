"""For whom an office is held, as its phrase says: Kasachstans Präsident, Kremlsprecher, Sprecher des Außenamts."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.annotate.articles import GENITIVE_ARTICLES
from kg.annotate.lexicon import word_list
from kg.annotate.names.home import has_government, is_national
from kg.annotate.names.office_text import FEDERAL, FORMER, OfficePhrase, OfficeText
from kg.annotate.names.titles import Title, heads_body, modifier
from kg.annotate.noun_classes import noun_class
from kg.model.entity import Entity
from kg.model.reading import Sentence, Token

__all__ = ["before_joined", "body_before", "body_behind", "compound_body", "governed", "implied", "with_field"]

_WITH_FIELD = (
    "Minister",
    "minister",
    "Senator",
    "Staatssekretär",
    "Kommissar",
    "kommissar",
    "Beauftragter",
    "beauftragter",
)
_SHORTEST_BODY = 6  # letters of a body's name inside a compound; shorter ones are found there by chance
_OF_CITY = "Senator"
_CITY_STATES = ("Berlin", "Bremen", "Hamburg")
"""States whose ministers are called so: Sozialsenatorin in Bremen."""
_GOVERNMENTS = {"Kabinett", "Regierung"}
_LONGEST_ATTRIBUTE = 6  # words of a participle with what belongs to it
_POSSESSIVE = {"PPOSAT", "PDS", "PDAT", "PRELAT"}
_OPENING_QUOTES = ("„", "“", "»", "«", "‚", '"')
_ENDING = re.compile(r"e[nrsm]?$")


def implied(text: OfficeText, title: Title) -> Entity | None:
    """Return the state or body that the word itself means: Kremlchef, Kommissionspräsidentin, Bundesminister."""
    if title.state:
        return text.gazetteer.states.get(title.state) or text.gazetteer.names.get(title.state)
    return text.federal if _is_federal(title) else None


def _is_federal(title: Title) -> bool:
    return title.scope == "state" and title.whole.startswith(FEDERAL)


def with_field(text: OfficeText, sentence: Sentence, phrase: OfficePhrase) -> OfficePhrase:
    """Add what a minister is minister for, which is part of the office: der Justiz, für Kultur und Sport."""
    index, word = phrase.last, phrase.word
    if word is None or not word.normal.endswith(_WITH_FIELD) or index + 1 >= sentence.last:
        return phrase
    link, end = text.tokens[index].text, index + 1
    if link in GENITIVE_ARTICLES and text.tokens[end].text in word_list("ministry_fields.txt"):
        end += 1
    elif link == "für":
        articled = text.tokens[end].tag == "ART"
        end += articled
        while end < sentence.last and _names_field(text, end, articled=articled):
            end += 1
        end -= articled and end == index + 2
    if end == index + 1:
        return phrase
    field = " ".join(token.text for token in text.tokens[index:end])
    return replace(phrase, last=end, title=f"{word.whole} {field}", rank="", of=phrase.of or implied(text, word))


def _names_field(text: OfficeText, index: int, *, articled: bool) -> bool:
    """Tell a word of a list of fields, or what joins two of them: für Familie und Jugend, für den Westbalkan."""
    if articled:
        return text.tokens[index].tag in ("NN", "NE", "ADJA") and not text.person(index)
    joint = text.tokens[index].text in (",", "und") and index + 1 < len(text.tokens)
    place = index + 1 if joint else index
    named = text.mention(place)
    return text.tokens[place].tag in ("NN", "ADJA", "TRUNC") and (named is None or named.kind == "adjective")


def body_before(text: OfficeText, sentence: Sentence, head: int) -> tuple[int, Entity | None, str, str]:
    """Read what stands before the title: the first token, whose it is, the standing, what makes it another office.

    Whose it is may be a person: Orbáns Europaminister; so may be what a pronoun means: seine Sprecherin.
    """
    first, standing, rank_word = before_joined(text, sentence, head), "held", ""
    index, of = first - 1, text.body(first) if first < head else None
    while index >= sentence.first and _is_adjective(text, index):
        mention = text.mention(index)
        kind = modifier(text.tokens[index].text)
        if mention is not None and mention.kind == "adjective" and len(mention.entities) == 1 and of is None:
            of = mention.entities[0]
        of = of or text.taken_over(index)
        rank_word = "stellvertretender" if kind == "deputy" else rank_word
        rank_word = _ENDING.sub("er", text.tokens[index].text).capitalize() if kind == "part" else rank_word
        standing = kind if kind in ("former", "acting", "future") else standing
        index -= 1
    if of is None and index >= sentence.first and _is_genitive(text.tokens[index]) and not _is_where(text, index):
        of = text.body(index) or text.named_person(index) or text.taken_over(index)
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
    return index + 1, of or _possessor(text, sentence, index), standing, rank_word


def before_joined(text: OfficeText, sentence: Sentence, head: int) -> int:
    """Return the first token of a title with two first parts: | Staats- und Parteichef."""
    first = head - 2
    joined = first >= sentence.first and text.tokens[head - 1].text == "und" and text.tokens[first].text[-1] == "-"
    mention = text.mention(first) if joined else None
    return first if joined and (mention is None or mention.kind == "compound") else head


def _is_genitive(token: Token) -> bool:
    """Tell a noun in the genitive before an office: Senats; but hat der Kongress | Präsidentin Weber abgesetzt."""
    bare = token.tag == "NN" and token.lemma == token.text
    return token.tag in ("NE", "NN") and token.text[-1] in "s'’" and not bare


def _is_where(text: OfficeText, index: int) -> bool:
    """Tell a place that ends with s from a genitive: traf in Buenos Aires | Präsident Weber."""
    mention, first = text.mention(index), index
    while first and text.at.get(first - 1) == text.at.get(index):
        first -= 1
    name = " ".join(token.text for token in text.tokens[first : index + 1])
    named = mention is not None and mention.entities[0].label == name
    return named and bool(first) and text.tokens[first - 1].text.lower() == "in"


def _possessor(text: OfficeText, sentence: Sentence, index: int) -> Entity | None:
    """Return what the pronoun at a token means: seine Sprecherin, mit dessen Vorgänger, Nigeria, dessen Präsident."""
    if index < sentence.first:
        return None
    token, mention = text.tokens[index], text.mention(index)
    if mention is not None and mention.kind == "pronoun" and token.tag in _POSSESSIVE:
        return mention.entities[0] if len(mention.entities) == 1 else None
    if token.text in ("dessen", "deren") and index - 1 > sentence.first and text.tokens[index - 1].text == ",":
        return text.body(index - 2) or text.named_person(index - 2)
    return None


def _is_adjective(text: OfficeText, index: int) -> bool:
    mention = text.mention(index)
    if text.tokens[index].tag == "ADJD" and index and text.tokens[index - 1].tag == "VVFIN":
        return False  # it says when somebody does it: leitet künftig | Trainer Weber
    return text.tokens[index].tag in ("ADJA", "ADJD", "TRUNC") or (
        mention is not None and mention.kind == "adjective" and text.tokens[index].text[0].islower()
    )


def compound_body(text: OfficeText, title: Title | None, of: Entity | None) -> tuple[Entity | None, str]:
    """Return body and office of a compound: Kremlsprecher is Sprecher of the Kreml, Außenamtssprecher one word."""
    if title is None:
        return of, ""
    prefix = title.prefix.rstrip("-")
    for former in FORMER:
        prefix = prefix.removeprefix(former).lstrip("-")
    if prefix == "Vize":
        return of, f"stellvertretender {title.normal}"
    field = title.normal == "Minister" and "-" not in title.prefix  # an Europaminister is minister for Europe
    body = _named_part(text, prefix) if prefix and not field else None
    if body is not None and title.scope == "body" and body.type in ("Staat", "Ort"):
        return of, f"{prefix}-{title.normal}" if "-" in title.prefix else title.whole  # Deutschland-Chefin von Siemens
    if body is not None or not prefix:
        return body or of, title.normal
    party, hyphen, _ = prefix.partition("-")
    if hyphen and (body := _named_part(text, party)) is not None:  # CDU-Landeschef
        return body, title.whole.partition(f"{party}-")[2]
    if title.scope == "body" and (body := _opening_body(text, title)) is not None:
        return body, title.normal
    if heads_body(title):
        return (None if of is not None and of.type == "Staat" else of), title.whole
    if _is_federal(title):
        plain = title.whole.removeprefix(FEDERAL).removeprefix("-")
        return of, plain[0].upper() + plain[1:]
    return of, title.whole


def _named_part(text: OfficeText, word: str) -> Entity | None:
    """Return the body that the first part of a compound names, with or without the s between: Juso-, Unions-."""
    forms = (word, f"{word}s", word.removesuffix("s"))
    return next((body for form in forms if (body := text.named(form)) is not None), None)


def _opening_body(text: OfficeText, title: Title) -> Entity | None:
    """Return the body that a closed compound begins with: Unionsfraktion in Unionsfraktionsvize."""
    cuts = range(len(title.prefix), _SHORTEST_BODY - 1, -1)
    parts = (title.prefix[:cut].removesuffix("s") for cut in cuts)
    return next((body for part in parts if (body := text.named(part)) is not None), None)


def body_behind(text: OfficeText, sentence: Sentence, phrase: OfficePhrase) -> OfficePhrase:
    """Read what follows the title: Kasachstans, von Kasachstan, des Außenministeriums, der Bank Muster, in Russland."""
    if phrase.last < sentence.last and phrase.of is None:
        phrase = _genitive(text, sentence, phrase)
    if phrase.of is None and phrase.owner is None and phrase.word is not None and phrase.word.scope == "state":
        phrase = _under(text, sentence, phrase)
    index = phrase.last
    if index + 1 >= sentence.last or text.tokens[index].text not in ("in", "im", "bei") or not phrase.title:
        return phrase
    start = index + 1 if text.body(index + 1) else min(index + 2, sentence.last - 1)
    place = text.body(start)
    if place is not None and phrase.rank == "ambassador":
        return replace(phrase, place=place, last=text.end_of(start))
    if place is not None and phrase.of is not None and phrase.of.type == "Organisation":
        return replace(phrase, last=text.end_of(start))  # Fraktionschef der Grünen im Bundestag
    if place is not None and phrase.of is None and phrase.determiner is None and (of := governed(text, phrase, place)):
        return replace(phrase, of=of, last=text.end_of(start))
    return phrase


def governed(text: OfficeText, phrase: OfficePhrase, place: Entity) -> Entity | None:
    """Return whose office a place tells that stands behind it: zuvor Finanzminister in Rom, in Hessen."""
    if phrase.word is None or phrase.word.plural:
        return None
    if not is_national(phrase.word):
        return place if phrase.word.normal == _OF_CITY and place.label in _CITY_STATES else None
    state = text.gazetteer.lies_in.get(place.id)
    own = place.type == "Staat" or (state is not None and has_government(place, state, text.gazetteer))
    return place if own else text.gazetteer.acts_for.get(place.id)


def _under(text: OfficeText, sentence: Sentence, phrase: OfficePhrase) -> OfficePhrase:
    """Read under whom a minister serves: Ministerin unter Präsident X, Minister im Kabinett von Kanzler X."""
    words = [token.text for token in text.tokens[phrase.last : min(sentence.last, phrase.last + _LONGEST_ATTRIBUTE)]]
    if not words or not (words[0] == "unter" or not _GOVERNMENTS.isdisjoint(words[1:3])):
        return phrase
    for index in range(phrase.last + 1, phrase.last + len(words)):
        if (person := text.named_person(index)) is not None:
            return replace(phrase, owner=person, last=text.end_of(index))
        if text.tokens[index].tag not in ("ART", "APPR", "ADJA", "NN"):
            break
    return phrase


def _genitive(text: OfficeText, sentence: Sentence, phrase: OfficePhrase) -> OfficePhrase:
    index = phrase.last
    start = index + 1 if text.tokens[index].text in ("von", "des", "der", "vom", "bei", "beim", "am", "an") else index
    while start < sentence.last and text.tokens[start].tag == "ADJA" and start > index and text.body(start) is None:
        start += 1
    genitive = start > index or text.tokens[index].text[-1] in "s'’"
    quoted = start > index and start + 1 < sentence.last and text.tokens[start].text in _OPENING_QUOTES
    start += quoted
    if not genitive or start >= sentence.last:
        return phrase
    body = text.body(start)
    if body is None and _kind_before_name(text, sentence, start):
        quoted = text.tokens[start + 1].text in _OPENING_QUOTES and start + 2 < sentence.last
        start += 1 + quoted
        body = text.body(start)
    elif start > index and text.tokens[start].tag in ("APPR", "APPRART", "ADV", "ADJD"):
        start = _behind_attribute(text, sentence, start)
        body = text.body(start)
    return phrase if body is None else replace(phrase, of=body, last=text.end_of(start) + quoted)


def _behind_attribute(text: OfficeText, sentence: Sentence, start: int) -> int:
    """Return the token behind a participle with what belongs to it: der | von Belgrad gestützten | Serbischen Liste."""
    for index in range(start + 1, min(sentence.last - 1, start + _LONGEST_ATTRIBUTE)):
        if text.tokens[index].tag == "ADJA" and text.mention(index) is None and text.body(index + 1) is not None:
            return index + 1
    return start


def _kind_before_name(text: OfficeText, sentence: Sentence, index: int) -> bool:
    """Tell a noun that says what kind of body the name behind it is: Chef der Investmentbank | Goldman Sachs."""
    kind = noun_class(text.tokens[index].lemma) if text.tokens[index].tag == "NN" else None
    return kind in ("Organisation", "Medium", "Ort", "Staat") and index + 1 < sentence.last
