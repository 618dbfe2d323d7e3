"""Persons: full names by given name, title or repetition, then the bare surname throughout the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.annotate.lexicon import verbs_of_saying, word_list
from kg.annotate.names.found import Found, found
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.name_extent import EASTERN, NAME_WORD, end_of_name, may_be_surname
from kg.annotate.names.office_groups import names_several
from kg.annotate.names.people import INITIAL, PREFIXED, People, PersonName, given_name_gender
from kg.annotate.names.titles import Title, parse_title
from kg.annotate.names.transliteration import folded
from kg.annotate.noun_classes import noun_class
from kg.model.entity import Entity
from kg.model.reading import Sentence, Token

__all__ = ["find_persons"]

_HONORIFICS = {
    "Dr.",
    "Prof.",
    "Dr",
    "Prof",
    "Sir",
    "Lord",
    "Lady",
    "h.c.",
    "Scheich",
    "Mullah",
    "Don",
    "Ayatollah",
    "Hadschi",
    "Dipl.-Ing.",
}
_LONGEST_OPENING = 4  # words before the noun of an apposition: der damals noch junge Lehrer
_LONGEST_PARTY = 7  # tokens of a party in brackets with them: (Bündnis 90/Die Grünen)
_LONGEST_OFFICE = 9  # words from a comma back to the title: der Generalsekretär der Vereinten Nationen
# What a tagger may take a surname for (Hellwig for an adjective) once the full name is known.
_SURNAME_TAGS = {"NE", "NN", "FM", "XY", "ADJA", "ADJD"}
_NAME_TAGS = {"NE", "FM", "XY"}
# A given name has none of these before it, a noun that looks like one has.
_BEFORE_NOUNS = {"ART", "APPRART", "PPOSAT", "PDAT", "CARD"}
# What a name that nothing explains has before it where it is a thing's or a place's (die Nova Bank, aus Nova Gora).
_BEFORE_THINGS = _BEFORE_NOUNS | {"ADJA", "NN", "FM", "$("}
_LISTING = {",", "und", "sowie"}
_PLACING = {"in", "aus", "nach", "bei", "bis", "um", "von"}
# Relations between persons before a name; they give no office.
_RELATIONS = re.compile(
    r"(?:Amtskolleg|Kolleg|Amtsvorgänger|Vorgänger|Nachfolger|Amtsinhaber|Parteifreund|Stellvertreter|Ehefrau|Ehemann|Sohn|Tochter|Bruder|Schwester|Witwe)"
    r"(?:|e|en|er|s|in|ern|n)$|(?:Regierung|Administration|Kabinett|Ära|Präsidentschaft|Familie|Ehepaar)$"
)


def find_persons(
    tokens: Sequence[Token], sentences: Sequence[Sentence], gazetteer: Gazetteer, others: frozenset[int]
) -> tuple[Found, ...]:
    """Return every mention of a person by name.

    `others` are the tokens of known names that are no persons. Full names are gathered first, so that a surname is
    read the same before and after the full name is given. An unknown name is a person when a given name, a title, a
    party or age in parentheses or a verb of saying beside its last word says so.
    """
    names = [name for sentence in sentences for name in _names(tokens, sentence, gazetteer, others)]
    speakers = _speakers(tokens)
    people = People(gazetteer, frozenset(token.text for token in tokens if token.tag == "NE"))
    full = [name for name in names if len(name.words) > 1]
    proven = [name for name in full if name.certain]
    repeated = _repeated(tokens, full)
    proven += [name for name in full if not name.certain and (name.words[-1] in speakers or name.words in repeated)]
    proven += [name for name in names if len(name.words) == 1 and name.certain]
    hits = [found(tokens, name.first, name.last, people.add(name)) for name in proven]
    taken = {index for hit in hits for index in range(hit.first, hit.last)}
    hits += [
        found(tokens, _with_particles(tokens, index, person), index + 1, person)
        for index, token in enumerate(tokens if proven else ())
        if token.tag in _SURNAME_TAGS and index not in taken and index not in others
        if (person := _short_name(token, people))
    ]
    return _joined(tokens, sorted(hits))


def _repeated(tokens: Sequence[Token], names: Sequence[PersonName]) -> frozenset[tuple[str, ...]]:
    """Return the names of two words that stand twice in the text and never as a place or thing does."""
    counts = Counter(name.words for name in names if len(name.words) == 2)
    things = {name.words for name in names if _before_thing(tokens, name.first)}
    return frozenset(words for words, count in counts.items() if count > 1 and words not in things)


def _before_thing(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether an article, adjective or noun, or a preposition of place, stands right before a name."""
    before = tokens[first - 1] if first else None
    return before is not None and (before.tag in _BEFORE_THINGS or before.text.lower() in _PLACING)


