"""`kg query`: SPARQL, named questions and their values."""

from __future__ import annotations

import shutil
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.context import Session, pass_session
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.workspace import Workspace

__all__ = ["query"]

FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown", "ttl")


@click.command()
@click.argument("question", required=False)
@click.option("-f", "--file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A file with SPARQL.")
@click.option("--set", "values", metavar="NAME=VALUE", multiple=True, help="Give ?NAME this value; may be repeated.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), help="Seconds the query may take.")
@click.option("--list", "list_", is_flag=True, help="List the named questions.")
@pass_session
def query(
    session: Session,
    question: str | None,
    file: Path | None,
    values: tuple[str, ...],
    format_: str,
    timeout: float | None,
    list_: bool,
) -> None:
    """Ask the graph: QUESTION is SPARQL, the name of a file in ontology/queries, or - for standard input.

    A VALUE of --set is a text, an entity by any of its names, or a term such as bn:besucht.
    """
    from kg.rdf.namespaces import Base
    from kg.show.answers import render
    from kg.store.query import run_query

    workspace = session.workspace()
    if list_:
        _list_questions(workspace)
        return
    settings = workspace.settings
    sparql = _with_values(_sparql(workspace, question, file), values, workspace)
    result = run_query(workspace.store, sparql, base=Base(settings.base), timeout=timeout or settings.timeout)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    click.echo(render(result, format_, width=width).rstrip("\n"))
    for hint in result.hints:
        click.echo(f"Hint: {hint}", err=True)


def _sparql(workspace: Workspace, question: str | None, file: Path | None) -> str:
    if file is not None:
        return file.read_text(encoding="utf-8-sig")
    if question is None and sys.stdin.isatty():
        raise click.UsageError("give a question; see the named ones with: kg query --list")
    if question is None or question == "-":
        return sys.stdin.read()
    if any(mark in question for mark in "{ \n"):
        return question
    named = workspace.ontology / "queries" / f"{question}.rq"
    if named.is_file():
        return named.read_text(encoding="utf-8-sig")
    close = get_close_matches(question, [path.stem for path in named.parent.glob("*.rq")], n=1)
    meant = f"; meinten Sie {close[0]}?" if close else "; see them with: kg query --list"
    raise KgError(f"no question is called {question}{meant}")


def _with_values(sparql: str, values: tuple[str, ...], workspace: Workspace) -> str:
    if not values:
        return sparql
    from kg.rdf.claims import read_entities
    from kg.rdf.namespaces import Base
    from kg.show.card import entities_called
    from kg.store.open import open_store
    from kg.store.questions import meanings, with_value

    base = Base(workspace.settings.base)
    entities = read_entities(open_store(workspace.store), base).values()
    for value in values:
        name, given, text = value.partition("=")
        if not given:
            raise click.UsageError(f"--set {value}: write NAME=VALUE, such as --set wer=Putin")
        sparql = with_value(sparql, name.lstrip("?"), meanings(text, entities_called(text, entities), base))
    return sparql


def _list_questions(workspace: Workspace) -> None:
    from kg.store.questions import read_questions

    for question in read_questions(workspace.ontology / "queries"):
        click.echo(f"{question.name:28} {question.title}")
