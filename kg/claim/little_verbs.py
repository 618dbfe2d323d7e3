"""Verbs that say little of themselves, by what a noun for their clause must say in their place."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import yaml

__all__ = ["brought_about_by", "little_verbs"]

VERBS = Path(__file__).with_name("data") / "little_verbs.yaml"
WITH_PREPOSITION = "bringing"
"""The group that says of each verb behind which preposition it has what comes about."""


@functools.cache
def little_verbs(group: str) -> frozenset[str]:
    """Return the words of a group of `little_verbs.yaml`: "being", "light", "moving", …."""
    return frozenset(_groups()[group].split())


def brought_about_by(verb: str) -> str | None:
    """Return the preposition behind which a verb has what it says comes about (für of sorgen), None for others."""
    preposition: str | None = _groups()[WITH_PREPOSITION].get(verb)
    return preposition


@functools.cache
def _groups() -> dict[str, Any]:
    groups: dict[str, Any] = yaml.safe_load(VERBS.read_text(encoding="utf-8"))
    return groups
