"""Words: part of speech, lemma and what a form can be (case, number, gender, tense, mood)."""

from __future__ import annotations

from kg.annotate.lexicon import function_lemma
from kg.annotate.tagger import tag_sequence
from kg.model.reading import Sentence, Token

__all__ = ["tag_words"]


def tag_words(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> tuple[Token, ...]:
    """Return `tokens` with tag (STTS), lemma and morphology filled."""
    tagged = list(tokens)
    for sentence in sentences:
        words = tokens[sentence.first : sentence.last]
        for index, reading in enumerate(tag_sequence([word.text for word in words]), sentence.first):
            token = tokens[index]
            lemma = function_lemma(token.text, reading.tag) or reading.lemma
            tagged[index] = Token(token.start, token.end, token.text, lemma, reading.tag)
    return tuple(tagged)
