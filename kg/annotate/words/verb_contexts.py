"""Second look at the tags of verbs: which is finite, a participle or an infinitive, by the others of its clause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kg.annotate.articles import DEFINITE_ARTICLES, INDEFINITE_ARTICLES
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.annotate.words.tagger import readings

__all__ = ["DER", "WEAK", "find_only_verb", "retag_as", "settle_verbs"]

_VERB_LAST: Final = frozenset({"KOUS", "PRELS", "PRELAT"})
_VERB_LAST_AFTER_COMMA: Final = _VERB_LAST | {"PWS", "PWAV", "PWAT"}  # elsewhere they open a question
DER: Final = DEFINITE_ARTICLES - {"des"}
WEAK: Final = ("te", "ten")  # the participle of a weak verb before a noun, and its past tense
_NOUN_AHEAD: Final = (["NN"], ["NE"], ["ADJA"])
_ARTICLE_AHEAD: Final = (["ART"], ["PPOSAT"], ["PDAT"], ["PIAT"])
_ATTRIBUTE_REACH: Final = 12  # tokens between article and participle; longer ones are rare
_OPENS_ATTRIBUTE: Final = frozenset({"APPR", "APPRART", "ADV", "CARD"})


def settle_verbs(words: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Give a clause that puts its verb last a finite verb, and one that has its finite verb no second one."""
    verbs = [index for index in range(first, last) if tags[index][0] == "V"]
    if not verbs:
        return
    for index in verbs:
        following = next((tag for tag in tags[index + 1 : last] if tag != "$("), "")
        if tags[index] in FINITE_TAGS and following in ("VAINF", "VVPP", "VAFIN", "VMFIN"):
            retag_as(words, tags, index, "PP" if following == "VAINF" else "INF")
    finite = [index for index in verbs if tags[index] in FINITE_TAGS]
    openers = _VERB_LAST_AFTER_COMMA if first and tags[first - 1] == "$," else _VERB_LAST
    opener = next((index for index in range(first, min(first + 3, last)) if tags[index] in openers), None)
    end = verbs[-1]
    if end > first and tags[end - 1] == "PTKZU":
        tags[end] = tags[end][:2] + "INF"
    elif opener is not None and not finite:
        retag_as(words, tags, end, "FIN")
    elif opener is None:
        _second_verbs(words, tags, finite)


def _second_verbs(words: Sequence[str], tags: list[str], finite: Sequence[int]) -> None:
    """Make the verb that follows an auxiliary or modal in its stretch a participle or infinitive."""
    for auxiliary, verb in pairwise(finite):
        linked = any(tags[i] == "KON" and words[i].lower() != "weder" for i in range(auxiliary, verb))
        if linked:
            continue
        attribute = next((index for index in (auxiliary, verb) if _is_in_attribute(words, tags, index)), None)
        if attribute is not None:
            retag_as(words, tags, attribute, "ADJA")
        elif tags[auxiliary] == "VMFIN":
            retag_as(words, tags, verb, "INF")
        elif tags[auxiliary] == "VAFIN":
            retag_as(words, tags, verb, "PP")


def _is_in_attribute(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """Tell a participle from the past tense, between its noun and an article with no noun of its own behind it.

    Der zu drei Jahren Haft | verurteilte Händler ist frei.
    """
    if tags[index] != "VVFIN" or not words[index].endswith(WEAK) or tags[index + 1 : index + 2] not in _NOUN_AHEAD:
        return False
    for place in range(index - 2, max(index - _ATTRIBUTE_REACH, -1), -1):
        if tags[place] in FINITE_TAGS or tags[place].startswith("$"):
            return False
        if words[place].lower() in DER | INDEFINITE_ARTICLES and tags[place + 1] in _OPENS_ATTRIBUTE:
            return True
    return False


def find_only_verb(words: Sequence[str], tags: list[str]) -> None:
    """Take the first infinitive inside a sentence without a finite verb for one (Die Länder kooperieren mit …).

    So is a participle that could be one with its object behind it: Die Stadt | beauftragt die Firma.
    """
    end = len(tags) if tags[-1] == "$." else len(tags) - 2
    for index in range(1, end):
        if tags[index] in ("VVINF", "VAINF", "VMINF") and tags[index - 1] not in ("PTKZU", "KON"):
            retag_as(words, tags, index, "FIN")
            return
        if tags[index] == "VVPP" and _may_be_finite(words, tags, index):
            tags[index] = "VVFIN"
            return
        if tags[index] == "ADJD" and words[index].endswith("ieren"):  # an ending that only verbs have
            tags[index] = "VVFIN"
            return


def _may_be_finite(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """Tell a participle between noun and article that may be a present, too: beauftragt, but not gesagt, angeklagt."""
    between = tags[index - 1] in ("NN", "NE") and tags[index + 1 : index + 2] in _ARTICLE_AHEAD
    small = words[index].lower()
    return between and any(
        reading.tag == "VVFIN" or (reading.tag == "VVPP" and reading.lemma.removesuffix("en") + "t" == small)
        for reading in readings(words[index])
    )


def retag_as(words: Sequence[str], tags: list[str], index: int, form: str) -> None:
    """Change a word's tag to another form where the word allows it; a plural present is also the infinitive."""
    offered = readings(words[index])
    wanted = form if form in ("ADJA", "ADJD") else tags[index][:2] + form
    small = words[index].lower()
    base = form in ("INF", "FIN", "ADJD") and any(
        reading.lemma == small for reading in offered if reading.tag[0] in "VA"
    )
    if base or any(reading.tag == wanted for reading in offered):
        tags[index] = wanted
