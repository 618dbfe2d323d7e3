"""Why rules fire or do not fire on a sentence, as terminal lines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kg.claim.claims import make_claims
from kg.claim.examples import written
from kg.claim.precision import Precision
from kg.claim.unclaimed import why_unclaimed
from kg.match.clauses import Match, Miss
from kg.match.rules import ClausePattern, Rule
from kg.match.scene import Scene

__all__ = ["explanation", "rule_lines"]


def explanation(
    scene: Scene, outcomes: Iterable[Match | Miss], kept: Collection[Match], precision: Precision
) -> Iterator[str]:
    """Yield the rules that fired with their bindings and claims, then the near misses with what they lacked.

    `kept` are the matches that no other comes before.
    """
    found = list(outcomes)
    tokens = scene.annotations.tokens
    fired = [outcome for outcome in found if isinstance(outcome, Match)]
    missed = [outcome for outcome in found if isinstance(outcome, Miss)]
    yield f"fired: {len(fired)}"
    for match in fired:
        yield f"  {match.rule.name} on «{tokens[match.trigger].text}» ({match.rule.predicate})"
        yield from _bindings(scene, match)
        yield from _results(scene, match, precision) if match in kept else ["    no claim: another rule comes before"]
    yield f"near misses: {len(missed)}"
    for miss in missed:
        word, (wanted, seen) = tokens[miss.trigger].text, miss.tell()
        yield f"  {miss.rule.name} on «{word}»: wants {wanted}; saw {seen}"


def _bindings(scene: Scene, match: Match) -> Iterator[str]:
    text = scene.annotations.document.text
    for part, filler in match.roles.items():
        labels = ", ".join(part.entity.label for part in filler.parts if part.entity)
        yield f"    {part} = «{text[filler.start : filler.end]}»{f' ({labels})' if labels else ''}"


def _results(scene: Scene, match: Match, precision: Precision) -> Iterator[str]:
    claims = make_claims(scene, (match,), precision)
    yield from (f"    claim: {written(claim)}" for claim in claims)
    if not claims:
        yield f"    no claim: {why_unclaimed(scene, match)}"


def rule_lines(rule: Rule, precision: Precision) -> Iterator[str]:
    """Yield what a rule is: predicate, place, trigger, examples."""
    yield f"{rule.name}: {rule.predicate} ({rule.file.name}:{rule.line}, priority {rule.priority})"
    if isinstance(rule.pattern, ClausePattern):
        yield f"  {rule.pattern.trigger}: {', '.join(sorted(rule.pattern.lemmas))}"
        for slot in rule.pattern.slots:
            words = f" of {', '.join(sorted(slot.lemmas))}" if slot.lemmas else ""
            yield f"  {slot.path}: {'|'.join(slot.types)}{words}{' (optional)' if slot.optional else ''}"
    for part, paths in rule.claim:
        yield f"  claim {part} from {' or '.join(paths)}"
    right, judged = precision.by_rule.get(rule.name, (0, 0))
    yield f"  measured precision: {precision.of(rule.name)} ({right} of {judged} judged claims right)"
    for example in rule.examples:
        yield f"  + {example.text}"
        yield from (f"      {claim}" for claim in example.claims)
    yield from (f"  - {text}" for text in rule.counterexamples)
