"""What reviewing needs of a workspace: the claims of its graph, the table of decisions, and what may be named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kg.claim.precision import load_precision
from kg.cli.graph import StoredGraph, read_graph
from kg.curate.agenda import Filter, agenda
from kg.curate.corrections import correct
from kg.curate.decision_file import append_decision
from kg.curate.decisions import FIXABLE, Decision, latest, read_decisions, undecided
from kg.curate.load import DECISIONS
from kg.curate.names import Names, suggestion
from kg.curate.review import apply_decisions
from kg.curate.tables import Cell
from kg.errors import Fault, FaultyInput, KgError
from kg.model.claim import CURATED, Claim
from kg.show.card import find_entity
from kg.show.review import PART_LABELS, decision_lines
from kg.workspace import Workspace

__all__ = ["Desk", "decide", "decided_lines", "open_desk", "record", "waiting"]


@dataclass(frozen=True, slots=True)
class Desk:
    """A workspace opened to review its claims: `table` is where decisions go, `by` who takes them."""

    workspace: Workspace
    graph: StoredGraph
    names: Names
    table: Path
    decisions: tuple[Decision, ...]
    by: str

    def fixed(self, claim: Claim, fixes: tuple[tuple[str, Cell], ...]) -> tuple[Fault, ...]:
        """Return what cannot be understood in a correction."""
        faults: list[Fault] = []
        correct(claim, fixes, names=self.names, vocabulary=self.graph.vocabulary, faults=faults)
        return tuple(faults)

    def cell(self, part: str, text: str) -> Cell:
        """Return what a reviewer typed for a part of a claim, called by the part's German name in faults."""
        return Cell(text.strip(), PART_LABELS[part], self.table)


def open_desk(workspace: Workspace, *, by: str) -> Desk:
    """Open a workspace's built graph for review; raise FaultyInput where its decisions have faults."""
    if workspace.builtin:
        raise KgError("the built-in example is read-only; make a workspace of your own: kg init FOLDER")
    graph = read_graph(workspace)
    names = Names.of(graph.entities.values(), themes=graph.vocabulary.themes)
    return Desk(workspace, graph, names, _table(workspace), _decisions(workspace), by)


def waiting(desk: Desk, only: Filter, *, claim: str | None = None, limit: int | None = None) -> tuple[Claim, ...]:
    """Return the claims to ask for, in order: this one, whatever was decided on it, or those that pass the filter."""
    if claim:
        return (_stored(desk, claim),)
    if only.entity:
        only = replace(only, entity=find_entity(only.entity, desk.graph.entities.values()).id)
    precision = load_precision(desk.workspace.ontology / "rules")
    reviewed = apply_decisions(desk.graph.claims, desk.decisions, names=desk.names, vocabulary=desk.graph.vocabulary)
    return agenda(desk.graph.claims, reviewed.decided, precision=precision, only=only)[:limit]


def decide(desk: Desk, claim: str, verdict: str, *, kind: str, parts: tuple[str, ...], note: str) -> None:
    """Take a decision that was given in words; raise KgError for what cannot be understood, and write nothing."""
    fixes = tuple(_fix(desk, part) for part in parts)
    if fixes:
        faults = desk.fixed(_stored(desk, claim), fixes)
        if faults:
            raise KgError("; ".join(fault.message for fault in faults))
    record(desk, replace(_about(desk, claim), verdict=verdict, kind=kind, fixes=fixes, note=note))


def record(desk: Desk, decision: Decision) -> Decision:
    """Write a decision down, signed and dated, and return it as it stands."""
    signed = replace(decision, by=desk.by, day=date.today())
    append_decision(desk.table, signed)
    return signed


def decided_lines(workspace: Workspace, *, rejected: bool) -> Iterator[str]:
    """Yield all decisions, or the last on each claim that is rejected; raise FaultyInput for faults of the table."""
    decisions = _decisions(workspace)
    chosen = (decision for decision in latest(decisions) if decision.verdict == "wrong")
    return decision_lines(chosen if rejected else decisions)


def _table(workspace: Workspace) -> Path:
    return workspace.seeds / "curated" / DECISIONS


def _decisions(workspace: Workspace) -> tuple[Decision, ...]:
    faults: list[Fault] = []
    decisions = read_decisions(_table(workspace), faults)
    if faults:
        raise FaultyInput(tuple(faults))
    return decisions


def _about(desk: Desk, claim: str) -> Decision:
    """Return the open decision on a claim of the graph, or on one that earlier decisions took out of it."""
    identifier = _identifier(claim)
    earlier = [decision for decision in desk.decisions if decision.claim == identifier]
    if earlier and all(stored.id != identifier for stored in desk.graph.claims):
        return replace(earlier[-1], verdict="later", kind="", fixes=(), note="", line=0)
    return undecided(_stored(desk, claim))


def _stored(desk: Desk, claim: str) -> Claim:
    found = next((stored for stored in desk.graph.claims if stored.id == _identifier(claim)), None)
    if found is None:
        raise KgError(f"no claim of the graph has the id {claim}; kg review names the id of each claim it asks for")
    if found.rule == CURATED:
        row = found.evidence[0]
        file = desk.graph.sources[row.document].title
        raise KgError(f"{claim} is a row, not read from a text; change it in seeds/curated/{file}, line {row.line}")
    return found


def _identifier(claim: str) -> str:
    """Return the id of a claim given as such, as in queries (claim:…) or by its IRI."""
    return claim.rpartition("/")[2].rpartition(":")[2]


def _fix(desk: Desk, given: str) -> tuple[str, Cell]:
    part, sign, value = given.partition("=")
    if part not in FIXABLE or not sign or not value.strip():
        hint = suggestion(part, FIXABLE)
        raise KgError(f"--set {given}: write PART=VALUE, where PART is one of {', '.join(FIXABLE)}{hint}")
    return part, desk.cell(part, value)
