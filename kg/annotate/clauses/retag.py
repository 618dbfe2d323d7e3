"""Tags of single words put right where their neighbours show the tagger wrong."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kg.annotate.clauses.hidden_verbs import find_hidden_verbs
from kg.annotate.clauses.tagged import FINITE, Tagged
from kg.annotate.lexicon import word_list
from kg.annotate.noun_classes import noun_class, tails

__all__ = ["retag_sentence"]

_WEAK_INFINITIVES: Final = ("ieren", "igen", "eln", "ern")
_INFLECTED: Final = ("e", "en", "er", "es", "em")
_PRESENT_PARTICIPLE: Final = ("ende", "enden", "ender", "endes", "endem")
# Buddhistische Mönche: no noun ends so that another noun could follow.
_ADJECTIVAL: Final = tuple(stem + ending for stem in ("isch", "lich", "ig") for ending in _INFLECTED)
_OPEN_PHRASE: Final = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "CARD", "APPRART"})
_PRONOUNS_ONLY: Final = frozenset({"alles", "jemanden", "niemanden", "jemandem", "niemandem", "vieles"})
_CONJUNCTIONS: Final = frozenset({"aber", "sondern", "doch", "jedoch", "und", "oder", "denn", "sowie"})
_SUBORDINATORS: Final = frozenset({"sodass", "sofern", "obgleich", "wenngleich", "wohingegen", "wiewohl", "sobald"})
_INDEFINITE: Final = frozenset({"etwas", "nichts", "viel", "wenig", "alles"})
_AMOUNT_WORDS: Final = _INDEFINITE | {"paar", "mehr", "weniger", "ein"}
_AMOUNT_TAGS: Final = frozenset({"PIS", "PIAT", "ADJA", "ADV"})
_ZU: Final = frozenset({"PTKZU", "VVIZU"})
_BEFORE_ARTICLES: Final = frozenset({"solch", "manch", "welch"})  # solch | ein Vertrag
_SYMBOLS: Final = "%€$£§&"
_FIXED_PAIRS: Final = frozenset(
    {"hin und her", "so oder so", "nach und nach", "mehr oder weniger", "ab und zu", "nach wie vor", "über und über"}
)

_FIXED_ADVERBIALS: Final = frozenset(
    {
        ("auf", "weiteres"),
        ("seit", "langem"),
        ("seit", "längerem"),
        ("seit", "kurzem"),
        ("seit", "neuestem"),
        ("unter", "anderem"),
        ("unter", "anderen"),
        ("vor", "allem"),
        ("vor", "kurzem"),
    }
)
# Tags that only these words make doubtful, inside a sentence.
_SETTLED: Final = frozenset({"NN", "NE", "ART", "ADJA", "ADJD", "ADV", "CARD", "VAFIN", "VMFIN", "PPOSAT", "PPER"})
_DOUBTFUL: Final = frozenset(
    _AMOUNT_WORDS
    | _CONJUNCTIONS
    | _SUBORDINATORS
    | {"prozent", "noch", "gegen", "zu", "wie", "bis", "einigen"}
    | {first for first, _ in _FIXED_ADVERBIALS}
)


def retag_sentence(words: Tagged, first: int, last: int) -> None:
    """Put right the tags of the tokens `first:last`, a sentence, in place."""
    tags, lows = words.tags, words.lows
    own = zip(words.tokens[first + 1 : last], tags[first + 1 : last], strict=True)
    unsettled = [index for index, (token, tag) in enumerate(own, first + 1) if not _is_settled(token.text, tag)]
    for index in (first, *unsettled):
        low, following = lows[index], index + 1 < last
        tags[index] = _retagged(words, index, first, tags[index + 1] if following else "")
        if low in _AMOUNT_WORDS:
            _retag_amounts(words, index, last)
        if low in ("und", "oder", "wie") and first < index < last - 1:
            _retag_pair(words, index)
        if low == "bis" and following and lows[index + 1] == "zu" and tags[index + 2 : index + 3] == ["CARD"]:
            tags[index] = tags[index + 1] = "ADV"
        if following and (low, lows[index + 1]) in _FIXED_ADVERBIALS:
            tags[index] = tags[index + 1] = "PAV"  # never part of a phrase: seit Langem | schärfere Regeln
    find_hidden_verbs(words, first, last)


@lru_cache(maxsize=50_000)  # the words of an archive
def _is_settled(text: str, tag: str) -> bool:
    """Tell whether the tag of a word inside a sentence stands whatever its neighbours are; most do."""
    if tag[0] == "$":
        return text != "%"
    return tag in _SETTLED and text.isalpha() and text.lower() not in _DOUBTFUL


def _retagged(words: Tagged, index: int, first: int, following: str) -> str:
    """Return the tag of one word, put right."""
    tag, text = words.tags[index], words.text(index)
    before = words.tags[index - 1] if index > first else "$."
    if tag.startswith("$") and text != "%":
        return tag
    if not text[0].isalnum() and not any(map(str.isalnum, text)) and text not in _SYMBOLS:
        return "$("
    if text in ("%", "Prozent"):
        return "NN"
    return (
        _as_verb(words, index, before, following)
        or _as_attribute(words, index, first, before, following)
        or _as_link(words, index, first, before, following)
        or _as_function_word(words, index, first, before, following)
        or tag
    )


def _as_verb(words: Tagged, index: int, before: str, following: str) -> str:
    """Return the tag of what was wrongly taken for a verb, or for the wrong form of one; "" where nothing is wrong."""
    tag, text, low = words.tags[index], words.text(index), words.lows[index]
    if tag.startswith("VV") and text[0].isupper() and not before.startswith("$"):
        return "NN" if tag == "VVINF" else "NE"
    if tag == "VVPP" and low.endswith(_WEAK_INFINITIVES):
        return "VVINF"  # their participles end in -t: wird die Wahl boykottieren, werde den Vertrag kündigen
    return "VVFIN" if low == "einigen" and following == "PRF" else ""  # Bund und Länder einigen sich


def _as_attribute(words: Tagged, index: int, first: int, before: str, following: str) -> str:
    """Return the tag of what stands before a noun as its attribute, else ""."""
    tag, low = words.tags[index], words.lows[index]
    if tag == "NN" and index == first and following == "NN" and low.endswith(_ADJECTIVAL):
        return "ADJA"
    if following == "ART" and low in _BEFORE_ARTICLES:
        return "ADV"
    if following not in ("NN", "ADJA"):
        return ""
    if tag in ("VVFIN", "VVINF") and _is_attributive(low, before):
        return "ADJA"
    if tag == "PIS" and low.endswith(_INFLECTED) and low not in _PRONOUNS_ONLY:
        return "PIAT"
    return "PDAT" if tag == "PDS" and low in ("dessen", "deren") else ""  # zu | dessen Nachfolger


def _as_link(words: Tagged, index: int, first: int, before: str, following: str) -> str:
    """Return the tag of a word that links words or clauses, else ""."""
    tag, low = words.tags[index], words.lows[index]
    if low in _CONJUNCTIONS and before == "$," and index > first:
        return "KON"
    if low in _SUBORDINATORS:
        return "KOUS"
    if low.endswith("gemäß") and tag.startswith("APP") and following in ("ART", "PPOSAT"):
        return "ADJD"  # übernimmt turnusgemäß den Vorsitz
    if low == "noch" and "weder" in words.lows[first:index]:
        return "KON"
    if before != "CARD" or following != "CARD":
        return ""
    # mit 484 gegen 70 Stimmen; von | 20 bis 30 Helfern unterstützt
    return "KON" if low in ("gegen", "zu") or (low == "bis" and _is_range(words, index)) else ""


def _as_function_word(words: Tagged, index: int, first: int, before: str, following: str) -> str:
    """Return the tag of a preposition, an article or "zu" that the tagger took for another of these, else ""."""
    tag, low = words.tags[index], words.lows[index]
    if low in ("über", "unter", "rund") and tag == "APPR" and following == "CARD":
        return tag if low == "über" and before == "NN" and _is_worth(words, first, index) else "ADV"
    if tag == "KOUI" and low in ("um", "ohne", "statt") and not _zu_follows(words, index):
        return "APPR"  # …, um einen Monat verschoben
    if tag == "APPR" and low in ("um", "ohne", "statt", "anstatt") and before.startswith("$"):
        return "KOUI" if _zu_closes(words, index) else tag
    if tag == "PRELS" and index + 1 < len(words.lows) and words.text(index + 1)[0].isdigit():
        return "ART"  # am Freitag, dem 3. Mai
    return "PTKZU" if words.text(index) == "zu" and following in ("VVINF", "VAINF", "VMINF") else ""


def _is_range(words: Tagged, bis: int) -> bool:
    """Tell a range of what is counted from a way: von 20 bis 30 Euro, von 1990 bis 2010, 8 bis 10 Uhr."""
    noun = bis + 2
    while words.tags[noun : noun + 1] == ["ADJA"]:
        noun += 1
    if words.tags[noun : noun + 1] != ["NN"] or {bis - 1, bis + 1} <= words.years:
        return False
    lemma = words.lemma(noun)
    people = noun_class(lemma) == "Person"
    return people or (words.lows[bis - 2] != "von" and lemma != "Uhr")


def _is_worth(words: Tagged, first: int, index: int) -> bool:
    """Tell a sum that is the amount of what stands before it: ein Kredit | über drei Milliarden Euro."""
    noun = words.lemma(index - 1)
    measured = any(words.lemma(place) in word_list("measure_verbs.txt") for place in range(first, index))
    return not measured and not word_list("amount_nouns.txt").isdisjoint(tails(noun))


def _zu_follows(words: Tagged, index: int) -> bool:
    """Tell whether an infinitive with "zu" follows in the sentence."""
    for tag in words.tags[index:]:
        if tag in _ZU or tag == "$.":
            return tag != "$."
    return False


def _zu_closes(words: Tagged, index: int) -> bool:
    """Tell whether an infinitive with "zu" is the only verb up to the next comma: Um Zeit zu gewinnen, ging er."""
    end = index + 1
    while end < len(words.tags) and not words.tags[end].startswith(("$,", "$.")):
        end += 1
    inside = words.tags[index:end]
    return not FINITE.intersection(inside) and not _ZU.isdisjoint(inside[-2:])


def _is_attributive(low: str, before: str) -> bool:
    """Tell whether a word before a noun is an adjective the tagger does not know."""
    return low.endswith(_PRESENT_PARTICIPLE) or (low.endswith(_INFLECTED) and before in _OPEN_PHRASE)


def _retag_amounts(words: Tagged, index: int, last: int) -> None:
    """Tell "etwas Neues" (pronoun), "ein wenig" (adverb) and "ein paar" (noun) from their look-alikes."""
    tag, low = words.tags[index], words.lows[index]
    if low == "paar" and tag in _AMOUNT_TAGS:
        words.tags[index] = "NN"
    elif low in _INDEFINITE and tag in _AMOUNT_TAGS and _has_neuter_adjective(words, index + 1, last):
        words.tags[index] = "PIS"
    elif (
        low in ("mehr", "weniger") and words.lows[index + 1 : index + 2] == ["als"] and _counts(words, index + 2, last)
    ):
        words.tags[index] = words.tags[index + 1] = "ADV"
    elif low == "ein" and index + 1 < last and words.lows[index + 1] in ("wenig", "bisschen", "bißchen"):
        counting = index + 2 < last and words.tags[index + 2] in ("NN", "ADJA")
        words.tags[index + 1] = words.tags[index + 1] if counting else "ADV"
        words.tags[index] = words.tags[index] if counting else "ADV"


def _counts(words: Tagged, place: int, last: int) -> bool:
    return place < last and (words.tags[place] == "CARD" or words.lows[place] in ("die", "eine", "ein"))


def _has_neuter_adjective(words: Tagged, place: int, last: int) -> bool:
    """Tell whether a nominalised adjective follows (etwas besonders Gutes)."""
    while place < last - 1 and words.tags[place] in ("ADV", "ADJD"):
        place += 1
    text = words.text(place) if place < last else ""
    return text.endswith("es") and text[:1].isupper() and words.tags[place] in ("NN", "ADJA")


def _retag_pair(words: Tagged, index: int) -> None:
    """Keep the conjunction of a fixed pair (hin und her) from coordinating clauses."""
    if " ".join(words.lows[index - 1 : index + 2]) in _FIXED_PAIRS:
        words.tags[index - 1 : index + 2] = ["ADV", "ADV", "ADV"]
