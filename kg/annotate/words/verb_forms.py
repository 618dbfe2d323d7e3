"""Verb forms: what a form says of person, number, tense and mood, and which infinitive it belongs to.

Irregular verbs come from `data/verbs.csv`, with any prefix before them; all others inflect by rule. Weak preterites
(machte) and plural presents (machen) count as indicatives although Konjunktiv has the same form, for usage
puts würde or Konjunktiv II in their place (Duden grammar); sollte, wollte and strong plurals (gingen) are "k2?".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kg.annotate.lexicon import irregular_verbs, verb_prefixes, word_list
from kg.model.reading import Morph

__all__ = ["irregular_past", "is_weak_preterite", "verb_lemma", "verb_morph"]

_PRETERITE_PRESENTS: Final = frozenset({"können", "müssen", "sollen", "wollen", "dürfen", "mögen", "wissen"})
_SEIN: Final = {
    "bin": ("1", "s", "pres", "ind"),
    "bist": ("2", "s", "pres", "ind"),
    "sind": ("13", "p", "pres", "ind"),
    "seid": ("2", "p", "pres", "ind"),
    "sei": ("13", "s", "pres", "k1"),
    "seist": ("2", "s", "pres", "k1"),
    "seiest": ("2", "s", "pres", "k1"),
    "seien": ("13", "p", "pres", "k1"),
    "seiet": ("2", "p", "pres", "k1"),
}


@dataclass(frozen=True, slots=True)
class _Form:
    infinitive: str
    morph: Morph


def _finite(person: str, number: str, tense: str, mood: str) -> Morph:
    return Morph(number=number, person=person, form="fin", tense=tense, mood=mood)


def _stem(infinitive: str) -> str:
    return infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]


def _present(infinitive: str, third: str) -> dict[str, Morph]:
    """Return the present forms of a verb by its third person singular, Konjunktiv I among them."""
    stem = _stem(infinitive)
    modal = infinitive in _PRETERITE_PRESENTS
    second = third + "st" if modal else re.sub(r"(?<=[sßzx])st$", "t", third.removesuffix("t") + "st")
    forms = {stem + "et": _finite("2", "p", "pres", "ind"), stem + "t": _finite("2", "p", "pres", "ind")}
    forms |= {stem + "est": _finite("2", "s", "pres", "k1"), second: _finite("2", "s", "pres", "ind")}
    forms[infinitive] = _finite("13", "p", "pres", "ind")
    forms[stem + "e"] = _finite("13", "s", "pres", "k1" if modal else "k1?")
    forms[third] = _finite("13" if modal else "3", "s", "pres", "ind")
    return forms


def _past(base: str, mood: str) -> dict[str, Morph]:
    """Return the preterite or Konjunktiv II by its first and third person singular (kam, käme)."""
    link = "" if base.endswith("e") else "e"
    return {
        base: _finite("13", "s", "past", mood),
        base + link + "n": _finite("13", "p", "past", mood),
        base + "st": _finite("2", "s", "past", mood),
        base + link + "t": _finite("2", "p", "past", mood),
    }


def _paradigm(row: dict[str, str]) -> dict[str, Morph]:
    infinitive = row["infinitive"]
    forms = _present(infinitive, row["present"])
    if infinitive == "sein":
        forms = {"ist": forms["ist"], **{form: _finite(*parts) for form, parts in _SEIN.items()}}
    forms |= _past(row["preterite"], "ind")
    for konjunktiv in row["konjunktiv"].split("/"):
        for form, morph in _past(konjunktiv, "k2").items():
            shared = form in forms and forms[form].tense == "past"
            forms[form] = _finite(morph.person, morph.number, "past", "k2?") if shared else morph
    weak = row["preterite"].endswith("te") and infinitive not in ("sollen", "wollen")
    return {form: _without_doubt(morph) if weak else morph for form, morph in forms.items()}


def _without_doubt(morph: Morph) -> Morph:
    """Read a weak preterite that is also Konjunktiv II as indicative."""
    return _finite(morph.person, morph.number, morph.tense, "ind") if morph.mood == "k2?" else morph


def _spellings(form: str) -> tuple[str, ...]:
    """Return a form as it is spelled now and before the reform of 1996 (musste, mußte)."""
    return (form, form.replace("ss", "ß")) if re.search(r"ss(?:$|[^aeiouäöü]|te)", form) else (form,)


@cache
def _irregular() -> dict[str, list[_Form]]:
    index: dict[str, list[_Form]] = {}
    for row in irregular_verbs():
        for form, morph in _paradigm(row).items():
            for spelling in _spellings(form):
                index.setdefault(spelling, []).append(_Form(row["infinitive"], morph))
    return index


@cache
def _participles() -> dict[str, str]:
    return {form: row["infinitive"] for row in irregular_verbs() for form in _spellings(row["participle"])}


def _prefixes(form: str) -> list[str]:
    """Return the ways to cut a prefix off, the whole form first, then the longest prefixes."""
    return sorted((form[:n] for n in range(2, len(form) - 2) if form[:n] in verb_prefixes()), key=len, reverse=True)


def _irregular_forms(form: str) -> list[_Form]:
    """Return the irregular finite forms that a form can be, prefixes included (zurücktrat, anerkannte)."""
    if form in _irregular():
        return _irregular()[form]
    for prefix in _prefixes(form):
        found = _irregular_forms(form[len(prefix) :])
        if found:
            return [_Form(prefix + base.infinitive, base.morph) for base in found]
    return []


def irregular_past(form: str) -> str:
    """Return the infinitive of an irregular past form in small letters (enthob: entheben), "" for any other."""
    return next((found.infinitive for found in _irregular_forms(form) if found.morph.tense == "past"), "")


def _participle_lemma(form: str) -> str:
    """Return the infinitive of an irregular participle (aufgewachsen, entschieden), "" for any other."""
    if form in _participles():
        return _participles()[form]
    for prefix in _prefixes(form):
        rest = form[len(prefix) :]
        if verb_prefixes()[prefix] != "yes" and "ge" + rest in _participles():
            return prefix + _participles()["ge" + rest]
        if verb_prefixes()[prefix] != "no":
            lemma = _participle_lemma(rest)
            if lemma:
                return prefix + lemma
    return ""


_GELANGEN: Final = frozenset({"gelangt", "gelangen"})  # hardly ever of gelingen in the plural of the past


@lru_cache(maxsize=50_000)
def verb_lemma(form: str, tag: str, guess: str) -> str:
    """Return the infinitive of a verb form with an STTS tag; `guess` is returned where the form is regular."""
    form = form.lower()
    if tag.endswith("INF"):
        return form
    if form in _GELANGEN:
        return "gelangen"
    if tag.endswith("PP"):
        return _participle_lemma(form) or guess
    if tag.endswith("IZU"):
        prefix = next((p for p in _prefixes(form) if form[len(p) :].startswith("zu") and form.endswith("n")), "")
        return prefix + form[len(prefix) + 2 :] if prefix else guess
    infinitives = [found.infinitive for found in _irregular_forms(form)]
    if not infinitives and not _regular(form, guess) and (whole := _kept_ge(form, guess)):
        return whole
    if not infinitives or guess in infinitives:
        return guess
    # wußte is no form of "wußen", verloren none of "verloren", beschossen none of "beschossen"
    known = "ß" in form or guess in _participles() or (guess == form and bool(_participle_lemma(guess)))
    regular = _regular(form, guess) and not known
    return guess if regular else infinitives[0]


def _kept_ge(form: str, guess: str) -> str:
    """Return the infinitive with the "ge" of a finite form that was taken for a participle's: angehört, angehören."""
    prefix = next((p for p in _prefixes(form) if form[len(p) :].startswith("ge")), "")
    whole = f"{prefix}ge{guess[len(prefix) :]}"
    return whole if prefix and guess.startswith(prefix) and _regular(form, whole) else ""


