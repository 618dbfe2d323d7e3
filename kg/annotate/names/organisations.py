"""New organisations: long forms with their abbreviation, names behind a head noun, proper adjectives, companies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.annotate.articles import DEFINITE_ARTICLES, GENITIVE_ARTICLES
from kg.annotate.lexicon import word_list
from kg.annotate.names.abbreviated_names import abbreviated
from kg.annotate.names.body_names import LONGEST_NAME, OPENING, head_row, nominative_of
from kg.annotate.names.foreign_bodies import foreign_body
from kg.annotate.names.found import Found, found
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.institutions import ADJECTIVE_ENDING, part_of_state
from kg.annotate.names.introduced_names import introduced
from kg.annotate.names.people import given_name_gender
from kg.annotate.noun_classes import noun_class
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.annotate.words.tagger import readings
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Sentence, Token

__all__ = ["find_organisations"]

_LEGAL_FORMS = {
    "AG",
    "GmbH",
    "SE",
    "KG",
    "KGaA",
    "Inc",
    "Inc.",
    "Corp",
    "Corp.",
    "Ltd",
    "Ltd.",
    "plc",
    "AB",
    "OAO",
    "e.V.",
}
_PARTY = "Partei"
_SAINTS = ("Sankt", "St.")
_OFFICIAL = ("ministerium", "amt", "gericht", "behörde")
"""How offices end whose names have no indefinite article: no Ministerium | für eine Reform."""
_PLACED = ("fuer", "both", "place")
"""Ways of naming in which the adjective of a town belongs to the name."""
_DEFINITE = DEFINITE_ARTICLES | {"im", "am", "vom", "zum", "zur", "beim"}
_SOUGHT = frozenset({"Amt", "Posten", "Präsidentschaft", "Vorsitz", "Wahl"})
_PHRASE_TAGS = {"NN", "NE", "ADJA", "ART", "KON", "TRUNC"}


def find_organisations(
    tokens: Sequence[Token], sentences: Sequence[Sentence], known: Sequence[Found], gazetteer: Gazetteer
) -> tuple[Found, ...]:
    """Return the organisations, media and parts of states that the text names without the gazetteer's help.

    `known` are the known names of the text. What is found once is found again wherever its words are repeated.
    """
    at = {index: hit for hit in known for index in range(hit.first, hit.last)}
    hits = [hit for sentence in sentences for hit in _in_sentence(tokens, sentence, at, gazetteer)]
    return (*hits, *_repetitions(tokens, hits, at))


def _in_sentence(
    tokens: Sequence[Token], sentence: Sentence, at: dict[int, Found], gazetteer: Gazetteer
) -> Iterator[Found]:
    for index in range(sentence.first, sentence.last):
        token = tokens[index]
        if token.text == "(":
            yield from abbreviated(tokens, index, sentence, at)
        elif token.text in _LEGAL_FORMS:
            yield from _company(tokens, index, sentence, at)
        elif (foreign := foreign_body(tokens, index, sentence, at)) is not None:
            yield foreign
        elif token.text[0].isupper() and token.tag in ("NN", "NE"):
            parts = part_of_state(tokens, index, sentence, at, gazetteer)
            yield from parts
            open_ = index not in at or at[index].mention.kind == "compound"
            if not parts and open_ and (head := head_row(token.text)) is not None:
                yield from _headed(tokens, index, sentence, at, head)


def _company(tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found]) -> Iterator[Found]:
    """Read the company whose legal form stands at the token: Muster Stahl AG."""
    first = index
    while (
        first > sentence.first and tokens[first - 1].tag in ("NE", "FM", "XY") and tokens[first - 1].text[0].isupper()
    ):
        first -= 1
    if first == index or (index - first == 1 and first in at):
        return
    label = " ".join(token.text for token in tokens[first : index + 1])
    yield found(tokens, first, index + 1, Entity(slug(label), label, "Organisation", gender="f", provisional=True))


def _headed(
    tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found], head: dict[str, str]
) -> Iterator[Found]:
    """Read the name that a head noun introduces or is part of."""
    if (name := _names_before(tokens, index, sentence, at, head)) < index:
        label = " ".join([*(token.text for token in tokens[name:index]), tokens[index].lemma])
        entity = Entity(slug(label), label, head["type"], gender=head["gender"], provisional=True)
        yield found(tokens, name, index + 1, entity)
        return
    proper = index
    while proper > sentence.first + 1 and _proper_adjective(tokens[proper - 1]) and _free(at, proper - 1):
        proper -= 1
    end = _complete(tokens, index, sentence, at, head, adjective=proper < index)
    # "Nürnberger Konzern" says where a company is, "Neue Partei" what a party is called
    called = (
        tokens[proper - 1].text in OPENING
        or (proper < index and "-" in tokens[index].text and head["naming"] in _PLACED)
        or any(place not in at or not tokens[place].text.endswith("er") for place in range(proper, index))
    )
    if proper < index and called and end == index + 1 and _of_its_state(tokens, end, sentence, at):
        end += 1
    if end > index + 1 or (proper < index and called) or (index not in at and _is_called(tokens[index], head)):
        yield _named(tokens, proper, index, end, head, at)
        return
    if head["naming"] in ("before", "both"):
        yield from introduced(tokens, index + 1, sentence, at, head)


def _names_before(
    tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found], head: dict[str, str]
) -> int:
    """Return the first of the names that stand between an article and a head noun: die | Robert Bosch Stiftung.

    One that a table knows says whose it is: der | Tesla | Konzern. Behind a verb "der" may begin a phrase of its own.
    """
    first = index
    while first > sentence.first + 1 and _is_unknown_name(tokens[first - 1]):
        first -= 1
    article = tokens[first - 1]
    if first == index or article.tag not in ("ART", "APPRART") or head["gender"] not in article.morph.gender:
        return index
    dative = article.text == "der" and first > sentence.first + 1 and tokens[first - 2].tag in FINITE_TAGS
    alone = first == index - 1 and first in at
    return first if head["type"] == "Organisation" and not (dative or alone) else index


def _is_unknown_name(token: Token) -> bool:
    named = token.tag in ("NE", "FM") or (token.tag == "NN" and not token.morph.gender)
    return named and token.text[0].isupper() and len(token.text) > 1


def _is_called(token: Token, head: dict[str, str]) -> bool:
    """Tell the name of a party before the noun in one word: die DEM-Partei, die Ataka-Partei."""
    name, _, noun = token.text.rpartition("-")
    return noun == head["noun"] == _PARTY and (name.isupper() or (name.istitle() and readings(name)[0].tag == "NE"))


def _complete(
    tokens: Sequence[Token],
    index: int,
    sentence: Sentence,
    at: dict[int, Found],
    head: dict[str, str],
    *,
    adjective: bool,
) -> int:
    """Return the token after what completes the name of a head noun at `index`, in the way that such nouns have."""
    if head["naming"] == "town":
        return _town(tokens, index, sentence, at)
    if head["naming"] == "genitive" and (end := _genitive(tokens, index, sentence)) > index + 1:
        return end
    if head["naming"] in _PLACED and adjective and _joins(tokens, index + 1, sentence, at):
        further = tokens[min(index + 3, sentence.last - 1)]
        topics = tokens[index + 2].text == "und" and further.tag == "NN" and noun_class(further.lemma) is None
        return index + 4 if topics else index + 2  # Kölner Forum Energiemärkte, Ulmer Institut Norden und Handel
    completes = head["naming"] in ("fuer", "both") or (adjective and head["naming"] != "place")
    return _complement(tokens, index, sentence) if completes else index + 1


def _joins(tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found]) -> bool:
    """Tell whether a bare noun or name stands at the token."""
    return index < sentence.last and index not in at and tokens[index].tag in ("NN", "NE")


def _town(tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found]) -> int:
    """Return the token after the place behind a noun: Universität Leipzig, Humboldt-Universität zu Berlin."""
    place = index + 2 if index + 1 < sentence.last and tokens[index + 1].text == "zu" else index + 1
    if place >= sentence.last or tokens[place].tag not in ("NE", "NN") or given_name_gender(tokens[place].text):
        return index + 1
    opening = tokens[place].text in _SAINTS or tokens[place].text in word_list("place_name_openers.txt")
    saint = opening and place + 1 < sentence.last  # Hochschule Sankt Georgen, Ortsverband Bad Segeberg
    hit = at.get(place) or at.get(place + saint)
    if hit is None:
        return place + saint + 1 if tokens[place].tag == "NE" and place == index + 1 else index + 1
    located = hit.mention.entities[0].type in ("Ort", "Staat") and hit.mention.kind in ("name", "compound")
    return hit.last if located else index + 1


def _genitive(tokens: Sequence[Token], index: int, sentence: Sentence) -> int:
    """Return the token after the members that a name tells: Verband der Köche, Bundesverband Deutscher Gärtner."""
    start = index + 1
    article = start < sentence.last and tokens[start].text in GENITIVE_ARTICLES
    first = start + 1 if article else start
    noun = first
    while noun < sentence.last and tokens[noun].tag == "ADJA" and tokens[noun].text[0].isupper():
        noun += 1
    if noun >= sentence.last or tokens[noun].tag != "NN":
        return index + 1
    members = article and "p" in tokens[noun].morph.number
    return noun + 1 if members or noun > first else index + 1


def _of_its_state(tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found]) -> bool:
    """Tell whether the genitive of a state closes the name: Demokratische Partei Thailands."""
    hit = at.get(index) if index < sentence.last else None
    if hit is None or hit.mention.kind != "name" or hit.last != index + 1:
        return False
    state = hit.mention.entities[0]
    return state.type == "Staat" and tokens[index].text in (f"{state.label}s", f"{state.label}es")


def _free(at: dict[int, Found], index: int) -> bool:
    """Tell whether no known name but an adjective stands at the token: Deutsche Gesellschaft für etwas."""
    return index not in at or at[index].mention.kind == "adjective"


def _proper_adjective(token: Token) -> bool:
    """Tell the capital adjective of a name: Neue Demokratische Partei, but not a sentence's first word."""
    return token.text[0].isupper() and token.tag == "ADJA" and bool(ADJECTIVE_ENDING.search(token.text))


