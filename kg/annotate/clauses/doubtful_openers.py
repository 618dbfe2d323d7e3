"""Words that open a clause only sometimes: "die" and "den" may be articles, "als" and "während" stand before a phrase.

What is decided depends on the clauses that are open and on the stretches that are still to come.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.outlook import lacks_verb, may_go_on, verb_to_come
from kg.annotate.clauses.stretches import Stretch
from kg.annotate.clauses.tagged import HEADS, NOMINAL, PREPOSITIONS, Tagged
from kg.annotate.clauses.verb_tags import nonfinite_form

__all__ = ["goes_on_with", "is_phrase", "is_relative"]


def is_phrase(words: Tagged, stretch: Stretch, waiting: Frame | None, later: Sequence[Stretch]) -> bool:
    """Tell whether what seems a subordinator stands before a phrase: "als" in an open clause, "bis Mai"."""
    opener = words.lows[stretch.opener] if stretch.opener is not None else ""
    if opener in ("als", "wie"):
        return waiting is not None and waiting.verb_last
    if opener == "während" and stretch.first + 1 < stretch.last and verb_to_come(words, later):
        behind = stretch.first + 1  # während der Sitzung, but: während Minister Weber (CSU) | abreist
        return words.tags[behind] not in HEADS and words.lows[behind].endswith(("er", "es", "en"))
    return opener in ("bis", "seit", "während") and not stretch.finites


def goes_on_with(
    words: Tagged, stretch: Stretch, waiting: Frame | None, open_frames: Sequence[Frame], later: Sequence[Stretch]
) -> bool:
    """Tell whether "den" is an article that goes on with an open clause, though it may be a pronoun.

    Sie dürfen Leuten, die fehlen, | den Lohn streichen; der Plan, den Weber, der Chef, | den Räten vorlegte.
    """
    opener = stretch.opener
    if stretch.kind != "relative" or opener is None or opener + 1 >= stretch.last:
        return False
    if words.tags[opener + 1] not in NOMINAL or words.tags[opener] not in ("PRELS", "PDS", "ART"):
        return False
    closing = stretch.finites[-1] if stretch.finites else None
    form = nonfinite_form(words, closing) if closing is not None and closing == stretch.last - 1 else ""
    if closing is not None and form:
        last = [words.tokens[other.last - 1].tag for other in later]
        lacking = form not in last and any(lacks_verb(words, frame, form[2:]) for frame in open_frames)
        words.tags[closing] = form if lacking else words.tags[closing]
        stretch.finites = [] if lacking else stretch.finites
        return lacking
    unfinished = waiting is not None and waiting.verb_last and waiting.indices[-1] + 1 < stretch.first
    return unfinished and closing is not None and not verb_to_come(words, later)


def is_relative(
    words: Tagged, stretch: Stretch, waiting: Frame | None, open_frames: Sequence[Frame], later: Sequence[Stretch]
) -> bool:
    """Decide on "die" before a noun: a pronoun only where the clause before lacks no verb and one comes last."""
    if stretch.coordinated and not _relates_again(words, stretch, open_frames):
        return False
    if waiting is not None and waiting.verb_last:
        return bool(stretch.finites) and any(other.finites and not other.kind for other in later)
    if stretch.finites:  # Polen, die Slowakei und Ungarn stimmten zu: without it the sentence has no verb
        return waiting is None or any(other.finites for other in later)
    rest = next((other for other in later if other.finites and may_go_on(words, other)), None)
    if waiting is not None or not open_frames or rest is None:
        return False
    return (bool(rest.kind) or not lacks_verb(words, open_frames[-1])) and rest.finites[-1] == rest.last - 1


def _relates_again(words: Tagged, stretch: Stretch, open_frames: Sequence[Frame]) -> bool:
    """Tell what may be the pronoun of the relative clause before once more: die liefern und | die Söldner anwerben.

    Another form is an article: in der die Miliz droht und | die Freilassung ablehnt.
    """
    relative = next((frame for frame in reversed(open_frames) if frame.kind == "relative"), None)
    if relative is None or relative.opener is None or stretch.opener is None:
        return relative is not None
    own = stretch.opener - 1
    if words.tags[own] in PREPOSITIONS:
        return True
    alike = words.lows[relative.opener] == words.lows[stretch.opener]
    return alike and words.tags[relative.opener - 1] not in PREPOSITIONS
