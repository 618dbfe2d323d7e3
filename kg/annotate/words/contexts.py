"""Second look at tags: what a trigram cannot see because it hangs on a word further off in the clause.

Each rule reads one stretch between commas and stops and changes tags in place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kg.annotate.articles import INDEFINITE_ARTICLES
from kg.annotate.lexicon import word_list
from kg.annotate.noun_classes import noun_class, tails
from kg.annotate.words.tag_sets import CLAUSE_MARKS, FINITE_TAGS
from kg.annotate.words.tagger import Reading, is_noun, readings
from kg.annotate.words.verb_contexts import DER, WEAK, find_only_verb, retag_as, settle_verbs

__all__ = ["settle"]

_INSIDE_NOUN_PHRASE: Final = frozenset({"NN", "NE", "ADJA", "CARD", "TRUNC", "FM", "XY", "PIAT", "PIS", "PPOSAT"})
# What may stand between article and attributive adjective (die in Berlin geführten, die sehr guten)
_BEFORE_ADJECTIVE: Final = frozenset({"ADV", "ADJD", "APPR", "APPRART", "PTKA", "PAV", "PRF", "VVPP", "ART"})
_ACCUSATIVE: Final = frozenset({"ihn", "sie", "es"})  # a participle would rather have a dative: diese ihm gegebene Zeit
_OPENERS: Final = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "APPRART", "ADJA", "CARD", "PDS"})
_APPROXIMATE: Final = frozenset({"über", "unter", "um", "gegen"})
_NO_NOUN: Final = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVINF", "VVPP", "PTKVZ", "PPER", "PRF", "KOUS", "APPR", "$."})
_INFLECTED: Final = (
    "e",
    "en",
    "es",
    "em",
    ".",
)  # the stop is that of an ordinal; -er is left out: it also ends bare adjectives (lecker)
_LONGEST_STRETCH: Final = 200  # tokens; text without commas and stops is cut there, which keeps time linear
_WEDER_REACH: Final = 40  # tokens between "weder" and its "noch"
_FRAME_REACH: Final = 4  # tokens of a short phrase such as "vom ersten Tag" before its "an"
_PHRASE_OPENERS: Final = (["ART"], ["NN"], ["NE"], ["ADJA"], ["PPOSAT"], ["PDAT"], ["PIAT"], ["CARD"])
_TOO: Final = (["viel"], ["wenig"], ["viele"], ["wenige"], ["vielen"], ["wenigen"])
_BEFORE_TOO: Final = frozenset({"vor", "mit", "über", "von", "gegen", "unter", "bei", "für", "wegen", "durch"})
_DEGREES: Final = frozenset({"wenig", "viel", "etwas"})
_SET_PHRASES: Final = frozenset({("nach", "wie", "vor"), ("nach", "und", "nach")})
_SET_LINKS: Final = frozenset(link for _, link, _ in _SET_PHRASES)
_BEHIND_PRONOUN: Final[tuple[list[str], ...]] = (
    [],
    ["ART"],
    ["PPOSAT"],
    ["PDAT"],
    ["VVFIN"],
    ["VAFIN"],
    ["VMFIN"],
    ["$,"],
    ["$."],
    ["KON"],
)
_GERUNDIVE: Final = re.compile(r"end(e[nrms]?)$")  # die zu zahlende Summe
_NO_VERB: Final = (["ADJA"], ["CARD"])
_CONJUNCTIONS: Final = frozenset({"aber", "sondern", "doch", "jedoch"})
_WHOLE: Final = frozenset({"ganz", "halb"})  # not inflected before a place: in ganz Dänemark
_NAMED_ANSWERS: Final = frozenset({"Ja", "Nein"})  # with a capital inside a sentence: das Ja des Parlaments
_AGED: Final = re.compile(r"\d+-Jährige[rnms]?$")  # der 52-Jährige, but the 52-jährige Mann
_NEGATED: Final = re.compile(r"un(?!ter)\w+[tn]$")  # no verb begins so, only what is not (yet) done
_REFLEXIVE: Final = {"mich": "ich", "mir": "ich", "dich": "du", "dir": "du", "uns": "wir", "euch": "ihr"}


def settle(words: Sequence[str], found: Sequence[Reading]) -> list[str]:
    """Return the tags of one sentence after a second look; `found` are the readings of its words by the tagger."""
    tags = [reading.tag for reading in found]
    small = [word.lower() for word in words]
    for index, tag in enumerate(tags):
        answer = tag == "PTKANT" and index and words[index] in _NAMED_ANSWERS
        women = tag == "ADV" and words[index][0].isupper() and small[index].endswith("innen")
        if answer or women or (tag == "ADJA" and _AGED.match(words[index])) or _is_body_of(words, tags, index):
            tags[index] = "NN"
        elif index and _is_name_behind(words, tags, index):
            tags[index] = "NE"  # Verkehrsminister | Schnieder
        elif tag in ("NE", "FM", "ADJA") and _introduces(words, tags, index):
            tags[index] = "NN"
        elif tag == "VVPP" and _NEGATED.match(small[index]):
            tags[index] = "ADJD"  # ist | ungerecht, unausgereift
        elif small[index] == "bin" and tags[max(index - 1, 0)] == "NE" and tags[index + 1 : index + 2] == ["NE"]:
            tags[index] = "NE"  # Mohammed | bin Salman
    for first, last in _stretches(tags):
        _particles(small, tags, first, last)
        _conjunctions(small, tags, first, last)
        _pronouns(small, tags, first, last)
        _attributes(words, tags, first, last)
        settle_verbs(words, tags, first, last)
        _demonstratives(small, tags, first, last)
        _frames(small, tags, first, last)
    if not FINITE_TAGS.intersection(tags):
        find_only_verb(words, tags)
    return tags


def _is_body_of(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """Tell a common noun for a body between names from a name: Italiens | Gewerkschaftsbund CGIL."""
    owned = index > 0 and tags[index - 1] == "NE" and words[index - 1].endswith("s")
    return owned and tags[index] == "NE" and noun_class(words[index]) == "Organisation"


def _is_name_behind(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """Tell the name behind a word for a person from an adverb and from a noun: Parteichefin | Esken."""
    if tags[index] not in ("ADV", "NN") or not words[index][0].isupper() or noun_class(words[index - 1]) != "Person":
        return False
    return tags[index] == "ADV" or (tags[index - 1] == "NN" and not any(map(is_noun, tails(words[index]))))


def _introduces(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """Tell a common noun between article and name from a part of the name: der | Vulkan Lewotobi, das Start-up Helsing.

    What ends in -er may be the adjective of a town: die Berliner Charité.
    """
    behind_article = index > 0 and tags[index - 1] == "ART" and words[index][0].isupper()
    before_name = tags[index + 1 : index + 2] in (["NE"], ["FM"])
    return behind_article and before_name and noun_class(words[index]) is not None and not _is_of_place(words[index])


def _stretches(tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    first = 0
    for index, tag in enumerate(tags):
        if tag in CLAUSE_MARKS or index - first == _LONGEST_STRETCH:
            if index > first:
                yield first, index
            first = index + 1 if tag in CLAUSE_MARKS else index
    if first < len(tags):
        yield first, len(tags)


def _particles(small: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Tag "als Präsident" as comparison, "seit über 20 Jahren" as adverb, adverbs on the sentence, parted particles."""
    for index in range(first, last):
        word, tag = small[index], tags[index]
        if word in ("als", "wie"):
            if "sowohl" in small[first:index]:
                tags[index] = "KON"
            elif tag == "APPR":
                tags[index] = "KOKOM"
        elif tag == "ADJD" and (
            word in word_list("sentence_adverbs.txt") or (word in _WHOLE and tags[index + 1 : index + 2] == ["NE"])
        ):
            tags[index] = "ADV"
        elif word == "zu" and tag == "APPR" and small[index + 1 : index + 2] in _TOO:
            tags[index] = "PTKA"  # vor | zu viel Optimismus
            tags[index - 1] = "APPR" if small[index - 1] in _BEFORE_TOO else tags[index - 1]
        elif tag == "PTKZU" and tags[index + 1 : index + 2] in _NO_VERB and not _GERUNDIVE.search(small[index + 1]):
            tags[index] = "APPR"  # der | zu lebenslanger Haft verurteilte Mann
        elif word in _DEGREES and tag.startswith("PI") and tags[index + 1 : index + 2] == ["ADJD"]:
            tags[index] = "ADV"  # wenig | begeistert von der Idee
        elif word == "bis" and (tag in ("KON", "ADV") or (tag == "KOUS" and _opens_infinitive(tags, index, last))):
            tags[index] = "APPR"
        elif word == "infrage" or (tag == "APPR" and index == last - 1 and _ends_verb(small, tags, first, index)):
            tags[index] = "PTKVZ"  # infrage: younger than the treebank behind the tagger
        elif tag == "APPR" and word in _APPROXIMATE and tags[index + 1 : index + 2] == ["CARD"]:
            tags[index] = "ADV" if index > first and tags[index - 1] in ("APPR", "APPRART") else tag


