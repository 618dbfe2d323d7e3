"""How far a person's name reaches: given names, particles, initials, surnames that look like other words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.lexicon import word_list
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.people import BIRTH_ORDERS, INITIAL, NUMERAL, PREFIXED, SURNAME_LETTER, given_name_gender
from kg.annotate.names.titles import parse_title
from kg.annotate.names.transliteration import folded
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.model.reading import Token

__all__ = ["EASTERN", "NAME_WORD", "end_of_name", "may_be_surname"]

NAME_WORD = re.compile(r"[^\W\d_]['’\w-]*")
# The given name of Chinese and Korean names stands behind the surname, in two parts: Hou Yu-ih, Kim Jong-un.
EASTERN = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{1,6}")
# The longest names of news (Karl Theodor Maria Nikolaus von und zu Guttenberg) are written shorter than this.
_LONGEST_NAME = 6
# Small words that open a phrase as well: they belong to a name only where it has no surname yet (Eva Blum von Siemens).
_OPENING = {"von", "van", "zu"}
_RANKS = frozenset({"Graf", "Gräfin", "Freiherr", "Freifrau", "Baron", "Baronin", "Fürst", "Fürstin", "Ritter"})
_LONGEST_PARTICLE = 3  # small words: Hans von und zu Solmen
_OPENERS = {"KOUS", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT", "$,", "$("}
_LONGEST_PREFIELD = 12  # words looked back over for the start of the sentence
# What no surname is behind a given name though it has a capital: Sie, Ihr; any other word may be (Ralf Weil).
_NO_SURNAMES = ("P", "ART", "APPRART", "$", "CARD")


def end_of_name(
    tokens: Sequence[Token],
    first: int,
    limit: int,
    gazetteer: Gazetteer,
    others: frozenset[int],
    *,
    titled: bool,
    announced: bool,
) -> int:
    """Return the token after the name that starts at `first`.

    `others` are tokens of known names that are no persons. `titled` tells that an office or profession stands right
    before, `announced` that one stands before the comma in front of it.
    """
    end = first + 1
    given = given_name_gender(tokens[first].text) is not None or bool(INITIAL.fullmatch(tokens[first].text))
    # a word that looks like a noun is accepted as long as no surname stands
    surname = not given and not announced
    while end < min(limit, first + _LONGEST_NAME):
        token = tokens[end]
        noble = any(word.text in _RANKS for word in tokens[first:end])  # Claus Graf Schenk von Stauffenberg
        if (given or noble) and (
            joined := _particles(tokens, end, limit, others, titled=titled, surname=surname, noble=noble)
        ):
            end += joined
            surname = True
        elif INITIAL.fullmatch(token.text) and end + 1 < limit and tokens[end + 1].tag in ("NE", "NN"):
            end += 1
        elif token.text in BIRTH_ORDERS or ((given or titled) and _closes(token)):
            return end + 1
        elif end not in others and _may_continue(
            token, given=not surname or (titled and _is_surname(tokens, end, limit))
        ):
            if _begins_another(tokens, first, end, gazetteer):
                break
            surname = surname or given_name_gender(token.text) is None
            end += 1
        elif end in others and not surname and _is_namesake(token):
            return end + 1
        else:
            break
    return end


def _particles(
    tokens: Sequence[Token],
    index: int,
    limit: int,
    others: frozenset[int],
    *,
    titled: bool,
    surname: bool,
    noble: bool,
) -> int:
    """Return how many tokens the small words at `index` and the capital word behind them are, 0 where none is there.

    "zu" belongs to a name only behind a title (Graf Hans zu Solmen): else it opens a phrase (kam Hans zu Anna).
    """
    end = index
    while end < min(limit - 1, index + _LONGEST_PARTICLE) and _is_particle(tokens, end, index, titled=titled):
        end += 1
    if end == index or end in others or (surname and not noble and tokens[index].text in _OPENING):
        return 0
    strict = not noble and tokens[index].text in (*_OPENING, "der", "den")
    follows = _may_continue(tokens[end], given=not strict) or (strict and may_be_surname(tokens[end]))
    return end + 1 - index if follows else 0


def _is_particle(tokens: Sequence[Token], place: int, first: int, *, titled: bool) -> bool:
    word = tokens[place].text
    joins = word == "und" and place > first and tokens[place + 1].text == "zu"
    aristocratic = word == "zu" and (titled or tokens[place - 1].text == "und")
    return word in word_list("name_particles.txt") or joins or aristocratic


def _closes(token: Token) -> bool:
    """Tell what only stands at the end of a name: the number of a pope, the letter of who is on trial (Anton K.)."""
    return bool(NUMERAL.fullmatch(token.text) or SURNAME_LETTER.fullmatch(token.text))


def _may_continue(token: Token, *, given: bool) -> bool:
    """Tell whether a token can be a further word of a name; behind a given name a surname may look like a noun."""
    if PREFIXED.fullmatch(token.text) or EASTERN.fullmatch(token.text):
        return True
    if not NAME_WORD.fullmatch(token.text) or not token.text[0].isupper() or token.text.isupper():
        return False
    if token.tag == "NE" or given_name_gender(token.text) is not None:
        return True
    return given and not token.tag.startswith(_NO_SURNAMES) and parse_title(token.text) is None


def _is_surname(tokens: Sequence[Token], index: int, limit: int) -> bool:
    """Tell a surname that is tagged as a noun: no such noun is known, or it stands before the verb.

    Only one phrase stands before the verb of a main clause: in "Minister Arvo Hagland sagte" all is one name. A word
    in -er may be who comes from a town, and so many are called: Landauer, Linzer.
    """
    if tokens[index].tag != "NN" or may_be_surname(tokens[index]):
        return tokens[index].tag == "NN"
    if index + 1 >= limit or tokens[index + 1].tag not in FINITE_TAGS:
        return False
    for before in reversed(tokens[max(0, index - _LONGEST_PREFIELD) : index]):
        if before.tag == "$.":
            return True
        if before.tag in FINITE_TAGS or before.tag in _OPENERS:
            return False
    return index <= _LONGEST_PREFIELD


def _is_namesake(token: Token) -> bool:
    """Tell a surname that is a place's or a people's name as well: Jack London, Paris Hilton, Hermann Hesse."""
    of_people = token.tag == "NN" and token.morph.number == "s" and token.text == token.lemma
    return (token.tag == "NE" or of_people) and not token.text.endswith("s")


def may_be_surname(token: Token) -> bool:
    """Tell a noun that no list knows, or only by its ending -er, so that its gender and number are open."""
    by_town = token.text.endswith("er") and token.morph.number == "sp" and len(token.morph.gender) > 1
    return token.tag == "NN" and (not token.morph.gender or by_town)


def _begins_another(tokens: Sequence[Token], first: int, end: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a second known person starts at `end`: empfing Putin Tokajew."""
    alone = end == first + 1 and given_name_gender(tokens[first].text) is None
    eastern = EASTERN.fullmatch(tokens[end].text)
    return alone and not eastern and folded(tokens[first].text) in gazetteer.surnames
