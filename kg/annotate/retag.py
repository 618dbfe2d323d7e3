"""Verb tags put right where the shape of the clause shows the tagger wrong.

A tagger sees a few words; whether "besucht" is a finite verb or a participle shows at the other end of the
clause. Each function reads one run, a stretch without a comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.annotate.lexicon import word_list
from kg.model.reading import Token

__all__ = ["FINITE", "NONFINITE", "retag_run", "retag_sentence"]

FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
NONFINITE: Final = frozenset({"VVINF", "VAINF", "VMINF", "VVPP", "VAPP", "VMPP", "VVIZU"})
_OPENERS: Final = frozenset({"KON", "KOUS", "PRELS", "PRELAT", "KOUI"})
_AUXILIARY: Final = frozenset({"VAFIN", "VMFIN"})
_PARTICIPLE: Final = re.compile(
    r"^(\w{2,}?)?ge\w{2,}(t|en)$|^\w+iert$|^(be|er|ver|zer|ent|miss|über|unter)\w{2,}(t|en)$"
)


def retag_sentence(tokens: Sequence[Token], tags: list[str], first: int, last: int) -> None:
    """Put right single words: capitalised names taken for verbs, "zu" before an infinitive, "sie" and the like."""
    for index in range(first, last):
        tag, text = tags[index], tokens[index].text
        if tag.startswith("VV") and text[0].isupper() and index > first and not tags[index - 1].startswith("$"):
            tags[index] = "NN" if tag == "VVINF" else "NE"
        elif text in ("paar", "Paar") and tag in ("PIS", "PIAT", "ADJA", "ADV"):
            tags[index] = "NN"
        elif tag != "PTKZU" and text == "zu" and index + 1 < last and tags[index + 1] in ("VVINF", "VAINF", "VMINF"):
            tags[index] = "PTKZU"


def retag_run(tokens: Sequence[Token], tags: list[str], first: int, last: int, *, verb_last: bool) -> None:
    """Put right the verbs of the run; `verb_last` tells that a subordinator or relative pronoun opens it."""
    _particle(tokens, tags, first, last)
    if verb_last:
        _cluster(tokens, tags, first, last)
    else:
        _bracket(tokens, tags, first, last)


def _particle(tokens: Sequence[Token], tags: list[str], first: int, last: int) -> None:
    """Read a bare preposition at the end of a run as a separated prefix."""
    end = last - 1
    while end > first and tags[end].startswith("$"):
        end -= 1
    verb = any(tags[index] in ("VVFIN", "VVIMP") for index in range(first, end))
    if (
        end > first + 1
        and verb
        and tokens[end].text in word_list("verb_particles.txt")
        and tags[end] not in ("ADJD", "VVFIN")
    ):
        tags[end] = "PTKVZ"


def _bracket(tokens: Sequence[Token], tags: list[str], first: int, last: int) -> None:
    """Below a finite auxiliary or modal in second place, later finite tags of the same clause are non-finite."""
    auxiliary: int | None = None
    lexical = linked = False
    for index in range(first, last):
        tag = tags[index]
        if tag == "KON":
            linked = True
        elif tag in _OPENERS:
            auxiliary = None
        elif tag in NONFINITE:
            lexical = True
        elif tag in FINITE:
            if auxiliary is not None and _belongs_below(tokens, tags, index, last, auxiliary, linked=linked):
                tags[index] = _nonfinite_tag(tokens, tags, index, auxiliary)
                lexical = True
            else:
                auxiliary = index if tag in _AUXILIARY else None
                lexical = linked = False
    if auxiliary is not None and not lexical and tokens[auxiliary].lemma in ("werden", "haben"):
        end = last - 1
        while end > auxiliary and tags[end].startswith("$"):
            end -= 1
        if tags[end] in ("ADJD", "ADV", "VVFIN") and _PARTICIPLE.match(tokens[end].text):
            tags[end] = "VVPP"


def _belongs_below(
    tokens: Sequence[Token], tags: Sequence[str], verb: int, last: int, auxiliary: int, *, linked: bool
) -> bool:
    """Tell whether a verb tagged as finite is the participle or infinitive of the auxiliary before it."""
    text = tokens[verb].text.lower()
    closing = verb + 1 == last or tags[verb + 1] in ("KON", "$(", "APPR", "APPRART", "KOKOM")
    if tags[verb] in ("VAFIN", "VMFIN"):
        return verb + 1 == last and not linked and text.endswith("n")
    fits = text.endswith("n") if tags[auxiliary] == "VMFIN" else bool(_PARTICIPLE.match(text)) or text.endswith("n")
    return fits and (closing if not linked else verb + 1 == last and tokens[auxiliary].lemma != "sein")


def _cluster(tokens: Sequence[Token], tags: list[str], first: int, last: int) -> None:
    """Find the finite verb that ends a subordinate clause, and take the verbs before it for non-finite."""
    for index in range(first + 1, last):
        if tags[index] in _AUXILIARY and tags[index - 1] == "VVFIN":
            tags[index - 1] = _nonfinite_tag(tokens, tags, index - 1, index)
        elif tags[index] == "VVFIN" and tags[index - 1] == "VVPP":
            tags[index - 1] = "VVFIN"
        elif (
            tags[index] in ("VAINF", "VMINF")
            and tags[index - 1] in NONFINITE
            and (index + 1 == last or tags[index + 1] in ("KON", "$("))
        ):
            tags[index] = tags[index][:2] + "FIN"
    if any(tags[index] in FINITE for index in range(first, last)):
        return
    verbs = [index for index in range(first, last) if tags[index] in NONFINITE and tags[index] != "VVIZU"]
    if verbs and tags[verbs[-1] - 1] != "PTKZU" and _could_be_finite(tokens[verbs[-1]], tags[verbs[-1]]):
        tags[verbs[-1]] = tags[verbs[-1]][:2] + "FIN"


def _nonfinite_tag(tokens: Sequence[Token], tags: Sequence[str], verb: int, auxiliary: int) -> str:
    kind, text = tags[verb][:2], tokens[verb].text.lower()
    infinitive = text.endswith("n") and (tokens[auxiliary].lemma not in ("haben", "sein") or kind == "VM")
    return kind + (
        "INF"
        if infinitive
        and not (text.startswith("ge") and tokens[auxiliary].lemma == "werden" and text != tokens[verb].lemma.lower())
        else "PP"
    )


def _could_be_finite(token: Token, tag: str) -> bool:
    text = token.text.lower()
    return tag.endswith("INF") or not text.startswith("ge") or text.endswith("t")
