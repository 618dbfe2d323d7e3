"""Persons: full names by given name, title or repetition, then the bare surname throughout the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from kg.annotate.lexicon import rows, word_list
from kg.annotate.names.found import Found, found
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.people import INITIAL, PREFIXED, People, PersonName, given_name_gender
from kg.annotate.names.titles import Title, parse_title
from kg.annotate.names.transliteration import folded
from kg.annotate.noun_classes import noun_class
from kg.model.entity import Entity
from kg.model.reading import Sentence, Token

__all__ = ["find_persons"]

_NAME_WORD = re.compile(r"[^\W\d_]['’\w-]*")
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
_LONGEST_OFFICE = 9  # words from a comma back to the title: der Generalsekretär der Vereinten Nationen
# The longest names of news (Karl Theodor Maria Nikolaus von und zu Guttenberg) are written shorter than this.
_LONGEST_NAME = 6
_ARTICLES = {"der", "den", "dem", "la", "las", "los"}  # second particles: von der, van den, de la
# What a tagger may take a surname for (Hellwig for an adjective) once the full name is known.
_SURNAME_TAGS = {"NE", "NN", "FM", "XY", "ADJA", "ADJD"}
# A given name has none of these before it, a noun that looks like one has.
_BEFORE_NOUNS = {"ART", "APPRART", "PPOSAT", "PDAT", "CARD"}
# What a name that nothing explains has before it where it is a thing's or a place's (die Nova Bank, aus Nova Gora).
_BEFORE_THINGS = _BEFORE_NOUNS | {"ADJA", "NN", "FM", "$("}
_PLACING = {"in", "aus", "nach", "bei", "bis", "um", "von"}
_FINITE = {"VVFIN", "VAFIN", "VMFIN"}
_OPENERS = {"KOUS", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT", "$,", "$("}
_LONGEST_PREFIELD = 12  # words looked back over for the start of the sentence
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
        for index, token in enumerate(tokens)
        if index not in taken and index not in others and (person := _short_name(token, people))
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
    if token.tag not in _SURNAME_TAGS:
        return None
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


@cache
def _reporting_verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in rows("reporting_verbs.csv"))


def _speakers(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the proper nouns that stand right beside a verb of saying: they speak, so they may be persons."""
    said = [i for i, token in enumerate(tokens) if token.tag == "VVFIN" and token.lemma in _reporting_verbs()]
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
    title = _title_before(tokens, first, sentence.first)
    related = first > sentence.first and bool(_RELATIONS.match(tokens[first - 1].text))
    given = given_name_gender(tokens[first].text) is not None
    if parse_title(tokens[first].text) is not None and first + 1 < sentence.last and tokens[first + 1].tag == "NE":
        return None  # the title itself, taken for a name by the tagger: Major Kowaljow
    if (
        tokens[first].tag == "NN"
        and first > sentence.first
        and tokens[first - 1].tag in _BEFORE_NOUNS
        and title is None
    ):
        return None  # the common noun, not the given name: die Marine
    if first in others and not (given and title is None and first + 1 not in others):
        return None
    if tokens[first].text.isupper() and len(tokens[first].text) > 1:
        return None  # an abbreviation opens the name of a body
    if not given and tokens[first].tag != "NE" and not ((title or related) and _plain_name(tokens[first])):
        return None
    last = _end_of_name(tokens, first, sentence.last, gazetteer, others)
    words = tuple(token.text for token in tokens[first:last])
    if len(words) == 1 and ((given and title is None) or not _plain_name(tokens[first]) or parse_title(words[0])):
        return None
    # another bearer of a known surname: Gregor Putin
    namesake = len(words) > 1 and any(
        person.label.endswith(f" {words[-1]}") for person in gazetteer.surnames.get(folded(words[-1]), ())
    )
    arabic = len(words) > 1 and bool(PREFIXED.fullmatch(words[-1])) and not _before_thing(tokens, first)
    described = len(words) > 1 and _described(tokens, first, sentence.first)
    proofs = (given, title, related, namesake, arabic, described, folded(" ".join(words)) in gazetteer.persons)
    certain = (
        any(proofs)
        or _explained(tokens, last, sentence.last, gazetteer)
        or _announced(tokens, first, sentence.first, others)
    )
    return PersonName(first, last, words, title, certain=certain, genitive=_is_genitive(tokens, first, last, sentence))


def _described(tokens: Sequence[Token], first: int, limit: int) -> bool:
    """Tell whether one person is named before: der Dissident Hu Jia; or takes office: Neuer Minister wird Hu Jia."""
    index = first - 1
    if index > limit and tokens[index].lemma in ("werden", "sein") and tokens[index].tag == "VAFIN":
        return parse_title(tokens[index - 1].text) is not None
    one = index >= limit and tokens[index].tag == "NN" and "s" in tokens[index].morph.number
    counted = one and tokens[index].text == "Mann"  # sechzig Mann
    return one and not counted and noun_class(tokens[index].lemma) == "Person"


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
        and not _RELATIONS.match(before.text)
    )


def _plain_name(token: Token) -> bool:
    return token.tag in ("NE", "FM", "XY") and bool(_NAME_WORD.fullmatch(token.text)) and not token.text.isupper()


