"""Phrases about an office, with or without a name beside them: Kasachstans Präsident X; X, Sprecher des Kremls."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.annotate.articles import DEFINITE_ARTICLES
from kg.annotate.names.field_holders import field_holders
from kg.annotate.names.home import has_government, is_national, may_have
from kg.annotate.names.office_bodies import before_joined, body_before, body_behind, compound_body, implied, with_field
from kg.annotate.names.office_context import OF_BODIES, with_antecedent
from kg.annotate.names.office_groups import each_holder, names_several
from kg.annotate.names.office_holders import of_party_behind, with_holder
from kg.annotate.names.office_relations import is_relation, with_owner
from kg.annotate.names.office_text import FORMER, OfficePhrase, OfficeText
from kg.annotate.names.titles import Title, parse_portfolio, parse_title
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.model.entity import Entity
from kg.model.reading import Sentence

__all__ = ["find_phrases"]

_COLLEAGUE = re.compile(r"Amts?kolleg(?:e|en|in|innen)$|Kollege[n]?$|Kollegin$|Pendant$|Gegenpart$")
_NOUNS = frozenset({"NN", "NE"})
_REACH = 40  # tokens before an office in which another state may be whose it is
_ITEM = 90  # tokens from the label of a short item to an office in it
_ITEM_ENDS = frozenset({".", "!", "?", "“"})
_OF = frozenset({"der", "des", "vom"})
_OWN = frozenset(
    {"Republik", "Land", "Staat", "Nation", "Regierung", "Bund", "Justiz", "Finanz", "Finanzen", "Innere", "Äußere"}
)
"""What an office is of that is its state's own: der Präsident der Republik, die Ministerin der Justiz."""
_OF_ANY = ("Präsident", "Vizepräsident", "Sekretär", "Generalsekretär", "Sprecher")
"""Offices that many bodies have beside states."""
_POLITICIAN = "Politiker"
_STATES = "Staats-"
_WITH_OWNER = _BEHIND_ARTICLE = 2
_LEADS_STATE = "head-of-state"
"""Whoever is Staats- und Parteichef leads the state, whatever the word says last."""
_DETERMINERS = {"ART", "PDS", "PPOSAT", "PDAT", "APPRART", "PRELAT"}
# Offices that are held for a person: Putins Berater.
_PERSONAL = {"Berater", "Sprecher", "Stellvertreter", "Gesandter", "Sondergesandter", "Sekretär", "Anwalt", "Vertreter"}

# What somebody is in a firm or on his own account, whatever land or town is said beside it: der deutsche Manager.
_PRIVATE = {"Richter", "Manager", "Geschäftsführer", "Chefvolkswirt", "Chefökonom", "Chefanalyst", "Chefstratege"}


def find_phrases(text: OfficeText, sentences: Sequence[Sentence]) -> tuple[OfficePhrase, ...]:
    """Return the office phrases of a text in order, with and without a name beside them."""
    before = (None, *sentences[:-1]) if sentences else ()
    heads = [index for index, token in enumerate(text.tokens) if token.tag in _NOUNS and _names_office(token.text)]
    return tuple(
        of_party_behind(text, held)
        for sentence, previous in zip(sentences, before, strict=True)
        for phrase in (*_phrases(text, sentence, previous, heads), *field_holders(text, sentence))
        for held in each_holder(text, sentence, phrase)
    )


def _phrases(
    text: OfficeText, sentence: Sentence, before: Sentence | None, heads: Sequence[int]
) -> Iterator[OfficePhrase]:
    previous: OfficePhrase | None = None
    for index in heads[bisect_left(heads, sentence.first) : bisect_left(heads, sentence.last)]:
        token = text.tokens[index]
        if (minister := parse_portfolio(token.text)) is not None:
            yield replace(_phrase(text, sentence, index, minister, None), holder=None, portfolio=True)
            continue
        title = parse_title(token.text)
        role = _referring(text, index) if title is not None else None
        if role is None and _inside_name(text, index):
            continue
        phrase = with_antecedent(text, sentence, before, _phrase(text, sentence, index, title, previous))
        if role is not None:
            phrase = replace(phrase, holder=role, referring=True)
        if previous is not None and _of_same_holder(text, previous, phrase):
            phrase = replace(phrase, holder=previous.holder)
        if previous is not None and phrase.holder is not None and _shares(text, sentence, previous, phrase):
            yield replace(previous, holder=phrase.holder, last=phrase.last)
        elif previous is not None:
            yield previous
        previous = phrase
    if previous is not None:
        yield previous


@lru_cache(maxsize=50_000)  # the nouns of an archive
def _names_office(word: str) -> bool:
    """Tell whether a word may head an office phrase: a title, a minister's field, a colleague or predecessor."""
    named = parse_title(word) is not None or parse_portfolio(word) is not None
    return (word[0].isupper() or "-" in word) and (named or is_relation(word) or _COLLEAGUE.match(word) is not None)


