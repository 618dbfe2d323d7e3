"""The word lists of `kg/annotate/data`, read once and handed out as frozen values.

Lists are text files of words parted by white space; tables are CSV files with a header line; what has more than one
level is YAML. In all, lines that begin with "#" say what the file is and where it comes from.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.lists import rows_of, word_lists, words_of

__all__ = [
    "abbreviation_tags",
    "abbreviations",
    "declined_rows",
    "function_lemma",
    "irregular_verbs",
    "read_data",
    "rows",
    "verb_prefixes",
    "verbs_of_saying",
    "word_endings",
    "word_list",
]

_DATA = Path(__file__).parent / "data"


word_list = word_lists(_DATA)
"""Gives the words of a list by its file name, such as "sentence_starters.txt"."""


@cache
def word_endings(name: str) -> tuple[str, ...]:
    """Return the words of the list `name` in its order, as `str.endswith` takes them."""
    return words_of(_DATA / name)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table `name` (a file name such as "abbreviations.csv"), each by its column names."""
    return rows_of(_DATA / name)


@cache
def read_data(name: str) -> dict[str, Any]:
    """Return the mapping of a YAML file such as "times.yaml", by libyaml's loader: ten times faster than PyYAML's."""
    data: dict[str, Any] = yaml.load((_DATA / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return data


@cache
def declined_rows(name: str) -> dict[str, dict[str, str]]:
    """Return the rows of a table of nouns by the noun and, for masculine and neuter ones, its genitives."""
    forms: dict[str, dict[str, str]] = {}
    for row in rows(name):
        genitives = ("ses",) if row["noun"].endswith("nis") else ("s", "es")
        endings = ("", *genitives) if row["gender"] in "mn" else ("",)
        forms.update({row["noun"] + ending: row for ending in endings})
    return forms


@cache
def abbreviations() -> dict[str, str]:
    """Return abbreviations with their full stop and the place they stand in: "inside", "end" or "number"."""
    return {row["abbreviation"]: row["place"] for row in rows("abbreviations.csv")}


@cache
def abbreviation_tags() -> dict[str, str]:
    """Return the STTS tags of abbreviations with their full stop."""
    return {row["abbreviation"]: row["tag"] for row in rows("abbreviations.csv")}


@cache
def _function_lemmas() -> dict[tuple[str, str], str]:
    lemmas = {}
    for row in rows("function_words.csv"):
        for tag in row["tags"].split():
            lemmas.update({(form, tag): row["lemma"] for form in row["forms"].split()})
    return lemmas


def function_lemma(form: str, tag: str) -> str:
    """Return the lemma of a function word with the given STTS tag, "" if the form is none."""
    return _function_lemmas().get((form.lower(), tag), "")


@cache
def irregular_verbs() -> tuple[dict[str, str], ...]:
    """Return irregular verbs by the columns infinitive, present, preterite, participle, konjunktiv."""
    return rows("verbs.csv")


@cache
def verb_prefixes() -> dict[str, str]:
    """Return verb prefixes and whether they part from the verb: "yes", "no" or "both"."""
    return {row["prefix"]: row["separable"] for row in rows("verb_prefixes.csv")}


@cache
def verbs_of_saying() -> frozenset[str]:
    """Return the lemmas of what people say, think and feel aloud."""
    return frozenset(row["lemma"] for row in rows("reporting_verbs.csv"))
