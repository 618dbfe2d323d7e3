"""Quads into a new generation of the graph."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, Store

from kg.errors import StoreError
from kg.store.generations import next_generation

__all__ = ["build_store"]


def build_store(directory: Path, quads: Iterable[Quad]) -> None:
    """Write the quads as the graph of this store folder; what was there before is read until the end.

    Raise StoreError where the folder cannot be written or another process writes it.
    """
    try:
        with next_generation(directory) as generation:
            _load(generation, quads)
    except OSError as error:
        raise StoreError(f"{directory}: the graph cannot be written: {error}") from error


def _load(generation: Path, quads: Iterable[Quad]) -> None:
    store = Store(str(generation))
    store.bulk_extend(quads)
    # A fresh bulk load answers queries up to 25 times slower than an optimised one.
    store.optimize()
    store.flush()