def _end_of_name(tokens: Sequence[Token], first: int, limit: int, gazetteer: Gazetteer, others: frozenset[int]) -> int:
    """Return the token after the name that starts at `first`."""
    end = first + 1
    given = given_name_gender(tokens[first].text) is not None
    titled = _title_before(tokens, first, 0) is not None
    # a word that looks like a noun is accepted as long as no surname stands
    surname = not given and not _announced(tokens, first, 0, others)
    while end < min(limit, first + _LONGEST_NAME):
        token = tokens[end]
        if given and _are_particles(tokens, end, limit):
            end += 3
            surname = True
        elif given and _is_particle(tokens, end, limit, others, titled=titled):
            end += 2
            surname = True
        elif INITIAL.fullmatch(token.text) and end + 1 < limit and tokens[end + 1].tag in ("NE", "NN"):
            end += 1
        elif end not in others and _may_continue(
            token, given=not surname or (titled and _is_surname(tokens, end, limit))
        ):
            if _begins_another(tokens, first, end, gazetteer):
                break
            surname = surname or given_name_gender(token.text) is None
            end += 1
        elif end in others and not surname and token.tag == "NE" and not token.text.endswith("s"):
            return end + 1  # Jack London, Paris Hilton
        else:
            break
    return end


def _are_particles(tokens: Sequence[Token], index: int, limit: int) -> bool:
    """Tell whether two small words and a surname follow: von der Leyen, but not von der Polizei, a known noun."""
    words = [token.text for token in tokens[index : index + 2]]
    if index + 2 >= limit or words[0] not in word_list("name_particles.txt") or words[1] not in _ARTICLES:
        return False
    last = tokens[index + 2]
    known = last.tag == "NN" and bool(last.morph.gender)
    return bool(_NAME_WORD.fullmatch(last.text)) and last.text[0].isupper() and last.tag in ("NE", "NN") and not known


def _is_particle(tokens: Sequence[Token], index: int, limit: int, others: frozenset[int], *, titled: bool) -> bool:
    """Tell whether a small word belongs to the name and a capital word of the name follows it.

    "zu" does so only behind a title (Graf Hans zu Solmen): else it opens a phrase (kam Hans zu Anna).
    """
    word = tokens[index].text
    return (
        (word in word_list("name_particles.txt") or (titled and word == "zu"))
        and index + 1 < limit
        and index + 1 not in others
        and _may_continue(tokens[index + 1], given=word not in ("von", "der", "den", "zu"))
    )


def _may_continue(token: Token, *, given: bool) -> bool:
    """Tell whether a token can be a further word of a name; behind a given name a surname may look like a noun."""
    if PREFIXED.fullmatch(token.text):
        return True
    if not _NAME_WORD.fullmatch(token.text) or not token.text[0].isupper() or token.text.isupper():
        return False
    if token.tag == "NE" or given_name_gender(token.text) is not None:
        return True
    return given and token.tag in ("NN", "FM", "ADJA", "XY") and parse_title(token.text) is None


def _is_surname(tokens: Sequence[Token], index: int, limit: int) -> bool:
    """Tell a surname that is tagged as a noun: no such noun is known, or it stands before the verb.

    Only one phrase stands before the verb of a main clause: in "Minister Arvo Hagland sagte" all is one name.
    """
    if tokens[index].tag != "NN" or not tokens[index].morph.gender:
        return tokens[index].tag == "NN"
    if index + 1 >= limit or tokens[index + 1].tag not in _FINITE:
        return False
    for before in reversed(tokens[max(0, index - _LONGEST_PREFIELD) : index]):
        if before.tag == "$.":
            return True
        if before.tag in _FINITE or before.tag in _OPENERS:
            return False
    return index <= _LONGEST_PREFIELD


def _begins_another(tokens: Sequence[Token], first: int, end: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a second known person starts at `end`: empfing Putin Tokajew."""
    alone = end == first + 1 and given_name_gender(tokens[first].text) is None
    return alone and folded(tokens[first].text) in gazetteer.surnames


def _title_before(tokens: Sequence[Token], first: int, limit: int) -> Title | None:
    """Return the title directly before a name, over Dr. and the like."""
    index = first - 1
    while index >= limit and tokens[index].text in _HONORIFICS:
        index -= 1
    if index < limit or not tokens[index].text[0].isupper():
        return None
    title = parse_title(tokens[index].text)
    return title if title is None or not title.plural else None


def _explained(tokens: Sequence[Token], end: int, limit: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a party or an age in parentheses follows: (SPD), (45); or a title behind a comma."""
    if end + 2 < limit and tokens[end].text == "(" and tokens[end + 2].text == ")":
        inner = tokens[end + 1].text
        body = gazetteer.exact(inner)
        return (inner.isdigit() and len(inner) == 2) or (body is not None and body.type == "Organisation")
    if end + 1 < limit and tokens[end].text == ",":
        after = end + 2 if tokens[end + 1].tag in ("ART", "ADJA") and end + 2 < limit else end + 1
        return parse_title(tokens[after].text) is not None
    return False
