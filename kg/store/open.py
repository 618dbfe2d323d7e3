"""The graph of a store folder, opened to read."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Store

from kg.errors import StoreError
from kg.store.generations import current_generation

__all__ = ["generation_to_read", "open_store"]


def open_store(directory: Path) -> Store:
    """Return the current graph, read-only; raise StoreError where there is none or it cannot be read."""
    generation = generation_to_read(directory)
    try:
        return Store.read_only(str(generation))
    except OSError as error:
        raise StoreError(f"{generation}: the graph cannot be read ({error}); make it anew: kg build") from error


def generation_to_read(directory: Path) -> Path:
    """Return the folder of the current database; raise StoreError where there is none."""
    generation = current_generation(directory)
    if generation is None:
        raise StoreError(f"{directory}: no graph yet; make it: kg build")
    return generation
