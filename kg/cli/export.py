"""`kg export`: the graph for other tools."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.context import Session, pass_session
from kg.cli.graph import read_graph
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.workspace import Workspace

__all__ = ["export"]


@click.command()
@click.argument("form", metavar="FORMAT", required=False)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File (for csv a folder); default: standard output."
)
@click.option(
    "--entity", metavar="NAME", help="Only claims about this entity (dossier, claims-csv, claims-jsonl, ftm)."
)
@click.option("--list", "list_", is_flag=True, help="List the formats.")
@pass_session
def export(session: Session, form: str | None, output: Path | None, entity: str | None, list_: bool) -> None:
    """Write the graph in FORMAT (ttl, jsonld, gexf, claims-csv … see --list) to a file or standard output."""
    from kg.export.formats import FORMATS
    from kg.export.formats import export as export_graph
    from kg.export.reports import REPORTS
    from kg.rdf.namespaces import Base
    from kg.store.open import open_store
    from kg.view.files import FORMATS as GRAPH_FORMATS

    known = {name: one.description for name, one in FORMATS.items()}
    known |= {name: one.description for name, one in REPORTS.items()} | GRAPH_FORMATS
    if list_ or form is None:
        for name, description in known.items():
            click.echo(f"{name:12} {description}")
        return
    if form not in known:
        raise KgError(f"unknown format '{form}'; choose one of {', '.join(known)}")
    workspace = session.workspace()
    if form in REPORTS:
        _write((text.encode("utf-8") for text in _report(workspace, form, entity)), output)
    elif entity is not None:
        raise KgError(f"{form} is always of the whole graph; --entity goes with {', '.join(REPORTS)}")
    elif form in GRAPH_FORMATS:
        _export_network(workspace, form, output)
    else:
        _write([export_graph(open_store(workspace.store), form, Base(workspace.settings.base))], output)


def _report(workspace: Workspace, form: str, name: str | None) -> Iterable[str]:
    from kg.export.reports import Contents, report
    from kg.rdf.claims import read_claims
    from kg.rdf.namespaces import Base
    from kg.show.card import find_entity
    from kg.store.open import open_store

    graph = read_graph(workspace)
    base = Base(workspace.settings.base)
    entity = find_entity(name, graph.entities.values()) if name is not None else None
    claims = graph.claims if entity is None else read_claims(open_store(workspace.store), base, entity=entity.id)
    return report(Contents(claims, graph.sources, graph.vocabulary, base, entity), form)


def _export_network(workspace: Workspace, form: str, output: Path | None) -> None:
    from kg.export.files import write_exports
    from kg.view.files import graph_files
    from kg.view.network import build_network

    graph = read_graph(workspace)
    network = build_network(graph.claims, entities=graph.entities, vocabulary=graph.vocabulary)
    texts = graph_files(
        network, form, sources=graph.sources, vocabulary=graph.vocabulary, lang=workspace.settings.language
    )
    files = {name: text.encode("utf-8") for name, text in texts.items()}
    if len(files) == 1:
        _write(files.values(), output)
    elif output is None or str(output) == "-":
        raise KgError(f"{form} is {len(files)} files ({', '.join(files)}); name a folder for them: -o FOLDER")
    else:
        for path in write_exports(output, files):
            click.echo(f"wrote: {path}")


def _write(pieces: Iterable[bytes], output: Path | None) -> None:
    if output is None or str(output) == "-":
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        return
    from kg.export.files import write_export

    click.echo(f"wrote: {write_export(output, pieces)}")
