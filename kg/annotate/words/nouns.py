"""Nouns: gender, and which case and number a form can have.

The gender of a noun is that of its last word (Militärallianz as Allianz), else told by its derivation ending, else
open. Number and case follow from how the form differs from its lemma (Ländern, Staates, Präsidenten).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from kg.annotate.compounds import cuts
from kg.annotate.lexicon import rows
from kg.annotate.words.tagger import learned_genders, noun_lemma, readings
from kg.model.reading import Morph

__all__ = ["name_morph", "noun_gender", "noun_morph", "whole_noun"]

_WHOLE_ENDINGS: Final = ("ion", "in")  # a form with one is a lemma: Zwölferkommission, Lokalpolitikerin
_SHORTEST_LAST_WORD: Final = 4  # shorter words end others by chance (Ei, Rat)
_ADJECTIVAL_CASES: Final = {"e": "na", "en": "nadg", "er": "ndg", "em": "d", "es": "na"}
_FULL: Final = "nadg"
_OFFICE: Final = "amt"  # shorter than the last words that are looked for
_HYPHEN: Final = re.compile(r"[-\u2010\u2011]")


@cache
def _listed(kind: str) -> dict[str, str]:
    """Return the nouns or endings of a kind in `data/noun_genders.csv`, in small letters, with their gender."""
    return {
        noun.lower(): row["gender"]
        for row in rows("noun_genders.csv")
        if row["kind"] == kind
        for noun in row["nouns"].split()
    }


@cache
def _known() -> dict[str, str]:
    return learned_genders() | _listed("word") | _listed("weak")


@lru_cache(maxsize=50_000)
def noun_gender(lemma: str) -> str:
    """Return the gender of a noun as "m", "f" or "n", "mn" where it is no feminine, "" where nothing tells."""
    noun = _HYPHEN.split(lemma)[-1].lower()
    reformed = noun.replace("ß", "ss")
    known, words = _known(), _listed("word")
    noun = reformed if reformed in known else noun
    tails = [noun[start:] for start in cuts(noun, first=2, last=_SHORTEST_LAST_WORD)]
    last = next((tail for tail in tails if tail in known), "")
    if noun in known:
        if last in _listed("weak") and noun not in words:
            return known[last]  # der Ölriese, whatever texts show of it
        office = noun.endswith(_OFFICE)  # das Patentamt, of which dem, des and vom do not tell
        return "n" if known[noun] == "mn" and (office or _is_infinitive(noun)) else known[noun]
    if _is_infinitive(noun):
        return "n"  # das Eingreifen, not by its tail a Reifen
    if noun.endswith("in") and words.keys().isdisjoint(tails) and noun_gender(noun[:-2]) == "m":
        return "f"  # die Präsidentin, not by its tail a Dentin
    last = next((tail for tail in tails if tail in known and tail != "schaft"), "")  # an ending, not the shaft
    endings = _listed("ending")
    ends = (noun[start:] for start in cuts(noun, first=1, last=1))
    return known[last] if last else next((endings[end] for end in ends if end in endings), "")


def whole_noun(form: str, lemma: str) -> str:
    """Return the lemma of a compound that nobody knows, of which a guess has cut a letter of the last word.

    Kubakrise, not Kubakris; Vollversion, not Vollversio; but Protesttage stays Protesttag.
    """
    female = form.removesuffix("nen")
    if female.endswith("in") and lemma == f"{female}ne" and noun_gender(female) == "f":
        return female  # Textilarbeiterinnen
    if lemma + form[-1] != form or noun_gender(lemma):
        return lemma
    if form.endswith(_WHOLE_ENDINGS):
        return form if noun_gender(form) == "f" else lemma
    tails = (form[start:].lower() for start in range(2, len(form) - _SHORTEST_LAST_WORD + 1))
    known = any(tail in _known() and tail[:-1] not in _known() for tail in tails)
    return form if known and form[-1] == "e" and not form.endswith("leute") else lemma


def _is_infinitive(noun: str) -> bool:
    return noun.endswith("n") and any(reading.tag == "VVINF" for reading in readings(noun))


def noun_morph(form: str, lemma: str) -> Morph:
    """Return what a common noun's form can be; number and case over all its readings together."""
    if form.isupper() and form != lemma:  # what is written in capitals declines as well: mit den LINKEN
        form, lemma = form.capitalize(), lemma.capitalize()
    gender = noun_gender(lemma)
    if lemma in _plural_nouns() or lemma.lower().endswith(_plural_lasts()):
        return Morph(case=_FULL if form.endswith(("n", "s")) else "nag", number="p")
    if lemma.endswith("e") and (form == lemma + "r" or _is_nominalised(lemma)):
        return _adjectival(form, lemma)
    if form.lower().replace("ß", "ss") == lemma.lower().replace("ß", "ss"):  # Beschluss, Beschluß
        return _base_form(form, gender)
    ending = form[len(lemma) :] if form.startswith(lemma) else None
    if ending in ("s", "es", "'s"):
        return _with_s(lemma, gender)
    if ending == "ses" and lemma.endswith("s") and gender != "f":
        return Morph(case="g", number="s", gender=gender)  # des Bündnisses, des Busses
    if ending in ("n", "en", "ns") and _is_of("weak", lemma):
        return Morph(case=_FULL, number="sp", gender=gender)
    return Morph(case=_plural_cases(form, lemma, gender), number="p", gender=gender)


