"""What opens a clause: subordinators, relative pronouns, w-words; and how they differ from their look-alikes."""

from __future__ import annotations

from typing import Final

from kg.annotate.agreement import PLURAL, case_mask, determiner, noun
from kg.annotate.clauses.government import government
from kg.annotate.clauses.hidden_verbs import names_doer
from kg.annotate.clauses.tagged import AUXILIARY, FINITE, NOMINAL, NONFINITE, PREPOSITIONS, WH, Tagged
from kg.annotate.lexicon import word_list
from kg.annotate.prepositions import WITH_DATIVE

__all__ = ["RELATIVES", "is_dated", "is_late", "is_weak", "opener"]

_DEMONSTRATIVE: Final = frozenset({"der", "die", "das", "den", "dem", "denen", "dessen", "deren", "derer"})
RELATIVES: Final = _DEMONSTRATIVE | {"welcher", "welche", "welches", "welchen", "welchem"}
_ALSO_PREPOSITIONS: Final = frozenset({"als", "wie", "seit", "während", "bis"})
_WITHOUT: Final = frozenset({"ohne", "statt", "anstatt"})  # prepositions too; an infinitive tells
_IN_TIMES: Final = frozenset({"CARD", "NN", "ADJA", "ADV", "ADJD", "KOKOM", "PIAT", "PIDAT"})
_SUBORDINATORS: Final = frozenset({"KOUS", "KOUI"})
_TIMED: Final = frozenset({"nachdem", "bevor", "ehe"})
_LONGEST_MEASURE: Final = 5  # tokens: nur wenige Tage bevor
_AFTER_LAST_VERB: Final = PREPOSITIONS | FINITE | NONFINITE | {"KOKOM", "KON", "$(", "KOUS"}


def opener(words: Tagged, first: int, last: int, *, initial: bool) -> tuple[str, int | None]:
    """Return the kind of clause the run `first:last` opens ("" for none) and the token that opens it.

    `initial` tells that the run begins the sentence, where w-words ask and "der" is no relative pronoun.
    """
    tags = words.tags
    begin = first + (tags[first] in ("KON", "ADV"))
    if (
        begin < last
        and tags[begin] in ("KOKOM", "APPR", "KON")
        and _governs_clause(words, begin, last, initial=initial)
    ):
        return "subordinate", begin
    place = _opening_place(words, first, last)
    if tags[place] == "KOUS" and (place + 1 < last or words.lows[place] in ("dass", "daß", "ob")):
        return "subordinate", place
    if words.lows[place] in _WITHOUT and _is_without_thing(words, place, last):
        tags[place] = "APPR"
    elif tags[place] == "KOUI" or (words.lows[place] in _WITHOUT and _has_zu(words, place, last)):
        return "infinitive", place
    word = place + 1 if tags[place] in PREPOSITIONS and place + 1 < last else place
    if words.lows[word].startswith("welche") and word + 1 < last and tags[word + 1] in NOMINAL:
        tags[word] = "PWAT"
    if tags[word] == "PRELS" and words.lows[word] == "was":
        tags[word] = "PWS"  # takes up what was said and is no article: …, was | Wien ablehnt
    if tags[word] in WH:
        if _ends_with_verb(words, word, last, initial=initial):
            return "subordinate", word
        tags[word] = "KOKOM" if initial and _compares(words, word, last) else tags[word]
        return "", None
    # "bei den", "mit den" stand before a noun in the plural only: the relative pronoun is denen or dem.
    article = words.lows[word] == "den" and words.lows[place] in WITH_DATIVE
    small = words.text(word)[:1].islower()  # Das sorgte für Streit: Der Entwurf …
    if words.lows[word] in RELATIVES and small and not initial and not article and _is_relative(words, word, last):
        return "relative", word
    if tags[word] == "PRELS" and word + 1 < last and (article or tags[word + 1] in NOMINAL):
        tags[word] = "ART"
    return "", None


def _compares(words: Tagged, word: int, last: int) -> bool:
    """Tell "wie" before a noun phrase and its verb from a question: Wie Polen lehnt auch Ungarn den Plan ab."""
    noun = word + 1
    while noun < last and words.tags[noun] in ("ART", "ADJA", "PPOSAT", "ADV"):
        noun += 1
    verb = noun
    while verb < last and words.tags[verb] in ("NN", "NE"):
        verb += 1
    told = words.lows[word] == "wie" and noun < verb < last - 1 and words.tags[verb] in FINITE
    return told and words.lows[last : last + 1] not in (["?"], [","])


def _has_zu(words: Tagged, first: int, last: int) -> bool:
    return "PTKZU" in words.tags[first:last] or "VVIZU" in words.tags[first:last]


