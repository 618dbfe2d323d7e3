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

__all__ = ["FINITE", "NONFINITE", "looks_like_participle", "retag_run", "retag_sentence"]

FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
NONFINITE: Final = frozenset({"VVINF", "VAINF", "VMINF", "VVPP", "VAPP", "VMPP", "VVIZU"})
_OPENERS: Final = frozenset({"KON", "KOUS", "PRELS", "PRELAT", "KOUI"})
_INFLECTED: Final = ("e", "en", "er", "es", "em")
_GE_PARTICIPLE: Final = re.compile(r"^(?!(?:an|zu)gehört$)(\w{2,})?ge\w{2,}(t|en)$")
_PRESENT_PARTICIPLE: Final = ("ende", "enden", "ender", "endes", "endem")
_OPEN_PHRASE: Final = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "CARD", "APPRART"})
_PRONOUNS_ONLY: Final = frozenset({"alles", "jemanden", "niemanden", "jemandem", "niemandem", "vieles"})
_CONJUNCTIONS: Final = frozenset({"aber", "sondern", "doch", "jedoch", "und", "oder", "denn", "sowie"})
_INDEFINITE: Final = frozenset({"etwas", "nichts", "viel", "wenig", "alles", "nix"})
_FIXED_PAIRS: Final = frozenset(
    {"hin und her", "so oder so", "nach und nach", "mehr oder weniger", "ab und zu", "nach wie vor", "über und über"}
)
_AUXILIARY: Final = frozenset({"VAFIN", "VMFIN"})
_PARTICIPLE: Final = re.compile(
    r"^(\w{2,}?)?ge\w{2,}(t|en)$|^\w+iert$|^(be|er|ver|zer|ent|miss|über|unter)\w{2,}(t|en)$"
)


def retag_sentence(tokens: Sequence[Token], tags: list[str], first: int, last: int) -> None:
    """Put right single words: capitalised names taken for verbs, "zu" before an infinitive, "sie" and the like."""
    for index in range(first, last):
        tag, text = tags[index], tokens[index].text
        low = text.lower()
        following = tags[index + 1] if index + 1 < last else ""
        if not tag.startswith("$") and not any(map(str.isalnum, text)) and text not in "%€$£§&":
            tags[index] = "$("
        if tag.startswith("VV") and text[0].isupper() and index > first and not tags[index - 1].startswith("$"):
            tags[index] = "NN" if tag == "VVINF" else "NE"
        elif tag in ("VVFIN", "VVINF") and following in ("NN", "ADJA") and _is_attributive(tags, low, index):
            tags[index] = "ADJA"
        elif tag == "PIS" and following in ("NN", "ADJA") and low.endswith(_INFLECTED) and low not in _PRONOUNS_ONLY:
            tags[index] = "PIAT"
        elif low in _CONJUNCTIONS and index > first and tags[index - 1] == "$,":
            tags[index] = "KON"
        elif (
            low in _INDEFINITE
            and tag in ("PIAT", "ADV", "PIS")
            and _has_neuter_adjective(tokens, tags, index + 1, last)
        ):
            tags[index] = "PIS"
        elif low == "noch" and any(tokens[place].text.lower() == "weder" for place in range(first, index)):
            tags[index] = "KON"
        elif low in ("und", "oder", "wie") and first < index < last - 1:
            pair = f"{tokens[index - 1].text.lower()} {low} {tokens[index + 1].text.lower()}"
            if pair in _FIXED_PAIRS:
                tags[index - 1] = tags[index] = tags[index + 1] = "ADV"
        elif text in ("%", "Prozent") or (low == "paar" and tag in ("PIS", "PIAT", "ADJA", "ADV")):
            tags[index] = "NN"
        elif low in ("ein", "kein") and index + 1 < last and tokens[index + 1].text in ("wenig", "bisschen", "bißchen"):
            if index + 2 >= last or tags[index + 2] not in ("NN", "ADJA"):
                tags[index] = tags[index + 1] = "ADV"
        elif low in ("über", "unter", "rund") and tag == "APPR" and following == "CARD":
            tags[index] = "ADV"
        elif text == "zu" and following in ("VVINF", "VAINF", "VMINF"):
            tags[index] = "PTKZU"
    _find_preterite(tokens, tags, first, last)