@cache
def _plural_nouns() -> frozenset[str]:
    return frozenset(
        noun for row in rows("noun_genders.csv") if row["kind"] == "plural" for noun in row["nouns"].split()
    )


@cache
def _plural_lasts() -> tuple[str, ...]:
    """Return the nouns without singular that are long enough to show as last part of a compound: Materialkosten."""
    return tuple(noun.lower() for noun in _plural_nouns() if len(noun) > _SHORTEST_LAST_WORD)


def _is_nominalised(lemma: str) -> bool:
    """Tell a nominalised adjective or participle (Abgeordnete, Kranke) from nouns that end in -e (Lage, Name)."""
    if lemma.lower() in _listed("adjective"):
        return True
    if noun_gender(lemma) == "f" or lemma.lower() in _listed("word") or _is_of("weak", lemma):
        return False
    return readings(lemma[:-1].lower())[0].tag in ("ADJD", "VVPP")


def _adjectival(form: str, lemma: str) -> Morph:
    """Read a nominalised adjective (der Abgeordnete, ein Abgeordneter)."""
    ending = form[len(lemma) - 1 :].lower()
    cases = _ADJECTIVAL_CASES.get(ending, _FULL)
    return Morph(case=cases, number="s" if ending in ("em", "es") else "sp", gender="n" if ending == "es" else "mfn")


def _base_form(form: str, gender: str) -> Morph:
    """Read a form that is its lemma: singular, and plural too where the plural has no ending (Lehrer, Abkommen)."""
    if gender == "f":
        return Morph(case=_FULL, number="s", gender="f")
    if re.search(r"(?:er|el|en|chen|lein|[Ff]onds)$", form) and not _is_of("weak", form):
        return Morph(case=_FULL, number="sp", gender=gender)
    same_genitive = not gender or re.search(r"[^a]us$|os$|(?<!n)is$", form)
    cases = "n" if _is_of("weak", form) else _FULL if same_genitive else "nad"
    return Morph(case=cases, number="s", gender=gender)


def _is_of(kind: str, lemma: str) -> bool:
    """Tell whether a noun or its last word is listed as of a kind."""
    noun, listed = lemma.lower(), _listed(kind)
    return noun in listed or any(noun[start:] in listed for start in range(2, len(noun) - _SHORTEST_LAST_WORD + 1))


def _with_s(lemma: str, gender: str) -> Morph:
    """Read lemma + s: a genitive, a plural (Kameras), or either (Autos, Teams)."""
    if gender == "f":
        return Morph(case=_FULL, number="p", gender="f")
    if lemma[-1] in "aiouyé" or _is_of("s", lemma) or lemma.isupper():
        return Morph(case=_FULL, number="sp", gender=gender)
    return Morph(case="g", number="s", gender=gender)


def _plural_cases(form: str, lemma: str, gender: str) -> str:
    """Return the cases of a plural: the dative alone where -n was put to a plural (Ländern, Tagen)."""
    if form.endswith("s"):
        return _FULL
    if not form.endswith("n"):
        return "nag"
    base = form[:-1]
    if base == lemma + "e" and (gender == "f" or lemma.endswith("or") or _is_of("en", lemma)):  # Reaktoren
        return _FULL
    if re.search(r"(?:a|o|um|us|is|on)$", lemma) and not base.startswith(lemma):  # Firmen, Zentren
        return _FULL
    if base == lemma:
        return "d" if gender != "f" and re.search(r"e[lr]$", lemma) else _FULL
    return "d" if base.endswith(("e", "er", "el")) and noun_lemma(base) in (lemma, "") else _FULL


def name_morph(form: str, lemma: str) -> Morph:
    """Return what a proper name can be: its genitive has -s or, after a sibilant, an apostrophe or nothing.

    Names that are adjectives are of several: die Grünen.
    """
    if form == f"{lemma}n":
        return Morph(case=_FULL, number="p")
    if form != lemma or form[-1] in "'’":
        return Morph(case="g", number="s")
    if lemma in _plural_nouns():
        return Morph(case=_FULL, number="p")
    return Morph(case=_FULL if form[-1].lower() in "sxzß" else "nad", number="s")
