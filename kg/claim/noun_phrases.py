"""German noun phrases put into the form in which they stand as a name: nominative, or genitive behind a noun."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kg.annotate.lexicon import word_list
from kg.annotate.prepositions import WITH_DATIVE
from kg.claim.declension import HISSING, ends_as, genitive_form, strong_ending
from kg.claim.phrase_words import DETERMINERS, begins_sentence, uncounted, unmeasured, without_extended, words_of
from kg.model.offsets import first_from
from kg.model.reading import Token

__all__ = ["genitive", "genitive_of_noun", "measure_before", "nominative", "number_before", "plain"]

ADJECTIVE = re.compile(r"([\w-]{2,}?)(?:en|er|em|es|e)$")
NO_WOMAN = ("m", "n", "mn")
"""Genders whose singular shows by its article or adjective: neue Panzer, die Gegner are several."""
HUNDREDS = ("dutzende", "hunderte", "tausende", "zehntausende", "hunderttausende")
LISTED = ("KON", "ART", "PPOSAT", "ADJA", "CARD", "NN", "NE")
"""Tags of what stands in a list of nouns behind its preposition."""
SINGULAR_ARTICLES = (
    "ein",
    "kein",
    "sein",
    "des",
    "dem",
    "einen",
    "einem",
    "eines",
    "diesem",
    "dieses",
    "jeden",
    "jedem",
)
RATHER_DATIVE = WITH_DATIVE | {"unter", "zwischen", "vor"}


def plain(tokens: Sequence[Token], start: int, end: int, *, keep: bool = False) -> str:
    """Return the phrase as written, without determiner (unless `keep`), quotation marks and subordinate clause."""
    return _join(words_of(tokens, start, end, keep=keep))


def nominative(
    tokens: Sequence[Token],
    start: int,
    end: int,
    head: int,
    *,
    counted: bool = True,
    extended: bool = True,
    said: Collection[tuple[int, int]] = (),
    dative: bool = False,
) -> str:
    """Return the phrase without determiner, its adjectives and head in the nominative.

    A genitive attribute, a prepositional attribute and coordination behind the head stay as they are. Without
    `counted`, numbers and what modifies them go too: "fast 200 Bauern" are Bauern. Without `extended`, an attribute
    with arguments of its own goes. `said` are spans of adjectives and genitives that say nothing new: kasachisches Öl,
    Kasachstans Öl that Kasachstan exports is Öl. A `dative` with the article "den" is of several: half den Soldaten.
    """
    words = words_of(tokens, start, end)
    words = words if extended else without_extended(words, tokens[head].start)
    owner = words[0] if words and words[0].tag == "NE" else None
    behind = tokens[head].start
    words = [
        w for w in words if w.start >= behind or (w.start, w.end) not in said or (w.tag != "ADJA" and w is not owner)
    ]
    words = unmeasured(tokens, words if counted else uncounted(words, behind), behind)
    if not words:
        return tokens[head].text
    opening = tokens[first_from(tokens, start)]
    number = "p" if dative and opening.text.lower() == "den" else number_before(tokens, start, head)
    gender = _gender(tokens[head], number=number, unknown=_told_gender(opening))
    if any(word.tag == "ADJA" and word.text.endswith("es") and word.start < behind for word in words):
        gender = "n"  # ihnen fremdes Terrain: no other gender has the ending
    man = gender != "p" and _is_man(tokens, start, head)
    measure = measure_before(tokens, head)
    texts = []
    for word in words:
        if word.tag == "ADJA" and word.start < tokens[head].start:
            texts.append(_inflected(tokens, word, strong_ending("n", "m" if man else gender)))
        elif word.start == tokens[head].start:
            several = gender == "p" and _is_strong_genitive(words, word)
            texts.append(word.lemma if several else f"{word.lemma}r" if man else _head(word, gender))
        elif word is measure:
            one = f"{'eine' if word.morph.gender == 'f' else 'ein'} " if opening.tag == "ART" else ""
            texts.append(one + _head(word, "" if one else "p"))
        else:
            texts.append(word.text)
    return _join(words, texts)


def measure_before(tokens: Sequence[Token], head: int) -> Token | None:
    """Return the time of which the noun `head` says how it is spent: zu acht | Jahren | Haft."""
    if head < 2 or tokens[head - 1].lemma not in word_list("time_nouns.txt"):
        return None
    counted = tokens[head - 2].tag == "CARD" or tokens[head - 2].lemma == "ein"
    return tokens[head - 1] if counted and tokens[head].tag == "NN" else None


def genitive(tokens: Sequence[Token], start: int, end: int, head: int) -> str:
    """Return the phrase as an attribute behind a noun: with article in the genitive, else `von` and the phrase."""
    whole = words_of(tokens, start, end, keep=True)
    words = words_of(tokens, start, end)
    if not words or tokens[head].tag not in ("NN", "NE"):
        return f"von {plain(tokens, start, end) or tokens[head].text}"
    gender = _gender(tokens[head], number=number_before(tokens, start, head))
    if whole[0].text.lower() == "die" and gender not in "fp":
        # Names show their gender by their article only (der Schweiz); nouns of unknown gender are many (Innenwände).
        gender = "f" if tokens[head].tag == "NE" else "p"
    determined = len(whole) > len(words)
    pointing = gender != "p" and whole[0].tag in ("PPOSAT", "PDAT")
    definite = determined and (pointing or whole[0].lemma in ("der", "die", "das", "d"))
    indefinite = determined and whole[0].lemma in ("ein", "eine")
    if determined and whole[0].text.lower().startswith("jede") and gender != "p":
        return f"{'jeder' if gender == 'f' else 'jedes'} {_declined(tokens, words, head, gender, 'en')}"
    bare = not any(word.tag == "ADJA" and word.start < tokens[head].start for word in words)
    if not definite and not indefinite and bare:
        hissing = words[-1].text.endswith(HISSING)
        if tokens[head].tag == "NN" or hissing:
            return f"von {_dative(words, tokens[head], gender)}"
        return _join(words, [*(word.text for word in words[:-1]), _genitive_head(words[-1], "n")])
    ending = "en" if definite or indefinite else strong_ending("g", gender)
    written = _declined(tokens, words, head, gender, ending)
    article = {"definite": ("des", "der"), "indefinite": ("eines", "einer")}
    kind = "definite" if definite else "indefinite" if indefinite else ""
    return f"{article[kind][gender in 'fp']} {written}" if kind else written


def genitive_of_noun(tokens: Sequence[Token], start: int, head: int, *, several: bool) -> str:
    """Return the noun of a phrase alone, in the genitive with the definite article: des Mindestlohns, der Beihilfen."""
    gender = "p" if several else _gender(tokens[head], number=number_before(tokens, start, head))
    return f"{'der' if gender in ('f', 'p') else 'des'} {_genitive_head(tokens[head], gender)}"


def _declined(tokens: Sequence[Token], words: list[Token], head: int, gender: str, ending: str) -> str:
    """Return words with their adjectives in an ending and their head in the genitive."""
    texts = []
    for word in words:
        if word.tag == "ADJA" and word.start < tokens[head].start:
            texts.append(_inflected(tokens, word, ending))
        else:
            texts.append(_genitive_head(word, gender) if word.start == tokens[head].start else word.text)
    return _join(words, texts)


def number_before(tokens: Sequence[Token], start: int, head: int) -> str:
    """Return "s" or "p" where what stands before a noun settles its number, "" where its form must.

    Singular are zum Präsidenten, des Präsidenten, für den Präsidenten; plural are von den Präsidenten, junge Ägypter,
    ihre Gegner.
    "Den" without a preposition is most often the accusative of one: den Angeklagten.
    """
    first = first_from(tokens, start)
    before = tokens[first - 1] if first else None
    while first < head and tokens[first].tag in ("ADV", "CARD"):
        first += 1
    article, noun = tokens[first], tokens[head]
    if first == head and tokens[first - 1].tag == "CARD" and noun.text == f"{noun.lemma}s":
        return "p"  # 35 Jets: no genitive
    if before is not None and before.tag == "APPRART":
        return "s"
    if article.tag in ("PIS", "CARD") and first < head and tokens[first + 1].text == "der":
        return "p"
    if article.tag not in DETERMINERS:
        owners = before is not None and before.tag == "NN" and article.text.endswith("er")  # Rechte russischer Bürger
        if not owners and _shows_man(tokens, first, head):
            return "s"
        strong = article.tag == "ADJA" and (article.text.endswith("e") or owners) and noun.morph.gender in NO_WOMAN
        return "p" if strong else ""
    man = noun.morph.gender == "m" or _is_adjectival(noun)
    if article.text.lower() == "den" and man and "s" in noun.morph.number:
        return "p" if _opening_list(tokens, start).text in RATHER_DATIVE else "s"
    if article.text.lower().endswith("e") and noun.morph.gender in NO_WOMAN:
        return "p"  # die Gegner, ihre Werke: the singular of these has another article
    weak = tokens[first + 1].tag == "ADJA" and tokens[first + 1].text.endswith("en")
    if article.text.lower() == "der" and weak and noun.morph.gender in NO_WOMAN:
        return "p"  # der europäischen Minister
    return "s" if article.text.lower() in SINGULAR_ARTICLES else ""


def _opening_list(tokens: Sequence[Token], start: int) -> Token:
    """Return what stands before a phrase, or before the list that it goes on: zwischen der Armee und | den Rebellen."""
    place = first_from(tokens, start) - 1
    linked = place >= 0 and tokens[place].tag == "KON"
    while linked and place > 0 and tokens[place].tag in LISTED:
        place -= 1
    return tokens[max(place, 0)]


def _gender(head: Token, *, number: str = "", unknown: str = "") -> str:
    """Return the gender of a noun, "p" for the plural; `unknown` where only what stands before it tells.

    So it is with die CD and with what is inflected like an adjective: die neue Linke.
    """
    plural = head.morph.number == "p" or (len(head.morph.number) != 1 and head.text != head.lemma)
    if number == "p" or (plural and number != "s"):
        return "p"
    possible = head.morph.gender
    if unknown and (not possible or (len(possible) > 1 and unknown in possible)):
        return unknown
    return possible[0] if possible[:1] in tuple("mfn") else "n"


def _told_gender(opening: Token) -> str:
    """Return the gender that the first word of a phrase tells: die CD, neue Beauftragte; empty for none."""
    if opening.tag == "ADJA":
        return "f" if opening.text.endswith("e") else "m" if opening.text.endswith("er") else ""
    return {"die": "f", "eine": "f", "den": "m", "einen": "m"}.get(opening.text.lower(), "")


def _dative(words: list[Token], head: Token, gender: str) -> str:
    before = [word for word in words if word.start < head.start]
    hundreds = {word.start for word in before if word.text.lower() in HUNDREDS}
    counted = gender == "p" or bool(hundreds) or any(word.tag == "CARD" and word.text != "1" for word in before)
    # A bare masculine in -er is most often of several: Fehler korrigieren, but not Außenminister X.
    alone = not before and words[-1].start == head.start
    several = alone and head.morph.gender == "m" and "p" in head.morph.number and head.text.endswith("er")
    several = several or (_is_adjectival(head) and head.text.endswith("e"))  # no article: Beamte befördern
    ending = {head.start} if several or (counted and head.text.endswith(("e", "er", "el"))) else set()
    return _join(words, [f"{word.text}n" if word.start in hundreds | ending else word.text for word in words])


def _is_man(tokens: Sequence[Token], start: int, head: int) -> bool:
    """Tell whether the article shows that a noun inflected like an adjective means a man: der Abgeordnete."""
    noun = tokens[head]
    if not _is_adjectival(noun):
        return False
    first = first_from(tokens, start)
    article = tokens[first].text.lower() if tokens[first].tag in DETERMINERS else ""
    if not article and number_before(tokens, start, head) == "s":
        return True
    contracted = first > 0 and tokens[first - 1].tag == "APPRART" and tokens[first - 1].text.lower() != "zur"
    return contracted or article in (*SINGULAR_ARTICLES, "den") or (article == "der" and noun.text == noun.lemma)


def _shows_man(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Tell by an adjective without article that one man is meant: als enger Vertrauter des Präsidenten."""
    noun = tokens[head]
    declined = tokens[first].tag == "ADJA" and tokens[first].text.endswith("er") and noun.text == f"{noun.lemma}r"
    return declined and "s" in noun.morph.number and _is_adjectival(noun)


