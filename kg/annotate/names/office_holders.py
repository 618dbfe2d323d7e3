"""Who holds the office of a phrase: the person whose name stands behind it, behind a comma, or before one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from kg.annotate.articles import GENITIVE_ARTICLES
from kg.annotate.names.inflection import is_name_in_genitive
from kg.annotate.names.office_text import OfficePhrase, OfficeText
from kg.annotate.noun_classes import noun_class
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.model.reading import Sentence, Token

__all__ = ["of_party_behind", "with_holder"]

_HONORIFICS = {"Dr.", "Prof.", "Dr", "Prof", "Sir", "Lord"}
_RETIRED = {"a.D.", "i.R."}
_PAST = {"früher", "einst", "ehemals", "vormals", "damals", "zuvor", "bis", "während", "bisher", "bislang", "vorher"}
_ADVERBIAL = {"ADV", "ADJD", "APPR", "APPRART", "ART", "CARD", "NN"}
_LONGEST_ADVERB = 5  # words between the comma and the office: seit Anfang Mai Vorsitzende der Partei
_FROM = ("aus",)
"""What leads to the state or town of an office behind its holder: Bürgermeisterin Ida Holm | aus Fulda."""
_AT = ("von", "vom", "am", "an", "bei", "beim")
_BESIDE = {",", "–", "("}
_SCOPES = frozenset({"für", "in", "im", "am", "auf", "bei", "beim"})
_IN_SCOPES = frozenset({"ART", "ADJA", "NN", "NE"})
_LONGEST_SCOPE = 5
_IN_PARTIES = ("Partei", "Fraktion", "General", "Landesvorsitz", "Landeschef", "Bundesgeschäftsführer")
"""How offices begin that parties have: Parteichef, Fraktionsvorsitzende."""
_OPENING = frozenset({",", "(", "–"})
_AFTER_APPOSITION = {",", ".", "(", ")", ":", "–", "-", ";", "“", '"'}


def with_holder(text: OfficeText, sentence: Sentence, phrase: OfficePhrase) -> OfficePhrase:
    """Attach the person whose name stands directly behind, behind a comma, or before one.

    "Eine Kanzlerin Horn" is only thought of.
    """
    index = phrase.last
    index = _behind_brackets(text, sentence, index)  # die Vorsitzende des Bundes (DHB), Eva Blum
    while index < sentence.last and text.tokens[index].text in _HONORIFICS | _RETIRED:
        phrase = replace(phrase, standing="former") if text.tokens[index].text in _RETIRED else phrase
        index += 1
    if index < sentence.last and text.person(index):
        only_thought = phrase.determiner is not None and text.tokens[phrase.determiner].lemma == "ein"
        if only_thought or _owned_by(text, phrase, index):
            return phrase
        held = replace(phrase, holder=text.at[index])
        return _of_body_behind(text, sentence, held, text.end_of(index))
    own = (phrase.of or phrase.owner) is not None and not _belongs_to_person(text, phrase)
    name = (
        _behind_rank(text, sentence, index + 1) if own and _follows(text, sentence, index, _BESIDE) else sentence.last
    )
    if name < sentence.last and text.person(name):
        after = text.end_of(name)
        if _closes(text, sentence, after) or text.tokens[after].tag.startswith("V"):
            return replace(phrase, holder=text.at[name])
    behind = _behind_scope(text, sentence, index) if phrase.of is not None else index
    if behind > index and own and _follows(text, sentence, behind, _BESIDE):
        name = _behind_rank(text, sentence, behind + 1)
        if name < sentence.last and text.person(name) and _closes(text, sentence, text.end_of(name)):
            return replace(phrase, holder=text.at[name])
    return _apposed(text, sentence, phrase, behind)


def of_party_behind(text: OfficeText, phrase: OfficePhrase) -> OfficePhrase:
    """Add the party in brackets behind the name of who has an office in one: Parteichefin Eva Blum | (SPD)."""
    word = phrase.word
    if phrase.holder is None or phrase.of is not None or phrase.owner is not None or word is None:
        return phrase
    if not word.whole.startswith(_IN_PARTIES):
        return phrase
    end = text.mentions[phrase.holder].end
    index = phrase.last
    while index < len(text.tokens) and text.tokens[index].start < end:
        index += 1
    aside = [token.text for token in text.tokens[index : index + 3 : 2]] == ["(", ")"]
    body = text.body(index + 1) if aside else None
    return replace(phrase, of=body) if body is not None and body.type == "Organisation" else phrase


def _behind_brackets(text: OfficeText, sentence: Sentence, index: int) -> int:
    """Return the token behind one word in brackets at a token, else the token."""
    aside = index + 2 < sentence.last and text.tokens[index].text == "(" and text.tokens[index + 2].text == ")"
    return index + 3 if aside else index


def _behind_scope(text: OfficeText, sentence: Sentence, index: int) -> int:
    """Return the token behind what says where or for what an office is held: der UN-Gesandte | für den Jemen |, X."""
    if index + 1 >= sentence.last or text.tokens[index].text not in _SCOPES:
        return index
    place = index + 1
    while place < min(sentence.last, index + _LONGEST_SCOPE) and text.tokens[place].tag in _IN_SCOPES:
        place += 1
    return place if text.tokens[place - 1].tag in ("NN", "NE") else index


def _behind_rank(text: OfficeText, sentence: Sentence, index: int) -> int:
    """Return the token behind what somebody is called before the name: Kabuls Armeechef, | General X, | Dr. Y."""
    while index + 1 < sentence.last and not text.person(index):
        token = text.tokens[index]
        ranked = token.tag == "NN" and noun_class(token.lemma) == "Person" and text.person(index + 1)
        if token.text not in _HONORIFICS and not ranked:
            break
        index += 1
    return index


def _of_body_behind(text: OfficeText, sentence: Sentence, phrase: OfficePhrase, index: int) -> OfficePhrase:
    """Add the body named at a token, behind the holder: Direktorin Eva Blum | vom Institut Muster, …."""
    open_ = phrase.of is None and phrase.owner is None and phrase.word is not None
    scope = phrase.word.scope if phrase.word is not None else ""
    links = {"body": _AT, "state": _FROM}.get(scope, ())
    if not open_ or index + 1 >= sentence.last or text.tokens[index].text not in links:
        return phrase
    start = index + 1 + (text.tokens[index + 1].tag == "ART")
    while start + 1 < sentence.last and scope == "state" and text.tokens[start].tag == "NN" and not text.body(start):
        start += 1  # Gouverneurin Ida Holm aus dem | Bundesstaat | Oregon
    body = text.body(start) if start < sentence.last else None
    wanted = ("Organisation", "Medium") if scope == "body" else ("Ort", "Staat")
    if body is None or body.type not in wanted:
        return phrase
    end = text.end_of(start)
    closed = _closes(text, sentence, end) or text.tokens[end].tag in (*FINITE_TAGS, "KON")
    return replace(phrase, of=body) if closed else phrase


def _apposed(text: OfficeText, sentence: Sentence, phrase: OfficePhrase, end: int) -> OfficePhrase:
    """Attach the person before the comma to a phrase ending before token `end`: X, zur Tatzeit Vizechef der Liste."""
    begin = before = (phrase.first if phrase.determiner is None else phrase.determiner) - 1
    while before > max(sentence.first, begin - _LONGEST_ADVERB) and _is_adverbial(text.tokens[before]):
        before -= 1
    if before <= sentence.first or text.tokens[before].text not in _OPENING:
        return phrase
    person = _before_brackets(text, sentence, before - 1)
    closed = _closes(text, sentence, end) or text.tokens[end].tag == "KON"
    if not closed or not _ends_person(text, person) or _belongs_to_person(text, phrase):
        return phrase
    past = not _PAST.isdisjoint(token.text for token in text.tokens[before + 1 : begin + 1])
    return replace(phrase, holder=text.at[person], standing="former" if past else phrase.standing)


def _is_adverbial(token: Token) -> bool:
    """Tell a word that may stand between comma and office; the tagger takes "während" for a conjunction there."""
    return token.tag in _ADVERBIAL or token.text == "während"


def _belongs_to_person(text: OfficeText, phrase: OfficePhrase) -> bool:
    """Tell the genitive behind a noun for a person, whose name follows: der Bruder des Papstes, Georg Horn."""
    article = phrase.determiner
    if not article or text.tokens[article].text not in GENITIVE_ARTICLES:
        return False
    owned = text.tokens[article - 1]
    return owned.tag == "NN" and noun_class(owned.lemma) == "Person"


def _before_brackets(text: OfficeText, sentence: Sentence, index: int) -> int:
    """Return the token before what stands in brackets that end at a token: Otto Lehr | (SPD)."""
    if text.tokens[index].text != ")":
        return index
    opening = (place for place in range(index, sentence.first, -1) if text.tokens[place].text == "(")
    return next(opening, index + 1) - 1


def _owned_by(text: OfficeText, phrase: OfficePhrase, index: int) -> bool:
    """Tell the possessor behind an article (der Sprecher Kalskis) from the holder (Präsident Kalskis Besuch)."""
    if phrase.determiner is None or text.tokens[phrase.head].text[-1] == "s":
        return False
    person = text.mentions[text.at[index]].entities[0]
    return is_name_in_genitive(text.tokens[text.end_of(index) - 1].text, person.label)


def _follows(text: OfficeText, sentence: Sentence, index: int, marks: Collection[str]) -> bool:
    return index + 1 < sentence.last and text.tokens[index].text in marks


def _closes(text: OfficeText, sentence: Sentence, index: int) -> bool:
    """Tell whether an apposition ends before the token."""
    return index >= sentence.last or text.tokens[index].text in _AFTER_APPOSITION


def _ends_person(text: OfficeText, index: int) -> bool:
    mention = text.mention(index)
    return mention is not None and mention.entities[0].type == "Person" and mention.kind == "name"