def _of_same_holder(text: OfficeText, first: OfficePhrase, second: OfficePhrase) -> bool:
    """Tell the second office of an apposition: Eva Blum, Chefin der Bank und frühere Ministerin, …."""
    if first.holder is None or first.referring or second.holder is not None or second.title == "":
        return False
    begin = second.first if second.determiner is None else second.determiner
    joined = [token.text for token in text.tokens[first.last : begin]] in (["und"], ["sowie"], [",", "zugleich"])
    return joined and text.mentions[first.holder].end <= text.tokens[first.first].start


def _referring(text: OfficeText, index: int) -> int | None:
    """Return the mention that refers to a person by the office at the token: der Kremlchef, die SPD-Politikerin."""
    mention = text.mention(index)
    if mention is None or mention.kind not in ("role", "description") or len(mention.entities) > 1:
        return None
    person = mention.entities[0]
    unnamed = person.provisional and person.label.endswith(text.tokens[index].lemma)  # kenianischer Finanzminister
    return text.at[index] if person.type == "Person" and not unnamed else None


def _inside_name(text: OfficeText, index: int) -> bool:
    """Tell whether the token is part of a name that covers it whole (General in General Motors)."""
    mention = text.mention(index)
    return (
        mention is not None
        and mention.kind != "group"
        and (mention.kind != "compound" or mention.end == text.tokens[index].end)
    )


def _joined(text: OfficeText, first: OfficePhrase, second: OfficePhrase) -> bool:
    """Tell "Ministerpräsident und Außenminister X": one person, two offices."""
    between = text.tokens[first.head + 1 : second.head]
    return (
        first.holder is None
        and bool(between)
        and between[0].text in ("und", "sowie")
        and all(t.tag in ("KON", "ADJA") for t in between)
    )


def _shares(text: OfficeText, sentence: Sentence, first: OfficePhrase, second: OfficePhrase) -> bool:
    """Tell two offices of who is named behind the second: Kanzler und Minister X; der Chef der Bank, Minister X, …."""
    if _joined(text, first, second):
        return True
    name = second.holder
    if first.holder is not None or first.of is None or first.referring or first.determiner is None or name is None:
        return False
    begin = second.first if second.determiner is None else second.determiner
    behind = next((i for i in range(second.last, sentence.last) if text.at.get(i) == name), sentence.last)
    after = text.end_of(behind) if behind < sentence.last else sentence.last
    if after + 2 < sentence.last and text.tokens[after].text == "(" and text.tokens[after + 2].text == ")":
        after += 3  # der Chef der Bank, Ministerin Ida Holm (SPD), …
    beside = [token.text for token in text.tokens[first.last : begin]] == [","]
    closed = after < sentence.last and (text.tokens[after].text == "," or text.tokens[after].tag in FINITE_TAGS)
    return beside and closed and not names_several(text.tokens, first.first, first.head)


def _phrase(
    text: OfficeText, sentence: Sentence, head: int, title: Title | None, previous: OfficePhrase | None
) -> OfficePhrase:
    first, of, standing, rank_word = body_before(text, sentence, head)
    joined = text.tokens[before_joined(text, sentence, head)]
    leads_state = title is not None and joined.text == _STATES
    of, name = (of, f"{_STATES} und {title.whole}") if title and leads_state else compound_body(text, title, of)
    office = f"{rank_word} {name}" if rank_word and name else name
    rank = title.rank if title is not None and office == title.normal else ""
    rank = _LEADS_STATE if leads_state else rank
    if title is not None and title.prefix.startswith(FORMER):
        standing = "former"
    determined = first > sentence.first and text.tokens[first - 1].tag in _DETERMINERS
    determiner = first - 1 if determined else None
    whose = of if of is not None and of.type == "Person" else None
    of, owner, place = _whose(text, title, of)
    phrase = OfficePhrase(first, head + 1, head, title, office, rank, of, place, standing, determiner, owner=owner)
    if is_relation(text.tokens[head].text) and (title is None or title.prefix or whose is not None):
        return with_holder(text, sentence, with_owner(text, sentence, phrase, whose))
    phrase = body_behind(text, sentence, with_field(text, sentence, phrase))
    if previous is not None and first == head and phrase.of is None and _joined(text, previous, phrase):
        of_party = previous.word is not None and previous.word.normal == _POLITICIAN
        phrase = replace(phrase, of=None if of_party else previous.of, determiner=previous.determiner)
    if phrase.of is None and title is not None:
        another = _of_another(text, phrase.last) or _of_somebody(text, determiner, title)
        another = another or _of_unknown_town(text, head)
        assumed = None if another else _assumed(text, sentence, first, title)
        phrase = replace(phrase, of=implied(text, title), assumed=assumed)
    return with_holder(text, sentence, phrase)


def _of_another(text: OfficeText, last: int) -> bool:
    """Tell whether the office is that of what no table knows: die Präsidentin der Handwerkskammer, die von Bretten."""
    behind = text.tokens[last : last + 2]
    if len(behind) < _WITH_OWNER or behind[1].tag not in ("NN", "NE"):
        return False
    owned = behind[0].text in _OF and behind[1].tag == "NN" and behind[1].lemma not in _OWN
    return owned or behind[0].text == "von"


