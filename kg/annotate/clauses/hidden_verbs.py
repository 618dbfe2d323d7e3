"""Verbs that the tagger takes for other words, or other words for them, found by what else stands in the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.annotate.agreement import adjective, case_mask, determiner, noun
from kg.annotate.clauses.tagged import FINITE, HEADS, PREPOSITIONS, YEAR, Tagged, places
from kg.annotate.clauses.verb_tags import looks_like_participle, may_be_present
from kg.annotate.words.tagger import readings
from kg.annotate.words.verb_forms import irregular_past

__all__ = ["find_hidden_verbs", "names_doer"]

_OPENING: Final = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "CARD"})
_OPENS_NOUN_PHRASE: Final = _OPENING | {"NN", "NE", "PPER", "PDS", "PIS"}
_OPENS_BARE_PHRASE: Final = _OPENING | {"PRF"}
_OPENS_ADVERBIAL: Final = PREPOSITIONS | {"ADV", "ADJD", "PAV"}
_BEFORE_VERB: Final = frozenset({"NN", "NE", "PPER", "ADV", "CARD"})
_ACCUSATIVE: Final = frozenset({"ein", "eine", "einen", "kein", "keine", "keinen"})
_CLOSING: Final = frozenset({"“", "”", "«", "»", "‘", "’", "‹", "›", '"'})
_MISTAKEN: Final = frozenset({"ADJA", "ADJD", "VVFIN", "VVPP"})
_SUBORDINATING: Final = frozenset({"KOUS", "KOUI", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT"})
_STRONG_PLURAL: Final = re.compile(r"^(be|er|ver|zer|ent|miss|über|unter|wider|hinter)(?!ge)\w{2,}en$")
"""Finite verbs in the plural that a participle is alike: sie erschossen, beschrieben, entlassen."""
_BY: Final = frozenset({"von", "vom", "durch"})
_LEFT: Final = frozenset({"fallen", "hängen", "liegen", "sitzen", "stecken", "stehen"})
_REACH: Final = 10  # tokens between an article and a participle with its arguments


def find_hidden_verbs(words: Tagged, first: int, last: int) -> None:
    """Put right the tags of verbs among the tokens `first:last`, a sentence, in place."""
    _find_bare_participles(words, first, last)
    _find_apposed_participles(words, first, last)
    _find_verb_behind_das(words, first, last)
    _find_modals(words, first, last)
    _find_infinitives(words, first, last)
    _find_participles(words, first, last)
    _find_verbs_in_ieren(words, first, last)
    _find_preterite(words, first, last)
    _find_hidden_preterite(words, first, last)
    _find_linked_preterite(words, first, last)
    _find_second_verb(words, first, last)
    _find_late_verb(words, first, last)
    _find_left_states(words, first, last)


def _find_left_states(words: Tagged, first: int, last: int) -> None:
    """Take for verbs what says how something was left: hat den Plan **fallen gelassen**."""
    for index in places(words.lows, "gelassen", first + 1, last):
        if words.lows[index - 1] in _LEFT:
            words.tags[index - 1], words.tags[index] = "VVINF", "VVPP"


def _find_bare_participles(words: Tagged, first: int, last: int) -> None:
    """Take for an attribute a participle between an article and a noun before the clause's verb: der gestürzte Graf."""
    tags = words.tags
    for verb in places(tags, "VVFIN", first + 1, last - 1):
        index = max(first, verb - 1 - (tags[verb - 1] == "CARD"))
        opened = tags[index] in ("ART", "PDS") and words.lows[index] in ("der", "die", "das")
        weak = words.lows[verb].startswith("ge") and words.lows[verb].endswith(("te", "ten"))
        if not (opened and weak and tags[verb + 1 : verb + 2] == ["NN"]):
            continue
        end = next((place for place in range(verb, last) if tags[place] == "$,"), last)
        if FINITE.intersection(tags[verb + 1 : end]):
            tags[index], tags[verb] = "ART", "ADJA"