def _complement(tokens: Sequence[Token], index: int, sentence: Sentence) -> int:
    """Return the token after "für …" behind a head noun, or after the head itself."""
    end = index + 1
    if end + 1 >= sentence.last or tokens[end].text not in ("für", "gegen", "zur", "zum"):
        return end
    if not _SOUGHT.isdisjoint(token.lemma for token in tokens[end + 1 : min(end + 3, sentence.last)]):
        return end  # Kandidat der Neuen Partei | für das Amt des Präsidenten
    if tokens[end + 1].lemma == "ein" and tokens[index].text.lower().endswith(_OFFICIAL):
        return end  # protestierten vor dem Ministerium | für ein Ende der Jagd
    last = end
    for position in range(end + 1, min(sentence.last, end + LONGEST_NAME)):
        if tokens[position].tag not in _PHRASE_TAGS or (last > end and tokens[position].tag == "ART"):
            break
        if tokens[position].tag in ("NN", "NE"):
            last = position
            if position + 1 >= sentence.last or tokens[position + 1].text not in ("und", "der", "des"):
                break
    return last + 1 if last > end else end


def _named(
    tokens: Sequence[Token], first: int, head: int, end: int, row: dict[str, str], at: dict[int, Found]
) -> Found:
    definite = first > 0 and tokens[first - 1].text.lower() in _DEFINITE
    towns = {place for place in range(first, head) if place in at and at[place].mention.entities[0].type == "Ort"}
    adjectives = [
        nominative_of(tokens[place].text, row["gender"], definite=definite or place in towns)
        for place in range(first, head)
    ]
    label = " ".join([*adjectives, row["noun"] if tokens[head].text.startswith(row["noun"]) else tokens[head].text])
    label = " ".join([label, *(token.text for token in tokens[head + 1 : end])])
    return found(tokens, first, end, Entity(slug(label), label, row["type"], gender=row["gender"], provisional=True))


def _repetitions(tokens: Sequence[Token], hits: Sequence[Found], at: dict[int, Found]) -> Iterator[Found]:
    """Yield further places where the words of a new name stand."""
    names = {
        tuple(t.text for t in tokens[hit.first : hit.last]): hit.mention.entities[0]
        for hit in hits
        if hit.mention.kind == "name"
    }
    starts: dict[str, list[tuple[str, ...]]] = {}
    for words in names:
        starts.setdefault(words[0], []).append(words)
    for index, token in enumerate(tokens):
        for words in starts.get(token.text, ()):
            last = index + len(words)
            if index not in at and tuple(t.text for t in tokens[index:last]) == words:
                yield found(tokens, index, last, names[words])
