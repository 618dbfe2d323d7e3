"""Claims and what people decided on them: the decisions applied to what was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final

from rapidfuzz import fuzz

from kg.claim.wording import Said, said_by
from kg.curate.corrections import correct
from kg.curate.decisions import NOTHING, Decision
from kg.curate.names import Names
from kg.errors import Fault
from kg.model.claim import Claim, Participant
from kg.model.review import Review
from kg.model.vocabulary import Vocabulary

__all__ = ["Outcome", "Reviewed", "apply_decisions"]

# Indel similarity of sentences in percent. In 321 articles (our examples and the German Wikinews) 99.9 % of the 29,736
# pairs of different sentences of one document have less than 64, the most alike that say the same have 53; with a third
# of its words changed, dropped or added, 99.9 % of 1,529 sentences keep more than 68.
SAME_SENTENCE: Final = 65
# In another document (the file was renamed, or an agency's text stands twice) only a typing error may be corrected.
SAME_ELSEWHERE: Final = 95


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a decision.

    `claim` is what it decided on, as it was read, None where nothing fits; `result` is what stands in its place, None
    where nothing does. `faults` say why it has no effect; the claim then stands as it was.
    """

    decision: Decision
    claim: Claim | None = None
    result: Claim | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def approves(self) -> bool:
        """Tell whether the decision says that what stands now is right."""
        return self.decision.verdict in ("correct", "fix") and not self.faults


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The claims that stand, in their order, and the outcome of each decision, in the order of the file."""

    claims: tuple[Claim, ...]
    outcomes: tuple[Outcome, ...] = ()

    @property
    def unfit(self) -> tuple[Fault, ...]:
        """What is to be said of decisions that no claim fits."""
        return tuple(fault for outcome in self.outcomes if outcome.claim is None for fault in outcome.faults)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Why corrections cannot be made."""
        return tuple(fault for outcome in self.outcomes if outcome.claim for fault in outcome.faults)

    @property
    def decided(self) -> dict[str, Decision]:
        """The last decision on each claim, by the claim's id."""
        return {outcome.claim.id: outcome.decision for outcome in self.outcomes if outcome.claim}

    @property
    def approved(self) -> dict[str, Claim]:
        """The claim that each decision lets stand, by the decision's id; none for decisions that later ones replace."""
        last = self.decided
        return {
            outcome.decision.id: outcome.result
            for outcome in self.outcomes
            if outcome.approves and outcome.claim and outcome.result and last[outcome.claim.id] == outcome.decision
        }


def apply_decisions(
    claims: Iterable[Claim], decisions: Iterable[Decision], *, names: Names, vocabulary: Vocabulary
) -> Reviewed:
    """Return what stands after the decisions; of several on one claim the last counts.

    A decision fits a claim that says what was decided on (whatever its time and details, unless these were confirmed)
    and has the same id or a sentence like one that was shown; of several it fits the most alike. A correction also fits
    the corrected claim itself, should reading have learned better, and a later decision what an earlier one corrected.
    """
    read, taken = tuple(claims), tuple(decisions)
    if not taken:
        return Reviewed(read)
    standing = _Standing(names, vocabulary)
    for origin, claim in enumerate(read):
        standing.add(origin, claim)
    outcomes = tuple(standing.decide(decision) for decision in taken)
    return Reviewed(tuple(claim for claim in standing.results.values() if claim), outcomes)


