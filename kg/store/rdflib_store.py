"""The graph as an rdflib Dataset, for those who program with rdflib."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.rdf.namespaces import Base
from kg.store.open import open_store

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["as_dataset"]


def as_dataset(directory: Path, *, base: Base) -> Dataset:
    """Return the current graph, read-only, with the union of all graphs as the default graph and our prefixes bound.

    Ask it with query strings: Oxigraph answers those, while prepared queries run in rdflib's own engine, seventy
    times slower. rdflib follows SERVICE clauses and reads files named in FROM: give it no query of a stranger.
    """
    from oxrdflib import OxigraphStore
    from rdflib import Dataset

    dataset = Dataset(store=OxigraphStore(store=open_store(directory)), default_union=True)
    for prefix, namespace in base.prefixes().items():
        dataset.bind(prefix, namespace)
    return dataset
