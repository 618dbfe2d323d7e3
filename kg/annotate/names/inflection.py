"""How German inflects names: genitives, adjectives of states, the people of a state, adjectives inside names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

__all__ = [
    "adjective_forms",
    "demonym_forms",
    "genitive_behind_article",
    "inhabitant_adjective",
    "is_adjectival",
    "is_name_in_genitive",
    "name_forms",
    "without_genitive",
]

_ACCENTS = re.compile(r"[\u0300-\u036f]")
_UMLAUT = re.compile(r"[äöüÄÖÜ]")
_ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em")
_ARTICLE = re.compile(r"^(?:Der|Die|Das|The)\s")
_ADJECTIVE = re.compile(r"(?P<stem>[^\W\d_]\w*?[^\We])(?:e|er|es|en)$")
_SIBILANT = re.compile(r"(?:s|ß|x|z|ce)$")


def adjective_forms(stem: str) -> tuple[str, ...]:
    """Return the six endings of an adjective, small and capital: kasachische, Kasachischen; Schweizer has none."""
    if stem[0].isupper() and stem.endswith("er"):
        return (stem,)
    lower = [stem + ending for ending in _ADJECTIVE_ENDINGS]
    return (*lower, *(form[0].upper() + form[1:] for form in lower))


def demonym_forms(demonym: str) -> tuple[str, ...]:
    """Return the forms of the name of a people from its masculine singular: Kasachen, Kasachinnen."""
    if demonym.lower().endswith("deutsche"):  # the one people whose name is an adjective
        return (demonym, demonym + "n", demonym + "r")
    if demonym.endswith("in"):
        return (demonym, demonym + "nen")
    if demonym.endswith("e"):
        return (demonym, demonym + "n", demonym[:-1] + "in", demonym[:-1] + "innen")
    if demonym.endswith("er"):
        return tuple(demonym + ending for ending in ("", "s", "n", "in", "innen"))
    if demonym.endswith("i"):
        return (demonym, demonym + "s")
    return tuple(demonym + ending for ending in ("", "en", "in", "innen", "s", "n"))


def inhabitant_adjective(place: str) -> tuple[str, ...]:
    """Return the undeclined adjectives of a town: Moskauer, Bremer, Dresdner, Münchener; Bogotá has Bogotaer, too."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", place))
    if plain != place and not _UMLAUT.search(place):
        return (*inhabitant_adjective(plain), *_with_er(place))
    return _with_er(place)


def _with_er(place: str) -> tuple[str, ...]:
    if place.endswith("en"):
        return (place[:-2] + "er", place[:-1] + "r", place[:-2] + "ner", place + "er")
    if place.endswith("e"):
        return (place + "r",)
    return (place + "er",) if place[-1] not in "aiouyé" else (place + "er", place[:-1] + "er")


def name_forms(name: str, type_: str, gender: str) -> frozenset[str]:
    """Return every form in which a name can stand in a sentence, without its article.

    Adjectives before the head noun are declined (Europäischen Union, Weiße Haus), the head takes the genitive
    (Bundestages); a person takes -s at the end only, and so may a place (New Yorks). Forms that do not exist
    are among them: they cost nothing, for no text holds them.
    """
    plain = _ARTICLE.sub("", name)
    if type_ == "Person":
        return frozenset({plain, *_genitives(plain, gender)})
    words = plain.split()
    head = _head(words)
    before = [_declined(word) for word in words[:head]]
    nouns = {words[head]}
    if len(words) == 1 or gender not in ("f", "p"):
        nouns.update(_genitives(words[head], gender))
    if gender == "p" and words[head].endswith(("e", "er", "el")):
        nouns.add(words[head] + "n")  # the dative: in den Vereinigten Arabischen Emiraten
    if is_adjectival(name):
        nouns.add(words[head] + "n")  # von der Linken
    after = words[head + 1 :]
    forms = {" ".join((*chosen, noun, *after)) for *chosen, noun in product(*before, sorted(nouns))}
    if type_ in ("Ort", "Staat") and after:
        forms.update(_genitives(plain, gender))
    return frozenset(forms | {_lowered(form, head) for form in forms if after})


def is_adjectival(name: str) -> bool:
    """Tell a name that is an article with an adjective, which is declined like one: Die Linke."""
    article, _, word = name.partition(" ")
    return article == "Die" and word.endswith("e") and word.isalpha()


def genitive_behind_article(name: str, gender: str) -> str:
    """Return a name as it stands behind "des" or "der": Nordischen Handelsunion, Blauen Hauses, Vereinten Nationen."""
    words = name.split()
    head = _head(words)
    adjectives = [f"{match['stem']}en" if (match := _ADJECTIVE.match(word)) else word for word in words[:head]]
    noun = words[head] if gender in ("f", "p") else next(_genitives(words[head], gender))
    return " ".join((*adjectives, noun, *words[head + 1 :]))


def without_genitive(word: str) -> str | None:
    """Return the name that `word` may be the genitive of, else None."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not _SIBILANT.search(word[:-1]) else None


def is_name_in_genitive(word: str, name: str) -> bool:
    """Tell whether a word is the genitive of the last one of a name: Webers of Otto Weber, not Peters of Eva Peters."""
    last = name.split()[-1]
    return word != last == without_genitive(word)


def _head(words: list[str]) -> int:
    """Return the index of the head noun: the first word that no adjective ending marks."""
    for index, word in enumerate(words[:-1]):
        if not _ADJECTIVE.match(word):
            return index
    return len(words) - 1


def _declined(word: str) -> tuple[str, ...]:
    match = _ADJECTIVE.match(word)
    return tuple(match["stem"] + ending for ending in _ADJECTIVE_ENDINGS[1:]) if match else (word,)


def _genitives(noun: str, gender: str) -> Iterator[str]:
    if _SIBILANT.search(noun):
        yield noun + ("es" if gender in ("m", "n") and not noun.endswith("ce") else "'")
        return
    yield noun + "s"
    if gender in ("m", "n") and noun[-1].islower() and noun[-1] not in "aeiouyäöü":
        yield noun + "es"


def _lowered(form: str, head: int) -> str:
    """Return the form with small adjectives behind its head: Gemeinschaft unabhängiger Staaten."""
    words = form.split()
    after = [word.lower() if _ADJECTIVE.match(word) else word for word in words[head + 1 : -1]]
    return " ".join([*words[: head + 1], *after, words[-1]])
