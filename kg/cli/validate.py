"""`kg validate`: are tables, rules and the graph as they should be."""

from __future__ import annotations

import sys

import click

from kg.cli.context import Session, pass_session

__all__ = ["validate"]


@click.command()
@click.option("--format", "format_", type=click.Choice(["table", "json", "junit"]), default="table", show_default=True)
@pass_session
def validate(session: Session, format_: str) -> None:
    """Check tables, rules and the built graph; exit code 1 when there is an error."""
    from kg.pipeline import check_graph
    from kg.show.findings import FINDING_WRITERS

    findings = check_graph(session.workspace())
    click.echo(FINDING_WRITERS[format_](findings))
    if any(finding.severity == "error" for finding in findings):
        sys.exit(1)
