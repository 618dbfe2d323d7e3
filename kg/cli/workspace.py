"""`kg init`: make a workspace."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["init"]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a workspace in a new FOLDER from the built-in example."""
    from kg.workspace import create_workspace

    workspace = create_workspace(folder)
    click.echo(f"Made {workspace.root}. Put articles into {folder / 'seeds' / 'articles'}, then: kg -w {folder} build")
