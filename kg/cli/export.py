"""`kg export`: the graph for other tools."""

from __future__ import annotations

import sys
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
@click.option("--list", "list_", is_flag=True, help="List the formats.")
@pass_session
def export(session: Session, form: str | None, output: Path | None, list_: bool) -> None:
    """Write the graph in FORMAT (ttl, trig, nt, nq, jsonld, rdfxml, graphml, gexf …) to a file or standard output."""
    from kg.export.formats import FORMATS
    from kg.export.formats import export as export_graph
    from kg.rdf.namespaces import Base
    from kg.store.open import open_store
    from kg.view.files import FORMATS as GRAPH_FORMATS

    if list_ or form is None:
        for name, description in (
            {known.name: known.description for known in FORMATS.values()} | GRAPH_FORMATS
        ).items():
            click.echo(f"{name:12} {description}")
        return
    workspace = session.workspace()
    if form in GRAPH_FORMATS:
        _export_network(workspace, form, output)
        return
    _write(export_graph(open_store(workspace.store), form, Base(workspace.settings.base)), output)


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
        _write(next(iter(files.values())), output)
    elif output is None or str(output) == "-":
        raise KgError(f"{form} is {len(files)} files ({', '.join(files)}); name a folder for them: -o FOLDER")
    else:
        for path in write_exports(output, files):
            click.echo(f"wrote: {path}")


def _write(content: bytes, output: Path | None) -> None:
    if output is None or str(output) == "-":
        sys.stdout.buffer.write(content)
    else:
        output.write_bytes(content)
        click.echo(f"wrote: {output}")
