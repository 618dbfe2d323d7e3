"""Exports on disk: each file whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.errors import KgError

__all__ = ["write_export", "write_exports"]


def write_exports(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write the files into the folder, which is made if need be, and return their paths."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return tuple(write_export(folder / name, [content]) for name, content in files.items())


def write_export(path: Path, pieces: Iterable[bytes]) -> Path:
    """Write the pieces as one file, under a passing name until it is whole, and return its path.

    What is no plain file (a pipe, a terminal) is written to as it is.
    """
    passing = path.with_name(f".{path.name}.part") if path.is_file() or not path.exists() else path
    try:
        with passing.open("wb") as file:
            file.writelines(pieces)
        if passing != path:
            passing.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        if passing != path:
            passing.unlink(missing_ok=True)
    return path


def _unwritable(path: Path, error: OSError) -> KgError:
    return KgError(f"{path}: exports cannot be written: {error.strerror or error}")