def _opens_infinitive(tags: Sequence[str], index: int, last: int) -> bool:
    """Tell whether no verb for a conjunction follows: plant, | bis 2030 alle Busse zu ersetzen."""
    return tags[index + 1 : index + 2] in (["CARD"], ["APPRART"]) and not FINITE_TAGS.intersection(tags[index:last])


def _ends_verb(small: Sequence[str], tags: Sequence[str], first: int, index: int) -> bool:
    """Tell the particle of a verb from a preposition, which needs something behind it: teilte gestern mit, …."""
    postposed = small[index] == "nach" and small[index - 1].capitalize() in word_list("opinion_nouns.txt")
    return "VVFIN" in tags[first:index] and small[index] in word_list("verb_particles.txt") and not postposed


def _conjunctions(small: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Tag "aber" and the like at the head of a clause as conjunction, unless the verb follows at once (doch kam er)."""
    if small[first] in _CONJUNCTIONS and tags[first] == "ADV":
        verb_follows = first + 1 < last and tags[first + 1] in FINITE_TAGS
        if not verb_follows or small[first] == "aber":
            tags[first] = "KON"


def _pronouns(small: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Tell reflexive pronouns (the subject is the same person) from personal ones, "einer der …" from articles."""
    for index in range(first, last):
        if tags[index] in ("PPER", "PRF") and small[index] in _REFLEXIVE:
            tags[index] = "PRF" if _REFLEXIVE[small[index]] in small[first:last] else "PPER"
        elif tags[index] == "ART" and small[index] in INDEFINITE_ARTICLES:
            tags[index] = "PIS" if tags[index + 1 : index + 2] in _BEHIND_PRONOUN else "ART"
        elif tags[index] == "PDAT" and small[index] == "dieser" and tags[index + 1 : index + 2] == ["NE"]:
            behind_verb = index > first and tags[index - 1] in FINITE_TAGS  # verklagte dieser | Malta
            tags[index] = "PDS" if behind_verb else "PDAT"
        elif tags[index] == "PDAT" and index + 1 < last and small[index + 1] in _ACCUSATIVE:
            tags[index] = "PDS"  # seit dieses | ihn suchen lässt
        elif tags[index] == "PTKVZ" and small[index] == "da" and index + 1 < last and tags[index + 1] != "KON":
            tags[index] = "ADV"
        elif tags[index] == "ADV" and small[index] == "noch" and "weder" in small[max(0, index - _WEDER_REACH) : index]:
            tags[index] = "KON"


def _attributes(words: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Read a verb between determiner and noun as adjective (die ausgeprägte Furcht)."""
    for index in range(first, last):
        following = tags[index + 1] if index + 1 < len(tags) else "$."
        if tags[index] in ("NN", "NE") and following in ("NN", "NE") and _is_of_place(words[index]):
            if following == "NE" and noun_class(words[index + 1]) != "Person":
                continue
            tags[index], tags[index + 1] = "ADJA", "NN"
        elif following in ("NN", "NE") and _opens_name(words, tags, index, first):
            tags[index], tags[index + 1] = "ADJA", "NN"
        elif tags[index] == "PIAT" and following in _NO_NOUN:
            tags[index] = "PIS"
        elif tags[index] == "ADJA" and _is_person(words, tags, index, first):
            tags[index] = "NN"  # Bewaffnete stürmten das Haus
        elif tags[index] == "ADJA" and following in _NO_NOUN and not words[index].endswith(_INFLECTED):
            retag_as(words, tags, index, "ADJD")
        elif index > first and tags[index - 1] in _OPENERS and tags[index] == "ADJD" and words[index].endswith("er"):
            if following in ("ADJA", "NN"):
                retag_as(words, tags, index, "ADJA")
        elif (
            following in ("NN", "ADJA")
            and tags[index] in FINITE_TAGS
            and index > first
            and (tags[index - 1] in _OPENERS or _is_done_by(words, tags, index))
        ):
            retag_as(words, tags, index, "ADJA")


def _is_done_by(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """Tell the participle of an attribute behind who does it: eine | von Ghana unterstützte | Miliz."""
    named = index > 2 and tags[index - 1] == "NE" and tags[index - 2] == "APPR" and tags[index - 3] == "ART"
    return named and words[index - 2] == "von" and words[index].endswith(("te", "ten", "ter", "tes", "tem"))


def _is_person(words: Sequence[str], tags: Sequence[str], index: int, first: int) -> bool:
    """Tell a noun made from an adjective for people from the adjective: Bewaffnete | ermordeten den Grafen.

    Before a noun it may be an adjective that opens the sentence; what looks like a second one is then the verb.
    """
    following, behind = (*tags[index + 1 : index + 3], "$.", "$.")[:2]
    if not words[index][0].isupper() or noun_class(words[index]) != "Person":
        return False
    if following == "ADJA" and words[index + 1].endswith(WEAK):
        return behind not in ("NN", "NE", "ADJA", "CARD", "$,", "KON")
    return following in FINITE_TAGS if index == first else following not in _INSIDE_NOUN_PHRASE | {"$(", "KON"}


def _opens_name(words: Sequence[str], tags: Sequence[str], index: int, first: int) -> bool:
    """Tell a capital adjective from a noun: die regierende | Demokratische Allianz, die | Vorsitzende Richterin."""
    word, behind = words[index], words[index + 1]
    if word.startswith("Vorsitzende") and behind.startswith("Richter"):
        return True
    adjective = tags[index] == "NN" and any(reading.tag == "ADJA" for reading in readings(word))
    noun = is_noun(behind) or noun_class(behind) is not None
    return index > first and tags[index - 1] == "ADJA" and adjective and noun


def _is_of_place(word: str) -> bool:
    """Tell an adjective made from a place's name (Berliner, Moskauer) from a noun for people or times (November)."""
    placed = word.endswith("er") and word[0].isupper() and readings(word[:-2])[0].tag == "NE"
    return placed and noun_class(word) != "Person" and word not in word_list("time_nouns.txt")


def _demonstratives(small: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Tell article, relative and demonstrative "der, die, das" apart by what follows and where the verb stands."""
    after_comma = first > 0 and tags[first - 1] == "$,"
    verb_last = tags[last - 1] in FINITE_TAGS
    infinitive = tags[last - 1] in ("VVINF", "VVIZU") and FINITE_TAGS.isdisjoint(tags[first:last])
    for index in range(first, last):
        if tags[index] not in ("ART", "PDS", "PRELS") or small[index] not in DER:
            continue
        following = next((tag for tag in tags[index + 1 : last] if tag != "$("), "")
        if following == "KOKOM" and _is_attribute(tags, index + 2, last):
            tags[index] = "ART"
            continue
        opens = index == first or (index == first + 1 and tags[first] == "APPR")
        relative = after_comma and opens
        if following in _INSIDE_NOUN_PHRASE:
            main_clause = not verb_last and not FINITE_TAGS.isdisjoint(tags[index:last])
            if (main_clause or infinitive or not relative) and (tags[index] == "PRELS" or following in ("NN", "ADJA")):
                tags[index] = "ART"
        elif relative and verb_last and not (following in FINITE_TAGS and index + 2 < last):
            tags[index] = "PRELS"
        elif (tags[index] == "ART" and following not in _BEFORE_ADJECTIVE) or (
            tags[index] == "PRELS" and not after_comma
        ):
            tags[index] = "PDS"


def _is_attribute(tags: Sequence[str], first: int, last: int) -> bool:
    """Tell whether what is compared from `first` on leads to an adjective before a noun: als Hardliner bekannte X."""
    index = first
    while index < last and tags[index] in ("ADJA", "ADJD", "NN", "NE", "ADV", "APPR", "ART", "VVPP"):
        index += 1
    compared = tags[first:index]
    return any(
        place and pair[0] == "ADJA" and pair[1] in ("NN", "NE", "ADJA") and compared[place - 1] in ("NN", "NE", "ADJD")
        for place, pair in enumerate(pairwise(compared))
    )


def _frames(small: Sequence[str], tags: list[str], first: int, last: int) -> None:
    """Tag the second part of "von … aus" and the set phrases "nach wie vor", "nach und nach"."""
    for index in range(first + 1, last):
        if small[index] in ("aus", "an", "her") and tags[index] in ("APPR", "PTKVZ"):
            opened = {"von", "vom"}.intersection(small[max(first, index - _FRAME_REACH) : index])
            dated = index - first > 1 and small[index - 2] in ("von", "vom") and _is_time(small[index - 1])
            if opened and (dated or tags[index + 1 : index + 2] not in _PHRASE_OPENERS):
                tags[index] = "APZR"
        elif small[index] in _SET_LINKS and tuple(small[index - 1 : index + 2]) in _SET_PHRASES:
            tags[index - 1] = tags[index + 1] = "ADV"


def _is_time(small: str) -> bool:
    """Tell a word for a day, month or year, which "von … an" counts from: erhebt von Juli an Zölle."""
    return small.isdigit() or small.capitalize() in word_list("time_nouns.txt")
