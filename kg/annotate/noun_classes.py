"""What class of thing a common noun names, by its longest known tail."""

from __future__ import annotations

import functools
import re
from typing import Final

from kg.annotate.compounds import cuts
from kg.annotate.lexicon import read_data

__all__ = ["SHORTEST_TAIL", "ends_in", "noun_class", "tails"]

SHORTEST_TAIL: Final = 4
"""Shorter tails (Rat, Amt) are found only whole or behind a hyphen: in Vorrat and Gesamt they mean something else."""
_AGENT: Final = re.compile(
    r".{3}(?:olog(?:e|in)|iker(?:in)?|(?<!fr)(?<!erl)(?<!rgl)(?<!zw)ist(?:in)?|dienstler(?:in)?|rätin)$"
)
"""Endings of words for people: Ethnologin, Statistiker, Kapitalist, Geheimdienstler, Regierungsrätin."""
_BODY: Final = re.compile(
    r"(?:.{3}(?:(?:(?<!Hau)s|en|(?<!v)er)rat|(?<!lüssel)(?<!Hosen)(?<!treue)(?<!^Ver)bund)|-Tochter)$"
)
"""Endings of compounds for bodies that are no tails: Bezirksrat, Ältestenrat, but not Hochverrat; Ärztebund. A Tochter
is a firm only behind the name of another: Nordbahn-Tochter."""
_PREFIXES: Final = frozenset(
    {"ab", "an", "auf", "aus", "be", "bei", "ein", "ent", "er", "ge", "in", "um", "ver", "zer", "zu", "über"}
)
"""What makes another noun of one where it stands first: Überfall, Beschluss, Entwurf."""
_PREFIX: Final = 3  # letters that make another noun of one rather than a compound: Kom-mission, Aus-schuss


@functools.lru_cache(maxsize=50_000)  # the nouns of an archive
def noun_class(lemma: str) -> str | None:
    """Return the class local name of a noun's lemma, None where it names no actor, place, event or agreement."""
    classes = _classes()
    found = next((classes[tail] for tail in tails(lemma) if tail in classes), None)
    female = found is None and any(noun_class(male) == "Person" for male in _male(lemma))
    former = found is None and lemma.startswith("Ex-")  # Ex-Landesrat
    if female or former or (found is None and _AGENT.search(lemma)):
        return "Person"
    return "Organisation" if found is None and _BODY.search(lemma) else found


def _male(lemma: str) -> tuple[str, ...]:
    """Return of which words a feminine may be made: Richterin of Richter, Kämmerin of Kämmerer."""
    stem = lemma.removesuffix("in")
    return () if stem == lemma else (stem, f"{stem}er") if stem.endswith("er") else (stem,)


@functools.lru_cache(maxsize=8_000)  # several layers ask of the same noun; a full cache takes about 5 MB
def tails(lemma: str) -> tuple[str, ...]:
    """Return the word itself and what could be the last part of the compound, longest first, capitalised.

    >>> tails("Staatsrat")[:3]
    ('Staatsrat', 'Taatsrat', 'Aatsrat')
    """
    whole = [lemma, *([lemma.rpartition("-")[2]] if "-" in lemma else [])]
    last = whole[-1]
    return (*whole, *(last[cut:].capitalize() for cut in cuts(last, first=1, last=SHORTEST_TAIL)))


def ends_in(word: str, noun: str) -> bool:
    """Tell whether a word is a noun or a compound that ends in it.

    A longer noun by fewer letters than a first part has is another one, and so is one made by a prefix.

    >>> ends_in("Friedensmission", "Mission"), ends_in("Menschenrechtskommission", "Mission"), ends_in("Klage", "Lage")
    (True, False, False)
    """
    found = tails(word)
    first = word[: -len(noun)].lower()
    if noun not in found or len(first) == 1 or first in _PREFIXES:
        return False
    longer = (tail for tail in found if len(noun) < len(tail) <= len(noun) + _PREFIX)
    return not any(tail in _classes() for tail in longer)


@functools.cache
def _classes() -> dict[str, str]:
    table: dict[str, str] = read_data("noun_classes.yaml")
    return {word: name for name, words in table.items() for word in words.split()}
