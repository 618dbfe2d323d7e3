"""Nouns that stand for their attribute."""

from __future__ import annotations

import functools
from pathlib import Path

__all__ = ["is_carrier"]

CARRIERS = Path(__file__).with_name("data") / "carriers.txt"


def is_carrier(lemma: str) -> bool:
    """Tell whether a noun only says of what kind its attribute is: der Bereich Energie is Energie."""
    return lemma in _carriers()


@functools.cache
def _carriers() -> frozenset[str]:
    lines = CARRIERS.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
