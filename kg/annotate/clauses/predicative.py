"""Adjectives that say what a clause's subject or object is like: bleibt ungültig, erklärte die Wahl für ungültig."""

from __future__ import annotations

from functools import cache
from typing import Final

from kg.annotate.clauses.draft import Draft, Participant
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.tagged import Tagged
from kg.annotate.lexicon import rows, word_list

__all__ = ["add_adjective"]

_FIRMLY: Final = frozenset(
    {"ausdrücklich", "deutlich", "eindeutig", "energisch", "entschieden", "geschlossen", "grundsätzlich", "kategorisch"}
    | {"klar", "mehrheitlich", "prinzipiell", "strikt", "vehement", "weiterhin"}
)


def _behind_degree(words: Tagged, index: int) -> int:
    """Return the word before an adjective, over what negates, grades or quotes it: für | nicht sehr | klug."""
    place = index - 1
    while place > 0 and words.tags[place] in ("PTKNEG", "ADV", "PTKA", "ADJD", "$("):
        place -= 1
    return place


def _takes_side(words: Tagged, index: int) -> bool:
    """Tell how firmly somebody is for or against something: ist strikt | gegen den Plan."""
    return words.lows[index + 1 : index + 2] in (["gegen"], ["für"]) and words.lows[index] in _FIRMLY


@cache
def _predicative_verbs() -> dict[str, tuple[str, ...]]:
    return {row["verb"]: tuple((row["before"] or "").split(" ")) for row in rows("predicative_verbs.csv")}


def add_adjective(words: Tagged, draft: Draft) -> None:
    """Take a predicative adjective for the predicate of a copula or of a verb that takes one (zeigte sich besorgt)."""
    links = ("",) if draft.verb.lemma in word_list("copulas.txt") else _predicative_verbs().get(draft.verb.lemma)
    if links is None:
        return
    found = [index for index in draft.frame.indices if words.tags[index] == "ADJD"]
    inside = {index for phrase in draft.phrases for index in range(phrase.first, phrase.last)} if found else ()
    found = [index for index in found if index not in inside and not _takes_side(words, index)]
    reflexive = "sich" in links and "sich" in (words.lows[i] for i in draft.frame.indices)
    if found and not reflexive and "" not in links:
        found = [index for index in found if words.lows[_behind_degree(words, index)] in links]
    if found or "" not in links:
        found = _judging_participle(words, draft, links) or found
    if found:
        draft.participants.append(Participant("predicate", Phrase(found[-1], found[-1] + 1, found[-1], 0)))


def _judging_participle(words: Tagged, draft: Draft, links: tuple[str, ...]) -> list[int]:
    """Return the participle that says as what something is seen: wertet das Urteil **als** politisch | motiviert."""
    own = set(draft.verb.complex)
    said = (i for i in draft.frame.indices if words.tags[i] == "VVPP" and i not in own)
    return [i for i in said if words.lows[_behind_degree(words, i)] in links]
