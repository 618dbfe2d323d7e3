"""Verb tags put right where the shape of the clause shows the tagger wrong.

A tagger sees a few words; whether "besucht" is a finite verb or a participle shows at the other end of the
clause. Each function reads one run, a stretch without a comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.annotate.clauses.tagged import AUXILIARY, FINITE, NONFINITE, Tagged, places
from kg.annotate.lexicon import word_list
from kg.annotate.words.tagger import readings
from kg.annotate.words.verb_forms import irregular_past

__all__ = ["find_finite", "find_prefix", "looks_like_participle", "may_be_present", "nonfinite_form", "retag_verbs"]

_OPENERS: Final = frozenset({"KOUS", "PRELS", "PRELAT", "KOUI"})
_WITH_HABEN: Final = frozenset({"vor", "inne"})  # vorhaben, innehaben
_AGAIN: Final = frozenset({"weiter", "wieder"})  # mostly adverbs
_WITH_ADJECTIVES: Final = frozenset({"bereithalten", "bereitstellen", "sicherstellen"})
_CLOSERS: Final = frozenset({"KON", "$(", "APPR", "APPRART", "KOKOM"})
_OPENING: Final = frozenset(
    {"ART", "CARD", "APPR", "APPRART", "PPOSAT", "PPER", "PRF"}
)  # of a phrase, not of attributes
_GE_PARTICIPLE: Final = re.compile(r"^(?!(?:an|zu)gehört$)(\w{2,})?ge\w{2,}(t|en)$")
# One form for "hat unterzeichnet" and "er unterzeichnet": weak verbs with an inseparable prefix.
_SAME_FORM: Final = re.compile(r"^(be|er|ver|zer|ent|miss|über|unter|wider|hinter)(?!ge)\w{2,}t$")
_PARTICIPLE: Final = re.compile(
    r"^(\w{2,}?)?ge\w{2,}(t|en)$|^\w+iert$|^(be|er|ver|zer|ent|miss|über|unter)\w{2,}(t|en)$"
)
_PASSIVE_PAST: Final = frozenset({"wurde", "wurden"})
_SHOWING: Final = frozenset({"zeigen", "geben", "fühlen", "äußern"})  # with "sich" they say how somebody is


def looks_like_participle(word: str) -> bool:
    """Tell whether the word has the shape of a past participle."""
    return bool(_PARTICIPLE.match(word))


def may_be_present(low: str) -> bool:
    """Tell what is no participle with ge-, so that it may be a present: verurteilt, verzögert."""
    return low.endswith("t") and not _GE_PARTICIPLE.match(low)


def retag_verbs(words: Tagged, first: int, last: int, *, verb_last: bool) -> None:
    """Put right the verbs of the run; `verb_last` tells that a subordinator or relative pronoun opens it."""
    end = last - 1
    while end > first and words.tags[end].startswith("$"):
        end -= 1
    find_prefix(words, first, end)
    _find_state(words, first, last)
    _find_passive(words, first, last)
    if not verb_last:
        _find_auxiliary(words, first, last)
        _retag_bracket(words, first, last, end)
        return
    _retag_cluster(words, first, last)
    finite = _closing_finite(words, first, last)
    if finite is not None:
        _find_coordinated(words, first, last, finite)


def find_prefix(words: Tagged, first: int, end: int) -> None:
    """Read a bare preposition at the end of a run as a separated prefix; "dazu," announces a clause."""
    announces = words.tags[end] == "PAV" and words.tags[end + 1 : end + 2] == ["$,"]
    goes_on = words.lows[end] == "weiter" and words.lows[end + 1 : end + 2] in ([":"], [","])  # sagte sie weiter: …
    if (
        announces
        or goes_on
        or end <= first + 1
        or words.tags[end] == "VVFIN"
        or (words.tags[end] == "ADJD" and _joined(words, first, end) not in _WITH_ADJECTIVES)
        or (words.tags[end] == "APZR" and words.lemma(end - 1) in word_list("time_nouns.txt"))  # von Mittwoch an
        or (words.text(end) not in word_list("verb_particles.txt") and words.tags[end] != "ADJD")
    ):
        return
    if words.lows[end] in _AGAIN and not _is_said_with(words, first, end):
        words.tags[end] = "ADV"
        return
    if words.text(end) in _WITH_HABEN:
        _find_full_haben(words, first, end)
    if "VVFIN" in words.tags[first:end] or "VVIMP" in words.tags[first:end]:
        words.tags[end] = "PTKVZ"


def _is_said_with(words: Tagged, first: int, end: int) -> bool:
    """Tell whether the finite verb before makes one verb with the adverb at `end`: gab die Auskunft | weiter."""
    return _joined(words, first, end) in word_list("again_verbs.txt")


def _joined(words: Tagged, first: int, end: int) -> str:
    """Return the verb that the finite verb before makes with the word at `end`, "" where there is none."""
    finite = next((index for index in reversed(range(first, end)) if words.tags[index] in ("VVFIN", "VVIMP")), None)
    return words.lows[end] + words.lemma(finite) if finite is not None else ""


def _find_passive(words: Tagged, first: int, last: int) -> None:
    """Read a participle that looks like an infinitive beside "wurde", which never tells a future: untergraben wurde."""
    if not _PASSIVE_PAST.intersection(words.lows[first:last]):
        return
    for index in places(words.tags, "VVINF", first + 1, last):
        known = {reading.tag for reading in readings(words.lows[index])}
        before = words.tags[index - 1] != "PTKZU" and _PASSIVE_PAST.intersection(words.lows[first:index])
        if "VVPP" in known and (before or words.lows[index + 1 : index + 2] in (["wurde"], ["wurden"])):
            words.tags[index] = "VVPP"


def _find_full_haben(words: Tagged, first: int, end: int) -> None:
    """Read "haben" as a verb of its own where a prefix of it ends the run: hat nicht vor; hat den Vorsitz inne."""
    verbs = [index for index in range(first, end) if words.tags[index].startswith("V")]
    if len(verbs) == 1 and words.tags[verbs[0]] == "VAFIN" and words.lemma(verbs[0]) == "haben":
        words.tags[verbs[0]] = "VVFIN"


def find_finite(words: Tagged, indices: Sequence[int]) -> int | None:
    """Make finite what looks like an infinitive or participle (beschrieben) in a main clause that lacks its verb.

    A participle at the end has none: Trainer entlassen.
    """
    for index in indices:
        low, closes = words.lows[index], index == indices[-1]
        strong = words.tags[index] == "VVPP" and low.endswith("en") and not low.startswith("ge")
        present = low.endswith("ieren") or not closes
        if (strong and present) or (words.tags[index] == "VVINF" and words.tags[index - 1] != "PTKZU"):
            words.tags[index] = "VVFIN"
            return index
    return None


def nonfinite_form(words: Tagged, verb: int) -> str:
    """Return the tag of what may be an infinitive or participle below an auxiliary, "" where it is neither."""
    token = words.tokens[verb]
    infinitive = token.tag == "VVFIN" and token.text == token.lemma
    return "VVINF" if infinitive else token.tag if token.tag in ("VVINF", "VVPP") else ""


def _find_state(words: Tagged, first: int, last: int) -> None:
    """Read a participle that says a state (ist angewiesen, als besorgt, zeigte sich besorgt) as adjective."""
    for index in places(words.tags, "VVPP", first + 1, last):
        if words.tags[index - 1] == "KOKOM" and words.tags[index + 1 : index + 2] in ([], ["$,"], ["$."], ["VVFIN"]):
            words.tags[index] = "ADJD"
    helping = {words.lemma(index) for index in range(first, last) if words.tags[index].startswith("VA")}
    shown = not helping and "sich" in words.lows[first:last]
    shown = shown and any(words.lemma(index) in _SHOWING for index in range(first, last))
    stays = not helping and any(words.lemma(index) == "bleiben" for index in range(first, last))
    if helping == {"sein"} or shown or stays:
        looks = ("VVPP", "VVFIN") if shown else ("VVPP",)  # zeigte sich Anna Horn | beunruhigt
        feels = any(words.lemma(index) == "fühlen" for index in range(first, last))  # fühlt sich durch X | bedroht
        for index in range(first, last):
            known = words.lows[index] in word_list("adjectival_participles.txt")
            if (words.tags[index] in looks and known) or (feels and words.tags[index] == "VVPP"):
                words.tags[index] = "ADJD"
    apart = not helping and "sich" not in words.lows[first:last]
    if apart and words.tags[last - 1] == "VVPP":  # sieht das Klima | gefährdet
        sees = any(words.tags[index] == "VVFIN" and words.lemma(index) == "sehen" for index in range(first, last))
        words.tags[last - 1] = "ADJD" if sees else "VVPP"


def _find_auxiliary(words: Tagged, first: int, last: int) -> None:
    """Take "haben" for finite where its participle follows and no other verb is: Sie haben angekündigt."""
    tags = words.tags[first:last]
    for index in range(first, last - 1):
        tried = words.tags[index] == "ADJD" and words.tags[index + 1] in ("PTKZU", "VVIZU")
        if tried and looks_like_participle(words.lows[index]) and "haben" in map(words.lemma, range(first, index)):
            words.tags[index] = "VVPP"  # hat versucht zu fliehen
    verbs = [first + place for place, tag in enumerate(tags) if tag.startswith("V")]
    if len(verbs) == 2 and words.tags[verbs[0]] == "VAINF" and words.tags[verbs[1]] == "VVPP" and "PTKZU" not in tags:
        words.tags[verbs[0]] = "VAFIN"


def _retag_bracket(words: Tagged, first: int, last: int, end: int) -> None:
    """Below a finite auxiliary or modal in second place, later finite tags of the same clause are non-finite."""
    auxiliary: int | None = None
    lexical = linked = False
    for index in range(first, last):
        tag = words.tags[index]
        if tag == "KON":
            linked = True
        elif tag in _OPENERS:
            auxiliary = None
        elif tag in NONFINITE:
            lexical = True
        elif tag in FINITE and auxiliary is not None and _belongs_below(words, index, last, auxiliary, linked=linked):
            words.tags[index] = _nonfinite_tag(words, index, auxiliary)
            lexical = True
        elif tag in FINITE:
            auxiliary = index if tag in AUXILIARY else None
            lexical = linked = False
    if auxiliary is None or lexical or words.lemma(auxiliary) not in ("werden", "haben") or end <= auxiliary:
        return
    if words.tags[end] in ("ADJD", "ADV", "VVFIN") and looks_like_participle(words.text(end)):
        words.tags[end] = "VVPP"


def _belongs_below(words: Tagged, verb: int, last: int, auxiliary: int, *, linked: bool) -> bool:
    """Tell whether a verb tagged as finite is the participle or infinitive of the auxiliary before it."""
    low, final = words.lows[verb], verb + 1 == last
    if words.tags[verb] in AUXILIARY:
        return final and not linked and low.endswith("n")
    fits = low.endswith("n") or (words.tags[auxiliary] != "VMFIN" and looks_like_participle(low))
    if linked:
        return fits and final and words.lemma(auxiliary) != "sein"
    return fits and (final or words.tags[verb + 1] in _CLOSERS)


def _nonfinite_tag(words: Tagged, verb: int, auxiliary: int) -> str:
    kind, low, helper = words.tags[verb][:2], words.lows[verb], words.lemma(auxiliary)
    infinitive = low.endswith("n") and (helper not in ("haben", "sein") or kind == "VM")
    participle = low.startswith("ge") and helper == "werden" and low != words.lemma(verb).lower()
    return kind + ("INF" if infinitive and not participle else "PP")


def _retag_cluster(words: Tagged, first: int, last: int) -> None:
    """Make the verbs of a final cluster agree: only its last one is finite."""
    tags = words.tags
    for index in range(first + 1, last):
        if tags[index] in AUXILIARY and tags[index - 1] == "VVFIN":
            tags[index - 1] = _nonfinite_tag(words, index - 1, index)
        elif tags[index] == "VVFIN" and tags[index - 1] == "VVPP":
            tags[index - 1] = "VVFIN"
        elif tags[index] in ("VAINF", "VMINF") and tags[index - 1] in NONFINITE:
            closing = index + 1 == last or tags[index + 1] in ("KON", "$(")
            tags[index] = tags[index][:2] + "FIN" if closing else tags[index]


def _closing_finite(words: Tagged, first: int, last: int) -> int | None:
    """Return the finite verb of a subordinate clause; where none is tagged, make the last verb finite."""
    tags = words.tags
    finite = next((index for index in range(last - 1, first - 1, -1) if tags[index] in FINITE), None)
    if finite is not None:
        return finite
    verbs = [index for index in range(first, last) if tags[index] in NONFINITE and tags[index] != "VVIZU"]
    if not verbs or tags[verbs[-1] - 1] == "PTKZU" or not _could_be_finite(words, verbs[-1]):
        return None
    tags[verbs[-1]] = tags[verbs[-1]][:2] + "FIN"
    return verbs[-1]


def _find_coordinated(words: Tagged, first: int, last: int, finite: int) -> None:
    """Find further finite verbs before and after a conjunction (dass er das Gesetz ändert und den Rat auflöst)."""
    tags = words.tags
    behind = tags[last - 1] in ("VVPP", "VVINF") and "KON" in tags[finite + 1 : last - 1]
    if behind and tags[finite] == "VVFIN" and tags[last - 2] != "PTKZU" and _could_be_finite(words, last - 1):
        tags[last - 1] = "VVFIN"
    if tags[finite] == "VMFIN" or tags[finite - 1] in ("VVINF", "VMINF"):
        return
    for index in range(first, finite):
        if tags[index + 1] != "KON":
            continue
        if tags[index] == "VVPP" and tags[finite] == "VVFIN" and _could_be_finite(words, index):
            tags[index] = "VVFIN"
        preterite = tags[index] == "ADJA" and words.lows[index].endswith(("te", "ten"))
        if (preterite and tags[index + 2] in _OPENING) or (tags[index] == "VVINF" and tags[index - 1] != "PTKZU"):
            tags[index] = "VVFIN"


def _could_be_finite(words: Tagged, verb: int) -> bool:
    low = words.lows[verb]
    if words.tags[verb].endswith("INF"):
        return True
    known = {reading.tag for reading in readings(low)}
    if "VVPP" in known:
        return "VVFIN" in known or bool(_SAME_FORM.match(low)) or bool(irregular_past(low))  # dass sie sie vertrieben
    return not _GE_PARTICIPLE.match(low) or low.endswith("t")
