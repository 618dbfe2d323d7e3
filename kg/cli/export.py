"""`kg export`: the graph for other tools."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.context import Session, pass_session

__all__ = ["export"]


@click.command()
@click.argument("form", metavar="FORMAT", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File; default: standard output.")
@click.option("--list", "list_", is_flag=True, help="List the formats.")
@pass_session
def export(session: Session, form: str | None, output: Path | None, list_: bool) -> None:
    """Write the graph in FORMAT (ttl, trig, nt, nq, jsonld, rdfxml …) to a file or standard output."""
    from kg.export.formats import FORMATS
    from kg.export.formats import export as export_graph
    from kg.rdf.namespaces import Base
    from kg.store.open import open_store

    if list_ or form is None:
        for known in FORMATS.values():
            click.echo(f"{known.name:12} {known.description}")
        return
    workspace = session.workspace()
    content = export_graph(open_store(workspace.store), form, Base(workspace.settings.base))
    if output is None or str(output) == "-":
        sys.stdout.buffer.write(content)
    else:
        output.write_bytes(content)
        click.echo(f"wrote: {output}")
