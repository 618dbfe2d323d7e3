"""What is known of a text's names, put into the tags and forms of its words before clauses are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from kg.annotate.clauses.tagged import HEADS, YEAR, Tagged
from kg.annotate.names.inflection import without_genitive
from kg.annotate.names.kinds import kind_of
from kg.annotate.words.nouns import noun_gender
from kg.annotate.words.tagger import is_noun
from kg.model.offsets import first_from
from kg.model.reading import Mention, Morph, Time, Token

__all__ = ["tagged"]

ONE: Final = ("m", "f", "n")
_ONE_OF_A_NAME: Final = Morph(case="nad", number="s")
_NOT_IN_NAMES: Final = frozenset({"APPR", "ART"})  # von der Leyen

_PARTY: Final = "Partei"
_ONE_OF_PARTY: Final = frozenset(
    {("der", "Grüne"), ("der", "Linke"), ("die", "Grüne")}
    | {(article, name) for article in ("dem", "des") for name in ("Grünen", "Linken")}
)


def tagged(tokens: Sequence[Token], mentions: Sequence[Mention] = (), times: Sequence[Time] = ()) -> Tagged:
    """Return the tokens with a copy of their tags and what mentions tell.

    They tell where one name ends and one begins, and that "der Russe" is no plural; `times` which numbers are years.
    """
    names = [
        _Name(mention, first_from(tokens, mention.start), first_from(tokens, mention.end))
        for mention in mentions
        if mention.kind == "name"
    ]
    persons = [name for name in _of_class(names, "Person") if name.mention.entities[0].gender != "p"]  # brave Bürger
    name_ends, people = _ends(names), frozenset(_ends(persons))
    at = {token.start: index for index, token in enumerate(tokens)} if mentions else {}
    read = _read(tokens, mentions, names, persons, at)
    bare = [name for name in names if _is_bare(tokens, name)]
    owners = {m.start for m in mentions if m.kind in ("adjective", "compound") or m.whole is not None}
    return Tagged(
        read,
        [token.tag for token in read],
        [token.text.lower() for token in read],
        _parted(tokens, name_ends, people),
        name_ends,
        people,
        frozenset(_ends(_of_class(names, "Ort"))),
        frozenset(_ends(_of_class(names, "Staat"))),
        frozenset(at[start] for start in owners if start in at),
        _genders(tokens, [name for name in names if name.mention.start in at], name_ends),
        frozenset(_ends(_of_class(bare, "Person"))) | {name.behind - 1 for name in bare},
        frozenset(first_from(tokens, time.start) for time in times if _is_number(time)),
        frozenset(_ends([name for name in names if kind_of(name.mention.entities[0]) == _PARTY])),
        frozenset(_ends([*_of_class(names, "Organisation"), *_of_class(names, "Medium")])),
    )


def _read(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    names: Sequence[_Name],
    persons: Sequence[_Name],
    at: Mapping[int, int],
) -> list[Token]:
    """Return the tokens with the tags and forms that words have where they name somebody; `at` is by their start."""
    read = list(tokens)
    for mention in mentions:
        if mention.kind == "demonym" and mention.start in at:
            read[at[mention.start]] = _weak(tokens[at[mention.start]])
        elif mention.kind == "adjective" and mention.start in at:
            read[at[mention.start]] = _attributive(tokens, at[mention.start])
    long = [name for name in names if name.behind - name.first > 1]
    opening = {name.first for name in long if tokens[name.first].text[0].isupper()}
    for index in (*_ends(persons), *(index for index in opening if tokens[index].tag == "APPR")):  # Pro Asyl
        read[index] = _named(read[index])
    for name in names:
        if name.behind - name.first == 1 and _is_new(name, read[name.first]):
            read[name.first] = replace(read[name.first], tag="NE", lemma=tokens[name.first].text, morph=_ONE_OF_A_NAME)
    countries = (name for type_ in ("Staat", "Ort") for name in _of_class(long, type_))
    for name in (*persons, *countries):
        if _is_owner(tokens, name):
            for index in range(name.first, name.behind):
                read[index] = replace(read[index], morph=Morph(case="g", number="s"))
    return read


def _is_new(name: _Name, token: Token) -> bool:
    """Tell a name of one word that looks like a noun and is none: dem Chemiekonzern | Bitkem."""
    entity = name.mention.entities[0]
    bare = token.tag == "NN" and entity.provisional and entity.label == token.text
    return bare and entity.type == "Organisation" and "-" not in token.text and not is_noun(token.text)


def _parted(tokens: Sequence[Token], name_ends: Mapping[int, int], people: frozenset[int]) -> frozenset[int]:
    """Return where a name begins right behind another, but not who a party's name calls so: der Grüne | Otto Weber."""
    beside = (index for index in name_ends if name_ends.get(index - 1) == index)
    return frozenset(i for i in beside if not (i in people and i > 1 and _calls_one(tokens[i - 2], tokens[i - 1])))