def verb_morph(form: str, tag: str, lemma: str) -> Morph:
    """Return what a verb form with an STTS tag (VVFIN, VAPP …) can be.

    The first person singular and Konjunktiv I of the same form (habe) is given as person "13", mood "k1?".
    """
    if not tag.endswith("FIN"):
        return Morph(form={"INF": "inf", "IZU": "izu", "IMP": "imp"}.get(tag[2:], "part"))
    form = form.lower()
    irregular = [] if lemma in word_list("weak_verbs.txt") else _irregular_forms(form)
    for found in irregular:
        if found.infinitive == lemma:
            return found.morph
    return _regular(form, lemma) or (irregular[0].morph if irregular else _by_ending(form))


def is_weak_preterite(form: str, lemma: str, morph: Morph) -> bool:
    """Tell whether a finite form in small letters is a preterite that rule makes from the infinitive (einigten).

    Its Konjunktiv II is the same form. Irregular ones change the stem (brachte, konnte, hatte).
    """
    return morph.tense == "past" and morph.mood == "ind" and _regular(form, lemma) == morph


def _regular(form: str, infinitive: str) -> Morph | None:
    """Read a form of a regular verb by its infinitive, None where it is no form of it."""
    stem = _stem(infinitive)
    light = re.sub(r"e([lr])$", r"\1", stem)
    endings = [form[len(base) :] for base in (stem, light) if form.startswith(base)]
    return next((_ENDINGS[ending] for ending in endings if ending in _ENDINGS), None)


_ENDINGS: Final = {
    "e": _finite("13", "s", "pres", "k1?"),
    "st": _finite("2", "s", "pres", "ind"),
    "est": _finite("2", "s", "pres", "ind"),
    "t": _finite("3", "s", "pres", "ind"),
    "et": _finite("3", "s", "pres", "ind"),
    "en": _finite("13", "p", "pres", "ind"),
    "n": _finite("13", "p", "pres", "ind"),
    "te": _finite("13", "s", "past", "ind"),
    "ete": _finite("13", "s", "past", "ind"),
    "ten": _finite("13", "p", "past", "ind"),
    "eten": _finite("13", "p", "past", "ind"),
    "test": _finite("2", "s", "past", "ind"),
    "etest": _finite("2", "s", "past", "ind"),
    "tet": _finite("2", "p", "past", "ind"),
    "etet": _finite("2", "p", "past", "ind"),
}
_LAST_ENDING: Final = re.compile(r"(?:te|ten|en|n|t|e)$")


def _by_ending(form: str) -> Morph:
    """Read a form whose verb is not known by its ending alone."""
    found = _LAST_ENDING.search(form)
    return _ENDINGS[found[0]] if found else _finite("13", "s", "past", "ind")
