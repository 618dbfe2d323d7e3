"""The rules that a graph was made with, so that two builds can tell whether a rule changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from hashlib import sha256
from typing import Final, TypeAlias

from pyoxigraph import Quad

from kg.match.rules import ClausePattern, Element, OfficePattern, PhrasePattern, Rule, Slot
from kg.rdf import terms
from kg.rdf.descriptions import describe
from kg.rdf.literals import text
from kg.rdf.namespaces import Base

__all__ = ["rule_quads", "rules_from"]

Part: TypeAlias = Rule | ClausePattern | PhrasePattern | OfficePattern | Slot | Element

_NO_MEANING: Final = ("examples", "counterexamples", "file", "line")
"""Parts of a rule that change nothing of what it finds."""


def rule_quads(rules: Iterable[Rule], base: Base) -> list[Quad]:
    """Return each rule with a checksum of what it means, in `graph/ontology`."""
    graph = base.graph("ontology")
    return [
        quad
        for rule in rules
        for quad in (
            Quad(base.rule(rule.name), terms.TYPE, terms.RULE, graph),
            Quad(base.rule(rule.name), terms.CHECKSUM, text(_checksum(rule)), graph),
        )
    ]


def rules_from(quads: Iterable[Quad], base: Base) -> dict[str, str]:
    """Return the checksum of each rule that quads describe, by its name."""
    nodes = describe(quad for quad in quads if quad.predicate in (terms.TYPE, terms.CHECKSUM)).values()
    return {
        base.id_of(node.node): node.text(terms.CHECKSUM) or "" for node in nodes if terms.RULE in node.nodes(terms.TYPE)
    }


def _checksum(rule: Rule) -> str:
    meaning = {name: value for name, value in _said(rule).items() if name not in _NO_MEANING}
    # Sets of words have no order of their own.
    return sha256(json.dumps(meaning, default=_plain, sort_keys=True).encode("utf-8")).hexdigest()


def _plain(value: frozenset[str] | Part) -> object:
    return sorted(value) if isinstance(value, frozenset) else _said(value)


def _said(part: Part) -> dict[str, object]:
    """Return what a rule or a part of one says; what it leaves open is as if it could not be said."""
    values = ((field.name, getattr(part, field.name), field.default) for field in fields(part))
    return {name: value for name, value, default in values if value != default}