def _has_neuter_adjective(tokens: Sequence[Token], tags: Sequence[str], place: int, last: int) -> bool:
    """Tell whether a nominalised adjective follows (etwas besonders Gutes)."""
    while place < last - 1 and tags[place] in ("ADV", "ADJD"):
        place += 1
    text = tokens[place].text if place < last else ""
    return text.endswith("es") and tags[place] in ("NN", "ADJA") and text[:1].isupper()


def _find_preterite(tokens: Sequence[Token], tags: list[str], first: int, last: int) -> None:
    """Where a sentence has no verb at all, take "verhängte" between two noun phrases for its verb."""
    if any(tags[index].startswith("V") for index in range(first, last)):
        return
    for index in range(first + 1, last - 1):
        weak = tags[index] == "ADJA" and tokens[index].text.endswith(("te", "ten"))
        if weak and tags[index - 1] in ("NN", "NE", "PPER", "ADV"):
            tags[index] = "VVFIN"
            return


def _is_attributive(tags: Sequence[str], low: str, index: int) -> bool:
    """Tell whether a word before a noun is an adjective the tagger does not know."""
    return low.endswith(_PRESENT_PARTICIPLE) or (low.endswith(_INFLECTED) and tags[index - 1] in _OPEN_PHRASE)


def retag_run(tokens: Sequence[Token], tags: list[str], first: int, last: int, *, verb_last: bool) -> None:
    """Put right the verbs of the run; `verb_last` tells that a subordinator or relative pronoun opens it."""
    _particle(tokens, tags, first, last)
    _predicative(tokens, tags, first, last)
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


def _predicative(tokens: Sequence[Token], tags: list[str], first: int, last: int) -> None:
    """Read a participle that with "sein" says a state (ist angewiesen) as an adjective."""
    helpers = {tokens[index].lemma for index in range(first, last) if tags[index].startswith("VA")}
    if helpers == {"sein"}:
        for index in range(first, last):
            if tags[index] == "VVPP" and tokens[index].text in word_list("adjectival_participles.txt"):
                tags[index] = "ADJD"


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
    finite = next((index for index in range(last - 1, first - 1, -1) if tags[index] in FINITE), None)
    if finite is None:
        verbs = [index for index in range(first, last) if tags[index] in NONFINITE and tags[index] != "VVIZU"]
        if verbs and tags[verbs[-1] - 1] != "PTKZU" and _could_be_finite(tokens[verbs[-1]], tags[verbs[-1]]):
            finite = verbs[-1]
            tags[finite] = tags[finite][:2] + "FIN"
    if finite is not None and tags[last - 1] in ("VVPP", "VVINF") and "KON" in tags[finite + 1 : last - 1]:
        if tags[finite] == "VVFIN" and tags[last - 2] != "PTKZU" and _could_be_finite(tokens[last - 1], tags[last - 1]):
            tags[last - 1] = "VVFIN"
    if finite is not None and tags[finite] != "VMFIN" and tags[finite - 1] not in ("VVINF", "VMINF"):
        for index in range(first, finite):
            if tags[index] == "VVINF" and tags[index + 1] == "KON" and tags[index - 1] != "PTKZU":
                tags[index] = "VVFIN"


def looks_like_participle(word: str) -> bool:
    """Tell whether the word has the shape of a past participle."""
    return bool(_PARTICIPLE.match(word))


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
    return tag.endswith("INF") or not _GE_PARTICIPLE.match(text) or (text.startswith("ge") and text.endswith("t"))
