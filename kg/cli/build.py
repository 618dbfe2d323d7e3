"""`kg build`: everything a workspace holds becomes its graph and its exports."""

from __future__ import annotations

import sys

import click

from kg.cli.context import Session, pass_session, report

__all__ = ["build"]

TOLD = 5
"""Decisions without effect that are told one by one: a folder of articles taken away may leave hundreds."""


@click.command()
@click.option("--keep-going", is_flag=True, help="Use the sound rows of faulty tables.")
@pass_session
def build(session: Session, keep_going: bool) -> None:
    """Read tables and articles, build the graph, write the exports."""
    from kg.pipeline import build as build_graph

    workspace = session.workspace()
    built = build_graph(workspace, keep_going=keep_going, tell=_progress)
    click.echo(f"{built.documents} articles, {built.claims} claims")
    click.echo(f"graph: {workspace.store}")
    for path in built.exports:
        click.echo(f"wrote: {path}")
    for fault in built.unfit[:TOLD]:
        click.echo(f"Hint: {fault}", err=True)
    if built.unfit[TOLD:]:
        click.echo(f"Hint: weitere {len(built.unfit[TOLD:])} passen nicht mehr; alle nennt: kg validate", err=True)
    report(built.failures)


def _progress(document: str) -> None:
    # A terminal sees what is being read; a pipe gets the result only.
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{document[:70]}", nl=False, err=True)
