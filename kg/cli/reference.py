"""The page `kg/cli/README.md`, made from the commands themselves: `python -m kg.cli.reference > kg/cli/README.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from kg.cli.main import cli

__all__ = ["reference"]

WIDTH = 100
"""Characters a line of help may take, whatever the terminal."""
HEAD = """\
# Command reference

Made from the commands themselves by `python -m kg.cli.reference > kg/cli/README.md`; a test holds it.
Options of `kg` stand before the command: `kg -w ORDNER build`. Errors are one line on standard error, exit code 1;
wrong usage is exit code 2. `-` is standard input.
"""


def reference() -> str:
    """Return the page: the help of `kg` and of every command and subcommand."""
    parent = click.Context(cli, info_name="kg", terminal_width=WIDTH, **cli.context_settings)
    return HEAD + "".join(_sections(cli, parent))


def _sections(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"\n## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            sub = command.get_command(context, name)
            if sub is not None:
                yield from _sections(sub, click.Context(sub, info_name=name, parent=context, terminal_width=WIDTH))


if __name__ == "__main__":
    sys.stdout.write(reference())
