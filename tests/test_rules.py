"""Every rule of the repository's workspace: its examples give their claims, its counterexamples give none."""

from functools import cache
from pathlib import Path

import pytest

from kg.match.rules import ClausePattern
from kg.pipeline import Resources, check_rule, load_resources
from kg.workspace import find_workspace

ROOT = Path(__file__).resolve().parents[1]


@cache
def resources() -> Resources:
    return load_resources(find_workspace(ROOT))


@pytest.mark.parametrize("name", [rule.name for rule in resources().rules.rules])
def test_examples_and_counterexamples(name: str) -> None:
    rule = next(rule for rule in resources().rules.rules if rule.name == name)
    assert check_rule(rule, resources()) == []


def test_every_predicate_has_a_rule() -> None:
    missing = set(resources().vocabulary.predicates) - {rule.predicate for rule in resources().rules.rules}
    assert not missing


def test_every_rule_has_a_counterexample() -> None:
    assert [rule.name for rule in resources().rules.rules if not rule.counterexamples] == []


def test_matching_looks_only_at_rules_that_a_word_triggers() -> None:
    for rule in resources().rules.rules:
        if isinstance(rule.pattern, ClausePattern):
            assert rule.pattern.lemmas, rule.name
