"""The words of a noun phrase that belong to a thing's name: without determiner, asides and what only begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.annotate.lexicon import word_list
from kg.model.offsets import first_from
from kg.model.reading import Token

__all__ = ["DETERMINERS", "begins_sentence", "uncounted", "unmeasured", "without_extended", "words_of"]

DETERMINERS = ("ART", "PDAT", "PIAT", "PIDAT", "PPOSAT", "PRELAT")
ENDERS = ("PRELS", "PRELAT", "KOUS", "KOUI", "PWAV", "PWS", "PRF")
GERUNDIVE = ("ende", "enden", "ender", "endes", "endem")
LONGEST = 12
"""Most words of a topic's name; what stands behind is cut, for a topic is no sentence."""
FURTHER = 4
"""Words more where only so both are named between whom something is: der Streit zwischen dem Chef der Bank und Y."""
ARTICLES = {"es": "des", "em": "dem", "en": "den", "rer": "der", "ner": "der", "e": "die"}
"""Articles by the ending of the possessive in whose place they stand; das where there is none: sein Haus."""
NUMBER_NOUNS = ("Dutzend", "Hundert", "Tausend", "Zehntausend", "Hunderttausend", "Million", "Milliarde")
MORE = ("mehr", "weniger")
AMOUNTING = ("Wert", "wert", "Höhe", "höhe", "Umfang", "umfang", "Volumen", "volumen")
"""How nouns end that end a phrase only where the amount behind them is said elsewhere: Jets im Wert | von 23 Euro."""
UNCAPITALISED = ("ADV", "ADJD", "CARD", "PIAT", "PIDAT", "APPR", "APPRART")
"""Words before a noun whose capital only says that a sentence begins."""


def words_of(tokens: Sequence[Token], start: int, end: int, *, keep: bool = False) -> list[Token]:
    """Return the words of `start:end` that are part of a name; with `keep` its determiner, too."""
    inside = [token for token in _without_asides(_between(tokens, start, end)) if token.text not in '"„“”‚‘»«']
    for place, token in enumerate(inside):
        if place and (token.tag in ENDERS or (token.tag.endswith("FIN") and place > 1)):
            inside = inside[:place]
            break
    first = first_from(tokens, start)
    first -= first > 0 and first < len(tokens) and tokens[first].tag == "ART"
    some = _takes_some(tokens, first)
    while len(inside) > 1 and not keep and _opens(inside[0], inside[1]):
        inside = inside[1:]
    while some and not keep and len(inside) > 1 and inside[0].tag in ("APPR", "ADV", "CARD"):
        inside = inside[1:]  # 14 der 30, sieben von zwölf | Panzern: not all of them are meant
    if inside and inside[0].text.lower() in MORE:
        inside[0] = replace(inside[0], text=inside[0].text.lower())  # Mehr als 200 Bauern
    if inside and inside[0].tag in UNCAPITALISED and begins_sentence(tokens, inside[0]):
        inside[0] = replace(inside[0], text=inside[0].text.lower())  # Gut 95 Prozent, Zehn Milliarden Euro
    inside = _without_inner(_without_gerundive(tokens, inside))
    inside = _without_opening(inside) if len(inside) > LONGEST else inside
    if len(inside) > LONGEST:
        inside = _up_to_a_noun(inside)
    if len(inside) > 2 and inside[-1].text.endswith(AMOUNTING) and inside[-2].tag.startswith("APPR"):
        inside = inside[:-1]
    if len(inside) > 2 and inside[-1].tag == "ADV" and inside[-2].tag == "APPR":
        inside = inside[:-1]  # Hilfen von etwa | 40 Millionen Euro
    while len(inside) > 1 and _only_begins(inside[-1]):
        inside = inside[:-1]
    return [_unowned(word) if word.tag == "PPOSAT" else word for word in inside]


def _takes_some(tokens: Sequence[Token], first: int) -> bool:
    """Tell a number of a greater number: 14 der 30 Panzer, sieben von derzeit zwölf Werken."""
    tags = [word.tag for word in tokens[first : first + 4] if word.tag != "ADV"]
    return tags[:3] == ["CARD", "ART", "CARD"] or (
        tags[:3] == ["CARD", "APPR", "CARD"] and tokens[first + 1].text == "von"
    )


