"""Tags of single words put right where their neighbours show the tagger wrong."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kg.annotate.clauses.tagged import FINITE, PREPOSITIONS, YEAR, Tagged, places
from kg.annotate.lexicon import word_list
from kg.annotate.noun_classes import tails
from kg.annotate.words.tagger import readings

__all__ = ["retag_sentence"]

_INFLECTED: Final = ("e", "en", "er", "es", "em")
_PRESENT_PARTICIPLE: Final = ("ende", "enden", "ender", "endes", "endem")
# Buddhistische Mönche: no noun ends so that another noun could follow.
_ADJECTIVAL: Final = tuple(stem + ending for stem in ("isch", "lich", "ig") for ending in _INFLECTED)
_OPEN_PHRASE: Final = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "CARD", "APPRART"})
_OPENS_NOUN_PHRASE: Final = (_OPEN_PHRASE - {"APPRART"}) | {"NN", "NE", "PPER", "PDS", "PIS"}
_OPENS_BARE_PHRASE: Final = (_OPEN_PHRASE - {"APPRART"}) | {"PRF"}
_OPENS_ADVERBIAL: Final = PREPOSITIONS | {"ADV", "ADJD", "PAV"}
_BEFORE_VERB: Final = frozenset({"NN", "NE", "PPER", "ADV", "CARD"})
_PRONOUNS_ONLY: Final = frozenset({"alles", "jemanden", "niemanden", "jemandem", "niemandem", "vieles"})
_CONJUNCTIONS: Final = frozenset({"aber", "sondern", "doch", "jedoch", "und", "oder", "denn", "sowie"})
_SUBORDINATORS: Final = frozenset({"sodass", "sofern", "obgleich", "wenngleich", "wohingegen", "wiewohl", "sobald"})
_INDEFINITE: Final = frozenset({"etwas", "nichts", "viel", "wenig", "alles"})
_AMOUNT_WORDS: Final = _INDEFINITE | {"paar", "mehr", "weniger", "ein"}
_AMOUNT_TAGS: Final = frozenset({"PIS", "PIAT", "ADJA", "ADV"})
_MISTAKEN: Final = frozenset({"ADJA", "ADJD", "VVFIN", "VVPP"})
_ZU: Final = frozenset({"PTKZU", "VVIZU"})
_SUBORDINATING: Final = frozenset({"KOUS", "KOUI", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT"})
_REACH: Final = 10  # tokens between an article and a participle with its arguments
_SYMBOLS: Final = "%€$£§&"
_FIXED_PAIRS: Final = frozenset(
    {"hin und her", "so oder so", "nach und nach", "mehr oder weniger", "ab und zu", "nach wie vor", "über und über"}
)

_FIXED_ADVERBIALS: Final = frozenset(
    {
        ("auf", "weiteres"),
        ("seit", "langem"),
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
            tags[index] = tags[index + 1] = "ADV"
    _find_bare_participles(words, first, last)
    _find_modals(words, first, last)
    _find_infinitives(words, first, last)
    _find_participles(words, first, last)
    _find_verbs_in_ieren(words, first, last)
    _find_preterite(words, first, last)
    _find_hidden_preterite(words, first, last)
    _find_second_verb(words, first, last)
    _find_late_verb(words, first, last)


def _find_late_verb(words: Tagged, first: int, last: int) -> None:
    """Where no verb is finite, take "umfasst" behind an insertion for it: Der Fonds, ein neuer, umfasst 40 Euro."""
    tags = words.tags
    if FINITE.intersection(tags[first:last]) or tags[first] not in _OPENS_NOUN_PHRASE:
        return
    behind = (index for index in places(tags, "VVPP", first + 1, last) if tags[index - 1] == "$,")
    present = (index for index in behind if words.lows[index].endswith("t") and "ge" not in words.lows[index])
    verb = next((index for index in present if _has_bare_phrase(tags, index + 1, last)), None)
    if verb is not None:
        tags[verb] = "VVFIN"


@lru_cache(maxsize=50_000)  # the words of an archive
def _is_settled(text: str, tag: str) -> bool:
    """Tell whether the tag of a word inside a sentence stands whatever its neighbours are; most do."""
    if tag[0] == "$":
        return text != "%"
    return tag in _SETTLED and text.isalpha() and text.lower() not in _DOUBTFUL


def _find_second_verb(words: Tagged, first: int, last: int) -> None:
    """Make finite what looks like a participle behind the noun phrase that opens a sentence.

    Die SPD kritisiert, …; Die Firma errichtet in Rom ein Werk; Rat verurteilt Angriff. What is passive has nothing bare
    behind it: Mann verletzt. Behind another opening subject and object follow: In Rom errichtet die Firma ein Werk.
    """
    tags = words.tags
    inverted = tags[first] in _OPENS_ADVERBIAL
    if not inverted and tags[first] not in _OPENS_NOUN_PHRASE:
        return
    end = next((index for index in range(first, last) if tags[index] in ("$,", "$.")), last)
    verb = next(iter(places(tags, "VVPP", first + 1, end)), None)
    if verb is None or FINITE.intersection(tags[first:end]):
        return
    low = words.lows[verb]
    if inverted and (
        verb + 1 >= end or tags[verb + 1] not in _OPENS_NOUN_PHRASE or not _has_bare_phrase(tags, verb + 2, end)
    ):
        return
    before_comma = verb == end - 1 and tags[end : end + 1] == ["$,"]
    active = before_comma or tags[verb + 1 : verb + 2] in (["NN"], ["NE"]) or _has_bare_phrase(tags, verb + 1, end)
    if low.endswith("t") and "ge" not in low and active:
        tags[verb] = "VVFIN"


def _has_bare_phrase(tags: Sequence[str], first: int, last: int) -> bool:
    """Tell whether a noun phrase without preposition opens between the two."""
    opened = (index for index in range(first, last) if tags[index] in _OPENS_BARE_PHRASE)
    return any(index == first or tags[index - 1] in ("NN", "NE", "ADV", "ADJD", "PAV", "PTKNEG") for index in opened)


def _retagged(words: Tagged, index: int, first: int, following: str) -> str:
    """Return the tag of one word, put right."""
    tag, text, low = words.tags[index], words.text(index), words.lows[index]
    before = words.tags[index - 1] if index > first else "$."
    if tag.startswith("$") and text != "%":
        return tag
    if not text[0].isalnum() and not any(map(str.isalnum, text)) and text not in _SYMBOLS:
        return "$("
    if text in ("%", "Prozent"):
        return "NN"
    if tag.startswith("VV") and text[0].isupper() and not before.startswith("$"):
        return "NN" if tag == "VVINF" else "NE"
    if low == "einigen" and following == "PRF":
        return "VVFIN"  # Bund und Länder einigen sich
    if tag == "NN" and index == first and following == "NN" and low.endswith(_ADJECTIVAL):
        return "ADJA"
    if tag in ("VVFIN", "VVINF") and following in ("NN", "ADJA") and _is_attributive(low, before):
        return "ADJA"
    if tag == "PIS" and following in ("NN", "ADJA") and low.endswith(_INFLECTED) and low not in _PRONOUNS_ONLY:
        return "PIAT"
    if tag == "PDS" and low in ("dessen", "deren") and following in ("NN", "ADJA"):
        return "PDAT"  # zu | dessen Nachfolger
    if low in _CONJUNCTIONS and before == "$," and index > first:
        return "KON"
    if low in _SUBORDINATORS:
        return "KOUS"
    if low.endswith("gemäß") and tag.startswith("APP") and following in ("ART", "PPOSAT"):
        return "ADJD"  # übernimmt turnusgemäß den Vorsitz
    if low == "noch" and "weder" in words.lows[first:index]:
        return "KON"
    if low in ("gegen", "zu") and before == following == "CARD":
        return "KON"  # mit 484 gegen 70 Stimmen
    if low in ("über", "unter", "rund") and tag == "APPR" and following == "CARD":
        return tag if low == "über" and before == "NN" and _is_worth(words, first, index) else "ADV"
    if tag == "KOUI" and low in ("um", "ohne", "statt") and not _zu_follows(words, index):
        return "APPR"  # …, um einen Monat verschoben
    if tag == "APPR" and low in ("um", "ohne", "statt", "anstatt") and before.startswith("$"):
        return "KOUI" if _zu_closes(words, index) else tag
    if tag == "PRELS" and index + 1 < len(words.lows) and words.text(index + 1)[0].isdigit():
        return "ART"  # am Freitag, dem 3. Mai
    return "PTKZU" if text == "zu" and following in ("VVINF", "VAINF", "VMINF") else tag


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
    found = [index for index in weak if words.tags[index - 1] in _BEFORE_VERB]
    attributed = len(found) > 1 and words.tags[first] == "ART" and words.tags[first + 1].startswith("APPR")
    for index in found[attributed : attributed + 1] or _bare_presents(words, first, last)[:1]:
        words.tags[index] = "VVFIN"


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
    free = year or tags[index - 1] in _BEFORE_VERB or tags[index - 1] == "PAV"
    known = any(reading.tag == "VVFIN" for reading in readings(low))
    return bool(free) and known and index + 1 < end and tags[index + 1] in _OPENS_NOUN_PHRASE | PREPOSITIONS