def _find_apposed_participles(words: Tagged, first: int, last: int) -> None:
    """Take for a participle what closes a run without a subject behind who did it: der Bau, von Polen beantragt, …."""
    for comma in places(words.lows, ",", first, last - 3):
        if words.lows[comma + 1] not in _BY:
            continue
        end = next((place for place in range(comma + 2, last) if words.tags[place].startswith(("$", "V", "KO"))), last)
        closes = end + 1 < last and words.lows[end + 1] == "," and words.tags[end] == "VVFIN"
        if closes and looks_like_participle(words.lows[end]) and names_doer(words, comma + 2, end):
            words.tags[end] = "VVPP"


def names_doer(words: Tagged, first: int, last: int) -> bool:
    """Tell a noun phrase from a relative pronoun with the subject of its clause: von der | Polen profitiert."""
    if words.tags[last - 1] not in HEADS:
        return False
    if words.lows[first] not in ("der", "dem"):
        return True
    one = words.tags[last - 1] == "NN" and all(tag == "ADJA" for tag in words.tags[first + 1 : last - 1])
    return one and bool(determiner(words.lows[first]) & noun(words.tokens[last - 1]) & case_mask("d"))


def _find_verb_behind_das(words: Tagged, first: int, last: int) -> None:
    """Take for a verb what opens no noun phrase with the "das" before it: Das | kritisierte Kanzler Schulz."""
    tags = words.tags
    if tags[first : first + 3] != ["ART", "ADJA", "NN"] or words.lows[first] != "das":
        return
    weak = words.lows[first + 1].endswith("te")
    if weak and first + 2 < last and not determiner("das") & noun(words.tokens[first + 2]):
        tags[first], tags[first + 1] = "PDS", "VVFIN"


def _find_modals(words: Tagged, first: int, last: int) -> None:
    """Take for finite a modal verb whose participle and infinitive follow: 20 sollen verletzt worden sein."""
    for index in places(words.tags, "VMINF", first, last - 2):
        behind = tuple(tag[:2] + tag[-2:] for tag in words.tags[index + 1 : index + 4])
        if behind[0] == "VVPP" and behind[-1] in ("VANF", "VAPP"):
            words.tags[index] = "VMFIN"


def _find_infinitives(words: Tagged, first: int, last: int) -> None:
    """Take for an infinitive what closes a clause behind "zu" and is no word the tagger knows (zu ächten.)."""
    for index in places(words.lows, "zu", first, last - 2):
        low, closes = words.lows[index + 1], words.tags[index + 2].startswith(("$", "V", "KON"))
        if words.text(index) == "zu" and words.tags[index + 1] in _MISTAKEN and low.endswith("n") and closes:
            words.tags[index], words.tags[index + 1] = "PTKZU", "VVINF"


def _find_participles(words: Tagged, first: int, last: int) -> None:
    """Take for an adjective what looks finite between an article with a preposition and a noun.

    Die ins Spiel gebrachte Lösung; the sentence has another verb.
    """
    tags = words.tags
    for index in places(tags, "ART", first, last - 3):
        if tags[index + 1] not in ("APPR", "APPRART"):
            continue
        for place in range(index + 3, min(last - 1, index + _REACH)):
            weak = tags[place] == "VVFIN" and words.lows[place].endswith(("te", "ten", "ter", "tes", "tem"))
            if (
                weak
                and tags[place + 1] in ("NN", "CARD")
                and FINITE.intersection((*tags[first:index], *tags[place + 1 : last]))
            ):
                tags[index], tags[place] = "ART", "ADJA"
            if tags[place].startswith(("V", "$")):
                break


def _find_verbs_in_ieren(words: Tagged, first: int, last: int) -> None:
    """Take "kooperieren" for the verb it is: no adjective ends so."""
    for index in places(words.tags, "ADJD", first, last):
        if words.lows[index].endswith("ieren"):
            words.tags[index] = "VVINF" if FINITE.intersection(words.tags[first:last]) else "VVFIN"