def without_extended(words: list[Token], head: int) -> list[Token]:
    """Drop an attribute with arguments of its own before the head: der | von der Bank gekündigte | Kredit."""
    before = [place for place, word in enumerate(words) if word.start < head and word.tag in ("APPR", "APPRART")]
    if not before:
        return words
    closing = (place for place in range(before[-1], len(words)) if words[place].tag == "ADJA")
    last = next((place for place in closing if words[place].start < head and _closes(words, place)), None)
    return words if last is None else words[: before[0]] + words[last + 1 :]


def _without_gerundive(tokens: Sequence[Token], words: list[Token]) -> list[Token]:
    """Drop what has yet to be done to a thing, which is the same when it is done: der | neu zu wählende | Landtag."""
    done = {word.start for word in words if word.tag == "ADJA" and word.text.endswith(GERUNDIVE)}
    before = {start: tokens[first_from(tokens, start) - 1] for start in done}
    pairs = {(word.start, start) for start, word in before.items() if word.text == "zu"}
    dropped = {start for pair in pairs for start in pair}
    return [
        word
        for word, after in zip(words, [*words[1:], None], strict=True)
        if word.start not in dropped and not (word.tag == "ADJD" and after is not None and after.start in dropped)
    ]


def _without_inner(words: list[Token]) -> list[Token]:
    """Drop attributes with arguments inside a genitive behind the head: die Partei des | in Rom geborenen | Arztes."""
    for place, word in enumerate(words[:-1]):
        opening = next((w for w in words[place + 1 :] if w.tag != "ADV"), word)
        if not place or word.tag != "ART" or not opening.tag.startswith(("APPR", "KOKOM")):
            continue
        closing = (end for end in range(place + 3, len(words) - 1) if words[end].tag == "ADJA" and _closes(words, end))
        last = next(closing, None)
        named = last is not None and word.text == "dem" and words[last + 1].tag == "NE"  # zwischen | Eva Blum und …
        return words if last is None else _without_inner([*words[: place + (not named)], *words[last + 1 :]])
    return words


def _without_opening(words: list[Token]) -> list[Token]:
    """Drop an attribute with arguments that a phrase opens with: die | vom Rat mit Mehrheit gebilligte | Satzung."""
    closing = (end for end in range(2, len(words) - 1) if words[end].tag == "ADJA" and _closes(words, end))
    last = next((end for end in closing if words[end + 1].tag in ("NN", "NE", "ADJA")), None)
    return words if last is None or not words[0].tag.startswith("APPR") else words[last + 1 :]


def _closes(words: list[Token], place: int) -> bool:
    """Tell whether an adjective ends the attribute: no noun of its argument follows it, but the head or adjectives."""
    return words[place - 1].tag in ("NN", "NE", "CARD", "ADV", "ADJD")


def _unowned(possessive: Token) -> Token:
    """Return the article for a possessive, whose owner a name alone does not tell: der Schutz | ihrer Häuser."""
    article = next((article for ending, article in ARTICLES.items() if possessive.text.endswith(ending)), "das")
    return replace(possessive, text=article)


def _only_begins(word: Token) -> bool:
    """Tell a word that ends no phrase: auf einem | der vorderen Plätze."""
    return word.tag.startswith(("$", "APPR", "KON")) or word.tag in (*DETERMINERS, "PIS")


def _without_asides(words: list[Token]) -> list[Token]:
    """Leave out what stands in brackets behind a word: Ministerin Eva Blum (CDU)."""
    found: list[Token] = []
    aside = False
    for word in words:
        if word.text == "(" and found:
            aside = True
        elif word.text in "()":
            aside = False
        elif not aside:
            found.append(word)
    return found


def _up_to_a_noun(words: list[Token]) -> list[Token]:
    """Cut what a phrase only begins: das Abkommen mit Polen | über den Austausch von …, der Streit | zwischen A …."""
    nouns = [place for place, word in enumerate(words[:LONGEST]) if word.tag in ("NN", "NE")]
    if not nouns:
        return words[:LONGEST]
    last = nouns[-1] + 1
    sides = next((place for place in range(nouns[0] + 1, last) if words[place].text == "zwischen"), len(words))
    if any(word.tag == "KON" for word in words[sides:]) and len(words) <= LONGEST + FURTHER:
        return words
    if not any(word.tag == "KON" for word in words[sides:last]) and sides < last:
        return words[:sides]
    begun = [place for place in range(nouns[0] + 1, last) if words[place].tag.startswith("APPR")]
    whole = words[last].tag.startswith(("APPR", "KON", "$"))
    return words[:last] if whole or not begun else words[: begun[-1]]


