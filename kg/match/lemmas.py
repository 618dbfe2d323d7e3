"""Whether a word is one of those that a rule names."""

from __future__ import annotations

from functools import cache

__all__ = ["is_one_of"]


def is_one_of(lemma: str, words: frozenset[str]) -> bool:
    """Tell whether a lemma is one of the words, or ends as one that begins with a hyphen (-hilfe) does."""
    return lemma in words or lemma.lower().endswith(_endings(words))


@cache
def _endings(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(word[1:] for word in words if word.startswith("-"))
