"""Words: part of speech, lemma and what a form can be (case, number, gender, person, tense, mood).

Tags are STTS as the German GSD treebank writes them (PAV, not PROAV). Lemmas follow that treebank too: personal
pronouns have the nominative of their person (mir: ich), contractions the preposition (im: in), a separated verb
the bare verb, a participle used as adjective itself.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cache, lru_cache

from kg.annotate.agreement import PLURAL, SINGULAR, adjective, cases, determiner, gender_mask, pronoun
from kg.annotate.lexicon import function_lemma
from kg.annotate.names.world import closing_names
from kg.annotate.words.contexts import settle
from kg.annotate.words.moods import settle_moods
from kg.annotate.words.nouns import name_morph, noun_morph, whole_noun
from kg.annotate.words.tagger import initials, readings, tag_sequence
from kg.annotate.words.tokens import Word
from kg.annotate.words.verb_forms import verb_lemma, verb_morph
from kg.model.reading import Morph, Sentence, Token

__all__ = ["tag_words"]

_NONE = Morph()
_DETERMINERS = frozenset({"ART", "PDAT", "PIAT", "PPOSAT", "PWAT", "PRELAT"})
_PRONOUNS = frozenset({"PPER", "PRF", "PDS", "PIS", "PRELS", "PWS", "PPOSS"})
_PERSONS = {
    "ich": "1",
    "mich": "1",
    "mir": "1",
    "wir": "1",
    "uns": "1",
    "du": "2",
    "dich": "2",
    "dir": "2",
    "euch": "2",
}
_LONGEST_WORD = 60  # longer strings are no words and have no forms


def tag_words(tokens: Sequence[Word], sentences: tuple[Sentence, ...]) -> tuple[Token, ...]:
    """Return the tokens with tag, lemma and morphology, of those outside the sentences only place and text."""
    tagged: list[Token] = []
    forms = {token.text for token in tokens}
    for sentence in sentences:
        tagged += [Token(*token) for token in tokens[len(tagged) : sentence.first]]
        own = tokens[sentence.first : sentence.last]
        words = [token.text for token in own]
        initial = initials(words)
        tags = settle(words, tag_sequence(words, initial))
        read = list(map(_word, words, tags, initial))
        lemmas, morphs = [lemma for lemma, _ in read], [morph for _, morph in read]
        settle_moods(words, tags, lemmas, morphs, initial=initial)
        for place, word in enumerate(words):
            if word[-1] == "s" and tags[place] == "NE" and lemmas[place] == word and _is_name(word[:-1], forms):
                lemmas[place], morphs[place] = word[:-1], name_morph(word, word[:-1])
        tagged += [
            Token(*token, lemma, tag, morph) for token, lemma, tag, morph in zip(own, lemmas, tags, morphs, strict=True)
        ]
    return (*tagged, *(Token(*token) for token in tokens[len(tagged) :]))


def _is_name(word: str, forms: Set[str]) -> bool:
    """Tell what stands in the text with a capital (`forms` are all that stand there), or is known to every reader."""
    known = closing_names()
    return (word in forms and word[:1].isupper()) or (word in known and f"{word}s" not in known)


@lru_cache(maxsize=200_000)
def _word(word: str, tag: str, initial: bool) -> tuple[str, Morph]:
    """Return lemma and morphology of a word with its tag."""
    if len(word) > _LONGEST_WORD:
        return word, _NONE
    lemma = function_lemma(word, tag)
    if not lemma:
        found = readings(word, initial)  # by place, as the tagger asked: the cache tells them apart
        lemma = next((reading.lemma for reading in found if reading.tag == tag), "") or _kindred(word, tag)
    if tag[0] == "V":
        lemma = verb_lemma(word, tag, lemma)
        return lemma, verb_morph(word, tag, lemma)
    if tag == "NN":
        lemma = whole_noun(word, lemma)
        return lemma, noun_morph(word, lemma)
    if tag == "NE":
        return lemma, name_morph(word, lemma)
    return lemma, _declined(word.lower(), tag)


def _declined(form: str, tag: str) -> Morph:
    """Return what the ending of a determiner, adjective or pronoun allows."""
    if tag in _DETERMINERS:
        return _morph(determiner(form))
    if tag == "ADJA":
        return _morph(adjective(form, "") | adjective(form, "der") | adjective(form, "ein"))
    if tag in _PRONOUNS:
        person = _PERSONS.get(form, "3") if tag == "PPER" else ""
        return replace(_morph(pronoun(form, relative=tag == "PRELS")), person=person)
    return _NONE


@cache
def _morph(mask: int) -> Morph:
    """Return a set of readings (see `kg.annotate.agreement`) category by category; genders are of the singular."""
    genders = "".join(letter for letter in "mfn" if mask & gender_mask(letter))
    number = ("s" if mask & SINGULAR else "") + ("p" if mask & PLURAL else "")
    return Morph(case=cases(mask), number=number, gender=genders)


def _kindred(word: str, tag: str) -> str:
    """Return the lemma of a word whose tag the tagger did not offer, by another reading of the same class."""
    kin = [reading.lemma for reading in readings(word) if reading.tag[:2] == tag[:2]]
    return kin[0] if kin else word
