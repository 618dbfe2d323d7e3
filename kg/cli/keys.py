"""One key a question: pressed on a terminal, or the next letter that a pipe holds."""

from __future__ import annotations

import sys

import click

__all__ = ["ask_key"]


def ask_key(question: str, keys: str) -> str:
    """Ask until one of the keys (small letters) is given and return it; return "" where the input ends.

    On a terminal the key needs no Enter, and Ctrl-D ends; in a pipe whatever is no key is passed over.
    """
    click.echo(question, nl=False, err=True)
    terminal = sys.stdin.isatty()
    while True:
        try:
            key = click.getchar() if terminal else sys.stdin.read(1)
        except EOFError:
            key = ""
        if key == "" or key.lower() in keys:
            click.echo(key, err=True)
            return key.lower()
