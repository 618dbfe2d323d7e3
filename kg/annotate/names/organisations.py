"""New organisations: long forms with their abbreviation, names behind a head noun, proper adjectives, companies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.annotate.compounds import cuts
from kg.annotate.lexicon import declined_rows, word_list
from kg.annotate.names.found import Found, found
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.institutions import ADJECTIVE_ENDING, STRONG_ENDINGS, part_of_state
from kg.annotate.names.people import given_name_gender
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Mention, Sentence, Token

__all__ = ["find_organisations", "introduced_class"]

_ABBREVIATION = re.compile(r"(?=(?:[^A-ZÄÖÜ]*[A-ZÄÖÜ]){2})[A-ZÄÖÜ][\w-]{1,9}")
_LONGEST_NAME = 10  # words; "Organisation für das Verbot chemischer Waffen …" and the like stay below
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
_OPENING, _CLOSING = frozenset("\"„“»«‚'›"), frozenset("\"“”«»‘'‹")
# Last parts of one-word names that an abbreviation may follow; other nouns are abbreviated too (BIP).
_BODIES = (
    "amt",
    "gericht",
    "ministerium",
    "partei",
    "verband",
    "gesellschaft",
    "agentur",
    "behörde",
    "institut",
    "gewerkschaft",
    "komitee",
    "verein",
)
# Whoever builds or sells has a name rather than an owner (not: Sender, which belongs to somebody).
_MAKERS = (
    "hersteller",
    "bauer",
    "lieferer",
    "betreiber",
    "anbieter",
    "entwickler",
    "händler",
    "versicherer",
    "versorger",
)
_SAINTS = ("Sankt", "St.")
_PLACED = ("fuer", "both", "place")
"""Ways of naming in which the adjective of a town belongs to the name."""
_DEFINITE = {"der", "die", "das", "dem", "den", "des", "im", "am", "vom", "zum", "zur", "beim"}
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
            yield from _abbreviated(tokens, index, sentence, at)
        elif token.text in _LEGAL_FORMS:
            yield from _company(tokens, index, sentence, at)
        elif token.text[0].isupper() and token.tag in ("NN", "NE"):
            parts = part_of_state(tokens, index, sentence, at, gazetteer)
            yield from parts
            open_ = index not in at or at[index].mention.kind == "compound"
            if not parts and open_ and (head := _head(token.text)) is not None:
                yield from _headed(tokens, index, sentence, at, head)


def _abbreviated(tokens: Sequence[Token], bracket: int, sentence: Sentence, at: dict[int, Found]) -> Iterator[Found]:
    """Read a name with its abbreviation in parentheses: Bundesstelle für Flugunfälle (BFU)."""
    inner = bracket + 1
    if inner + 1 >= sentence.last or tokens[inner + 1].text != ")" or not _ABBREVIATION.fullmatch(tokens[inner].text):
        return
    quoted = tokens[bracket - 1].text in _CLOSING
    end = bracket - quoted
    first = _start_of_long_form(tokens, end, sentence, tokens[inner].text)
    if first is None or first in at or (quoted and tokens[first - 1].text not in _OPENING):
        return
    if inner in at:
        yield found(tokens, first, end, at[inner].mention.entities[0])
        return
    label = _in_nominative(tokens, first, end)
    entity = Entity(slug(label), label, "Organisation", aliases=(tokens[inner].text,), provisional=True)
    yield found(tokens, first, end, entity)
    yield found(tokens, inner, inner + 1, entity)


def _in_nominative(tokens: Sequence[Token], first: int, end: int) -> str:
    """Return a long name as it stands alone: des Neuen Verbandes Deutscher Lehrer is Neuer Verband Deutscher Lehrer."""
    head = next((place for place in range(first, end) if tokens[place].tag == "NN"), first)
    noun, words = tokens[head], [token.text for token in tokens[first:end]]
    if noun.text in (f"{noun.lemma}s", f"{noun.lemma}es") and noun.morph.gender in ("m", "n"):
        words[head - first] = noun.lemma
        proper = range(first, head)
        words[: head - first] = [_nominative(tokens[place].text, noun.morph.gender, definite=False) for place in proper]
    return " ".join(words)


def _start_of_long_form(tokens: Sequence[Token], end: int, sentence: Sentence, short: str) -> int | None:
    """Return where a phrase before `end` starts whose words hold the letters of the abbreviation in order."""
    letters = short.upper()
    for first in range(end - 1, max(sentence.first, end - _LONGEST_NAME) - 1, -1):
        token = tokens[first]
        if token.tag[:1] in ("V", "$"):
            return None
        if (
            not token.text[0].isupper()
            or token.text[0].upper() != letters[0]
            or token.tag in ("ART", "APPR", "APPRART")
        ):
            continue
        words = [word.text for word in tokens[first:end]]
        if (len(words) > 1 or _head(words[0]) is not None or words[0].lower().endswith(_BODIES)) and _spells(
            words, letters
        ):
            return first
    return None


def _spells(words: list[str], letters: str) -> bool:
    """Tell whether the letters stand in the words in order, every capital word giving at least one."""
    if "".join(word[0] for word in words if word[0].isupper()) == letters:
        return True
    position = 0
    for word in words:
        given = position
        for character in word.upper():
            if position < len(letters) and character == letters[position]:
                position += 1
        if word[0].isupper() and position == given:
            return False
    return position == len(letters)


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


@lru_cache(maxsize=50_000)  # the nouns of an archive
def _head(word: str) -> dict[str, str] | None:
    """Return the row of a head noun, also of a compound that ends in one."""
    row = declined_rows("organisation_heads.csv").get(word)
    if row is not None or len(word) < 8:  # the shortest compound is longer than its last part by four letters
        return row
    for cut in cuts(word, first=4, last=4):
        last = declined_rows("organisation_heads.csv").get(word[cut].upper() + word[cut + 1 :])
        if last is not None and (
            last["naming"] in ("before", "both", "place") or (last["naming"] == "town" and "-" in word)
        ):
            return last
    return None


def introduced_class(noun: str) -> str | None:
    """Return the class of what is named behind a noun that introduces names: Versicherer, Organisation."""
    row = _head(noun)
    return row["type"] if row is not None and row["naming"] in ("before", "both") else None


def _headed(
    tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found], head: dict[str, str]
) -> Iterator[Found]:
    """Read the name that a head noun introduces or is part of."""
    proper = index
    while proper > sentence.first + 1 and _proper_adjective(tokens[proper - 1]) and _free(at, proper - 1):
        proper -= 1
    end = _complete(tokens, index, sentence, at, head, adjective=proper < index)
    # "Nürnberger Konzern" says where a company is, "Neue Partei" what a party is called
    called = (
        tokens[proper - 1].text in _OPENING
        or (proper < index and "-" in tokens[index].text and head["naming"] in _PLACED)
        or any(place not in at or not tokens[place].text.endswith("er") for place in range(proper, index))
    )
    if proper < index and called and end == index + 1 and _of_its_state(tokens, end, sentence, at):
        end += 1
    if end > index + 1 or (proper < index and called):
        yield _named(tokens, proper, index, end, head, at)
        return
    if head["naming"] in ("before", "both"):
        yield from _introduced(tokens, index + 1, sentence, at, head)


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
        return index + 2  # Kölner Forum Energiemärkte
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
    saint = tokens[place].text in _SAINTS and place + 1 < sentence.last  # Hochschule Sankt Georgen
    hit = at.get(place) or at.get(place + saint)
    if hit is None:
        return place + saint + 1 if tokens[place].tag == "NE" and place == index + 1 else index + 1
    located = hit.mention.entities[0].type in ("Ort", "Staat") and hit.mention.kind in ("name", "compound")
    return hit.last if located else index + 1


def _genitive(tokens: Sequence[Token], index: int, sentence: Sentence) -> int:
    """Return the token after the members that a name tells: Verband der Köche, Bundesverband Deutscher Gärtner."""
    start = index + 1
    article = start < sentence.last and tokens[start].text in ("der", "des")
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
    last = end
    for position in range(end + 1, min(sentence.last, end + _LONGEST_NAME)):
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
        _nominative(tokens[place].text, row["gender"], definite=definite or place in towns)
        for place in range(first, head)
    ]
    label = " ".join([*adjectives, row["noun"] if tokens[head].text.startswith(row["noun"]) else tokens[head].text])
    label = " ".join([label, *(token.text for token in tokens[head + 1 : end])])
    return found(tokens, first, end, Entity(slug(label), label, row["type"], gender=row["gender"], provisional=True))


def _nominative(adjective: str, gender: str, *, definite: bool) -> str:
    """Return the strong nominative of an adjective; behind a definite article only a town's name ends in -er."""
    if definite and adjective.endswith("er"):
        return adjective
    return ADJECTIVE_ENDING.sub(STRONG_ENDINGS[gender], adjective)


