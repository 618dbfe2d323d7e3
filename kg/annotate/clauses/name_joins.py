"""Names, titles and numbers that stand behind a head noun and belong to its phrase."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from kg.annotate.agreement import SINGULAR, cases, noun
from kg.annotate.clauses.attributes import prenominal_genitive
from kg.annotate.clauses.government import is_event
from kg.annotate.clauses.phrase_kinds import EXTENTS
from kg.annotate.clauses.tagged import DETERMINERS, HEADS, NAMES, YEAR, Tagged, Window
from kg.annotate.lexicon import read_data, word_list
from kg.annotate.names.inflection import without_genitive
from kg.annotate.names.titles import parse_title
from kg.annotate.noun_classes import noun_class, tails
from kg.annotate.words.nouns import noun_gender

__all__ = ["end_of_names", "is_genitive_of", "parts_bodies"]

_SCALES: Final = frozenset({"Stärke", "Magnitude", "Version"})  # nouns with a decimal behind them: Stärke 6,2
_COUNTED: Final = frozenset({"NN", "ADJA", "CARD"})  # a number before them counts them (die Bahn 500 Lokführer)
_OPENING: Final = frozenset({*'„»"', "''"})
_CLOSING: Final = frozenset({*'“”«"', "''"})
_NAMED: Final = frozenset({"Person", "Organisation", "Ort", "Medium"})  # that go by a name of their own
_PARTS: Final = frozenset({"Anfang", "Mitte", "Ende"})  # of a month or year: Ende Mai 2010
_LONGEST_TITLE: Final = 20  # tokens
_CALLED_BY_FIELD: Final = ("gruppe", "verein", "abteilung", "referat", "initiative")  # die Forschungsgruppe Wahlen
_CALLED_BY_PEOPLE: Final = (
    "kabinett",
    "regierung",
    "familie",
    "firma",
    "verlag",
    "team",
    "stiftung",
    "institut",
    "bande",
    "schule",
    "clan",
)
_QUOTES: Final = "“”\"'«»"
_TO_A_LEVEL: Final = frozenset({"um", "auf", "bei"})  # before an amount they say how a figure stands in that year
_WHOSE: Final = frozenset({"dessen", "deren"})
_LASTING: Final = frozenset({"Person", "Organisation", "Staat", "Ort", "Medium"})  # a year is no part of their names


def end_of_names(window: Window, head: int) -> int:
    """Return where the names, numbers and titles that belong to the head end; a known name is never cut."""
    last = _name_end(window, head)
    if window.low(head - 1) in _OPENING:
        end = _end_of_title(window, head - 1)
        named = all(not window.token(place).text[:1].islower() for place in range(head, min(end, window.limit)))
        last = max(last, end) if named else last  # „Northern Front“, nicht: „Bedenken wegen der Folgen“
    while last < window.limit and _continues(window, last):
        last = _name_end(window, last)
    return last


def _name_end(window: Window, index: int) -> int:
    quoted = window.low(index) in _OPENING and window.tag(index - 1) in HEADS and index + 1 < window.limit
    if quoted and window.token(index + 1).text[:1].isupper():
        return _end_of_title(window, index)
    if window.tag(index) == "ADJA":
        return index + 2  # Verband | Deutscher Lehrer
    if window.tag(index) == "CARD" and window.low(index + 1) == "/" and window.tag(index + 2) == "CARD":
        return index + 3  # im Schuljahr | 2010/11
    return max(index + 1, min(window.words.name_ends.get(index, 0), window.limit))


def _end_of_title(window: Window, opening: int) -> int:
    """Return where a title in quotation marks ends behind its noun: das Buch „Cobra – der Krieg“."""
    for index in range(opening + 1, min(window.limit, opening + _LONGEST_TITLE)):
        if window.tag(index).startswith("V"):
            break
        if window.low(index) in _CLOSING:
            return index + 1
    return opening + 1


def _continues(window: Window, index: int) -> bool:
    if index in window.words.parted:
        return False
    tag, previous = window.tag(index), window.tag(index - 1)
    if tag in NAMES:
        return _continues_name(window, index)
    if tag == "NN":
        return previous in HEADS and _juxtaposed(window, index)
    if tag == "ADJA":  # Verband Deutscher Lehrer; adjectives of towns always have a capital
        written = window.token(index).text[:1].isupper() and window.token(index).lemma[:1].islower()
        return written and previous in HEADS and window.tag(index + 1) in HEADS
    if tag == "CARD":
        return _continues_number(window, index)
    if tag != "$(" or parts_bodies(window.words, index):
        return False
    text = window.token(index).text
    return (window.tag(index + 1) in HEADS and text not in "-–") or (text in _QUOTES and previous in HEADS)


def parts_bodies(words: Tagged, slash: int) -> bool:
    """Tell a slash between the names of two states or bodies, which says "und": ein Bündnis aus CDU/FDP."""
    if words.lows[slash] != "/" or not 0 < slash < len(words.tags) - 1:
        return False
    ends = words.name_ends.get(slash - 1) == slash
    return ends and all(at in words.bodies or at in words.states for at in (slash - 1, slash + 1))


def _continues_number(window: Window, index: int) -> bool:
    """Tell a number that the noun or name before it goes on with: im Jahr | 2013, Artikel | 5."""
    if not window.token(index).text.isalnum():
        return window.token(index - 1).text in _SCALES  # but not laut Polizei | 12.000; der Behörde | 34,1
    named = window.words.name_ends.get(index - 1) == index  # löste Polen | 2020 ab
    dated = YEAR.match(window.low(index)) is not None
    if dated and _is_of_year(window, index):
        return True
    if dated and (named or _is_by_the_way(window, index)):
        return False
    span = window.low(index + 1) in ("bis", "oder", "und") and window.tag(index + 2) == "CARD"
    some = not dated and window.low(index + 1) in ("von", "der")  # gewannen mit den Grünen | 20 von 30 Sitzen
    complete = named and window.tag(index + 1) in NAMES  # Polen | 48 Eurofighter
    return window.tag(index - 1) in HEADS and window.tag(index + 1) not in _COUNTED and not (span or some or complete)


def _is_of_year(window: Window, index: int) -> bool:
    """Tell a year that says which one it is: im Juni | 2013, die Landtagswahl in Hessen | 2013."""
    before = window.token(index - 1)
    if before.lemma == "Jahr" or before.text in _months() or before.text in _PARTS:
        return True
    placed = index > 2 and window.low(index - 2) == "in"
    return placed and noun_class(window.token(index - 3).lemma) == "Ereignis"


def _is_by_the_way(window: Window, index: int) -> bool:
    """Tell a year in which something happens with what stands before it, which is no part of its name."""
    before = window.token(index - 1)
    if noun(before) & ~SINGULAR == noun(before) or noun_class(before.lemma) in _LASTING:
        return True  # was beide Seiten | 2010 vereinbarten; wurde die Partei | 2013 gegründet
    # wuchs die Wirtschaft | 2023 um zwei Prozent
    return window.low(index + 1) in _TO_A_LEVEL and window.tag(index + 2) in ("CARD", "ADV")


def _continues_name(window: Window, index: int) -> bool:
    """Tell whether a name belongs to the noun or name before it."""
    if prenominal_genitive(window, index) is not None:
        return False
    if window.tag(index - 1) == "NN":
        # The last name of several shows the case: Minister Hans Weber, der Rücktritt Hans Webers.
        last = window.skip(index, NAMES) - 1
        owned = index not in window.words.bare and is_genitive_of(window, index - 1, last)
        return _takes_name(window, index - 1) and not owned
    with_article = window.tag(index - 2) in DETERMINERS
    complete = window.token(index - 1).text in word_list("article_names.txt")
    return not (with_article and (complete or noun_gender(window.token(index).lemma)))


def _takes_name(window: Window, head: int) -> bool:
    """Tell whether a name may follow the noun as part of one phrase (Präsident Putin, not: im Mai Putin)."""
    token = window.token(head)
    if token.lemma in word_list("time_nouns.txt") or token.lemma in EXTENTS:
        return False  # im Mai | Weber, gehört zur Hälfte | Polen
    if (head + 1 in window.words.places or head + 1 in window.words.states) and _is_placeless(token.lemma):
        return False  # griff die Armee | Charkiw an, besuchte der Minister | Polen
    if head + 1 in window.words.people and _is_thing(token.lemma):
        return False  # mit einer Bombe | Hans Weber töten, bei der Landtagswahl | Hans Weber aufstellen
    person = window.words.name_ends.get(head + 1, 0) > head + 2 and head + 1 in window.words.people
    if window.low(head - 1) in _WHOSE and _is_anothers(window, head):
        return False  # der Vertrag, dessen Kündigung | Prag verlangt
    member = window.tag(head - 1) not in DETERMINERS and parse_title(token.lemma) is not None  # VW-Vorstand Hans Weber
    if person and _is_body(token.lemma) and not member:
        return False  # wählte der Landtag | Hans Weber
    several = token.text == f"{token.lemma.removesuffix('r')}n" and token.lemma.endswith(("e", "er"))
    if several and window.low(head - 1) == "die":
        return _are_listed(window, head + 1)  # wählten die Abgeordneten | Hans Weber
    weak = token.text == token.lemma[:-1] and window.tag(head - 1) in DETERMINERS  # der Abgeordnete
    return weak or bool(noun(token) & SINGULAR) or _are_listed(window, head + 1)


def _is_anothers(window: Window, head: int) -> bool:
    """Tell what is called by no name of somebody, who has to do with it: dessen Gültigkeit | Polen bestreitet."""
    lemma, words = window.token(head).lemma, window.words
    if _takes_apposition(lemma):
        return False
    known = head + 1 in words.states or head + 1 in words.people or head + 1 in words.bodies
    return is_event(lemma) or (known and noun_class(lemma) not in _NAMED)


def _are_listed(window: Window, first: int) -> bool:
    """Tell whether names from a token on are listed: die Minister | Weber und Blum, die Länder | Mali, Togo und Benin.

    The commas stand outside the window.
    """
    words = window.words
    end = max(first + 1, words.name_ends.get(first, 0))
    while words.lows[end : end + 1] == [","] and words.tags[end + 1 : end + 2] == ["NE"]:
        end = max(end + 2, words.name_ends.get(end + 1, 0))
    return words.tags[end : end + 1] == ["KON"]


def _is_body(noun_lemma: str) -> bool:
    """Tell a noun for a body that is not called by the full name of a person, as a government or family is."""
    return noun_class(noun_lemma) == "Organisation" and not noun_lemma.lower().endswith(_CALLED_BY_PEOPLE)


@lru_cache(maxsize=50_000)  # the nouns of an archive
def _is_placeless(noun_lemma: str) -> bool:
    """Tell who is called by no place without a preposition: holders of offices, and bodies that a state has once."""
    return parse_title(noun_lemma) is not None or not word_list("placeless_bodies.txt").isdisjoint(tails(noun_lemma))


def _is_thing(noun_lemma: str) -> bool:
    """Tell a noun that is no word for a person or body and by its gender hardly one for a man or woman."""
    known = noun_class(noun_lemma) not in (None, "Ereignis") or _takes_apposition(noun_lemma)
    return not known and noun_gender(noun_lemma) in ("f", "n") and not noun_lemma.endswith("in")


def is_genitive_of(window: Window, head: int, name: int) -> bool:
    """Tell whether a name behind a noun is its genitive (der Angriff Russlands, not: Präsident Fuchs)."""
    noun_lemma = window.token(head).lemma
    without_article = window.tag(head - 1) not in (*DETERMINERS, "ADJA", "APPRART")
    if without_article and head + 1 in window.words.people and noun_class(noun_lemma) == "Person":
        return False  # Ministerin Lisa Paus, but die Anwältin Hans Webers
    possible = cases(noun(window.token(name)))
    titled = _takes_apposition(noun_lemma)
    ends = without_genitive(window.token(name).text) is not None  # Russlands, but not Deiss
    return possible == "g" or (not titled and ends and "g" in possible)


def _juxtaposed(window: Window, index: int) -> bool:
    """Tell whether a noun right behind another belongs to it: as a name, or by what the first noun is."""
    first, second = window.token(index - 1).lemma, window.token(index)
    if first in _PARTS and second.text in _months():
        return True
    if not second.text[:1].isupper() or first in word_list("time_nouns.txt"):
        return False
    if noun_class(first) == "Person" and index not in window.words.people and _is_deed(second.lemma):
        return False  # übte der Minister | Kritik
    if noun_class(first) is None and noun_class(second.lemma) == "Person" and window.low(index - 2) in _WHOSE:
        return False  # dessen Pläne | Umweltschützer ablehnen
    if noun_class(first) == "Organisation" and window.words.name_ends.get(index, 0) > index + 1:
        return True  # von der Organisation | Ärzte ohne Grenzen
    unlike = word_list("misdeeds.txt") | word_list("roused_nouns.txt")
    if noun_class(first) == "Organisation" and not unlike.isdisjoint(tails(second.lemma)):
        return False  # warf sie dem Konzern | Betrug vor, fand sie beim Verband | Zustimmung
    body = noun_class(first) in ("Organisation", "Ort") and not first.lower().endswith(_CALLED_BY_FIELD)
    several = second.text != second.lemma
    if body and several and (noun_class(second.lemma) == "Person" or _is_known(window, index - 1)):
        return False  # soll der Konzern | Kunden getäuscht haben, weil die Stadt | Bäume fällt
    named = not noun_gender(second.lemma) and second.text == second.lemma  # not: Russland | Artilleriegranaten
    plural = window.token(index - 1).text != first and not named  # den Gemeinden | Selbstverwaltung
    return named or (_takes_apposition(first) and not plural)


def _is_known(window: Window, head: int) -> bool:
    """Tell a noun with the definite article: die Stadt, but not eine Gruppe."""
    place = head - 1
    while window.tag(place) == "ADJA":
        place -= 1
    return window.tag(place) == "ART" and window.low(place).startswith("d")


def _is_deed(lemma: str) -> bool:
    """Tell a noun that is hardly anybody's surname: the most of those are masculine and name no deed."""
    return noun_class(lemma) != "Person" and (noun_gender(lemma) in ("f", "n") or is_event(lemma))


@cache
def _months() -> frozenset[str]:
    table: dict[int, list[str]] = read_data("times.yaml")["MONTH"]
    return frozenset(form for forms in table.values() for form in forms)


@cache
def _takes_apposition(lemma: str) -> bool:
    """Tell a noun behind which a name stands without a preposition, also as the last part of a compound."""
    listed = word_list("apposition_nouns.txt")
    return lemma in listed or (noun_class(lemma) in _NAMED and any(tail in listed for tail in tails(lemma)))