def _genders(tokens: Sequence[Token], names: Iterable[_Name], name_ends: Mapping[int, int]) -> dict[int, str]:
    """Return the genders of the tokens of names known to be no plural or to be states."""
    return {
        place: _gender(name, tokens[place])
        for name in names
        if name.mention.entities[0].gender in ONE or _is_states(name)
        for place in range(name.first, name_ends[name.first])
        if not _is_noun_for(name, tokens[place])
    }


def _calls_one(article: Token, name: Token) -> bool:
    """Tell a party's name that calls one of its people so: der Grüne | Otto Weber; die Linke may be the party."""
    return (article.text.lower(), name.text) in _ONE_OF_PARTY


def _is_states(name: _Name) -> bool:
    """Tell the plural name of a state: den USA is a dative."""
    return name.mention.entities[0].type == "Staat" and name.mention.entities[0].gender == "p"


def _is_number(time: Time) -> bool:
    return bool(YEAR.match(time.value)) and time.end - time.start == len(time.value)


class _Name(NamedTuple):
    """A mention by name and its tokens `first:behind`."""

    mention: Mention
    first: int
    behind: int


def _is_bare(tokens: Sequence[Token], name: _Name) -> bool:
    last = tokens[name.behind - 1].text
    return any(known.endswith(last) for entity in name.mention.entities for known in (entity.label, *entity.aliases))


def _is_noun_for(name: _Name, token: Token) -> bool:
    """Tell a noun with a gender of its own that names somebody: der Bund, for Deutschland."""
    return token.tag == "NN" and name.mention.entities[0].label != token.text and noun_gender(token.lemma) in ONE


def _gender(name: _Name, token: Token) -> str:
    """Return the gender of what a name names, or that of the short name of a state that has its own: der Kongo."""
    entity = name.mention.entities[0]
    own = noun_gender(token.lemma) if entity.type == "Staat" and token.lemma in entity.aliases else ""
    return own if own in ONE else entity.gender


def _is_owner(tokens: Sequence[Token], name: _Name) -> bool:
    """Tell a name in the genitive, in all its words: die Politik | Donald Trumps, Sri Lankas; but Boris (Johnson)."""
    last = tokens[name.behind - 1].text
    labels = (label for entity in name.mention.entities for label in (entity.label, *entity.aliases))
    known = {word for label in labels for word in label.split()}
    return last.endswith("s") and last not in known and without_genitive(last) is not None


def _of_class(names: Sequence[_Name], type_: str) -> list[_Name]:
    return [name for name in names if any(entity.type == type_ for entity in name.mention.entities)]


def _ends(names: Sequence[_Name]) -> dict[int, int]:
    """Return for each token of a name the index behind the name's last token."""
    return {index: name.behind for name in names for index in range(name.first, name.behind)}


def _named(token: Token) -> Token:
    """Read a small word that is part of a person's name as such: von der Leyen."""
    return replace(token, tag="NE", morph=Morph(case="nad", number="s")) if token.tag in _NOT_IN_NAMES else token


def _attributive(tokens: Sequence[Token], index: int) -> Token:
    """Read the adjective of a place as such before a name, where it looks like one: die | Thüringer SPD."""
    before_name = index + 1 < len(tokens) and tokens[index + 1].tag == "NE"
    return replace(tokens[index], tag="ADJA") if before_name and tokens[index].tag in HEADS else tokens[index]


def _weak(token: Token) -> Token:
    """Read "Russe" or "Pole" as the singular that it is, unless it is inflected like an adjective (Deutsche)."""
    if not token.text.endswith("e") or token.lemma == token.text:
        return token
    return replace(token, lemma=token.text, morph=Morph(case="n", number="s", gender="m"))
