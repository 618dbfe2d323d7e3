"""Exports on disk: each file whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kg.errors import KgError

__all__ = ["write_exports"]


def write_exports(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write the files into the folder, each under a passing name first, and return their paths."""
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            passing = folder / f".{name}.part"
            passing.write_bytes(content)
            passing.replace(folder / name)
            written.append(folder / name)
    except OSError as error:
        raise KgError(f"{folder}: exports cannot be written: {error.strerror or error}") from error
    return tuple(written)
