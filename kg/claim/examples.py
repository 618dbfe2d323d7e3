"""What a rule's examples promise, held against what is found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.match.rules import Example, Rule
from kg.model.claim import MODALITIES, Claim, Participant

__all__ = ["Expectation", "check_counterexample", "check_example", "meets", "parse_expectation", "written"]


@dataclass(frozen=True, slots=True)
class Expectation:
    """A claim as an example writes it; `extras` are qualifiers, "sagt" (speaker), "Zeit" and "Menge"."""

    subject: str
    predicate: str
    object: str
    polarity: str = "pos"
    modality: str = "asserted"
    extras: tuple[tuple[str, str], ...] = ()


def parse_expectation(text: str) -> Expectation:
    """Read `subject | predicate | object | neg | planned | name: value …`; raise ValueError saying what is wrong."""
    parts = [part.strip() for part in text.split("|")]
    if len(parts) < 3:
        raise ValueError(f"'{text}': expected 'subject | predicate | object'")
    polarity, modality = "pos", "asserted"
    extras: list[tuple[str, str]] = []
    for part in parts[3:]:
        name, colon, value = part.partition(":")
        if part in ("pos", "neg"):
            polarity = part
        elif part in MODALITIES:
            modality = part
        elif colon:
            extras.append((name.strip(), value.strip()))
        else:
            raise ValueError(f"'{text}': cannot read '{part}'; expected neg, a modality or 'name: value'")
    return Expectation(parts[0], parts[1], parts[2], polarity, modality, tuple(extras))


def meets(claim: Claim, expected: Expectation, *, symmetric: bool) -> bool:
    """Tell whether a claim is the expected one; a speaker that is not expected must not be there."""
    ends = [(claim.subject, claim.object)] + ([(claim.object, claim.subject)] if symmetric else [])
    if not any(_named(s, expected.subject) and _named(o, expected.object) for s, o in ends):
        return False
    said = claim.speaker is None or any(name == "sagt" for name, _ in expected.extras)
    same = (claim.predicate, claim.polarity, claim.modality)
    wanted = (expected.predicate, expected.polarity, expected.modality)
    return same == wanted and said and all(_extra(claim, name, value) for name, value in expected.extras)


def check_example(rule: Rule, example: Example, claims: Iterable[Claim], *, symmetric: bool) -> list[str]:
    """Return a line for each promised claim that cannot be read or that the rule did not make of the example."""
    own = [claim for claim in claims if claim.rule == rule.name]
    found = "; ".join(written(claim) for claim in own) or "nothing"
    problems = []
    for promised in example.claims:
        try:
            expected = parse_expectation(promised)
        except ValueError as error:
            problems.append(str(error))
            continue
        if not any(meets(claim, expected, symmetric=symmetric) for claim in own):
            problems.append(f"«{example.text}» gave {found}; expected {promised}")
    return problems


def check_counterexample(rule: Rule, text: str, claims: Iterable[Claim]) -> list[str]:
    """Return a line for each claim that this rule made of a text that it must leave alone."""
    return [f"«{text}» gave {written(claim)}; expected nothing" for claim in claims if claim.rule == rule.name]


def _named(participant: Participant, name: str) -> bool:
    return name in participant.entity.names


def _extra(claim: Claim, name: str, value: str) -> bool:
    if name == "sagt":
        return claim.speaker is not None and _named(claim.speaker, value)
    if name == "Zeit":
        return claim.when is not None and claim.when.value == value
    if name == "Menge":
        return claim.quantity is not None and f"{claim.quantity.value:.15g} {claim.quantity.unit}".strip() == value
    return any(found == name and _named(participant, value) for found, participant in claim.qualifiers)


def written(claim: Claim) -> str:
    """Write a claim as an example does, the inverse of `parse_expectation` but for amounts and times."""
    parts = [claim.subject.entity.label, claim.predicate, claim.object.entity.label]
    parts += [claim.polarity] if claim.polarity == "neg" else []
    parts += [claim.modality] if claim.modality != "asserted" else []
    parts += [f"sagt: {claim.speaker.entity.label}"] if claim.speaker else []
    parts += [f"{name}: {participant.entity.label}" for name, participant in claim.qualifiers]
    return " | ".join(parts)
