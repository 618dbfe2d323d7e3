"""Noun and prepositional phrases with the cases they can have.

A phrase runs from its determiner over attributes to its head noun, and on over names, genitive attributes and
coordinated nouns. Its readings (case, number, gender) are what determiner, adjective and noun agree on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.annotate.agreement import ANY, PLURAL, case_mask
from kg.annotate.clauses.attributes import is_participial
from kg.annotate.clauses.genitives import lists_genitives
from kg.annotate.clauses.government import has_participants
from kg.annotate.clauses.name_joins import parts_bodies
from kg.annotate.clauses.noun_groups import OPENING, bare_participial, noun_group
from kg.annotate.clauses.phrase import Phrase, joined
from kg.annotate.clauses.tagged import NAMES, PREPOSITIONS, YEAR, Tagged, Window
from kg.annotate.lexicon import word_list
from kg.annotate.noun_classes import noun_class
from kg.annotate.numbers import number
from kg.annotate.prepositions import cases_behind

__all__ = ["phrases"]

_TIME_PREPOSITIONS: Final = frozenset({"seit", "bis", "ab", "vor", "nach", "von", "in", "um", "zwischen"})
_PERSONS: Final = frozenset({"Person", "Akteur"})
_PLACING: Final = frozenset({"in", "aus", "nach"})
_DETERMINING: Final = frozenset({"ART", "PPOSAT", "PIAT", "PDAT"})
_LINKS: Final = frozenset({"und", "oder", "sowie", "bzw.", "beziehungsweise", "&"})
# With these a preposition is complete (seit gestern den Rücktritt fordern).
_GOVERNED_ADVERBS: Final = frozenset(
    {
        "dahin",
        "hier",
        "dort",
        "oben",
        "unten",
        "außen",
        "innen",
        "gestern",
        "vorgestern",
        "heute",
        "morgen",
        "übermorgen",
        "jetzt",
        "langem",
        "kurzem",
    }
)
_LINKED_BY_VON: Final = frozenset({"angesichts", "anhand", "anstelle", "aufgrund", "infolge", "mithilfe"})
"""Prepositions that take a noun without article behind von, which says nothing then: aufgrund von Streiks."""
_BEGINNING: Final = OPENING | {"KOKOM", "KOUS"}  # of phrases, with what compares before them
_BEFORE_GOVERNED: Final = PREPOSITIONS | {"ADV", "PTKA", "$("}


def phrases(words: Tagged, indices: Sequence[int]) -> list[Phrase]:
    """Return the phrases of one clause in text order; `indices` are the clause's own tokens, ascending."""
    runs = _unbroken(words, indices)
    found = [phrase for first, last in runs for phrase in _stretch_phrases(Window(words, last), first)]
    return _joined_over_commas(words, _joined_over_brackets(words, found))


def _unbroken(words: Tagged, indices: Sequence[int]) -> list[tuple[int, int]]:
    """Group indices into runs without a gap; a bracket inside an attribute is none, nor a comma between genitives."""
    runs: list[tuple[int, int]] = []
    for index in indices:
        if runs and (runs[-1][1] == index or _is_bridged(words, runs[-1][1], index)):
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


def _is_bridged(words: Tagged, first: int, last: int) -> bool:
    return _explains_agent(words, first, last) or (last == first + 1 and lists_genitives(words, first))


def _explains_agent(words: Tagged, first: int, last: int) -> bool:
    """Tell one word in brackets between a name and a participle: der von Eva Blum (CDU) geforderte Schritt."""
    bracket = last - first == 3 and words.lows[first] == "(" and words.lows[last - 1] == ")"
    return bracket and words.tags[first - 1] in NAMES and is_participial(words, last)


def _stretch_phrases(window: Window, first: int) -> Iterator[Phrase]:
    index = first
    while index < window.limit:
        tag = window.words.tags[index]
        if tag in PREPOSITIONS:
            phrase = bare_participial(window, index) or _prepositional(window, index)
        else:
            phrase = _compared(window, index) if tag in _BEGINNING else None
        if phrase is not None:
            yield phrase
            index = max(phrase.last, (phrase.preposition or 0) + 1, index)
        else:
            index += 1 + _is_governed_adverb(window, index)


