"""The checksum of a rule changes with its meaning and with nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest
from sample_graph import BASE

from kg.match.rules import ClausePattern, Example, Rule, Slot
from kg.rdf.rules import rule_quads, rules_from

PATTERN = ClausePattern("verb", frozenset({"besuchen", "bereisen", "aufsuchen"}), (Slot("subject"),))
RULE = Rule("besuchen", "besucht", PATTERN, (("object", ("object",)),))


def checksum(rule: Rule) -> str:
    return rules_from(rule_quads([rule], BASE), BASE)["besuchen"]


@pytest.mark.parametrize(
    "changes",
    [
        {"examples": (Example("Anna besucht Bern.", ("Anna | besucht | Bern",)),)},
        {"counterexamples": ("Anna ruht.",)},
        {"file": Path("andere.yaml"), "line": 9},
        {"pattern": replace(PATTERN, lemmas=frozenset({"aufsuchen", "besuchen", "bereisen"}))},
    ],
)
def test_what_does_not_matter_keeps_the_checksum(changes: dict[str, object]) -> None:
    assert checksum(replace(RULE, **changes)) == checksum(RULE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        {"predicate": "trifft"},
        {"priority": 3},
        {"modality": "planned"},
        {"pattern": replace(PATTERN, lemmas=frozenset({"besuchen"}))},
        {"claim": (("object", ("pp.in",)),)},
    ],
)
def test_what_matters_changes_it(changes: dict[str, object]) -> None:
    assert checksum(replace(RULE, **changes)) != checksum(RULE)  # type: ignore[arg-type]


def test_it_is_the_same_in_every_run() -> None:
    assert checksum(RULE) == "160d53d8ae6db242137bdc47a0e23e82c69af0242d562cbd6d65ad08083e3e0e"
