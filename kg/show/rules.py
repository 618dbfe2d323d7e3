"""Why rules fire or do not fire on a sentence, as terminal lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.claim.precision import Precision
from kg.match.clauses import Match, Miss
from kg.match.rules import ClausePattern, Rule
from kg.model.reading import Annotations

__all__ = ["explanation", "rule_lines"]


def explanation(annotations: Annotations, outcomes: Iterable[Match | Miss]) -> Iterator[str]:
    """Yield the rules that fired with their bindings, then the near misses with what they lacked."""
    found = list(outcomes)
    fired = [outcome for outcome in found if isinstance(outcome, Match)]
    missed = [outcome for outcome in found if isinstance(outcome, Miss)]
    text = annotations.document.text
    yield f"fired: {len(fired)}"
    for match in fired:
        yield f"  {match.rule.name} on «{annotations.tokens[match.trigger].text}» ({match.rule.predicate})"
        for part, filler in match.roles.items():
            labels = ", ".join(part.entity.label for part in filler.parts if part.entity)
            yield f"    {part} = «{text[filler.start : filler.end]}»{f' ({labels})' if labels else ''}"
    yield f"near misses: {len(missed)}"
    for miss in missed:
        word, (wanted, seen) = annotations.tokens[miss.trigger].text, miss.tell()
        yield f"  {miss.rule.name} on «{word}»: wants {wanted}; saw {seen}"


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