def _is_governed_adverb(window: Window, index: int) -> bool:
    """Tell a preposition that an adverb completes: bis heute | 18 Milliarden Euro; but am Morgen has a noun."""
    adverb = window.low(index + 1) in _GOVERNED_ADVERBS and window.token(index + 1).text.islower()
    return adverb and window.tag(index) in PREPOSITIONS


def _prepositional(window: Window, index: int) -> Phrase | None:
    if _is_governed_adverb(window, index):
        return None
    start = window.skip(index + 1, _BEFORE_GOVERNED)
    phrase = _year(window, start) or _coordinated(window, start)
    if phrase is not None:
        linked = window.low(index) in _LINKED_BY_VON and window.low(start - 1) == "von"
        phrase.preposition = start - 1 if window.tag(start - 1) in PREPOSITIONS and not linked else index
        if window.tag(phrase.last) == "APZR":
            phrase.last += 1
    return phrase


def _year(window: Window, index: int) -> Phrase | None:
    """Read a year that stands behind a preposition of time (seit 2004 Mitglied), or two (zwischen 2008 und 2012)."""
    if window.tag(index) != "CARD" or not YEAR.match(window.low(index)):
        return None
    counts = window.tag(index + 1) in ("NN", "ADJA") and index not in window.words.years
    if window.low(index - 1) not in _TIME_PREPOSITIONS or (counts and window.low(index - 1) == "von"):
        return None  # der Abzug von | 2000 Soldaten
    if window.low(index + 1) == "bis" and window.tag(index + 1) == "KON":
        return None  # von | 2000 bis 3000 Söldnern unterstützt
    second = (
        window.low(index - 1) == "zwischen" and window.low(index + 1) == "und" and YEAR.match(window.low(index + 2))
    )
    return Phrase(index, index + (3 if second else 1), index, ANY, pronoun=True)


def _compared(window: Window, index: int) -> Phrase | None:
    """Read a phrase that may follow "als" or "wie", or have its preposition behind it."""
    marked = window.tag(index) == "KOKOM" or (
        window.low(index) in ("als", "wie") and window.tag(index) in ("KOUS", "APPR")
    )
    begin = index + 1 if marked else index
    hardly = marked and window.low(begin) == "kaum"  # kämpfte wie | kaum ein anderer
    phrase = _coordinated(window, begin + hardly)
    if phrase is not None:
        phrase.comparison = marked
        if _has_postposition(window, phrase):
            phrase.preposition = phrase.last
    return phrase


def _has_postposition(window: Window, phrase: Phrase) -> bool:
    if window.tag(phrase.last) == "APPO":
        return True
    word = window.low(phrase.last)
    if "d" not in phrase.cases:
        return False
    opinion = word == "nach" and window.token(phrase.head).lemma in word_list("opinion_nouns.txt")
    return word == "zufolge" or opinion


def _coordinated(window: Window, index: int) -> Phrase | None:
    """Read a phrase with the phrases that "und", "oder", "weder … noch", "sowohl … als auch" add to it."""
    phrase = noun_group(window, index)
    if phrase is None or (phrase.pronoun and window.tag(phrase.last) != "KON"):
        return phrase
    parts = [phrase]
    while (start := _linked(window, index, parts[-1].last)) is not None:
        part = None if window.tag(start) in PREPOSITIONS else noun_group(window, start)
        if part is None or not _parallel(window, phrase, part):
            break
        parts.append(part)
    if len(parts) == 1:
        return phrase
    if _name_one_person(window, parts):
        return replace(phrase, last=parts[-1].last, conjuncts=parts, one=True)
    return joined(parts, parts[-1].last, plural=window.low(parts[1].first - 1) != "oder")


def _name_one_person(window: Window, parts: Sequence[Phrase]) -> bool:
    """Tell whether two words for persons share their article: der Parteichef und Minister, ein Arzt und Mitglied.

    Who has a name each is two: der Minister Otto Weber und Polens Kanzler Jan Nowak.
    """
    first, *others = parts
    if first.determiner is None or not first.only_singular or window.low(first.last) != "und":
        return False
    if all(_is_named(window.words, part) for part in parts):
        return False
    alike = case_mask(first.cases) & ~PLURAL
    alone = all(part.determiner is None and part.mask & alike for part in others)
    persons = (
        window.tag(part.head) == "NN" and noun_class(window.token(part.head).lemma) in _PERSONS for part in parts
    )
    return len(others) == 1 and alone and all(persons)


