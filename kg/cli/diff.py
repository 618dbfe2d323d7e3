"""`kg diff`: what changed between two builds, and why."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.context import Session, pass_session

__all__ = ["diff"]

STATE = click.Path(path_type=Path, exists=True)


@click.command()
@click.argument("old", type=STATE, required=False)
@click.argument("new", type=STATE, required=False)
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@pass_session
def diff(session: Session, old: Path | None, new: Path | None, format_: str) -> None:
    """Print which claims are new, gone or changed from OLD to NEW, grouped by the reason.

    Each is a workspace, a store folder or a file that kg export wrote (.ttl, .trig, .nq …). NEW is by default the
    workspace's graph, OLD the one before its last build.
    """
    from kg.compare.differences import compare
    from kg.compare.snapshots import previous_snapshot, read_snapshot
    from kg.rdf.namespaces import Base
    from kg.rdf.ontology import load_vocabulary
    from kg.show.differences import DIFFERENCE_WRITERS, Report

    workspace = session.workspace()
    before = previous_snapshot(workspace.store) if old is None else read_snapshot(old)
    now = read_snapshot(workspace.store if new is None else new)
    report = Report(compare(before, now), load_vocabulary(workspace.ontology), Base(workspace.settings.base))
    click.echo(DIFFERENCE_WRITERS[format_](report).rstrip("\n"))
