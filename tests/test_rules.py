"""Every rule of the repository's workspace: its examples give their claims, its counterexamples give none."""

import pytest
from own_workspace import resources

from kg.match.rules import ClausePattern
from kg.pipeline import check_rule

pytestmark = pytest.mark.no_cover  # which lines run is seen elsewhere; tracing takes more than twice the time here


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
