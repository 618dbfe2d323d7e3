"""`kg query`, `kg show`, `kg stats`: the graph answers."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.context import Session, pass_session
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.workspace import Workspace

__all__ = ["query", "show", "stats"]

FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown", "ttl")


@click.command()
@click.argument("question", required=False)
@click.option("-f", "--file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A file with SPARQL.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--timeout", type=float, help="Seconds the query may take.")
@click.option("--list", "list_", is_flag=True, help="List the named questions.")
@pass_session
def query(
    session: Session, question: str | None, file: Path | None, format_: str, timeout: float | None, list_: bool
) -> None:
    """Ask the graph: QUESTION is SPARQL, the name of a file in ontology/queries, or - for standard input."""
    from kg.rdf.namespaces import Base
    from kg.show.answers import render
    from kg.store.query import run_query

    workspace = session.workspace()
    if list_:
        _list_questions(workspace)
        return
    settings = workspace.settings
    sparql = _sparql(workspace, question, file)
    result = run_query(workspace.store, sparql, base=Base(settings.base), timeout=timeout or settings.timeout)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    click.echo(render(result, format_, width=width).rstrip("\n"))
    for hint in result.hints:
        click.echo(f"Hint: {hint}", err=True)


@click.command()
@click.argument("name")
@pass_session
def show(session: Session, name: str) -> None:
    """Print the card of the entity NAME: its facts and their sources."""
    from kg.rdf.claims import read_claims, read_entities, read_sources
    from kg.rdf.inferences import read_inferences, telling
    from kg.rdf.namespaces import Base
    from kg.rdf.ontology import load_vocabulary
    from kg.show.card import card, find_entity
    from kg.show.remarks import remarks_on
    from kg.store.open import open_store

    workspace = session.workspace()
    base = Base(workspace.settings.base)
    store = open_store(workspace.store)
    entity = find_entity(name, read_entities(store, base).values())
    claims = read_claims(store, base, entity=entity.id)
    vocabulary = load_vocabulary(workspace.ontology)
    inferred = telling(read_inferences(store, base, entity=entity.id), vocabulary)
    sources = read_sources(store, base)
    remarks = remarks_on(claims, sources=sources, vocabulary=vocabulary)
    for line in card(entity, claims, sources, vocabulary, inferred, remarks):
        click.echo(line)


@click.command()
@pass_session
def stats(session: Session) -> None:
    """Count sources, entities and claims."""
    from kg.cli.graph import read_graph
    from kg.show.stats import stats_lines

    graph = read_graph(session.workspace())
    for line in stats_lines(graph.claims, graph.entities, graph.sources):
        click.echo(line)


def _sparql(workspace: Workspace, question: str | None, file: Path | None) -> str:
    if file is not None:
        return file.read_text(encoding="utf-8")
    if question is None or question == "-":
        return sys.stdin.read()
    if not any(mark in question for mark in "{ \n"):
        named = workspace.ontology / "queries" / f"{question}.rq"
        if named.is_file():
            return named.read_text(encoding="utf-8")
        raise KgError(f"no question is called {question}; see them with: kg query --list")
    return question


def _list_questions(workspace: Workspace) -> None:
    from kg.store.questions import read_questions

    for question in read_questions(workspace.ontology / "queries"):
        click.echo(f"{question.name:28} {question.title}")
