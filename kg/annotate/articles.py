"""Forms of the articles, as sets that a word's text is looked up in before anything else is asked of it."""

from __future__ import annotations

from typing import Final

from kg.annotate.lexicon import read_data

__all__ = [
    "BEFORE_OWNERS",
    "DEFINITE_ARTICLES",
    "GENITIVE_ARTICLES",
    "GENITIVE_DETERMINERS",
    "INDEFINITE_ARTICLES",
    "is_of_one",
]


def _in_genitive(forms: dict[str, str]) -> frozenset[str]:
    return frozenset(form for form, readings in forms.items() if "g" in {reading[0] for reading in readings.split()})


_ENDINGS: Final = read_data("declension.yaml")
_DEFINITE: Final[dict[str, str]] = _ENDINGS["definite"]
_INDEFINITE: Final = {f"ein{ending}": readings for ending, readings in _ENDINGS["mixed_determiner"].items()}

DEFINITE_ARTICLES: Final = frozenset(_DEFINITE)
INDEFINITE_ARTICLES: Final = frozenset(_INDEFINITE) - {"ein"}
"""Those with an ending, which may stand for a noun as well: eine der Ministerinnen."""
GENITIVE_ARTICLES: Final = _in_genitive(_DEFINITE)
"""der and des: behind a noun mostly those of its owner."""
GENITIVE_DETERMINERS: Final = GENITIVE_ARTICLES | _in_genitive(_INDEFINITE)
BEFORE_OWNERS: Final = GENITIVE_ARTICLES | {"von", "vom"}


def is_of_one(article: str, noun: str) -> bool:
    """Tell that a small-letter article and a noun for people can only mean one: dem Polen, den Italiener."""
    return article in ("dem", "des") or (article == "den" and noun.endswith("er"))
