"""Words: part of speech, lemma and what a form can be (case, number, gender, person, tense, mood).

Tags are STTS as the German GSD treebank writes them (PAV, not PROAV). Lemmas follow that treebank too: personal
pronouns have the nominative of their person (mir: ich), contractions the preposition (im: in), a separated verb
the bare verb, a participle used as adjective itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kg.annotate.contexts import settle
from kg.annotate.lexicon import function_lemma
from kg.annotate.nouns import name_morph, noun_morph
from kg.annotate.tagger import readings, tag_sequence
from kg.annotate.verb_forms import verb_lemma, verb_morph
from kg.model.reading import Morph, Sentence, Token

__all__ = ["tag_words"]

_NONE = Morph()


def tag_words(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> tuple[Token, ...]:
    """Return `tokens` with tag, lemma and morphology filled; tokens outside the sentences stay as they are."""
    tagged = list(tokens)
    for sentence in sentences:
        words = [token.text for token in tokens[sentence.first : sentence.last]]
        tags = settle(words, tag_sequence(words))
        speakers = _first_person(words)
        for offset, (word, tag) in enumerate(zip(words, tags, strict=True)):
            lemma, morph = _word(word, tag, offset == 0)
            if morph.mood == "k1?":
                morph = _settled_mood(morph, speakers, offset)
            token = tokens[sentence.first + offset]
            tagged[sentence.first + offset] = Token(token.start, token.end, word, lemma, tag, morph)
    return tuple(tagged)


@lru_cache(maxsize=200_000)
def _word(word: str, tag: str, initial: bool) -> tuple[str, Morph]:
    """Return lemma and morphology of a word with its tag."""
    lemma = function_lemma(word, tag)
    if not lemma:
        found = readings(word, initial=initial)
        lemma = next((reading.lemma for reading in found if reading.tag == tag), "") or _kindred(word, tag)
    if tag[0] == "V":
        lemma = verb_lemma(word, tag, lemma)
        return lemma, verb_morph(word, tag, lemma)
    if tag == "NN":
        return lemma, noun_morph(word, lemma)
    if tag == "NE":
        return lemma, name_morph(word, lemma)
    return lemma, _NONE


def _kindred(word: str, tag: str) -> str:
    """Return the lemma of a word whose tag the tagger did not offer, by another reading of the same class."""
    kin = [reading.lemma for reading in readings(word) if reading.tag[:2] == tag[:2]]
    return kin[0] if kin else word


_FIRST_PERSON_REACH = 6  # tokens between "ich" and its verb; as in the measured rule for Konjunktiv I


def _first_person(words: Sequence[str]) -> tuple[int, ...]:
    return tuple(index for index, word in enumerate(words) if word in ("ich", "Ich"))


def _settled_mood(morph: Morph, speakers: tuple[int, ...], place: int) -> Morph:
    """Read a form such as "habe" as first person beside "ich", else as Konjunktiv I."""
    if any(abs(speaker - place) <= _FIRST_PERSON_REACH for speaker in speakers):
        return Morph(number="s", person="1", form="fin", tense="pres", mood="ind")
    return Morph(number="s", person="3", form="fin", tense="pres", mood="k1")
