"""What every command is given: the workspace, found when first needed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from kg.errors import KgError
from kg.workspace import Workspace, find_workspace

__all__ = ["Session", "pass_session", "report"]


@dataclass(frozen=True, slots=True)
class Session:
    """The options that stand before the command."""

    given: Path | None
    verbose: bool

    def workspace(self) -> Workspace:
        """Return the workspace of this call."""
        return find_workspace(self.given)


pass_session = click.make_pass_decorator(Session)


def report(failures: Iterable[KgError]) -> None:
    """Print each failure on stderr and leave with exit code 1 if there was any; what succeeded is kept."""
    failed = False
    for failure in failures:
        click.echo(f"Error: {failure}", err=True)
        failed = True
    if failed:
        sys.exit(1)
