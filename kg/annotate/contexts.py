"""Second look at tags: what a trigram cannot see because it hangs on a word further off in the clause.

Each rule reads one stretch between commas and stops and changes tags in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kg.annotate.lexicon import word_list
from kg.annotate.tagger import Reading, readings

__all__ = ["settle"]

_CLAUSE_MARKS: Final = frozenset({"$,", "$.", "$("})
_FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_VERB_LAST: Final = frozenset({"KOUS", "PRELS", "PRELAT"})
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
        _verbs(words, tags, first, last)
    if not _FINITE.intersection(tags):
        _only_verb(words, tags)
    return tags


def _stretches(tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    first = 0
    for index, tag in enumerate(tags):
        if tag in _CLAUSE_MARKS:
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
    elif opener is None and len(finite) > 1 and finite[-1] == end and "KON" not in tags[finite[0] : end]:
        auxiliary = tags[finite[0]]
        if auxiliary == "VMFIN":
            _make(words, tags, end, "INF")
        elif auxiliary == "VAFIN":
            _make(words, tags, end, "PP")


def _only_verb(words: Sequence[str], tags: list[str]) -> None:
    """Take the first infinitive inside a sentence without a finite verb for one (Die Länder kooperieren mit …)."""
    for index in range(1, len(tags) - 2):
        if tags[index] in ("VVINF", "VAINF", "VMINF") and tags[index - 1] not in ("PTKZU", "KON"):
            _make(words, tags, index, "FIN")
            return


def _make(words: Sequence[str], tags: list[str], index: int, form: str) -> None:
    """Change a verb's form where its word allows the other: plural presents are also infinitives."""
    wanted = tags[index][:2] + form
    plural = {tags[index][2:], form} == {"FIN", "INF"} and words[index].endswith("n") and tags[index - 1] != "PTKZU"
    if plural or any(reading.tag == wanted for reading in readings(words[index])):
        tags[index] = wanted