def _is_named(words: Tagged, phrase: Phrase) -> bool:
    return any(index in words.name_ends for index in range(phrase.first, phrase.last))


def _linked(window: Window, first: int, last: int) -> int | None:
    """Return where the next coordinated part begins, None where no conjunction follows."""
    if last + 1 >= window.limit:
        return None
    word, opening = window.low(last), window.low(first - 1) if first else ""
    if word == "/":
        return last + 1 if parts_bodies(window.words, last) else None
    if (window.tag(last) == "KON" and word in _LINKS) or (word == "noch" and opening == "weder"):
        return last + 1
    return last + 2 if word in ("als", "wie") and window.low(last + 1) == "auch" and opening == "sowohl" else None


def _parallel(window: Window, phrase: Phrase, part: Phrase) -> bool:
    if window.tag(part.head) in ("PRF", "PRELS") or not set(phrase.cases) & set(part.cases):
        return False
    if window.tag(part.head) == "CARD" and window.tag(phrase.head) != "CARD":
        return False  # in London | und vier in Rom
    if phrase.first and window.tag(phrase.first - 1) in PREPOSITIONS and not _is_governed(window, phrase, part):
        return False
    placed = window.low(phrase.first - 1) in _PLACING and window.tag(phrase.head) == "NE"
    if placed and _is_no_place(window, part):
        return False  # den Minister in Rom | und den Kanzler, die Botschaft in Riad | und das Konsulat
    if _is_party_behind_person(window, phrase) and part.last - 1 in window.words.people:
        return False  # Eva Holt von der SPD | und Innenminister Otto Weber
    if _goes_with_outer(window, phrase, part):
        return False
    measured = window.token(phrase.head).lemma in word_list("time_nouns.txt") and phrase.determiner is None
    return not (measured and part.determiner is not None)  # um fünf Jahre | und die Stärkung


def _is_governed(window: Window, phrase: Phrase, part: Phrase) -> bool:
    """Tell whether a part can stand behind the preposition of the first: the other of the verb's objects cannot.

    Die Führung in Accra | und der Fonds; die Freilassung von Geiseln | und einen Abzug.
    """
    asked = cases_behind(window.low(phrase.first - 1)) or "adg"
    return not set(asked).isdisjoint(part.cases)


def _goes_with_outer(window: Window, phrase: Phrase, part: Phrase) -> bool:
    """Tell what goes on with the noun before an attribute without article: die Wut auf Ärzte | und die Drohungen.

    The noun before has an article as well, and what goes on is a deed, or behind "sowie" no body, person or place.
    """
    outer = phrase.first - 2
    more = window.tag(part.first) == "PIAT"  # mehr Lehrer
    if phrase.determiner is not None or not (more or part.determiner is not None) or outer < 1:
        return False
    attribute = window.tag(outer) == "NN" and window.tag(outer + 1) in PREPOSITIONS
    if not attribute or window.tag(phrase.head) != "NN":
        return False
    before = outer - 1
    while before > 0 and window.tag(before) == "ADJA":
        before -= 1
    if window.tag(before) not in _DETERMINING:
        return False
    noun, bare = window.token(part.head).lemma, window.token(phrase.head).lemma
    if not more and has_participants(noun) and not has_participants(bare):
        return True
    no_actor = window.tag(part.head) == "NN" and (more or noun_class(noun) is None)
    return window.low(part.first - 1) == "sowie" and no_actor


def _is_party_behind_person(window: Window, phrase: Phrase) -> bool:
    """Tell a party that says with "von" of whom it is the party: Eva Holt | von der SPD."""
    before = phrase.first - 2
    linked = phrase.head in window.words.parties and window.low(phrase.first - 1) in ("von", "aus")
    return linked and before >= 0 and before in window.words.people


