"""What class of thing a common noun names, by its longest known tail."""

from __future__ import annotations

import functools
from pathlib import Path

import yaml

__all__ = ["is_carrier", "noun_class", "tails"]

DATA = Path(__file__).with_name("data")
CLASSES = DATA / "noun_classes.yaml"
CARRIERS = DATA / "carriers.txt"
SHORTEST_TAIL = 4
"""Shorter tails (Rat, Amt) are found only whole or behind a hyphen: in Vorrat and Gesamt they mean something else."""


def noun_class(lemma: str) -> str | None:
    """Return the class local name of a noun's lemma, None where it names no actor, place, event or agreement."""
    classes = _classes()
    return next((classes[tail] for tail in tails(lemma) if tail in classes), None)


def is_carrier(lemma: str) -> bool:
    """Tell whether a noun only says of what kind its attribute is: der Bereich Energie is Energie."""
    return lemma in _carriers()


def tails(lemma: str) -> list[str]:
    """Return the word itself and what could be the last part of the compound, longest first, capitalised.

    >>> tails("Staatsrat")[:3]
    ['Staatsrat', 'Taatsrat', 'Aatsrat']
    """
    whole = [lemma, *([lemma.rpartition("-")[2]] if "-" in lemma else [])]
    last = whole[-1]
    return whole + [last[cut:].capitalize() for cut in range(1, len(last) - SHORTEST_TAIL + 1)]


@functools.cache
def _classes() -> dict[str, str]:
    table: dict[str, str] = yaml.safe_load(CLASSES.read_text(encoding="utf-8"))
    return {word: name for name, words in table.items() for word in words.split()}


@functools.cache
def _carriers() -> frozenset[str]:
    lines = CARRIERS.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
