"""Decisions of reviewers on claims that were read from texts, as `decisions.csv` holds them: one row, one decision.

A row names its claim twice: by id, which hangs on the exact place in the text, and by what was read in which
sentence, which people understand and which still fits when the text has shifted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Final

from kg.claim.wording import Said, said_by
from kg.curate.tables import Cell, Columns, Row, read_table
from kg.curate.values import read_choice, read_day
from kg.errors import Fault
from kg.model.claim import MODALITIES, POLARITIES, Claim
from kg.model.identity import content_hash
from kg.model.review import ERROR_KINDS, VERDICTS

__all__ = ["COLUMNS", "FIXABLE", "NOTHING", "Decision", "latest", "read_decisions", "undecided"]

FIXABLE: Final = ("subject", "predicate", "object", "polarity", "modality", "speaker", "time")
NOTHING: Final = "-"
"""In the cell of a corrected speaker or time: there is none."""

_REQUIRED: Final = ("verdict", "subject", "predicate", "object", "document")
# In the order in which a person reads a row: who decided what, on which claim, from which sentence.
COLUMNS: Final = (
    *("date", "by", "verdict", "kind"),
    *("subject", "predicate", "object", "polarity", "modality", "speaker", "time", "details"),
    *(f"new_{part}" for part in FIXABLE),
    *("note", "rule", "document", "sentence", "claim"),
)
# Stands before an id, as in queries: a spreadsheet takes sixteen bare digits for a number and rounds it.
_CLAIM: Final = "claim:"
# Between the sentences of a claim that several show; no text has it.
_BETWEEN: Final = " || "


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on a claim: one of VERDICTS, for a wrong one with one of ERROR_KINDS, else "".

    `claim` (an id), `document`, `sentences` and `said` tell which claim it was, `rule` which rule had made it. `fixes`
    are those of its FIXABLE parts that were corrected, each with its cell. `file` and `line` say where the row stands;
    a decision that is not written yet has line 0.
    """

    claim: str
    document: str
    sentences: tuple[str, ...]
    said: Said
    verdict: str
    kind: str = ""
    fixes: tuple[tuple[str, Cell], ...] = ()
    by: str = ""
    day: date | None = None
    note: str = ""
    rule: str = ""
    file: Path = Path()
    line: int = 0

    def fault(self, message: str) -> Fault:
        """Return a fault of the decision's row."""
        return Fault(self.file, message, self.line)

    @property
    def id(self) -> str:
        """A hash of the row, wherever it stands."""
        return content_hash(*self.cells.values())

    @property
    def cells(self) -> dict[str, str]:
        """The texts of its row, by COLUMNS."""
        fixes = {f"new_{part}": cell.text for part, cell in self.fixes}
        own = {name: getattr(self, name) for name in ("verdict", "kind", "by", "note", "rule", "document")}
        found = {**asdict(self.said), **fixes, **own, "sentence": _BETWEEN.join(self.sentences)}
        found |= {"date": self.day.isoformat() if self.day else "", "claim": self.claim and f"{_CLAIM}{self.claim}"}
        return {name: " ".join(found.get(name, "").split()) for name in COLUMNS}


def undecided(claim: Claim) -> Decision:
    """Return the decision to decide on a claim later, from which others are made by replacing the verdict."""
    sentences = tuple(evidence.sentence for evidence in claim.evidence)
    return Decision(claim.id, claim.document, sentences, said_by(claim), "later", rule=claim.rule)


def latest(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the last decision on each claim, in the order of the claims' first decisions."""
    return tuple({decision.claim or (decision.document, decision.said): decision for decision in decisions}.values())


def read_decisions(path: Path, faults: list[Fault]) -> tuple[Decision, ...]:
    """Return the decisions of a file in its order; faulty rows are reported and left out.

    Sound rows count even where others are faulty: a typing error must not bring back what was rejected.
    """
    if not path.exists():
        return ()
    table = read_table(path, Columns(_REQUIRED, tuple(name for name in COLUMNS if name not in _REQUIRED)))
    own = list(table.faults)
    decisions = []
    for row in table.rows:
        before = len(own)
        decision = _decision(row, own)
        if len(own) == before:
            decisions.append(decision)
    faults += sorted(own, key=lambda fault: (fault.line, fault.column))
    return tuple(decisions)


def _decision(row: Row, faults: list[Fault]) -> Decision:
    verdict = read_choice(row.cells["verdict"], VERDICTS, faults)
    fixes = tuple((part, row.cells[f"new_{part}"]) for part in FIXABLE if f"new_{part}" in row.cells)
    if verdict == "fix" and not fixes:
        faults.append(row.fault("fix braucht mindestens eine Berichtigung in einer der Spalten new_…"))
    if verdict != "fix":
        faults += (cell.fault(f"eine Berichtigung; dann muss verdict fix sein, nicht {verdict}") for _, cell in fixes)
    if not {"claim", "sentence"} & set(row.cells):
        faults.append(row.fault("claim oder sentence muss sagen, welche Aussage gemeint ist"))
    return Decision(
        row.text("claim").removeprefix(_CLAIM),
        row.text("document"),
        tuple(filter(None, map(str.strip, row.text("sentence").split(_BETWEEN)))),
        _said(row, faults),
        verdict,
        read_choice(row.cells.get("kind"), ("", *ERROR_KINDS), faults),
        fixes,
        row.text("by"),
        read_day(row.cells.get("date"), faults),
        row.text("note"),
        row.text("rule"),
        row.file,
        row.line,
    )


def _said(row: Row, faults: list[Fault]) -> Said:
    for name, allowed in (("new_polarity", POLARITIES), ("new_modality", MODALITIES)):
        read_choice(row.cells.get(name), allowed, faults)
    return Said(
        row.text("subject"),
        row.text("predicate"),
        row.text("object"),
        read_choice(row.cells.get("polarity"), POLARITIES, faults),
        read_choice(row.cells.get("modality"), MODALITIES, faults),
        row.text("speaker"),
        row.text("time"),
        row.text("details"),
    )
