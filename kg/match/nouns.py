"""Nouns that name little by themselves: those that stand for their attribute, and those that need one."""

from __future__ import annotations

import functools
from pathlib import Path

__all__ = ["is_carrier", "is_relational", "is_vague", "says_how"]

DATA = Path(__file__).with_name("data")


def is_carrier(lemma: str) -> bool:
    """Tell whether a noun only says of what kind its attribute is: der Bereich Energie is Energie."""
    return lemma in _words("carriers.txt")


def is_vague(lemma: str) -> bool:
    """Tell whether a noun names no topic as long as nothing says of what: die Frage, ein wichtiges Ziel."""
    return lemma in _words("vague_nouns.txt")


def is_relational(lemma: str) -> bool:
    """Tell whether a noun names an actor only together with whose it is: das Land, die Regierung."""
    return lemma in _words("relational_nouns.txt")


def says_how(lemma: str) -> bool:
    """Tell whether a noun's prepositional phrase says when or how something happens: im Vorfeld, in Richtung."""
    return lemma in _words("circumstance_nouns.txt")


@functools.cache
def _words(name: str) -> frozenset[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