@dataclass(slots=True)
class _Standing:
    """What stands for each claim that was read, by its place, and its versions by predicate and name of the subject."""

    names: Names
    vocabulary: Vocabulary
    results: dict[int, Claim | None] = field(default_factory=dict)
    versions: defaultdict[tuple[str, str], list[tuple[int, Claim]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, origin: int, version: Claim) -> None:
        self.results[origin] = version
        for name in set(version.subject.entity.names):
            self.versions[version.predicate, name].append((origin, version))

    def decide(self, decision: Decision) -> Outcome:
        found = self._find(decision, decision.said)
        if found:
            return self._effect(decision, *found)
        learned = self._find(decision, _target(decision))
        if learned:
            return self._confirm(decision, *learned)
        return Outcome(decision, faults=(decision.fault(f"passt auf keine Aussage mehr: {decision.said.line}"),))

    def _effect(self, decision: Decision, origin: int, version: Claim) -> Outcome:
        if decision.verdict == "correct":
            return self._confirm(decision, origin, version)
        if decision.verdict == "fix":
            return self._correct(decision, origin, version)
        self.results[origin] = None if decision.verdict == "wrong" else version
        return Outcome(decision, version, self.results[origin])

    def _confirm(self, decision: Decision, origin: int, version: Claim) -> Outcome:
        before = version.review.before if version.review else None
        review = Review(decision.by, decision.day, before)
        self.results[origin] = replace(version, review=review, confidence=1.0)
        return Outcome(decision, version, self.results[origin])

    def _correct(self, decision: Decision, origin: int, version: Claim) -> Outcome:
        faults: list[Fault] = []
        fixed = correct(version, decision.fixes, names=self.names, vocabulary=self.vocabulary, faults=faults)
        if fixed is None:
            return Outcome(decision, version, version, tuple(faults))
        if fixed is version:
            return self._confirm(decision, origin, version)
        review = Review(decision.by, decision.day, said_by(version).line)
        twin = self._twin(origin, fixed)
        if twin is None:
            fixed = replace(fixed, review=review)
            self.add(origin, fixed)
            return Outcome(decision, version, fixed)
        # What the correction says was also read elsewhere in the text: one claim is enough.
        other, same = twin
        self.results[origin] = None
        self.results[other] = replace(same, review=review, confidence=1.0)
        return Outcome(decision, version, self.results[other])

    def _twin(self, origin: int, fixed: Claim) -> tuple[int, Claim] | None:
        said = said_by(fixed)
        for other, version in self.versions[fixed.predicate, fixed.subject.entity.id]:
            result = self.results[other]
            if result is version and other != origin and result.document == fixed.document and said_by(result) == said:
                return other, result
        return None

    def _find(self, decision: Decision, said: Said) -> tuple[int, Claim] | None:
        """Return the version that fits best, with the place of the claim it comes from."""
        saying = [
            (origin, claim)
            for way in self._ways(said)
            for origin, claim in self.versions.get((way.predicate, way.subject), ())
            if _says(claim, way, whole=decision.verdict == "correct")
        ]
        ranked = [(_likeness(claim, decision, said), place) for place, (_, claim) in enumerate(saying)]
        fitting = [(likeness, place) for likeness, place in ranked if likeness]
        return saying[max(fitting)[1]] if fitting else None

    def _ways(self, said: Said) -> tuple[Said, ...]:
        """Return what was said, and its other direction where the predicate has none."""
        predicate = self.vocabulary.predicates.get(said.predicate)
        if predicate is None or not predicate.symmetric:
            return (said,)
        return said, replace(said, subject=said.object, object=said.subject)


def _says(claim: Claim, said: Said, *, whole: bool) -> bool:
    spoken = _called(claim.speaker, said.speaker) if claim.speaker else not said.speaker
    ends = _called(claim.subject, said.subject) and _called(claim.object, said.object)
    if not (ends and spoken and (claim.polarity, claim.modality) == (said.polarity, said.modality)):
        return False
    now = said_by(claim)
    return not whole or (said.time in ("", now.time) and said.details in ("", now.details))


def _called(participant: Participant, name: str) -> bool:
    return name in participant.entity.names


def _likeness(claim: Claim, decision: Decision, said: Said) -> tuple[bool, bool, bool, float] | None:
    """Return how well a claim that says the same fits a decision, to be compared; None where it does not."""
    pairs = product((evidence.sentence for evidence in claim.evidence), decision.sentences)
    alike = max((_similarity(now, then) for now, then in pairs), default=0.0)
    here, same = claim.document == decision.document, claim.id == decision.claim
    if not same and alike < (SAME_SENTENCE if here else SAME_ELSEWHERE):
        return None
    return same, here, said_by(claim).details == said.details, alike


def _similarity(sentence: str, other: str) -> float:
    return fuzz.ratio(" ".join(sentence.split()), " ".join(other.split()))


def _target(decision: Decision) -> Said:
    """Return what a correction says, as far as its cells are written as reading would."""
    fixes = {part: "" if cell.text == NOTHING else cell.text for part, cell in decision.fixes}
    return replace(decision.said, **fixes)