def _introduced(
    tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found], head: dict[str, str]
) -> Iterator[Found]:
    """Read the bare or quoted name behind a head noun: Nachrichtenagentur XYZ, Zeitung „Neuer Tag“."""
    if index >= sentence.last or index in at:
        return
    quoted = tokens[index].text in _OPENING
    first = index + quoted
    end = _end_of_name(tokens, first, sentence, at, quoted=quoted)
    if end == first or (quoted and (end >= sentence.last or tokens[end].text not in _CLOSING)):
        return
    words = [token.text for token in tokens[first:end]]
    if not quoted and (given_name_gender(words[0]) is not None or _may_own(tokens[index - 1], words[-1])):
        return
    label = " ".join(words)
    entity = Entity(slug(label), label, head["type"], provisional=True)
    yield Found(first, end, Mention(tokens[first].start, tokens[end - 1].end, (entity,)))


def _may_own(noun: Token, name: str) -> bool:
    """Tell whether the name can be the genitive of an owner: Partei Webers, not: Hersteller Norgis, Konzern Brass."""
    return name.endswith("s") and not name.endswith("ss") and not noun.lemma.endswith(_MAKERS)


def _end_of_name(tokens: Sequence[Token], first: int, sentence: Sentence, at: dict[int, Found], *, quoted: bool) -> int:
    """Return the token after a name that begins at `first`; small foreign words join its parts (Movement for X)."""
    last = min(sentence.last, first + _LONGEST_NAME)
    end, foreign = first, False
    while end < last and end not in at:
        joins = not quoted and end > first and tokens[end].text in word_list("foreign_name_words.txt")
        if joins and end + 1 < last and end + 1 not in at and tokens[end + 1].text[0].isupper():
            end, foreign = end + 2, True
        elif _belongs(tokens[end], quoted=quoted) or (foreign and tokens[end].text[0].isupper()):
            end += 1
        else:
            break
    return end


def _belongs(token: Token, *, quoted: bool) -> bool:
    if quoted:
        return token.text not in _CLOSING and token.tag[:1] != "$"
    unknown = token.tag == "NN" and not token.morph.gender
    return (token.tag in ("NE", "FM", "XY") or unknown) and token.text[0].isupper()


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
