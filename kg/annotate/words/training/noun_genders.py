"""Learn genders of nouns for the training, where `kg/annotate/data/noun_genders.csv` does not tell them.

Two sources: the paradigms of simplemma's list (a genitive in -es is no feminine, a noun with a form in -in is
masculine), and the articles that stand before a noun in tagged text (das, einen, zur).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from kg.annotate.lexicon import rows

__all__ = ["genders"]

# What a determiner says of the gender of a noun in its base form; "mn" is no feminine.
DETERMINERS = {
    **dict.fromkeys(["eine", "einer", "zur", "keine", "keiner", "jede", "diese", "die"], "f"),
    "das": "n",
    **dict.fromkeys(["einen", "keinen", "jeden", "diesen", "den"], "m"),
    **dict.fromkeys(["dem", "einem", "zum", "im", "am", "vom", "beim", "ein", "kein", "jedem", "diesem"], "mn"),
}
BETWEEN = frozenset({"ADJ(A)", "CARD"})
OPENING = frozenset({"ART", "APPRART", "PIAT", "PDAT", "PPOSAT"})
LONGEST = 12  # longer nouns are compounds, which have the gender of their last word
SHORTEST_LAST_WORD = 4
# Masculines that take -en in every case look like feminines; the list of `noun_genders.csv` has them.
WEAK = re.compile(r"(ent|ant|ist|at|et|it|ot|arch|oge|graf|soph|nom|e|us|os)$")
WEAK_IN_E = re.compile(r"(oge|ege|ose|sse|rte)$")


def genders(lemmas: dict[str, str], sentences: Iterable[list[tuple[str, str, str]]]) -> dict[str, str]:
    """Return "m", "f", "n" or "mn" for nouns in small letters that the project's own list does not settle."""
    told = told_by_text(sentences)
    learned = told_by_paradigms(lemmas, told)
    for noun, gender in told.items():
        shared = "".join(letter for letter in gender if letter in learned.get(noun, "mfn"))
        if shared:
            learned[noun] = shared
    return exceptions({noun.lower(): gender for noun, gender in learned.items()}, {form.lower() for form in lemmas})


def told_by_text(sentences: Iterable[list[tuple[str, str, str]]]) -> dict[str, str]:
    """Return the genders that articles before a noun tell, where nearly all agree."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        determiner = ""
        for word, lemma, tag in sentence:
            if tag in OPENING:
                determiner = word.lower()
            elif tag == "NN":
                if word == lemma and determiner in DETERMINERS:
                    seen[word][DETERMINERS[determiner]] += 1
                determiner = ""
            elif tag not in BETWEEN:
                determiner = ""
    return {noun: gender for noun, counts in seen.items() if (gender := agreed(counts))}


def agreed(counts: Counter[str]) -> str:
    """Return the gender that two or more articles and four of five agree on."""
    feminine, total = counts["f"], counts.total()
    if total < 2:
        return ""
    if feminine >= 0.8 * total:
        return "f"
    if feminine > 0.2 * total:
        return ""
    for gender, other in (("m", "n"), ("n", "m")):
        if counts[gender] >= max(2, 4 * counts[other]):
            return gender
    return "mn"


def told_by_paradigms(lemmas: dict[str, str], told: dict[str, str]) -> dict[str, str]:
    """Return the genders that the inflected forms of a noun tell."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for form, lemma in lemmas.items():
        if lemma[:1].isupper() and form != lemma:
            forms[lemma].add(form)
    found = {}
    for noun in {lemma for lemma in lemmas.values() if re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]{2,13}", lemma)}:
        if lemmas.get(noun, noun) == noun and not (noun not in told and skipped(noun, lemmas)):
            gender = by_forms(noun, forms[noun], lemmas)
            if gender:
                found[noun] = gender
    return found


def skipped(noun: str, lemmas: dict[str, str]) -> bool:
    """Tell what need not be learned: long nouns, nominalised adjectives, and what a derivation ending settles."""
    nominalised = noun[-1] == "e" and noun[:-1].lower() in lemmas
    ending = any(len(noun) - start > 2 and noun[start:] in listed("ending") for start in range(1, len(noun)))
    return len(noun) > LONGEST or nominalised or ending


def listed(kind: str) -> dict[str, str]:
    """Return the entries of a kind in the project's own list, as written."""
    return {
        noun: row["gender"] for row in rows("noun_genders.csv") if row["kind"] == kind for noun in row["nouns"].split()
    }


def by_forms(noun: str, forms: set[str], lemmas: dict[str, str]) -> str:
    """Return the gender that the forms of one noun tell."""
    if noun + "in" in lemmas or (noun[-1] == "e" and noun[:-1] + "in" in lemmas):
        return "m"
    if noun + "es" in forms or noun + "ses" in forms:
        return "mn"
    if noun + "s" in forms:
        return "" if re.search(r"(t|ion|ung|[ea])$", noun) else "mn"
    if forms and not WEAK.search(noun):
        return "f"
    return "f" if noun.endswith("e") and noun + "n" in forms and not WEAK_IN_E.search(noun) else ""


def exceptions(learned: dict[str, str], words: set[str]) -> dict[str, str]:
    """Return the nouns whose gender neither the own list nor their last word tells."""
    known = {noun.lower(): gender for kind in ("word", "weak") for noun, gender in listed(kind).items()}
    own, endings, kept = set(known), listed("ending"), {}
    for noun in sorted(learned, key=lambda noun: (len(noun), noun)):
        guessed = last_word(noun, known, endings, words)
        if noun not in own and len(noun) > 2 and not (guessed and guessed in learned[noun]):
            known[noun] = kept[noun] = learned[noun]
    return kept


def last_word(noun: str, known: dict[str, str], endings: dict[str, str], words: set[str]) -> str:
    """Return the gender of a compound's last word, if what stands before is a word too, or of its ending."""
    for start in range(2, len(noun) - SHORTEST_LAST_WORD + 1):
        before = noun[:start]
        if noun[start:] in known and any(before.removesuffix(link) in words for link in ("", "s", "es", "n", "en")):
            return known[noun[start:]]
    return next((endings[noun[start:]] for start in range(1, len(noun)) if noun[start:] in endings), "")
