"""Whether extraction grows slower with the number of rules: 50 and 500 of ours, all of ours, and 5,000.

    python tests/bench/bench_rules.py [--rounds N] [--articles N]

The rival is extraction with 50 rules, every n-th of ours by name, in the same run. Beyond ours the set is filled
up with copies that other words trigger, as rules for other topics would be. Seconds are the processor's, of the
quickest of N rounds over the repository's own articles, read before so that every word list is at hand.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from kg import pipeline
from kg.match.load import make_rule_set
from kg.match.matcher import find_matches
from kg.match.rules import ClausePattern, OfficePattern, Rule, RuleSet
from kg.match.scene import build_scene
from kg.model.text import Document
from kg.read.files import read_paths
from kg.workspace import find_workspace

ROOT = Path(__file__).resolve().parents[2]
FEW = 50


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10, help="how often each set is tried (10)")
    parser.add_argument("--articles", type=int, help="how many of the articles are read (all)")
    options = parser.parse_args()
    resources = pipeline.load_resources(find_workspace(ROOT))
    documents = [d for d in read_paths([ROOT / "seeds" / "articles"]) if isinstance(d, Document)][: options.articles]
    readings = [pipeline.read(document, resources) for document in documents]
    tokens = sum(len(reading.tokens) for reading in readings)
    ours = sorted(resources.rules.rules, key=lambda rule: rule.name)
    sets = [some(ours, FEW), some(ours, 500), make_rule_set(ours), filled(ours, 5000)]
    alone = quickest(
        [
            lambda rules=rules: [find_matches(build_scene(r, resources.vocabulary), rules) for r in readings]
            for rules in sets
        ],
        options.rounds,
    )
    chosen = [replace(resources, rules=rules) for rules in sets]
    whole = quickest(
        [lambda using=using: [pipeline.extract(document, using) for document in documents] for using in chosen],
        options.rounds,
    )
    for rules, matching, extracting in zip(sets, alone, whole, strict=True):
        print(
            f"{len(rules.rules):5} rules: matching {tokens / matching:10,.0f} tokens/s, "
            f"whole extraction {tokens / extracting:8,.0f} tokens/s, "
            f"{extracting / whole[0]:.2f} times as long as with {FEW}"
        )


def some(ours: list[Rule], size: int) -> RuleSet:
    """Return every n-th of our rules, so many that they make `size`."""
    return make_rule_set(ours[:: len(ours) // size][:size])


def filled(ours: list[Rule], size: int) -> RuleSet:
    """Return our rules and as many copies under other words as make `size`."""
    clauses = [rule for rule in ours if not isinstance(rule.pattern, OfficePattern)]
    copies = islice(cycle(clauses), max(0, size - len(ours)))
    return make_rule_set([*ours, *(elsewhere(rule, number) for number, rule in enumerate(copies))])


def elsewhere(rule: Rule, number: int) -> Rule:
    """Return a copy of a rule under a name of its own that words of no text trigger."""
    pattern = rule.pattern
    if isinstance(pattern, ClausePattern):
        moved = replace(pattern, lemmas=frozenset(f"{lemma}#{number}" for lemma in pattern.lemmas))
    else:
        moved = replace(pattern, triggers=frozenset(f"{word}#{number}" for word in pattern.triggers))
    return replace(rule, name=f"{rule.name}-{number}", pattern=moved)


def quickest(works: list[Callable[[], object]], rounds: int) -> list[float]:
    """Return the seconds of the quickest round of each; they take turns, so that a busy machine slows all alike."""
    seconds: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, taken in zip(works, seconds, strict=True):
            start = process_time()
            work()
            taken.append(process_time() - start)
    return [min(taken) for taken in seconds]


if __name__ == "__main__":
    main()
