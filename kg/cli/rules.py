"""`kg rules`: see, test, explain and begin extraction rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.context import Session, pass_session, report
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.match.rules import Rule

__all__ = ["rules"]

NEW_RULE = """\
# Describe in a line what this file is about.
rules:
  - name: {name}
    predicate: unterstuetzt
    clause: {{verb: [unterstützen], subject: Akteur, object: Ding}}
    examples:
      - text: Frankreich unterstützt den Beitritt der Ukraine.
        claims: [Frankreich | unterstuetzt | Beitritt der Ukraine]
    counterexamples:
      - Das Programm unterstützt mehrere Sprachen.
"""


@click.group()
def rules() -> None:
    """See, test and explain the extraction rules."""


@rules.command("list")
@pass_session
def list_rules(session: Session) -> None:
    """List every rule with its predicate and measured precision."""
    from kg.pipeline import load_resources

    resources = load_resources(session.workspace())
    for rule in sorted(resources.rules.rules, key=lambda rule: (rule.predicate, rule.name)):
        click.echo(f"{rule.predicate:24} {rule.name:32} {resources.precision.of(rule.name)}")


@rules.command()
@click.argument("name")
@pass_session
def show(session: Session, name: str) -> None:
    """Show the rule or file of rules NAME: trigger, slots, examples."""
    from kg.pipeline import load_resources
    from kg.show.rules import rule_lines

    resources = load_resources(session.workspace())
    for rule in _called(resources.rules.rules, name):
        for line in rule_lines(rule, resources.precision):
            click.echo(line)


def _called(rules: Sequence[Rule], name: str) -> list[Rule]:
    """Return the rule of that name, or those in the file of that name."""
    found = [rule for rule in rules if name in (rule.name, rule.file.name)]
    if not found:
        raise KgError(f"no rule and no file of rules is called {name}; see them with: kg rules list")
    return found


@rules.command()
@click.argument("names", nargs=-1)
@pass_session
def test(session: Session, names: tuple[str, ...]) -> None:
    """Run the examples and counterexamples of all rules, or of the rules and files NAMES."""
    from kg.pipeline import check_rule, load_resources

    resources = load_resources(session.workspace())
    known = resources.rules.rules
    chosen = [rule for name in names for rule in _called(known, name)] if names else known
    problems = [(rule, problem) for rule in chosen for problem in check_rule(rule, resources)]
    click.echo(f"{len(chosen)} rules tested, {len({rule.name for rule, _ in problems})} of them fail")
    report(KgError(f"{rule.file}:{rule.line}: {rule.name}: {problem}") for rule, problem in problems)


@rules.command()
@click.argument("sentence")
@click.option("--published", default="2024-05-15", show_default=True, help="Date of publication (ISO).")
@pass_session
def explain(session: Session, sentence: str, published: str) -> None:
    """Show what is read in SENTENCE, which rules fire, and what the others lack."""
    from kg.match.matcher import best_matches, try_rules
    from kg.match.scene import build_scene
    from kg.model.text import Document
    from kg.pipeline import load_resources, read
    from kg.show.reading import reading_text
    from kg.show.rules import explanation

    resources = load_resources(session.workspace())
    annotations = read(Document("sentence", Path("sentence.txt"), sentence, published=published), resources)
    scene = build_scene(annotations, resources.vocabulary)
    outcomes = tuple(try_rules(scene, resources.rules))
    told = explanation(scene, outcomes, best_matches(scene, outcomes), resources.precision)
    for line in (*reading_text([annotations]), *told):
        click.echo(line)


@rules.command()
@click.argument("name")
@pass_session
def new(session: Session, name: str) -> None:
    """Begin a rule file NAME.yaml with a working rule to change."""
    path = session.workspace().ontology / "rules" / f"{name}.yaml"
    if path.exists():
        raise KgError(f"{path}: is there already; choose another name")
    path.write_text(NEW_RULE.format(name=name), encoding="utf-8")
    click.echo(f"Wrote {path}. Change it, then: kg rules test {name}")
