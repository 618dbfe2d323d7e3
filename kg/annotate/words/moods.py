"""Mood where the form leaves it open, decided by the sentence around it.

- habe, komme: first person beside "ich", and at the head of a sentence that leaves "ich" out but has "mich" or "mir"
  (Habe mich gefreut); else Konjunktiv I, for in the third person the form is nothing else.
- Sollte/Sollten at the head of a statement is a condition (Sollte der Staat zögern, …): Konjunktiv II.
- A preterite that is Konjunktiv II too (gingen, wollte, einigten) is Konjunktiv in an "als ob" clause, and in a
  sentence with wenn, falls or sofern whose other finite verb can only be Konjunktiv II (könnte, wäre).

All other sollte, wollte and gingen stay open ("k2?"): without intonation or knowledge nothing tells a duty (die Partei
sollte zahlen: ought to) from a plan that passed (der Zug sollte um acht fahren: was to).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.annotate.words.tag_sets import CLAUSE_MARKS
from kg.annotate.words.verb_forms import is_weak_preterite
from kg.model.reading import Morph

__all__ = ["settle_moods"]

_REACH: Final = 50  # tokens between "ich" or "wenn" and its verb; more is no clause
_FIRST_PERSON: Final = frozenset({"mich", "mir"})
_THIRD_PERSON: Final = frozenset({"er", "sie", "es", "man"})
_CONDITIONS: Final = frozenset({"wenn", "falls", "sofern"})


def settle_moods(
    words: Sequence[str], tags: Sequence[str], lemmas: Sequence[str], morphs: list[Morph], *, initial: Sequence[bool]
) -> None:
    """Replace the open moods of one sentence's finite verbs in place; `initial` words stand at a head."""
    small = [word.lower() for word in words]
    for place, morph in enumerate(morphs):
        if morph.mood == "k1?":
            first = _is_first_person(small, tags, place, opens=initial[place])
            morphs[place] = replace(morph, person="1" if first else "3", mood="ind" if first else "k1")
        elif morph.mood == "k2?" and lemmas[place] == "sollen" and initial[place] and "?" not in words:
            morphs[place] = replace(morph, mood="k2")
    if "ob" in small or not _CONDITIONS.isdisjoint(small):
        _settle_unreal(small, tags, lemmas, morphs)


def _settle_unreal(small: Sequence[str], tags: Sequence[str], lemmas: Sequence[str], morphs: list[Morph]) -> None:
    """Read preterites as Konjunktiv II in comparisons (als ob) and in conditions beside a certain Konjunktiv II."""
    condition = "k2" in {morph.mood for morph in morphs} and not _CONDITIONS.isdisjoint(small)
    for place, morph in enumerate(morphs):
        if morph.mood == "k2?" or is_weak_preterite(small[place], lemmas[place], morph):
            first, last = _stretch(tags, place)
            if condition or ("als", "ob") in zip(small[first:last], small[first + 1 : last], strict=False):
                morphs[place] = replace(morph, mood="k2")


def _is_first_person(small: Sequence[str], tags: Sequence[str], place: int, *, opens: bool) -> bool:
    """Tell whether the subject of the verb at `place` is "ich", said in its clause or left out at its head."""
    first, last = _stretch(tags, place)
    clause = small[first:last]
    return "ich" in clause or (opens and not _FIRST_PERSON.isdisjoint(clause) and _THIRD_PERSON.isdisjoint(clause))


def _stretch(tags: Sequence[str], place: int) -> tuple[int, int]:
    """Return the tokens between the same commas or stops as `place`."""
    first = last = place
    while first > place - _REACH and first and tags[first - 1] not in CLAUSE_MARKS:
        first -= 1
    while last < place + _REACH and last < len(tags) and tags[last] not in CLAUSE_MARKS:
        last += 1
    return first, last
