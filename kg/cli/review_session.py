"""The conversation of `kg review`: one claim, one key."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from kg.cli.keys import ask_key
from kg.cli.review_desk import Desk, record
from kg.curate.decision_file import withdraw_decision
from kg.curate.decisions import NOTHING, Decision, undecided
from kg.curate.tables import Cell
from kg.model.claim import MODALITIES, POLARITIES, Claim
from kg.show.review import KIND_LABELS, PART_LABELS, VERDICT_LABELS, question_lines

__all__ = ["ask_all"]

CHOICES = {"polarity": POLARITIES, "modality": MODALITIES}
KEYS = {"r": "correct", "f": "wrong", "k": "fix", "s": "later"}
BACK, END, REST = "z", "q", "."
MENU = "r richtig · f falsch · k korrigieren · s später · z zurück · q Ende"
KINDS = " · ".join(f"{number} {label}" for number, label in enumerate(KIND_LABELS.values(), 1)) + " · z zurück"


def ask_all(desk: Desk, claims: tuple[Claim, ...]) -> int:
    """Ask for each claim until the end or `q`, and return how many decisions were taken; `z` takes back the last."""
    taken: list[Decision] = []
    while len(taken) < len(claims):
        claim = claims[len(taken)]
        click.echo(f"\n[{len(taken) + 1} von {len(claims)}]")
        for line in question_lines(claim, desk.graph.sources, desk.graph.vocabulary):
            click.echo(line)
        key = ask_key(MENU, (*KEYS, BACK, END))
        if key == END:
            break
        if key == BACK:
            _take_back(desk, taken)
        elif decision := _decision(desk, claim, KEYS[key]):
            taken.append(record(desk, decision))
    if not claims:
        click.echo("nichts zu entscheiden")
    return len(taken)


def _take_back(desk: Desk, taken: list[Decision]) -> None:
    if taken:
        last = taken.pop()
        withdraw_decision(desk.table, last)
        click.echo(f"zurückgenommen: {VERDICT_LABELS[last.verdict]}")
    else:
        click.echo("noch nichts entschieden")


def _decision(desk: Desk, claim: Claim, verdict: str) -> Decision | None:
    """Return the decision with what it needs to know, None where the reviewer went back."""
    decision = replace(undecided(claim), verdict=verdict)
    if verdict == "wrong":
        kind = ask_key(KINDS, (*(str(number) for number, _ in enumerate(KIND_LABELS, 1)), BACK))
        return None if kind == BACK else replace(decision, kind=list(KIND_LABELS)[int(kind) - 1])
    if verdict == "fix":
        fixes = _fixes(desk, claim)
        return replace(decision, fixes=fixes) if fixes else None
    return decision


def _fixes(desk: Desk, claim: Claim) -> tuple[tuple[str, Cell], ...]:
    """Return what the reviewer types for each part, asked again until it can be understood; nothing to go back."""
    said = undecided(claim).said
    click.echo(f"Neuer Wert; leer: bleibt, {NOTHING}: keiner (Sprecher, Zeit), {REST}: der Rest bleibt, {BACK}: zurück")
    fixes: tuple[tuple[str, Cell], ...] = ()
    for part, label in PART_LABELS.items():
        choices = f" ({', '.join(CHOICES[part])})" if part in CHOICES else ""
        text = _understood(desk, claim, fixes, part, f"{label}{choices} [{getattr(said, part) or NOTHING}]: ")
        if text == BACK:
            return ()
        if text == REST:
            break
        if text:
            fixes = (*fixes, (part, desk.cell(part, text)))
    if not fixes:
        click.echo("nichts geändert")
    return fixes


def _understood(desk: Desk, claim: Claim, fixes: tuple[tuple[str, Cell], ...], part: str, prompt: str) -> str:
    while True:
        text = _line(prompt)
        faults = desk.fixed(claim, (*fixes, (part, desk.cell(part, text)))) if text not in ("", REST, BACK) else ()
        if not faults:
            return text
        for fault in faults:
            click.echo(f"  {fault.message}")


def _line(prompt: str) -> str:
    click.echo(prompt, nl=False)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo()
    return line.strip() if line else BACK