def _opens(word: Token, following: Token) -> bool:
    # An adverb before a number belongs to it (fast 200), before anything else it does not belong to the noun;
    # "so genannt" says nothing of the thing. "Einige" and "zwei" may stand before all of them: zwei seiner Männer.
    if word.text.lower() in MORE:
        return False  # mehr als 200, weniger Bürokratie
    named = word.tag == "ADJA" and word.lemma in ("genannt", "sogenannt")
    among = following.text == "der" or following.tag == "PPOSAT"
    some = word.tag in ("PIS", "CARD") and (among or following.tag.startswith("APPR"))
    some = some and following.text != "bis"
    # The tagger takes articles before attributes for pronouns: bei | den vom Amt gesammelten Reden, dessen Nachfolger.
    article = word.tag in ("PRELS", "PDS") and (word.lemma in ("der", "die", "das") or word.text.lower() == "deren")
    owning = word.tag == "PDS" and word.text.lower() == "dessen"
    opening = article or owning or word.tag in DETERMINERS
    when = word.text.lower() in word_list("time_adverbs.txt")  # noch immer | 200 Bauern
    return named or some or opening or (word.tag == "ADV" and (when or following.tag != "CARD"))


def _between(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    low = first_from(tokens, start)
    if low and tokens[low].text == "als" and tokens[low - 1].text.lower() in ("mehr", "weniger"):
        low -= 1
    if low and tokens[low].text in MORE and tokens[low - 1].text == "immer":
        low += 1  # immer mehr Tee: tea as before
    found = []
    while low < len(tokens) and tokens[low].end <= end:
        found.append(tokens[low])
        low += 1
    return found


def uncounted(words: list[Token], head: int) -> list[Token]:
    """Return the words without the numbers before the noun that starts at `head` and without what modifies them."""
    numbers = [at for at, word in enumerate(words) if word.start < head and word.lemma in NUMBER_NOUNS]
    words = words[numbers[-1] + 1 :] if numbers else words  # mehr als eine Million | Menschen
    following = {word.start: after for word, after in pairwise(words)}
    said = (_counts, _is_unit)
    return [w for w in words if w.start >= head or not any(tell(w, following.get(w.start)) for tell in said)]


def _is_unit(word: Token, following: Token | None) -> bool:
    """Tell in what something is measured: 1200 | Kilometer | lange."""
    if word.tag != "NN" or following is None or following.tag != "ADJA":
        return False
    return following.lemma in word_list("dimension_adjectives.txt")


def _counts(word: Token, following: Token | None) -> bool:
    # "über 200 Bauern", "mehr als 200 Bauern": what compares a number goes with it.
    comparing = word.text == "bis" or word.tag.startswith(("APPR", "KOKOM", "PTKZU"))  # fünf bis sechs Höfe
    if following is not None and following.tag == "CARD" and comparing:
        return True
    if following is not None and (word.text, following.text) == ("bis", "zu"):
        return True
    if word.tag == "ADJD":
        return following is None or following.tag != "ADJA"  # rasch wachsende Firmen
    return word.tag in ("CARD", "ADV", "PIAT", "PIDAT") or word.lemma in NUMBER_NOUNS


def unmeasured(tokens: Sequence[Token], words: list[Token], head: int) -> list[Token]:
    """Return the words without an adjective whose measure is not among them: der 61 Jahre | alte | Chemiker."""
    kept = {word.start for word in words}
    dimensions = word_list("dimension_adjectives.txt")
    return [
        word
        for word in words
        if word.tag != "ADJA"
        or word.start >= head
        or word.lemma not in dimensions
        or not _follows_measure(tokens, first_from(tokens, word.start), kept)
    ]


def _follows_measure(tokens: Sequence[Token], place: int, kept: set[int]) -> bool:
    """Tell whether a number and its unit stand before a word, and the unit is not kept."""
    unit, number = tokens[max(place - 1, 0)], tokens[max(place - 2, 0)]
    return unit.tag == "NN" and unit.start not in kept and (number.tag == "CARD" or number.lemma in NUMBER_NOUNS)


def begins_sentence(tokens: Sequence[Token], word: Token) -> bool:
    """Tell whether only marks stand before a word in its sentence."""
    before = first_from(tokens, word.start) - 1
    while before >= 0 and tokens[before].tag == "$(":
        before -= 1
    return before < 0 or tokens[before].tag == "$."