def _find_preterite(words: Tagged, first: int, last: int) -> None:
    """Where a sentence has no verb at all, take "verhängte" between two noun phrases for its verb.

    Of two such words the first is an attribute where an article opens one: die von Polen unterstützten Rebellen
    eroberten die Stadt.
    """
    if any(tag.startswith("V") for tag in words.tags[first:last]):
        return
    weak = [i for i in range(first + 1, last - 1) if words.tags[i] == "ADJA" and words.lows[i].endswith(("te", "ten"))]
    found = [index for index in weak if _tag_before(words, index) in _BEFORE_VERB]
    attributed = len(found) > 1 and words.tags[first] == "ART" and words.tags[first + 1].startswith("APPR")
    for index in found[attributed : attributed + 1] or _bare_presents(words, first, last)[:1]:
        words.tags[index] = "VVFIN"


def _tag_before(words: Tagged, index: int) -> str:
    """Return the tag of what stands before a word, past what closes a quotation: der „Figaro“ | veröffentlichte."""
    return words.tags[index - 1 - (index > 1 and words.text(index - 1) in _CLOSING)]


def _bare_presents(words: Tagged, first: int, last: int) -> list[int]:
    """Return what stands like a finite verb between two noun phrases: das Paket umfasst 40 Gesetze."""
    tags = words.tags
    between = [
        i for i in range(first + 1, last - 1) if tags[i - 1] in ("NN", "NE") and tags[i + 1] in _OPENS_NOUN_PHRASE
    ]
    return [i for i in between if tags[i] in ("ADJD", "VVPP") and words.lows[i].endswith("t")]


def _find_hidden_preterite(words: Tagged, first: int, last: int) -> None:
    """Take "reisten" for the verb of a main clause that has no other: Im Juli reisten Minister nach Rom, wo ….

    A noun, adverb or year before it shows that it opens no noun phrase.
    """
    tags = words.tags
    if not any(_is_preterite(words, index) for index in places(tags, "ADJA", first, last)):
        return
    for begin, end in _segments(words, first, last):
        runs = _runs(words, begin, end)
        if any(FINITE.intersection(tags[a:b]) and not _is_subordinate(words, a) for a, b in runs):
            continue
        verb = next(
            (i for a, b in runs if not _is_subordinate(words, a) for i in range(a + 1, b) if _hidden(words, i, b)), None
        )
        if verb is not None:
            tags[verb] = "VVFIN"


def _segments(words: Tagged, first: int, last: int) -> list[tuple[int, int]]:
    ends = [index for index in range(first, last) if words.text(index) in ":;"]
    return list(zip([first, *(end + 1 for end in ends)], [*ends, last], strict=True))


def _runs(words: Tagged, first: int, last: int) -> list[tuple[int, int]]:
    ends = [index for index in range(first, last) if words.tags[index] == "$,"]
    return [(a, b) for a, b in zip([first, *(end + 1 for end in ends)], [*ends, last], strict=True) if a < b]


def _is_subordinate(words: Tagged, first: int) -> bool:
    opener = first + (words.tags[first] in ("APPR", "KON", "ADV"))
    return any(tag in _SUBORDINATING for tag in words.tags[first : opener + 1])


def _is_preterite(words: Tagged, index: int) -> bool:
    return words.tags[index] == "ADJA" and words.text(index)[0].islower() and words.lows[index].endswith(("te", "ten"))


def _hidden(words: Tagged, index: int, end: int) -> bool:
    """Tell whether a word taken for an adjective is a preterite that no noun phrase holds."""
    tags, low = words.tags, words.lows[index]
    if not _is_preterite(words, index):
        return False
    year = tags[index - 1] == "CARD" and YEAR.match(words.lows[index - 1])
    before = _tag_before(words, index)
    free = year or before in _BEFORE_VERB or before == "PAV"
    known = any(reading.tag == "VVFIN" for reading in readings(low))
    return bool(free) and known and index + 1 < end and tags[index + 1] in _OPENS_NOUN_PHRASE | PREPOSITIONS


def _find_linked_preterite(words: Tagged, first: int, last: int) -> None:
    """Take for a verb what no adjective before its noun can be: bat um Hilfe vom Bund | und erntete Spott.

    Nor is it one where an object follows that the verb before cannot have as well: lobte sie | und erteilte Kritikern
    eine Absage.
    """
    tags = words.tags
    for index in places(tags, "ADJA", first + 1, last - 1):
        linked = tags[index - 1] == "KON" and tags[index + 1] == "NN" and _is_preterite(words, index)
        if linked and (
            not adjective(words.lows[index], "") & noun(words.tokens[index + 1])
            or _has_second_object(words, index, last)
        ):
            known = any(reading.tag == "VVFIN" for reading in readings(words.lows[index]))
            tags[index] = "VVFIN" if known and FINITE.intersection(tags[first:index]) else "ADJA"


