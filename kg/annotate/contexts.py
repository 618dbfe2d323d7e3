"""Second look at tags: what a trigram cannot see because it hangs on a word further off in the clause.

Each rule reads one stretch between commas and stops and changes tags in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kg.annotate.lexicon import word_list
from kg.annotate.tagger import Reading, readings

__all__ = ["CLAUSE_MARKS", "settle"]

CLAUSE_MARKS: Final = frozenset({"$,", "$."})
_FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_VERB_LAST: Final = frozenset({"KOUS", "PRELS", "PRELAT"})
_DER: Final = frozenset({"der", "die", "das", "dem", "den"})
_INSIDE_NOUN_PHRASE: Final = frozenset({"NN", "NE", "ADJA", "CARD", "TRUNC", "FM", "XY", "PIAT", "PIS", "PPOSAT"})
# What may stand between article and attributive adjective (die in Berlin geführten, die sehr guten)
_BEFORE_ADJECTIVE: Final = frozenset({"ADV", "ADJD", "APPR", "APPRART", "PTKA", "PAV", "PRF", "VVPP", "ART"})
_OPENERS: Final = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "APPRART", "ADJA", "CARD"})
_CONJUNCTIONS: Final = frozenset({"aber", "sondern", "doch", "jedoch"})
_REFLEXIVE: Final = {"mich": "ich", "mir": "ich", "dich": "du", "dir": "du", "uns": "wir", "euch": "ihr"}


def settle(words: Sequence[str], found: Sequence[Reading]) -> list[str]:
    """Return the tags of one sentence after a second look; `found` are the readings of its words by the tagger."""
    tags = [reading.tag for reading in found]
    small = [word.lower() for word in words]
    for first, last in _stretches(tags):
        _comparisons(small, tags, first, last)
        _conjunctions(small, tags, first, last)
        _reflexives(small, tags, first, last)
        _attributes(words, tags, first, last)
        _verbs(words, tags, first, last)
        _demonstratives(small, tags, first, last)
    if not _FINITE.intersection(tags):
        _only_verb(words, tags)
    return tags


def _stretches(tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    first = 0
    for index, tag in enumerate(tags):
        if tag in CLAUSE_MARKS:
            if index > first:
                yield first, index
            first = index + 1
    if first < len(tags):
        yield first, len(tags)


def _comparisons(small: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Tag "als Präsident" as a comparison, and adverbs that comment the sentence."""
    for index in range(first, last):
        if tags[index] == "APPR" and small[index] in ("als", "wie"):
            tags[index] = "KOKOM"
        elif tags[index] == "ADJD" and small[index] in word_list("sentence_adverbs.txt"):
            tags[index] = "ADV"


def _conjunctions(small: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Tag "aber" and the like at the head of a clause as conjunction, unless the verb follows at once (doch kam er)."""
    if small[first] in _CONJUNCTIONS and tags[first] == "ADV":
        verb_follows = first + 1 < last and tags[first + 1] in _FINITE
        if not verb_follows or small[first] == "aber":
            tags[first] = "KON"


def _reflexives(small: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Tell reflexive mich, uns … (the subject is the same person) from personal ones."""
    for index in range(first, last):
        if tags[index] in ("PPER", "PRF") and small[index] in _REFLEXIVE:
            tags[index] = "PRF" if _REFLEXIVE[small[index]] in small[first:last] else "PPER"


def _attributes(words: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Read a verb between determiner and noun as adjective (die ausgeprägte Furcht)."""
    for index in range(first + 1, last - 1):
        if tags[index] in _FINITE and tags[index - 1] in _OPENERS and tags[index + 1] in ("NN", "ADJA"):
            _make(words, tags, index, "ADJA")


def _verbs(words: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Give a clause that puts its verb last a finite verb, and one that has its finite verb no second one."""
    verbs = [index for index in range(first, last) if tags[index][0] == "V"]
    if not verbs:
        return
    finite = [index for index in verbs if tags[index] in _FINITE]
    opener = next((index for index in range(first, min(first + 3, last)) if tags[index] in _VERB_LAST), None)
    end = verbs[-1]
    if opener is not None and not finite:
        _make(words, tags, end, "FIN")
    elif opener is None and len(finite) > 1 and finite[-1] == end and "KON" not in tags[finite[-2] : end]:
        auxiliary = tags[finite[-2]]
        if auxiliary == "VMFIN":
            _make(words, tags, end, "INF")
        elif auxiliary == "VAFIN":
            _make(words, tags, end, "PP")


def _demonstratives(small: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Tell article, relative and demonstrative "der, die, das" apart by what follows and where the verb stands."""
    after_comma = first > 0 and tags[first - 1] == "$,"
    verb_last = tags[last - 1] in _FINITE
    for index in range(first, last):
        if tags[index] not in ("ART", "PDS", "PRELS") or small[index] not in _DER:
            continue
        following = next((tag for tag in tags[index + 1 : last] if tag != "$("), "")
        opens = index == first or (index == first + 1 and tags[first] == "APPR")
        if following in _INSIDE_NOUN_PHRASE:
            if tags[index] == "PRELS" and not (after_comma and opens):
                tags[index] = "ART"
        elif after_comma and opens and verb_last and not (following in _FINITE and index + 2 < last):
            tags[index] = "PRELS"
        elif tags[index] == "ART" and following not in _BEFORE_ADJECTIVE or tags[index] == "PRELS" and not after_comma:
            tags[index] = "PDS"


def _only_verb(words: Sequence[str], tags: list[str]) -> None:
    """Take the first infinitive inside a sentence without a finite verb for one (Die Länder kooperieren mit …)."""
    for index in range(1, len(tags) - 2):
        if tags[index] in ("VVINF", "VAINF", "VMINF") and tags[index - 1] not in ("PTKZU", "KON"):
            _make(words, tags, index, "FIN")
            return


def _make(words: Sequence[str], tags: list[str], index: int, form: str) -> None:
    """Change a verb's form where its word allows the other: plural presents are also infinitives."""
    wanted = form if form == "ADJA" else tags[index][:2] + form
    plural = {tags[index][2:], form} == {"FIN", "INF"} and words[index].endswith("n") and tags[index - 1] != "PTKZU"
    if plural or any(reading.tag == wanted for reading in readings(words[index])):
        tags[index] = wanted
