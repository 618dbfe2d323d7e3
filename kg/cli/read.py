"""`kg extract` and `kg annotate`: look at what is read from texts, without building a graph."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.context import Session, pass_session, report
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.model.text import Document

__all__ = ["annotate", "extract"]

paths_argument = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
published_option = click.option("--published", help="Date of publication (ISO) of texts that carry none.")


@click.command()
@paths_argument
@published_option
@click.option("--format", "format_", type=click.Choice(["table", "jsonl", "ttl"]), default="table", show_default=True)
@pass_session
def extract(session: Session, paths: tuple[Path, ...], published: str | None, format_: str) -> None:
    """Print the claims found in texts (files, folders, - for standard input)."""
    from kg.cli.writers import CLAIM_WRITERS
    from kg.pipeline import extract as extract_document
    from kg.pipeline import load_resources
    from kg.rdf.namespaces import Base

    workspace = session.workspace()
    resources = load_resources(workspace)
    failures: list[KgError] = []
    extractions = (extract_document(document, resources) for document in _documents(paths, published, failures))
    for line in CLAIM_WRITERS[format_](extractions, Base(workspace.settings.base)):
        click.echo(line)
    report(failures)


@click.command()
@paths_argument
@published_option
@click.option("--format", "format_", type=click.Choice(["text", "jsonl", "html"]), default="text", show_default=True)
@pass_session
def annotate(session: Session, paths: tuple[Path, ...], published: str | None, format_: str) -> None:
    """Print the layers of reading: sentences, entities, times, quantities, quotations, clauses."""
    from kg.cli.writers import READING_WRITERS
    from kg.pipeline import load_resources, read
    from kg.rdf.namespaces import Base

    workspace = session.workspace()
    resources = load_resources(workspace)
    failures: list[KgError] = []
    readings = (read(document, resources) for document in _documents(paths, published, failures))
    for line in READING_WRITERS[format_](readings, Base(workspace.settings.base)):
        click.echo(line)
    report(failures)


def _documents(paths: Iterable[Path], published: str | None, failures: list[KgError]) -> Iterator[Document]:
    from kg.read.files import read_paths, read_standard_input

    for path in paths:
        piped = str(path) == "-"
        for document in read_standard_input(sys.stdin.buffer.read()) if piped else read_paths([path]):
            if isinstance(document, KgError):
                failures.append(document)
            else:
                yield document if document.published else replace(document, published=published)
