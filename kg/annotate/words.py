"""Words: part of speech, lemma and what a form can be (case, number, gender, tense, mood)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from kg.model.reading import Sentence, Token

__all__ = ["tag_words"]


@cache
def _tagger() -> Any:
    from HanTa import HanoverTagger

    return HanoverTagger.HanoverTagger("morphmodel_ger.pgz")


@lru_cache(maxsize=100_000)
def _lemma(word: str, tag: str) -> str:
    lemma: str = _tagger().analyze(word, pos=tag)[0]
    return lemma


def tag_words(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> tuple[Token, ...]:
    """Return `tokens` with tag (STTS), lemma and morphology filled."""
    tagged = list(tokens)
    for sentence in sentences:
        words = tokens[sentence.first : sentence.last]
        analyses = _tagger().tag_sent([word.text for word in words])
        for offset, (_, lemma, tag) in enumerate(analyses):
            tagged[sentence.first + offset] = replace(words[offset], tag=_stts(tag, words[offset].text), lemma=lemma)
    return tuple(tagged)


def _stts(tag: str, word: str) -> str:
    """Return the STTS tag for a tag of HanTa, which writes VV(FIN), ADJ(A), PROAV, NNI, NNA."""
    if not any(character.isalnum() for character in word):
        return {",": "$,", ".": "$.", "!": "$.", "?": "$.", ":": "$.", ";": "$."}.get(word, "$(")
    plain = tag.replace("(", "").replace(")", "") if tag not in ("$(",) else tag
    return {"PROAV": "PAV", "NNI": "NN", "NNA": "NN"}.get(plain, plain)