def _is_without_thing(words: Tagged, place: int, last: int) -> bool:
    """Tell the preposition, behind whose noun a finite verb goes on: ohne Strom | drohe das Netz zu zerfallen."""
    finite = next((index for index in range(place + 1, last) if words.tags[index] in FINITE), last)
    return place + 1 < finite < last and not _has_zu(words, place, finite)


def _governs_clause(words: Tagged, place: int, last: int, *, initial: bool) -> bool:
    """Tell whether "als", "wie", "seit" and the like stand before a clause rather than a phrase."""
    if words.lows[place] not in _ALSO_PREPOSITIONS or (initial and words.lows[place] not in ("als", "wie", "seit")):
        return False
    finites = [index for index in range(place + 2, last) if words.tags[index] in FINITE]
    if not finites and words.lows[place] == "als" and _ends_with_preterite(words, place, last):
        words.tags[last - 1] = "VVFIN"
        return True
    if words.lows[place] == "seit" and finites and _is_time(words, place + 1, finites[0]):
        return False
    return bool(finites) and is_late(words, finites[-1], last)


def _is_time(words: Tagged, first: int, last: int) -> bool:
    """Tell what says since when, with the verb right behind: Seit zehn Jahren | herrscht in Peru Ruhe."""
    plain = first < last and _IN_TIMES.issuperset(words.tags[first:last])
    return plain and (words.tags[last - 1] == "CARD" or words.lemma(last - 1) in word_list("time_nouns.txt"))


def _ends_with_preterite(words: Tagged, place: int, last: int) -> bool:
    """Tell a clause whose last verb is a preterite that looks like a participle: als die Minister das beschlossen."""
    low = words.lows[last - 1]
    opened = last - place > 3 and words.tags[place + 1] in ("ART", "PPOSAT", "PPER")
    return opened and words.tags[last - 1] == "VVPP" and low.endswith("en") and not low.startswith("ge")


def _behind_measure(words: Tagged, first: int, last: int) -> int:
    """Return where "nachdem" or "bevor" stands behind how long: kurz | nachdem, zwei Tage | bevor; else `first`."""
    place = first
    while place < min(last, first + _LONGEST_MEASURE) and words.lows[place] not in _TIMED:
        measured = words.tags[place] in ("ADJD", "ADV", "CARD", "ART", "PIAT", "ADJA")
        if not measured and words.lemma(place) not in word_list("time_nouns.txt"):
            return first
        place += 1
    return place if place < last and words.lows[place] in _TIMED and words.tags[place] == "KOUS" else first


def _opening_place(words: Tagged, first: int, last: int) -> int:
    """Return where an opener should stand: first, or behind a conjunction or particles (und nur weil …)."""
    tags, place = words.tags, _behind_measure(words, first, last)
    while place < last - 1 and (tags[place] in ("KON", "ADV", "PTKNEG") or tags[place].startswith("$")):
        place += 1
        if tags[place] in _SUBORDINATORS:
            return place
    if tags[first] == "KON" and first + 1 < last:
        return first + 1
    return place if tags[place] in WH or tags[place] == "KOUS" else first


def _ends_with_verb(words: Tagged, word: int, last: int, *, initial: bool) -> bool:
    finites = [index for index in range(word, last) if words.tags[index] in FINITE]
    if not finites:
        return not initial and last - word > 1
    if finites[0] == word + 1:
        return last == word + 2 and not initial
    return is_late(words, finites[-1], last)


def is_late(words: Tagged, finite: int, last: int) -> bool:
    """Tell whether only what may follow a verb in last place follows the verb, whose prefix then is not parted."""
    parted = "PTKVZ" in words.tags[finite + 1 : last]
    return finite + 1 >= last or (words.tags[finite + 1] in _AFTER_LAST_VERB and not parted)


def is_dated(words: Tagged, article: int) -> bool:
    """Tell whether an article stands before a date: am Freitag, dem 3. Mai."""
    behind = words.text(article + 1) if article + 1 < len(words.lows) else ""
    return behind[:1].isdigit() and (behind.endswith(".") or "." in behind)


def is_weak(words: Tagged, word: int | None, last: int) -> bool:
    """Tell whether what looks like a relative pronoun could as well be the article of a noun."""
    if word is None or word + 1 >= last or words.tags[word] == "PRELS":
        return False
    after = words.tags[word + 1 + (words.tags[word + 1] == "$(" and word + 2 < last)]
    return after in NOMINAL or after in ("ADV", "ADJD")