def _is_no_place(window: Window, part: Phrase) -> bool:
    if noun_class(window.token(part.head).lemma) == "Person" and part.first < part.head:
        return part.head not in window.words.parties  # aus der CDU | und den Grünen
    return part.determiner is not None and window.tag(part.head) == "NN" and "d" not in part.cases


def _joined_over_commas(words: Tagged, found: Sequence[Phrase]) -> list[Phrase]:
    """Join "A, B und C": phrases parted by single commas of which the last is itself coordinated."""
    result: list[Phrase] = []
    for phrase in found:
        listed = phrase
        if phrase.conjuncts and phrase.preposition is None and not phrase.pronoun:
            parts: list[Phrase] = []
            while result and _precedes(words, result[-1], parts[0] if parts else phrase):
                parts.insert(0, result.pop())
            if parts:
                listed = _list_of([*parts, *phrase.conjuncts], phrase.last, words)
        result.append(listed)
    return result


def _list_of(parts: Sequence[Phrase], last: int, words: Tagged) -> Phrase:
    """Join a list; a noun that names them all before is no part of it: zwei Minister, Anna Petersen und Otto Weber."""
    group, *listed = parts
    if not _introduces(words, group, listed):
        return joined(parts, last, plural=True)
    return replace(joined(listed, last, plural=True), first=group.first, definite=True, genitives=group.genitives)


def _introduces(words: Tagged, group: Phrase, listed: Sequence[Phrase]) -> bool:
    """Tell whether a plural names the kind of those listed behind it: as many as it says, or with an article."""
    counts = [words.text(index) for index in range(group.first, group.head) if words.tags[index] == "CARD"]
    fits = number(counts[-1]) == len(listed) if counts else group.only_plural and group.definite
    alike = words.tags[group.head] == "NN" and bool(group.mask & PLURAL)
    known = alike and noun_class(words.lemma(group.head)) is not None
    named = all(_is_named(words, part) for part in listed) and not _is_named(words, group)
    return known and fits and named and len(listed) > 1


def _joined_over_brackets(words: Tagged, found: Sequence[Phrase]) -> list[Phrase]:
    """Join what an abbreviation in brackets parts: der Union (EU) und dem Verband (EV)."""
    result: list[Phrase] = []
    for phrase in found:
        left = result[-1] if result else None
        if left is not None and _parted_by_bracket(words, left, phrase):
            result[-1] = joined([*(left.conjuncts or [left]), phrase], phrase.last, plural=True)
        else:
            result.append(phrase)
    return result


def _parted_by_bracket(words: Tagged, left: Phrase, right: Phrase) -> bool:
    """Tell whether only brackets and a conjunction part two noun phrases that can be of one case."""
    between = words.lows[left.last : right.first]
    parted = len(between) > 2 and between[0] == "(" and between[-2] == ")" and between[-1] in _LINKS
    return parted and not left.pronoun and not right.pronoun and bool(set(left.cases) & set(right.cases))


def _precedes(words: Tagged, left: Phrase, right: Phrase) -> bool:
    """Tell whether only a comma parts the two and they can be of one case; who is one person is no list."""
    if right.one or _says_who(words, left, right):
        return False
    between = words.lows[left.last : right.first]
    if between[:1] == ["("] and ")" in between:
        between = between[between.index(")") + 1 :]
    return between == [","] and not left.pronoun and bool(set(left.cases) & set(right.cases))


def _says_who(words: Tagged, person: Phrase, roles: Phrase) -> bool:
    """Tell bare nouns that say what one person is: Ida Holm, | Ärztin aus Ulm und frühere Ministerin, kam."""
    if person.last - 1 not in words.people or not roles.conjuncts:
        return False
    bare = all(part.determiner is None and not part.only_plural for part in roles.conjuncts)
    bare = bare and any(part.only_singular for part in roles.conjuncts)
    kinds = (noun_class(words.lemma(part.head)) for part in roles.conjuncts if words.tags[part.head] == "NN")
    people = [kind in _PERSONS for kind in kinds]
    named = words.people.intersection(range(roles.first, roles.last))
    return bare and not named and len(people) == len(roles.conjuncts) and all(people)
