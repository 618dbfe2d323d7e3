"""Claims that people judged by reading: their share of correct ones, and the precision of each rule.

    python -m eval.judged           (in tests/) prints the figures
    python -m eval.judged open      prints the claims without a judgement, each row below what is to be read
    python -m eval.judged write     writes ontology/rules/precision.csv

`judgements.csv` says for claims of 101 political articles of the German Wikinews what a reader found. It holds no text:
entities stand there as hashes of their ids. A claim counts as judged when a judgement agrees in document, ends,
predicate, polarity, modality and speaker and their evidence overlaps; any other reading of it is a new claim.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from eval.shared import ROOT, SHARED, resources

from kg.claim.precision import PRECISION_FILE
from kg.model.claim import Claim, Participant
from kg.model.identity import content_hash
from kg.model.review import ERROR_KINDS
from kg.model.text import Document
from kg.pipeline import Extraction, extract
from kg.read.files import read_paths

__all__ = ["COLUMNS", "VERDICTS", "Judgement", "judged_figures", "read_documents", "read_judgements"]

JUDGEMENTS = Path(__file__).with_name("judgements.csv")
ARTICLES = SHARED / "data" / "wikinews-quotes" / "train.jsonl"
DOCUMENTS = "# documents:"
VERDICTS = ("correct", *ERROR_KINDS)
COLUMNS = (
    "doc",
    "start",
    "end",
    "subject",
    "predicate",
    "object",
    "polarity",
    "modality",
    "speaker",
    "rule",
    "verdict",
)
HEADER = (
    "# How often each rule was right among the claims that people judged by reading. Generated: in tests/, run\n"
    "# python -m eval.judged write\n"
)


class Judgement(NamedTuple):
    """What a reader found of one claim; offsets into the document, hashes for entities, "" for no speaker."""

    doc: str
    start: int
    end: int
    subject: str
    predicate: str
    object: str
    polarity: str
    modality: str
    speaker: str
    rule: str
    verdict: str

    @property
    def identity(self) -> tuple[str, ...]:
        """What must agree for two to be about the same claim."""
        return (self.doc, self.subject, self.predicate, self.object, self.polarity, self.modality, self.speaker)


def read_documents() -> tuple[str, ...]:
    """Return the ids of the judged documents, which the header of the judgements lists."""
    lines = JUDGEMENTS.read_text(encoding="utf-8").splitlines()
    return tuple(name for line in lines if line.startswith(DOCUMENTS) for name in line.split()[2:])


def read_judgements() -> tuple[Judgement, ...]:
    """Return all judgements in the order of the file."""
    with JUDGEMENTS.open(encoding="utf-8", newline="") as handle:
        rows = csv.DictReader(line for line in handle if not line.startswith("#"))
        return tuple(Judgement(**{**row, "start": int(row["start"]), "end": int(row["end"])}) for row in rows)


@cache
def extractions() -> tuple[Extraction, ...]:
    """Read the judged documents through the workspace's own pipeline."""
    wanted = set(read_documents())
    found = (item for item in read_paths([ARTICLES]) if isinstance(item, Document) and item.id in wanted)
    return tuple(extract(document, resources()) for document in found)


def judged_figures() -> dict[str, float]:
    """Return the share of correct claims (per cent), claims per 100 words, and how many claims were judged."""
    verdicts = Counter(verdict for _, verdict in _current())
    judged = sum(number for verdict, number in verdicts.items() if verdict)
    words = sum(len(extraction.document.text.split()) for extraction in extractions())
    return {
        "correct": 100 * verdicts["correct"] / judged,
        "claims per 100 words": 100 * sum(verdicts.values()) / words,
        "judged": judged,
        "open": verdicts[""],
    } | {verdict: verdicts[verdict] for verdict in VERDICTS[1:]}


def by_rule() -> dict[str, tuple[int, int]]:
    """Return right and judged claims of each rule, worst first."""
    counts: dict[str, list[str]] = defaultdict(list)
    for claim, verdict in _current():
        if verdict:
            counts[claim.rule].append(verdict)
    found = {rule: (verdicts.count("correct"), len(verdicts)) for rule, verdicts in counts.items()}
    return dict(sorted(found.items(), key=lambda item: (item[1][0] / item[1][1], -item[1][1], item[0])))


def write_precision() -> None:
    """Write what `kg.claim.precision` reads."""
    rows = "".join(f"{rule},{right},{judged}\n" for rule, (right, judged) in sorted(by_rule().items()))
    (ROOT / "ontology" / "rules" / PRECISION_FILE).write_text(f"{HEADER}rule,right,judged\n{rows}", encoding="utf-8")


def print_open() -> None:
    """Print every claim without a judgement in words, and below it its row, whose verdict is to be filled in."""
    for claim, verdict in _current():
        if not verdict:
            print(f"# {_words(claim)}\n#   {claim.evidence[0].sentence}".replace("\n\n", " "))
            csv.writer(sys.stdout).writerow(_row(claim))


def _current() -> Iterator[tuple[Claim, str]]:
    known: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    for judgement in read_judgements():
        known[judgement.identity].append(judgement)
    for extraction in extractions():
        for claim in extraction.claims:
            row = _row(claim)
            same = (j for j in known[row.identity] if j.start < row.end and row.start < j.end)
            yield claim, next((judgement.verdict for judgement in same), "")


def _row(claim: Claim) -> Judgement:
    place = claim.evidence[0]
    return Judgement(
        doc=claim.document,
        start=place.start,
        end=place.end,
        subject=content_hash(claim.subject.entity.id),
        predicate=claim.predicate,
        object=content_hash(claim.object.entity.id),
        polarity=claim.polarity,
        modality=claim.modality,
        speaker=content_hash(claim.speaker.entity.id) if claim.speaker else "",
        rule=claim.rule,
        verdict="",
    )


def _words(claim: Claim) -> str:
    def named(role: str, participant: Participant | None) -> list[str]:
        return [f"{role}{participant.entity.label}"] if participant else []

    parts = [claim.subject.entity.label, claim.predicate, claim.object.entity.label]
    parts += [part for part in (claim.polarity, claim.modality) if part not in ("pos", "asserted")]
    parts += [part for name, participant in claim.qualifiers for part in named(f"{name}: ", participant)]
    return " | ".join(parts + named("sagt: ", claim.speaker))


if __name__ == "__main__":
    if sys.argv[1:] == ["open"]:
        print_open()
    elif sys.argv[1:] == ["write"]:
        write_precision()
    else:
        for name, figure in judged_figures().items():
            print(f"{name:24}{figure:8.2f}")
        for rule, (right, judged) in by_rule().items():
            print(f"{rule:32}{right:4}{judged:4}")
