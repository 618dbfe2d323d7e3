"""The word that negates a clause."""

from __future__ import annotations

from typing import Final

from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.tagged import FINITE, Tagged
from kg.annotate.lexicon import word_list
from kg.model.text import Span

__all__ = ["negation"]

_ADDITIVE: Final = frozenset({"nur", "allein", "zuletzt", "bloß"})  # "nicht nur" denies nothing
_ANY: Final = "irgendein"  # nicht irgendein Verein, but a great one
_MEASURING: Final = frozenset(
    {"einmal", "mehr", "weniger"}
)  # nicht einmal zehn, nicht mehr als zehn: so many all the same
_OTHERWISE: Final = frozenset({"ART", "PPOSAT", "APPR", "APPRART", "ADJA", "NN", "NE"})
_PLEASED: Final = frozenset(
    {"angetan", "beeindruckt", "begeistert", "erbaut", "erfreut", "glücklich", "überzeugt", "zufrieden"}
)
_OPENERS: Final = frozenset({"ohne", "statt", "anstatt"})


def negation(words: Tagged, frame: Frame) -> Span | None:
    """Return the span of what negates the clause: a particle, kein, weder … noch, or "ohne" before an infinitive."""
    if frame.kind == "infinitive" and frame.opener is not None and words.lows[frame.opener] in _OPENERS:
        return _span(words, frame.opener)
    negating = word_list("negations.txt")
    for index in frame.indices:
        word = words.lows[index]
        if (word not in negating and word != "noch") or index in frame.additions or index in words.name_ends:
            continue  # Wir brauchen Sicherheit, keine Versprechen; die Initiative „Kein Gleis im Tal“ klagt.
        following = words.lows[index + 1] if index + 1 < len(words.lows) else ""
        if (word == "kaum" and not _denies(words, index)) or (word == "wenig" and following not in _PLEASED):
            continue
        if _compares(words, index) or following.startswith(_ANY):
            continue
        if word == "nicht" and (following in _ADDITIVE or _only_describes(words, index) or _contrasts(words, index)):
            continue
        if (following in _MEASURING or word.startswith("kein")) and _measures(words, index + 1):
            continue
        if word in negating:
            return _span(words, index)
        if index == frame.first and frame.leader is not None and negation(words, frame.leader):
            return _span(words, index)
    return None


def _compares(words: Tagged, index: int) -> bool:
    """Tell what says how much: kämpfte wie | kaum eine andere, so viele wie noch | nie."""
    before = words.lows[max(0, index - 2) : index]
    return before[-1:] == ["wie"] or before == ["wie", "noch"]


def _denies(words: Tagged, index: int) -> bool:
    """Tell "kaum" for hardly at all from that for a number or a moment: kaum 20 Leute, kaum war er da."""
    return words.tags[index + 1] not in {"CARD", "PIAT", "PIS", *FINITE} if index + 1 < len(words.tags) else True


def _measures(words: Tagged, index: int) -> bool:
    """Tell what says how many or how long: keine | zehn Monate nach der Wahl, nicht | einmal ein Drittel der Sitze."""
    behind = [i for i in range(index, min(index + 4, len(words.tags))) if words.lows[i] not in (*_MEASURING, "als")]
    if not behind or words.lows[index] not in _MEASURING:
        return bool(behind) and words.tags[behind[0]] == "CARD"
    if words.lows[index] == "mehr" and words.lows[index + 1 : index + 2] != ["als"]:
        return False  # liefert nicht mehr | zwei Panzer
    counted = words.lemma(behind[1]) if words.tags[behind[0]] == "ART" and len(behind) > 1 else ""
    return words.tags[behind[0]] == "CARD" or counted.endswith("tel") or counted in word_list("quantity_nouns.txt")


def _only_describes(words: Tagged, index: int) -> bool:
    """Tell "nicht" that belongs to the adjective behind it, before a noun: nicht notwendige Reisen."""
    following = [token.tag for token in words.tokens[index + 1 : index + 3]]
    return following == ["ADJA", "NN"]


def _contrasts(words: Tagged, index: int) -> bool:
    """Tell what is denied of something else at the end: … diene den Reichen, nicht | den Armen."""
    behind = index + 1
    while behind < len(words.tags) and words.tags[behind] in _OTHERWISE:
        behind += 1
    ends = behind > index + 1 and (behind == len(words.tags) or words.tags[behind] in ("$.", "$("))
    return index > 0 and words.tags[index - 1] == "$," and ends


def _span(words: Tagged, index: int) -> Span:
    return Span(words.tokens[index].start, words.tokens[index].end)
