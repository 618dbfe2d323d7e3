"""One key a question: pressed on a terminal, or the first character of a pipe's next line."""

from __future__ import annotations

import sys
from collections.abc import Collection

import click

__all__ = ["ask_key"]


def ask_key(menu: str, keys: Collection[str]) -> str:
    """Ask until one of the keys (small letters, digits, signs) is given and return it; the last one ends the asking.

    That one is returned at the end of input and for Ctrl-C, too. On a terminal a key needs no Enter.
    """
    *_, end = keys
    while True:
        click.echo(f"{menu}: ", nl=False)
        if sys.stdin.isatty():
            key = _pressed() or end
            click.echo(key)
        else:
            line = sys.stdin.readline()
            click.echo()
            key = line.strip()[:1] if line else end
        if key.lower() in keys:
            return key.lower()


def _pressed() -> str:
    """Return the key pressed on a terminal, empty at the end of input and for an interrupt."""
    try:
        return click.getchar()
    except (EOFError, KeyboardInterrupt):
        return ""