def _is_strong_genitive(words: list[Token], head: Token) -> bool:
    """Tell "Abgeordneter" of several, which only an adjective shows: ein Antrag linker Abgeordneter."""
    place = words.index(head)
    return place > 0 and words[place - 1].tag == "ADJA" and head.text == f"{head.lemma}r" and _is_adjectival(head)


def _is_adjectival(noun: Token) -> bool:
    return "m" in noun.morph.gender and noun.lemma.endswith("e") and ends_as(noun.lemma, "adjectival")


def _head(head: Token, gender: str) -> str:
    if gender != "p":
        return head.lemma if head.lemma and head.text.startswith(head.lemma[:3]) else head.text
    if head.text.endswith("en") and ends_as(head.lemma, "adjectival"):
        return head.text[:-1]
    dative = head.morph.case == "d" and head.text.endswith("n") and not head.lemma.endswith(("en", "ern", "eln"))
    in_en = ends_as(head.lemma, "plural_in_en") and not ends_as(head.lemma, "plural_in_e")
    return head.text[:-1] if dative and (head.text.endswith(("ern", "eln")) or not in_en) else head.text


def _genitive_head(head: Token, gender: str) -> str:
    if gender == "m" and _is_adjectival(head):
        return f"{head.lemma}n"
    base = head.lemma if gender in "mn" and head.text.startswith(head.lemma[:3]) else head.text
    if gender in "fp" or (head.text.endswith("en") and head.lemma != head.text):
        return head.text  # weak nouns have -en in every case but one: des Präsidenten
    return genitive_form(base, gender, named=head.tag != "NN")


def _inflected(tokens: Sequence[Token], adjective: Token, ending: str) -> str:
    if adjective.lemma.endswith("er") and adjective.lemma[:1].isupper():
        return adjective.text  # adjectives of towns do not decline: Leipziger
    text = adjective.text
    if adjective.lemma[:1].islower() and begins_sentence(tokens, adjective):
        text = text[:1].lower() + text[1:]
    match = ADJECTIVE.fullmatch(text)
    return match[1] + ending if match else text


def _join(words: list[Token], texts: list[str] | None = None) -> str:
    joined = ""
    for place, word in enumerate(words):
        gap = " " if place and words[place - 1].end < word.start and not word.text.startswith((",", ".", "-")) else ""
        joined += gap + (texts[place] if texts else word.text)
    return joined