def _is_relative(words: Tagged, word: int, last: int) -> bool:
    """Tell a relative pronoun from an article and a demonstrative: its clause has the verb in last place.

    Before a party that does something to what follows it is an article: will sparen, | die SPD den Lohn erhöhen.
    """
    if word + 1 in words.parties and words.tags[word + 2 : word + 3] in (["ART"], ["PPOSAT"]):
        if words.tags[last - 1] == "VVFIN" and words.lemma(last - 1) == words.lows[last - 1]:
            words.tags[last - 1] = "VVINF"
        return False
    tags, after = words.tags, word + 1 + (words.tags[word + 1 : word + 2] == ["$("])
    finites = [index for index in range(after, last) if tags[index] in FINITE]
    if not finites and _has_zu(words, after, last):
        return False
    governed = tags[word - 1] in PREPOSITIONS and words.lows[word] in ("der", "dem")
    if governed and not finites and tags[last - 1] == "VVPP" and names_doer(words, word, last - 1):
        return False  # die Wahl, von der Opposition | boykottiert, …
    finites = finites or [index for index in range(after, last) if tags[index] in ("VVINF", "VVPP")]
    if not finites:
        return not _is_set_off(words, after, last)
    if tags[after] in FINITE:
        return after + 1 == last
    if _begins_main(words, word, finites, last):
        return False
    end = after
    while end < last and (tags[end] in NOMINAL or tags[end] in ("ADV", "ADJD")):
        end += 1
    finite, tagged_so = finites[0], tags[word] in ("PRELS", "PRELAT")
    if end == finite != after:
        closing = finite + 1 == last or tags[finite + 1] == "KON"
        relating = tags[word] == "PRELS" or words.lows[word] in ("dessen", "deren") or governed  # von der | Polen lebt
        if closing and (relating or not _is_subject(words, word, finite)):
            return True
        return closing and (_parts_main(words, word, finite, last) or _tells_what(words, finite, last))
    if tagged_so and (end == after or is_late(words, finites[-1], last)):
        return True
    verb_second = tags[finite] in AUXILIARY and finite + 1 < last and tags[finite + 1] != "KON"
    return is_late(words, finites[-1], last) and (end == after or not verb_second)


def _parts_main(words: Tagged, word: int, finite: int, last: int) -> bool:
    """Tell what parts a subject from its verb and lacks an object: Die Pläne, | die Kritiker ablehnen, | sind alt."""
    comma, verb = words.tags[last : last + 1], words.tags[last + 1 : last + 2]
    begin = next(
        (place for place in range(word, 0, -1) if words.tags[place - 1] == "$." or words.lows[place - 1] == ":"), 0
    )
    alone = FINITE.isdisjoint(words.tags[begin:word]) and words.tags[begin] not in ("KOUS", "PWS", "PWAV")
    return comma == ["$,"] and not FINITE.isdisjoint(verb) and alone and government(words.lemma(finite)).takes("a")


def _tells_what(words: Tagged, finite: int, last: int) -> bool:
    """Tell a copula that has nothing but a noun, which is what somebody is: Weber, | der früher Anwalt war|."""
    alone = finite + 1 == last and words.lows[last : last + 2] != [",", "dass"]
    return alone and words.lemma(finite) in word_list("copulas.txt")


def _is_set_off(words: Tagged, first: int, last: int) -> bool:
    """Tell an apposition before the verb of a main clause: die größte Partei, die | SPD, | lehnt das Gesetz ab."""
    plain = first < last and all(tag in NOMINAL for tag in words.tags[first:last])
    comma, verb = words.tags[last : last + 1], words.tags[last + 1 : last + 2]  # neither stands where a text breaks off
    return plain and comma == ["$,"] and not FINITE.isdisjoint(verb)


def _begins_main(words: Tagged, word: int, finites: list[int], last: int) -> bool:
    """Tell the article of a subject whose verb takes no object, beside which there is no place for a pronoun.

    Der Preis stieg je Tonne, die Prämie für Autos endete über Nacht.
    """
    head = word + 1
    while head < last and words.tags[head] in ("ADJA", "CARD"):
        head += 1
    finite = finites[0]
    plain = len(finites) == 1 and words.tags[finite] == "VVFIN" and words.tags[head : head + 1] == ["NN"]
    plain = plain and words.lows[word] in ("der", "die", "das")
    if not plain or head >= finite or words.tags[last - 1] in NONFINITE:
        return False
    governed = government(words.lemma(finite)).cases
    return not {"a", "n", "d"} & set(governed) and _agrees(words, word, head, finite)


def _agrees(words: Tagged, article: int, noun_: int, finite: int) -> bool:
    """Tell whether article and noun agree with each other and with the verb."""
    mask = determiner(words.lows[article]) & noun(words.tokens[noun_]) & case_mask("n")
    number = words.tokens[finite].morph.number
    return bool(mask & {"p": PLURAL, "s": ~PLURAL}.get(number, ~0))


def _is_subject(words: Tagged, article: int, finite: int) -> bool:
    """Tell whether article and noun right before the verb agree with each other and with the verb."""
    return words.tags[finite - 1] == "NN" and _agrees(words, article, finite - 1, finite)
