"""Where a person wrote a claim or an entity: the file and line that are its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, cast

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.curate.entities import ENTITY_COLUMNS
from kg.curate.tables import read_table
from kg.model.identity import slug
from kg.rdf.namespaces import VOCABULARIES, Base

__all__ = ["curated_places", "entity_places"]

_ROWS: Final = """
SELECT ?claim ?source ?line {
  ?claim prov:wasDerivedFrom ?evidence . ?evidence bn:line ?line ; oa:hasSource ?source .
} ORDER BY DESC(?line)
"""


def curated_places(store: Store, files: Mapping[str, Path], base: Base) -> dict[str, tuple[Path, int]]:
    """Return file and first line of every claim of these files (id of the source to path), by the claim's IRI."""
    places = {}
    rows = store.query(_ROWS, prefixes=VOCABULARIES, use_default_graph_as_union=True)
    for row in cast(QuerySolutions, rows):
        claim, source, line = row["claim"], row["source"], row["line"]
        if isinstance(claim, NamedNode) and isinstance(source, NamedNode) and isinstance(line, Literal):
            file = files.get(base.id_of(source))
            if file is not None:
                places[claim.value] = (file, int(line.value))
    return places


def entity_places(table: Path, base: Base) -> dict[str, tuple[Path, int]]:
    """Return file and line of every entity that has a row in the table of entities, by the entity's IRI."""
    rows = read_table(table, ENTITY_COLUMNS).rows if table.exists() else ()
    return {base.entity(row.text("id") or slug(row.text("label"))).value: (table, row.line) for row in rows}
