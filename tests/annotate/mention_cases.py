"""Reads the cases of mentions, offices and coreference, which are sentences with what is to be found in them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.annotate.names.gazetteer import Gazetteer, build_gazetteer
from kg.annotate.words.sentences import split_sentences
from kg.annotate.words.tag import tag_words
from kg.annotate.words.tokens import tokenize
from kg.model.entity import Entity, Knowledge, Office
from kg.model.identity import slug
from kg.model.reading import Mention, Sentence, Token

HERE = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of a YAML file beside this module."""
    loaded: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return loaded


@cache
def knowledge() -> Knowledge:
    """Return the invented newsroom of `known_world.yaml`."""
    world: Any = yaml.safe_load((HERE / "known_world.yaml").read_text(encoding="utf-8"))
    entities = [
        Entity(slug(e["label"]), e["label"], e["type"], tuple(e.get("aliases", ())), gender=e["gender"])
        for e in world["entities"]
    ]
    offices = [
        Office(slug(o["holder"]), o["title"], slug(o["of"]), _day(o, "since"), _day(o, "until"))
        for o in world["offices"]
    ]
    return Knowledge(tuple(entities), tuple(offices))


def _day(row: dict[str, Any], name: str) -> date | None:
    day: date | None = row.get(name)
    return day


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of the invented newsroom and the general world."""
    return build_gazetteer(knowledge())


def read(text: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """Return the tagged tokens and the sentences of a text."""
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    return tag_words(tokens, sentences), sentences


def shown(text: str, mention: Mention) -> str:
    """Return a mention as the cases write it: "surface = label, kind"."""
    labels = " + ".join(entity.label + "*" * entity.provisional for entity in mention.entities)
    kind = "" if mention.kind == "name" else f", {mention.kind}"
    return f"{text[mention.start : mention.end]} = {labels}{kind}"


def check(case: dict[str, Any], mentions: tuple[Mention, ...]) -> None:
    """Assert that what the case expects is found, and what it forbids is not."""
    found = [shown(case["text"], mention) for mention in mentions]
    assert [expected for expected in case.get("finds", ()) if expected not in found] == [], found
    surfaces = {case["text"][mention.start : mention.end] for mention in mentions}
    assert surfaces.isdisjoint(case.get("not", ())), found
