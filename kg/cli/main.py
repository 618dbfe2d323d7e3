"""`kg`: the group of commands, each imported only when it is asked for."""

from __future__ import annotations

import importlib
import io
import sys
from pathlib import Path

import click

from kg import __version__
from kg.cli.context import Session
from kg.errors import KgError

__all__ = ["cli", "main"]

COMMANDS = {
    "init": "kg.cli.workspace",
    "build": "kg.cli.build",
    "extract": "kg.cli.read",
    "annotate": "kg.cli.read",
    "query": "kg.cli.query",
    "show": "kg.cli.ask",
    "path": "kg.cli.answers",
    "timeline": "kg.cli.answers",
    "diff": "kg.cli.diff",
    "stats": "kg.cli.ask",
    "conflicts": "kg.cli.conflicts",
    "view": "kg.cli.view",
    "export": "kg.cli.export",
    "validate": "kg.cli.validate",
    "review": "kg.cli.review",
    "entities": "kg.cli.entities",
    "rules": "kg.cli.rules",
}


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is named or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a new user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(COMMANDS[cmd_name]), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a user's mistake becomes one line, a bug keeps its trace."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            if ctx.params.get("verbose"):
                raise
            raise click.ClickException(str(error)) from error


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
@click.option(
    "-w",
    "--workspace",
    type=click.Path(path_type=Path, file_okay=False),
    help="The workspace folder; default: the nearest one upward, else the built-in example.",
)
@click.option("--verbose", is_flag=True, help="Show the trace of an error.")
@click.pass_context
def cli(ctx: click.Context, workspace: Path | None, verbose: bool) -> None:
    """Belegnetz: a knowledge graph of German news in which every edge shows its evidence."""
    ctx.obj = Session(workspace, verbose)


def main() -> None:
    """Run the command line in UTF-8, whatever the terminal's code page."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    cli()
