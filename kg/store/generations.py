"""Generations of the graph: each a database folder, the file CURRENT names the one to read.

A published generation is never written again, so readers need no lock and see one state however long they take. A new
one is built beside it and published by replacing CURRENT, which is atomic on every system: whoever is killed at
any moment leaves the last good graph whole. The generation before stays until the next build, for readers under way.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kg.errors import StoreError

__all__ = ["current_generation", "next_generation", "previous_generation"]

_POINTER: Final = "CURRENT"
_PATTERN: Final = "graph-*"
# Long enough for an update of one document to end; nobody wants to wait in silence for a build.
_LOCK_SECONDS: Final = 5


def current_generation(directory: Path) -> Path | None:
    """Return the database folder to read, None where no build has ended yet."""
    pointer = directory / _POINTER
    if not pointer.is_file():
        return None
    generation = directory / pointer.read_text(encoding="utf-8").strip()
    return generation if generation.is_dir() else None


def previous_generation(directory: Path) -> Path | None:
    """Return the database folder of the build before the current one, None where there was none."""
    current = current_generation(directory)
    older = [path for path in directory.glob(_PATTERN) if current and path.name < current.name]
    return max(older, default=None)


@contextmanager
def next_generation(directory: Path) -> Iterator[Path]:
    """Give the path of a new generation to write and publish it when the block ends without an error.

    First remove what dead builds left. Raise StoreError while another process writes. The database must be closed
    when the block ends.
    """
    from filelock import FileLock, Timeout

    directory.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(directory / "lock", timeout=_LOCK_SECONDS):
            _sweep(directory)
            generation = directory / f"graph-{_number(directory) + 1:06}"
            yield generation
            _publish(directory, generation)
    except Timeout as error:
        raise StoreError(f"{directory}: another process is writing this graph; wait until it ends") from error


def _sweep(directory: Path) -> None:
    current = current_generation(directory)
    for generation in directory.glob(_PATTERN):
        if generation != current:
            # Windows keeps a folder that a reader still has open; the build after this one removes it.
            shutil.rmtree(generation, ignore_errors=True)


def _number(directory: Path) -> int:
    return max((int(generation.name.rpartition("-")[2]) for generation in directory.glob(_PATTERN)), default=0)


def _publish(directory: Path, generation: Path) -> None:
    pointer = directory / f"{_POINTER}.new"
    pointer.write_text(generation.name, encoding="utf-8")
    pointer.replace(directory / _POINTER)