def _of_unknown_town(text: OfficeText, head: int) -> bool:
    """Tell an adjective of a town that no table knows right before an office: die | Rodenfelder Bürgermeisterin.

    Behind a definite article others are weak there: der Neue Rat, dem Regierenden Bürgermeister.
    """
    if head < _BEHIND_ARTICLE:
        return False
    before, town = text.tokens[head - 2 : head]
    weak = before.text.lower() in DEFINITE_ARTICLES or (before.tag == "ADJA" and not before.text.endswith("er"))
    return weak and town.tag in ("ADJA", "NN", "NE") and town.text[0].isupper() and town.text.endswith("er")


def _of_somebody(text: OfficeText, determiner: int | None, title: Title) -> bool:
    """Tell the office that a pronoun gives to what nothing resolves, which need be no state: dessen Präsident."""
    word = text.tokens[determiner].text.lower() if determiner is not None else ""
    owned = word.startswith(("sein", "ihr")) and title.whole in _OF_ANY
    return word in ("dessen", "deren") or owned


def _assumed(text: OfficeText, sentence: Sentence, first: int, title: Title) -> Entity | None:
    """Return what the text is about, unless the sentence names another state before the office: whose it may be."""
    home = _labelled(text, sentence.first, title) or text.homes.of(title)
    if home is not None and home == text.federal and title.whole == OF_BODIES:
        return None  # Präsident X without more is that of an association there: the state's is the Bundespräsident
    many = title.gender == "m" and first > sentence.first and text.tokens[first - 1].text.lower() == "die"
    if home is None or many:
        return None  # die Außenminister X und Y serve two states
    start = max(sentence.first, first - _REACH)
    named = [entity for index in range(first - 1, start - 1, -1) if index in text.at for entity in _named(text, index)]
    part = next((entity for entity in named if has_government(entity, home, text.gazetteer)), None)
    if part is not None and title.rank not in ("foreign-minister", "defence-minister") and home == text.federal:
        return part
    if any(entity.type == "Staat" and entity != home for entity in named):
        return None
    return home if not _is_elsewhere(text, start, home) else None


def _labelled(text: OfficeText, place: int, title: Title) -> Entity | None:
    """Return the state under whose name a text of short items tells what happened there: Peru: Der Präsident …."""
    if not is_national(title):
        return None
    end = min(place + 2, len(text.tokens) - 1)
    colons = (i for i in range(end, max(0, end - _ITEM), -1) if text.tokens[i].text == ":" and i - 1 in text.at)
    label = next(colons, None)
    if label is None or (label > 1 and text.tokens[label - 2].text not in _ITEM_ENDS):
        return None
    state = text.mentions[text.at[label - 1]].entities[0]
    return state if state.type == "Staat" and may_have(state, title) else None


def _is_elsewhere(text: OfficeText, place: int, home: Entity) -> bool:
    """Tell whether the words before a sentence speak of another state or part of one only than the part `home`.

    So they do in a text of many short items: Kiel: … Rabat: …
    """
    if home.type != "Ort":
        return False
    before = (text.at[index] for index in range(max(0, place - _REACH), place) if index in text.at)
    numbers = tuple(dict.fromkeys(before))
    named = {entity for number in numbers for entity in _named_at(text, number)}
    states = {entity for number in numbers for entity in _states_at(text, number)}
    state = text.gazetteer.lies_in.get(home.id)
    other = any(state is not None and has_government(entity, state, text.gazetteer) for entity in named - {home})
    return home not in named and (other or (bool(states) and state not in states))


def _named_at(text: OfficeText, number: int) -> tuple[Entity, ...]:
    mention = text.mentions[number]
    return mention.entities if mention.whole is None else (*mention.entities, mention.whole)


def _states_at(text: OfficeText, number: int) -> Iterator[Entity]:
    """Yield the states that a mention names, or of which it names a part or the capital."""
    for entity in _named_at(text, number):
        whole = text.gazetteer.lies_in.get(entity.id, entity)
        if whole.type == "Staat":
            yield whole


def _named(text: OfficeText, index: int) -> tuple[Entity, ...]:
    return _named_at(text, text.at[index])


def _whose(
    text: OfficeText, title: Title | None, of: Entity | None
) -> tuple[Entity | None, Entity | None, Entity | None]:
    """Return for whom an office is held, whose it is where that is a person, and where it is held.

    A minister's is the state of the head of government, an adviser's the person; a party's chair in a region has the
    region beside the word: die Thüringer Landesvorsitzende. A capital's minister is that of its state: Sofias Minister.
    """
    if title is None and of is not None and of.type == "Person":
        return None, None, None  # a colleague serves another state: sein Amtskollege
    if of is None or title is None:
        return of, None, None
    if of.type == "Person":
        own = title.normal in _PERSONAL
        return (of if own else None), (None if own else of), None
    if of.type == "Ort" and title.scope == "body" and title.prefix.startswith("Landes"):
        return None, None, of
    if title.normal in (_PERSONAL | _PRIVATE if of.type == "Ort" else _PRIVATE) and of.type in ("Ort", "Staat"):
        return None, None, None  # der Pariser Anwalt serves others
    return (text.gazetteer.acts_for.get(of.id, of) if is_national(title) else of), None, None