def _short_name(token: Token, people: People) -> Entity | None:
    """Return the person of the article whose surname or unusual first name the token is."""
    return people.by_surname(token.text) or (people.by_first_name(token.text) if token.tag == "NE" else None)


def _with_particles(tokens: Sequence[Token], index: int, person: Entity) -> int:
    """Return where a surname with the particles of its bearer begins: Von der | Leyen."""
    words = [word.lower() for word in person.label.split()]
    surname = next((place for place, word in enumerate(words) if tokens[index].text.lower().startswith(word)), 0)
    first = index
    for word in reversed(words[1:surname]):
        if not first or tokens[first - 1].text.lower() != word or word not in word_list("name_particles.txt"):
            break
        first -= 1
    return first


def _joined(tokens: Sequence[Token], hits: Sequence[Found]) -> tuple[Found, ...]:
    """Return the hits with first name and surname of one person made one, where nothing beside them proved a name."""
    whole: list[Found] = []
    for hit in hits:
        if whole and whole[-1].last == hit.first and whole[-1].mention.entities == hit.mention.entities:
            whole[-1] = found(tokens, whole[-1].first, hit.last, hit.mention.entities[0])
        else:
            whole.append(hit)
    return tuple(whole)


def _speakers(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the proper nouns that stand right beside a verb of saying: they speak, so they may be persons."""
    said = [i for i, token in enumerate(tokens) if token.tag == "VVFIN" and token.lemma in verbs_of_saying()]
    beside = [j for i in said for j in (i - 1, i + 1, i + 2) if 0 <= j < len(tokens)]
    return frozenset(tokens[j].text for j in beside if tokens[j].tag == "NE")


def _names(
    tokens: Sequence[Token], sentence: Sentence, gazetteer: Gazetteer, others: frozenset[int]
) -> Iterator[PersonName]:
    index = sentence.first
    while index < sentence.last:
        name = _name_at(tokens, index, sentence, gazetteer, others) if tokens[index].text[0].isupper() else None
        if name is not None and not name.certain:
            name = _from_given_name(tokens, name, sentence, gazetteer, others)
        if name is not None:
            yield name
        index = name.last if name is not None else index + 1


def _name_at(
    tokens: Sequence[Token], first: int, sentence: Sentence, gazetteer: Gazetteer, others: frozenset[int]
) -> PersonName | None:
    if not _may_be_name(tokens[first]):
        return None
    title = _title_before(tokens, first, sentence.first)
    if not _may_begin(tokens, first, sentence, others, titled=title is not None):
        return None
    announced = _announced(tokens, first, sentence.first, others)
    titled = title is not None or _described(tokens, first, sentence.first)
    last = end_of_name(tokens, first, sentence.last, gazetteer, others, titled=titled, announced=announced)
    words = tuple(token.text for token in tokens[first:last])
    given = given_name_gender(words[0]) is not None
    alone = len(words) == 1
    if alone and ((given and title is None) or not _plain_name(tokens[first]) or parse_title(words[0])):
        return None
    certain = (
        title is not None
        or _related(tokens, first, sentence.first)
        or announced
        or (not alone and _beside_colleague(tokens, first, sentence.first))
        or (not alone and (titled or _is_persons(tokens, first, words, gazetteer)))
        or _explained(tokens, last, sentence.last, gazetteer)
        or folded(" ".join(words)) in gazetteer.persons
    )
    return PersonName(first, last, words, title, certain=certain, genitive=_is_genitive(tokens, first, last, sentence))


def _may_be_name(token: Token) -> bool:
    """Tell a name, or a noun of no known gender, from a common noun, which is one only as a given name."""
    unknown = token.tag == "NN" and not token.morph.gender
    return unknown or token.tag in _NAME_TAGS or given_name_gender(token.text) is not None


def _may_begin(
    tokens: Sequence[Token], first: int, sentence: Sentence, others: frozenset[int], *, titled: bool
) -> bool:
    """Tell whether a name of a person may begin at a token with a capital letter."""
    token = tokens[first]
    given = given_name_gender(token.text) is not None
    if parse_title(token.text) is not None and first + 1 < sentence.last and tokens[first + 1].tag == "NE":
        return False  # the title itself, taken for a name by the tagger: Major Kowaljow
    before = tokens[first - 1].tag if first > sentence.first else ""
    if token.tag == "NN" and before in _BEFORE_NOUNS and not titled:
        return False  # the common noun, not the given name: die Marine
    if token.text in _HONORIFICS:
        return False  # Dr. | Otto Weber
    if first in others and not (
        given and first + 1 not in others and (not titled or _is_surname_at(tokens, first + 1))
    ):
        return False  # Präsident | Paris besucht, but: Präsidentin Sofia Larsen
    if token.text.isupper() and len(token.text) > 1 and not INITIAL.fullmatch(token.text):
        return False  # an abbreviation opens the name of a body
    if token.text in word_list("place_name_openers.txt"):
        return False  # Bad Erlau, San Marino
    known = given or token.tag == "NE"
    introduced = titled or _related(tokens, first, sentence.first)
    return known or (introduced and _plain_name(token)) or _unknown_pair(tokens, first, sentence, others)


def _is_surname_at(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].tag == "NE" and _plain_name(tokens[index])


def _related(tokens: Sequence[Token], first: int, limit: int) -> bool:
    """Tell whether a word for a relation between persons stands before: ihr Amtskollege Hu Jia."""
    return first > limit and bool(_RELATIONS.match(tokens[first - 1].text))


def _is_persons(tokens: Sequence[Token], first: int, words: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Tell by the words themselves that a name of several is a person's: a given name, Gregor Putin, Hou Yu-ih."""
    namesakes = gazetteer.surnames.get(folded(words[-1]), ())
    return (
        given_name_gender(words[0]) is not None
        or any(person.label.endswith(f" {words[-1]}") for person in namesakes)
        or (bool(PREFIXED.fullmatch(words[-1])) and not _before_thing(tokens, first))
        or (len(words) == 2 and bool(EASTERN.fullmatch(words[-1])))
    )


def _beside_colleague(tokens: Sequence[Token], first: int, limit: int) -> bool:
    """Tell whether a name is listed behind a title of several: die Außenminister Hugh Todd und | Tam Gil."""
    index = first - 1
    while index > limit and (tokens[index].tag == "NE" or tokens[index].text in _LISTING):
        index -= 1
    return index < first and names_several(tokens, index, index)


def _described(tokens: Sequence[Token], first: int, limit: int) -> bool:
    """Tell whether one person is named before: der Dissident Hu Jia; or takes office: Neuer Minister wird Hu Jia."""
    index = first - 1
    if index > limit and tokens[index].lemma in ("werden", "sein") and tokens[index].tag == "VAFIN":
        return parse_title(tokens[index - 1].text) is not None
    counted = tokens[index].text == "Mann"  # sechzig Mann
    return index >= limit and not counted and _is_one_person(tokens[index])


def _is_one_person(token: Token) -> bool:
    return token.tag == "NN" and "s" in token.morph.number and noun_class(token.lemma) == "Person"


def _from_given_name(
    tokens: Sequence[Token], name: PersonName, sentence: Sentence, gazetteer: Gazetteer, others: frozenset[int]
) -> PersonName:
    """Return the name that starts at a given name inside an unproven one: der Bahn Nordrail Peter Kaan."""
    for index in range(name.first + 1, name.last - 1):
        if given_name_gender(tokens[index].text) is not None:
            return _name_at(tokens, index, sentence, gazetteer, others) or name
    return name


def _announced(tokens: Sequence[Token], first: int, limit: int, others: frozenset[int]) -> bool:
    """Tell whether an office in front of a comma announces the name: der Sprecher des Hafens, Ole Brandt, sagte."""
    while first - 1 > limit and tokens[first - 1].text in _HONORIFICS:
        first -= 1
    if first - 1 <= limit or tokens[first - 1].text != ",":
        return False
    last = first - 2
    if last - 2 > limit and tokens[last].text == ")" and tokens[last - 2].text == "(":
        last -= 3
    for index in range(last, max(limit, last - _LONGEST_OFFICE) - 1, -1):
        if tokens[index].tag[:1] in ("V", "$"):
            return False
        title = parse_title(tokens[index].text) if tokens[index].text[0].isupper() else None
        if title is not None and not title.plural:
            if tokens[index + 1].tag == "NE" and index + 1 not in others:
                return False  # the office is that of the person named right behind it
            return index > limit and tokens[index - 1].tag in ("ART", "ADJA", "NE")
    return False


def _is_genitive(tokens: Sequence[Token], first: int, last: int, sentence: Sentence) -> bool:
    """Tell whether a final -s is a genitive's: behind or before a noun (Eva Blums Rücktritt)."""
    if last < sentence.last and tokens[last].tag == "NN":
        return True
    before = tokens[first - 1] if first > sentence.first else None
    return (
        before is not None
        and before.tag == "NN"
        and parse_title(before.text) is None
        and not (last - first > 1 and _is_one_person(before))
        and not _RELATIONS.match(before.text)
    )


def _plain_name(token: Token) -> bool:
    return token.tag in _NAME_TAGS and bool(NAME_WORD.fullmatch(token.text)) and not token.text.isupper()


def _unknown_pair(tokens: Sequence[Token], first: int, sentence: Sentence, others: frozenset[int]) -> bool:
    """Tell two words with capitals that no list knows, side by side, which only a name has: Tjorven Kallmeyer."""
    if first + 1 >= sentence.last or first + 1 in others or tokens[first].tag != "NN" or tokens[first].morph.gender:
        return False
    behind = tokens[first + 1]
    return behind.tag == "NE" or (may_be_surname(behind) and _described(tokens, first, sentence.first))


def _title_before(tokens: Sequence[Token], first: int, limit: int) -> Title | None:
    """Return the title directly before a name, over Dr. and the like."""
    index = first - 1
    while index >= limit and tokens[index].text in _HONORIFICS:
        index -= 1
    if index < limit or not (tokens[index].text[0].isupper() or "-" in tokens[index].text):
        return None  # ver.di-Chef
    title = parse_title(tokens[index].text)
    return title if title is None or not title.plural else None


def _explained(tokens: Sequence[Token], end: int, limit: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a party or an age in parentheses follows: (SPD), (45); or a word for a person behind a comma."""
    if end + 1 >= limit:
        return False
    closing = next((at for at in range(end + 2, min(limit, end + _LONGEST_PARTY)) if tokens[at].text == ")"), None)
    if tokens[end].text == "(" and closing is not None:
        inner = " ".join(token.text for token in tokens[end + 1 : closing])
        body = gazetteer.exact(inner)
        return (inner.isdigit() and len(inner) == 2) or (body is not None and body.type == "Organisation")
    if tokens[end].text != ",":
        return False
    noun = end + 1
    while (
        noun + 1 < limit
        and noun < end + _LONGEST_OPENING
        and tokens[noun].tag in ("ART", "PPOSAT", "ADV", "ADJA", "CARD")
    ):
        noun += 1
    return parse_title(tokens[noun].text) is not None or _is_one_person(tokens[noun])