def _has_second_object(words: Tagged, index: int, last: int) -> bool:
    """Tell whether behind an adjective and its noun an accusative ends the clause that is no part of their phrase."""
    tags = words.tags
    end = next((place for place in range(index, last) if tags[place] in ("$,", "$.")), last)
    behind = (place for place in range(index + 2, end - 1) if words.lows[place] in _ACCUSATIVE)
    article = next((place for place in behind if tags[place - 1] in ("NN", "NE")), None)
    return article is not None and tags[end - 1] == "NN" and not tags[article + 1].startswith("V")


def _find_second_verb(words: Tagged, first: int, last: int) -> None:
    """Make finite what looks like a participle behind the noun phrase that opens a sentence.

    Die SPD kritisiert, …; Die Firma errichtet in Rom ein Werk; Rat verurteilt Angriff; Täter erschossen einen Mann.
    What is passive has nothing bare behind it: Mann verletzt. Behind another opening subject and object follow: In Rom
    errichtet die Firma ein Werk. A second verb may be coordinated: Der Rat verurteilt Angriffe | und fordert Hilfe.
    """
    tags = words.tags
    inverted = tags[first] in _OPENS_ADVERBIAL
    if not inverted and tags[first] not in _OPENS_NOUN_PHRASE:
        return
    end = next((index for index in range(first, last) if tags[index] in ("$,", "$.")), last)
    verb = next(iter(places(tags, "VVPP", first + 1, end)), None)
    if verb is None:
        return
    end = next(iter(places(tags, "KON", verb, end)), end)
    if FINITE.intersection(tags[first:end]):
        return
    if inverted and (
        verb + 1 >= end or tags[verb + 1] not in _OPENS_NOUN_PHRASE or not _has_bare_phrase(tags, verb + 2, end)
    ):
        return
    closes = verb == end - 1 and (tags[end : end + 1] == ["$,"] or _goes_on(tags, end))
    bare = _has_bare_phrase(tags, verb + 1, end)
    active = closes or tags[verb + 1 : verb + 2] in (["NN"], ["NE"]) or bare
    if (may_be_present(words.lows[verb]) and active) or (bare and _STRONG_PLURAL.match(words.lows[verb])):
        tags[verb] = "VVFIN"


def _goes_on(tags: Sequence[str], index: int) -> bool:
    """Tell a conjunction behind which a finite verb shares what stands before."""
    return tags[index : index + 1] == ["KON"] and index + 1 < len(tags) and tags[index + 1] in FINITE


def _find_late_verb(words: Tagged, first: int, last: int) -> None:
    """Where no finite verb stands outside subordinate clauses, take for one what may be one behind a comma.

    Der Fonds, ein neuer, umfasst 40 Euro; die Winzer, die in Gera wohnen, verloren ihre Ernte; wenn Rom zustimmt,
    unterzeichnet Oslo den Vertrag.
    """
    tags = words.tags
    if tags[first] not in _OPENS_NOUN_PHRASE and not _is_subordinate(words, first):
        return
    runs = _runs(words, first, last)
    if any(FINITE.intersection(tags[a:b]) and not _is_subordinate(words, a) for a, b in runs):
        return
    for begin, _ in runs[1:]:
        opens = tags[begin] == "VVPP" and _has_bare_phrase(tags, begin + 1, last)
        if opens and (may_be_present(words.lows[begin]) or irregular_past(words.lows[begin])):
            tags[begin] = "VVFIN"
            return


def _has_bare_phrase(tags: Sequence[str], first: int, last: int) -> bool:
    """Tell whether a noun phrase without preposition opens between the two."""
    opened = (index for index in range(first, last) if tags[index] in _OPENS_BARE_PHRASE)
    return any(index == first or tags[index - 1] in ("NN", "NE", "ADV", "ADJD", "PAV", "PTKNEG") for index in opened)
