"""`kg entities`: who and what the graph speaks of, and which of them are one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import click

from kg.cli.context import Session, pass_session
from kg.cli.graph import StoredGraph, read_graph
from kg.cli.keys import ask_key
from kg.errors import FaultyInput, KgError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.curate.proposals import Proposal
    from kg.model.claim import Claim
    from kg.model.entity import Entity
    from kg.workspace import Workspace

__all__ = ["entities"]

KEYS = {"j": "same_as", "y": "same_as", "n": "different_from", "u": "unsure"}
LATER, END = "s", "q"
QUESTION = "      dieselbe? j ja · n nein · u unsicher · s später · q Ende"


@click.group()
def entities() -> None:
    """List and search entities, and say which of them are one."""


@entities.command("list")
@click.option("--type", "type_", help="Only this class and those below it, such as Person.")
@click.option("--provisional", is_flag=True, help="Only names found in texts that no table knows.")
@click.option("--document", help="Only those in the claims of this document.")
@pass_session
def list_entities(session: Session, type_: str | None, provisional: bool, document: str | None) -> None:
    """List the entities of the graph with the number of their claims, the most frequent first."""
    graph = read_graph(session.workspace())
    if type_ is not None and type_ not in graph.vocabulary.classes:
        raise KgError(f"no class is called {type_}; known are {', '.join(sorted(graph.vocabulary.classes))}")
    if document is not None and document not in graph.sources:
        raise KgError(f"no document is called {document}; known are {', '.join(graph.sources)}")
    claims = _claims_of(graph, document)
    found = [
        entity
        for entity in graph.entities.values()
        if (document is None or entity.id in claims)
        and (entity.provisional or not provisional)
        and (type_ is None or graph.vocabulary.is_a(entity.type, type_))
    ]
    _print(sorted(found, key=lambda entity: (-len(claims.get(entity.id, ())), entity.label)), claims)


@entities.command()
@click.argument("name")
@pass_session
def search(session: Session, name: str) -> None:
    """Search for NAME among labels and aliases, whatever its spelling or transliteration."""
    from kg.curate.search import search_entities

    graph = read_graph(session.workspace())
    found = search_entities(name, graph.entities.values())
    if not found:
        raise KgError(f"nothing in the graph is called like {name}")
    _print(found, _claims_of(graph))


@entities.command()
@click.option("--list", "list_", is_flag=True, help="Only list the proposals, ask nothing.")
@click.option("--unsure", is_flag=True, help="Ask again, at the end, what was answered with unsure.")
@click.option("--limit", type=click.IntRange(1), help="At most so many proposals.")
@pass_session
def merges(session: Session, list_: bool, unsure: bool, limit: int | None) -> None:
    """Propose entities that may be one, best first, and write the answers to seeds/curated/entities.csv.

    One key each: j or y for yes, n for no, u for unsure, s for later, q to stop. A yes counts from the next
    kg build on; a no is never asked again; kg entities split takes either back.
    """
    from kg.show.entities import proposal_lines

    workspace = session.workspace()
    graph = read_graph(workspace)
    claims = _claims_of(graph)
    gone: set[str] = set()
    for proposal in _proposals(workspace, graph, unsure=unsure)[:limit]:
        if gone.isdisjoint({proposal.keep.id, proposal.other.id}):
            for line in proposal_lines(proposal, claims):
                click.echo(line)
            key = LATER if list_ else ask_key(QUESTION, (*KEYS, LATER, END))
            if key == END:
                break
            if key in KEYS:
                _answer(workspace, proposal.keep, proposal.other, KEYS[key])
            if KEYS.get(key) == "same_as":
                gone.add(proposal.other.id)


@entities.command()
@click.argument("first")
@click.argument("second")
@pass_session
def same(session: Session, first: str, second: str) -> None:
    """Say that FIRST and SECOND are one; FIRST stays, unless only SECOND is known to the tables."""
    from kg.curate.proposals import obstacle

    workspace = session.workspace()
    graph = read_graph(workspace)
    keep, other = _pair(graph, first, second)
    if hindrance := obstacle(keep, other, graph.vocabulary):
        raise KgError(f"{keep.label} und {other.label} lassen sich nicht zusammenlegen: {hindrance}")
    if keep.provisional and not other.provisional:
        keep, other = other, keep
    _answer(workspace, keep, other, "same_as")


@entities.command()
@click.argument("first")
@click.argument("second")
@pass_session
def different(session: Session, first: str, second: str) -> None:
    """Say that FIRST and SECOND are two; they are never proposed again."""
    workspace = session.workspace()
    _answer(workspace, *_pair(read_graph(workspace), first, second), "different_from")


@entities.command()
@click.argument("first")
@click.argument("second")
@pass_session
def split(session: Session, first: str, second: str) -> None:
    """Take back every answer on FIRST and SECOND: a merge is undone by the next kg build."""
    from kg.model.entity import Entity
    from kg.model.identity import slug

    workspace = session.workspace()
    one, other = (Entity(slug(name), name, "Ding") for name in (first, second))
    if not _answer(workspace, one, other, None):
        raise KgError(
            f"{_table(workspace)}: keine Antwort zu {first} und {second}; bitte so nennen, wie sie dort stehen"
        )


def _pair(graph: StoredGraph, first: str, second: str) -> tuple[Entity, Entity]:
    """Return the two entities of the graph that go by these names; raise KgError where they are one already."""
    from kg.show.card import find_entity

    one, other = (find_entity(name, graph.entities.values()) for name in (first, second))
    if one.id == other.id:
        raise KgError(f"{first} und {second} sind beide {one.label}; trennen: kg entities split, dann kg build")
    return one, other


def _proposals(workspace: Workspace, graph: StoredGraph, *, unsure: bool) -> tuple[Proposal, ...]:
    from kg.curate.proposals import propose_merges
    from kg.rdf.curated import load_curated

    curated = load_curated(workspace.seeds / "curated", vocabulary=graph.vocabulary)
    faults = tuple(fault for fault in curated.faults if not curated.entities)
    if faults:
        raise FaultyInput(faults)
    return propose_merges(graph.entities.values(), graph.claims, curated.merges, graph.vocabulary, unsure=unsure)


def _claims_of(graph: StoredGraph, document: str | None = None) -> dict[str, list[Claim]]:
    """Return the claims in which each entity takes part, by its id."""
    from kg.claim.entities import participants

    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in graph.claims:
        if document is None or claim.document == document:
            for identifier in dict.fromkeys(participant.entity.id for participant in participants(claim)):
                found[identifier].append(claim)
    return dict(found)


def _print(found: Iterable[Entity], claims: dict[str, list[Claim]]) -> None:
    from kg.show.entities import entity_lines

    for line in entity_lines(found, {identifier: len(own) for identifier, own in claims.items()}):
        click.echo(line)


def _answer(workspace: Workspace, keep: Entity, other: Entity, column: str | None) -> bool:
    from kg.curate.answers import write_answer

    if workspace.builtin:
        raise KgError("the built-in workspace cannot be changed; make one of your own: kg init DIR")
    return write_answer(_table(workspace), keep, other, column)


def _table(workspace: Workspace) -> Path:
    return workspace.seeds / "curated" / "entities.csv"
