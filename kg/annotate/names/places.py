"""New places: a bare name behind "in", "nach" and the like, or behind a noun for places (die Hafenstadt Haldheim)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from kg.annotate.lexicon import word_endings, word_list
from kg.annotate.names.found import Found, found
from kg.annotate.names.inflection import without_genitive
from kg.annotate.names.people import given_name_gender
from kg.annotate.noun_classes import tails
from kg.annotate.words.nouns import noun_gender
from kg.annotate.words.tagger import is_noun, readings
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Sentence, Token

__all__ = ["find_places"]

_LONGEST_NAME = 3  # words: New South Wales
_SHORTEST_NAME = 3  # letters
_ANY_GENITIVE = re.compile("s$")
_GENITIVE = re.compile("[^aeiouáéíóú]s$")
"""Towns end in a vowel and -s (die Stadt Jos), what owns a place there rather does not (der Ort Webers)."""
_SHORTEST_STRANGE = 4  # letters of a name that the tagger takes for a noun
_SHORTEST_SETTLED = 7  # letters
_FOREIGN = ("FM", "XY")
_LINKING = ("und", "oder", "sowie")
_PLACING = ("in", "In", "aus", "Aus", "nach", "nahe")
"""What stands before a place; "bei" and "von" stand before people and firms, too."""
_BEFORE_VON = (
    "unweit",
    "Unweit",
    "nördlich",
    "südlich",
    "östlich",
    "westlich",
    "nordöstlich",
    "nordwestlich",
    "südöstlich",
    "südwestlich",
    "außerhalb",
    "Nähe",
    "Umland",
    "Norden",
    "Süden",
    "Osten",
    "Westen",
    "Einwohner",
    "Bewohner",
    "Bürgermeister",
    "Bürgermeisterin",
    "Oberbürgermeister",
    "Oberbürgermeisterin",
    "Hafen",
    "Flughafen",
    "Bahnhof",
    "Altstadt",
    "Innenstadt",
    "Umgebung",
    "Umkreis",
    "Vororten",
    "Straßen",
    "Stadtrand",
    "Stadtrat",
    "Gemeinderat",
    "Ortsrat",
    "Rat",
    "Rathaus",
    "Stadtverwaltung",
    "Landrat",
    "Landrätin",
    "Marktplatz",
    "Ortskern",
    "Ortsteil",
    "Bucht",
    "Krankenhaus",
    "Klinik",
    "Zentrum",
    "Stadtzentrum",
    "Stadion",
    "Gefängnis",
    "Kloster",
    "Universität",
    "Ortschaft",
    "Vorort",
    "Straße",
    "Richtung",
)
"""Words behind which "von" opens a place."""


def find_places(tokens: Sequence[Token], sentences: Sequence[Sentence], others: Collection[Found]) -> tuple[Found, ...]:
    """Return the places that no table knows; `others` are the names found otherwise, whose words are none.

    What is found once is found again wherever it stands as a name.
    """
    taken = {index for hit in others for index in range(hit.first, hit.last)}
    regional = {hit.first for hit in others if _is_regional(hit)}
    placed = {hit.last - 1 for hit in others if _is_place(hit) and tokens[hit.first - 1].text in _PLACING}
    named = {tokens[index].text for index in taken}
    labels: dict[str, list[str]] = defaultdict(list)  # by their first word: Bad Mergen and Bad Holm
    for sentence in sentences:
        hyphenated = (
            (i, i + 1) for i in range(sentence.first, sentence.last) if i not in taken and _says_place(tokens[i])
        )
        for first, last in (*_introduced(tokens, sentence, taken, regional, placed), *hyphenated):
            words = [token.text for token in tokens[first:last]]
            if named.isdisjoint({words[-1], f"{words[-1]}s"}):
                labels[words[0]].append(" ".join(words))
    places = range(len(tokens)) if labels else ()
    return tuple(hit for index in places if (hit := _hit(tokens, index, taken, labels)) is not None)


def _is_regional(hit: Found) -> bool:
    """Tell the adjective of a state or region: im westfälischen Augustdorf."""
    return hit.mention.kind == "adjective" and hit.mention.entities[0].type in ("Staat", "Ort")


def _is_place(hit: Found) -> bool:
    return hit.mention.kind == "name" and hit.mention.entities[0].type in ("Staat", "Ort")


def _introduced(
    tokens: Sequence[Token],
    sentence: Sentence,
    taken: Collection[int],
    regional: Collection[int],
    placed: Collection[int],
) -> Iterator[tuple[int, int]]:
    """Yield the token spans of bare names behind what only stands before places, `regional` adjectives of theirs.

    What is listed with such a name or one of the `placed` known ones is a place as well.
    """
    before_last = -1
    for index in range(sentence.first + 1, sentence.last):
        before = tokens[index - 1]
        behind_noun = before.tag == "NN" and not word_list("settlement_nouns.txt").isdisjoint(tails(before.lemma))
        in_region = index - 1 in regional and _is_placed(tokens, index - 2, sentence)
        listed = (index - 2 == before_last or index - 2 in placed) and _goes_on(tokens, index, sentence)
        apposed = tokens[index].tag in ("NN", "NE") and _is_told_place(tokens, index, sentence)
        where = behind_noun or in_region or listed or apposed or _locates(tokens, index, sentence)
        unknown = where and _is_strange(tokens, index, sentence, regional=index - 1 in regional)
        unknown = unknown or (apposed and not is_noun(tokens[index].text))
        if not where or index in taken or not (unknown or _is_name(tokens[index])):
            continue
        last = index + 1 if unknown else _end_of_name(tokens, index, sentence, taken, run=behind_noun)
        following = tokens[last].tag if last < sentence.last else ""
        # "in Webers Haus" is in somebody's, and "der Ort Webers" is his.
        ending = _GENITIVE if behind_noun else _ANY_GENITIVE
        owns = bool(ending.search(tokens[last - 1].text)) and (behind_noun or following in ("NN", "ADJA"))
        if last > index and not owns:
            before_last = last - 1
            yield index, last


def _is_told_place(tokens: Sequence[Token], index: int, sentence: Sentence) -> bool:
    """Tell a name in one word behind which an apposition says that it is a place: Mekelle, | die Hauptstadt Tigrays."""
    place = index + 2
    if place >= sentence.last or tokens[index + 1].text != "," or tokens[index - 1].tag == "NE":
        return False
    place += tokens[place].tag == "ART"
    while place < sentence.last and tokens[place].tag == "ADJA":
        place += 1
    if place >= sentence.last or tokens[place].tag != "NN":
        return False
    return not word_list("settlement_nouns.txt").isdisjoint(tails(tokens[place].lemma))


def _goes_on(tokens: Sequence[Token], index: int, sentence: Sentence) -> bool:
    """Tell whether what stands at a token is listed with the place before: in Mbeya, | Mwanza und | Tarime."""
    word = tokens[index].text
    if given_name_gender(word) is not None or _ANY_GENITIVE.search(word):
        return False
    after = tokens[index + 1].text if index + 1 < sentence.last else ""
    return tokens[index - 1].text in _LINKING or (tokens[index - 1].text == "," and after in (",", *_LINKING))


def _is_strange(tokens: Sequence[Token], index: int, sentence: Sentence, *, regional: bool) -> bool:
    """Tell the name of a place that the tagger takes for a common noun or a foreign word.

    `regional` tells that the adjective of a region stands before it.
    """
    token = tokens[index]
    if token.tag in _FOREIGN:
        after = tokens[index + 1].tag if index + 1 < sentence.last else ""
        return _is_spelled_as_name(token.text) and after not in (*_FOREIGN, "NE")
    if token.tag != "NN" or (regional and not token.morph.gender):
        return token.tag == "NN"
    return _has_shape_of_name(token) or (not is_noun(token.text) and _names_village(token))


def _says_place(token: Token) -> bool:
    """Tell a name before a noun for a place in one word: Tahrir-Platz, Rustaweli-Boulevard, Jadar-Tal."""
    name, _, noun = token.text.rpartition("-")
    if not name.istitle() or is_noun(name) or len(name) < _SHORTEST_NAME:
        return False
    return noun in word_list("called_place_nouns.txt") and readings(name)[0].tag in ("NE", *_FOREIGN)


def _names_village(token: Token) -> bool:
    """Tell a word that no form of a German noun is like, or that ends as villages do: Tarime, Rethenbüttel."""
    word = token.text
    strange = not noun_gender(word) and not noun_gender(token.lemma)
    return strange or (len(word) > _SHORTEST_SETTLED and word.endswith(word_endings("settlement_endings.txt")))


def _has_shape_of_name(token: Token) -> bool:
    """Tell what is tagged as a common noun, but is none that is known and rather spelled like something else."""
    if token.tag != "NN" or is_noun(token.text) or len(token.text) < _SHORTEST_STRANGE:
        return False
    return all(reading.tag != "ADJD" for reading in readings(token.text)) and readings(token.text)[0].tag not in (
        "NN",
        "FM",
        "ADJA",
    )


def _is_placed(tokens: Sequence[Token], index: int, sentence: Sentence) -> bool:
    """Tell whether a neuter stands behind the token that tells where: im, ins; in das, aus dem."""
    word = tokens[index].text.lower()
    before = tokens[index - 1].text.lower() if index > sentence.first else ""
    return word in ("im", "ins") or (word in ("dem", "das") and before in ("in", "aus"))


def _locates(tokens: Sequence[Token], index: int, sentence: Sentence) -> bool:
    """Tell whether what stands right before a token says where: in, aus, nach, nahe X; unweit von X; von X nach Y."""
    before = tokens[index - 1].text
    if before != "von":
        return before in _PLACING
    earlier = tokens[index - 2].text if index - 2 >= sentence.first else ""
    after = tokens[index + 1].text if index + 1 < sentence.last else ""
    return earlier in _BEFORE_VON or after in ("nach", "bis")


def _end_of_name(tokens: Sequence[Token], first: int, sentence: Sentence, taken: Collection[int], *, run: bool) -> int:
    """Return the token after a name: of one word, unless it is one that opens longer names, or of all in a `run`."""
    openers = word_list("place_name_openers.txt")
    last = first
    while last < min(sentence.last, first + _LONGEST_NAME) and last not in taken:
        opened = last > first and tokens[last - 1].text in openers
        if not (_is_name(tokens[last]) or (opened and _has_shape_of_place(tokens[last]))):
            break
        last += 1
        if not run and tokens[last - 1].text not in openers:
            break
    if run and last in taken:  # somebody's name follows: (der Präsident) der Region Elsass | Adrien Zeller
        last = min(last, first + 1)
    return first if tokens[last - 1].text in openers else last


def _is_name(token: Token) -> bool:
    text = token.text
    named = token.tag == "NE" and len(text) >= _SHORTEST_NAME
    return _is_spelled_as_name(text) and (named or text in word_list("place_name_openers.txt"))


def _has_shape_of_place(token: Token) -> bool:
    """Tell what follows the first word of a place name and is no noun that is known: Bad | Staffelstein."""
    return token.tag == "NN" and _is_spelled_as_name(token.text) and not is_noun(token.text)


def _is_spelled_as_name(text: str) -> bool:
    return text[0].isupper() and text.replace("-", "").isalpha() and not text.isupper()


def _stands_at(tokens: Sequence[Token], index: int, label: str) -> bool:
    """Tell whether the words of a place behind its first stand behind a token."""
    words = label.split()[1:]
    return [word.text for word in tokens[index + 1 : index + 1 + len(words)]] == words


def _hit(tokens: Sequence[Token], index: int, taken: Collection[int], labels: dict[str, list[str]]) -> Found | None:
    """Return the place whose name begins at a token, also in the genitive (die Bewohner Haldheims)."""
    token = tokens[index]
    if token.tag not in ("NE", "NN") or index in taken:
        return None
    known = labels.get(token.text) or labels.get(without_genitive(token.text) or "") or []
    label = max((label for label in known if _stands_at(tokens, index, label)), key=len, default=None)
    if label is None:
        return None
    last = index + len(label.split())
    return found(tokens, index, last, Entity(slug(label), label, "Ort", gender="n", provisional=True))
