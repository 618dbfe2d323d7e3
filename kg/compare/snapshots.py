"""A state of the graph as values that can be compared, read from a workspace, a store or an exported file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from kg.errors import KgError, StoreError
from kg.model.claim import Claim
from kg.model.entity import Entity
from kg.model.text import Source
from kg.rdf import terms
from kg.rdf.claims import claims_from, entities_from, sources_from
from kg.rdf.namespaces import Base
from kg.rdf.reviews import verdicts_from
from kg.rdf.rules import rules_from
from kg.store.generations import current_generation, previous_generation

__all__ = ["Snapshot", "previous_snapshot", "read_snapshot", "snapshot_of"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a build made: claims, entities and sources by id, the checksum of each rule, and the decisions.

    `verdicts` gives the verdict on each claim that a person decided on, by the claim's id.
    """

    name: str
    claims: dict[str, Claim] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    verdicts: dict[str, str] = field(default_factory=dict)


def read_snapshot(path: Path) -> Snapshot:
    """Return the state in a file that `kg export` wrote, in a workspace's store, or in the folder of a store.

    Raise KgError where there is none.
    """
    if path.is_file():
        return snapshot_of(_parsed(path), str(path))
    for folder in (path, path / ".kg" / "store"):
        generation = current_generation(folder)
        if generation is not None:
            return _stored(generation, str(path))
    if not path.exists():
        raise KgError(f"{path}: does not exist; give a workspace, a store or a file that kg export wrote")
    return _stored(path, str(path))


def previous_snapshot(store: Path) -> Snapshot:
    """Return the state before the last build of this store folder; raise StoreError where there was none."""
    generation = previous_generation(store)
    if generation is None:
        raise StoreError(f"{store}: there was no build before the last one; name what to compare with: kg diff OLD")
    return _stored(generation, "der Stand davor")


def snapshot_of(quads: Iterable[Quad], name: str) -> Snapshot:
    """Return the state that quads describe, whatever their graphs and the base of their IRIs."""
    known = tuple(quads)
    base = _base(known)
    prefix = base.entity("").value
    entities = entities_from(
        (q for q in known if isinstance(q.subject, NamedNode) and q.subject.value.startswith(prefix)), base
    )
    return Snapshot(
        name,
        {claim.id: claim for claim in claims_from(known, entities, base)},
        entities,
        sources_from(known, base),
        rules_from(known, base),
        verdicts_from(known, base),
    )


def _stored(generation: Path, name: str) -> Snapshot:
    try:
        return snapshot_of(Store.read_only(str(generation)), name)
    except OSError as error:
        raise StoreError(f"{generation}: holds no graph ({error}); give a workspace, a store or an export") from error


def _parsed(path: Path) -> tuple[Quad, ...]:
    form = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if form is None:
        raise KgError(f"{path}: a graph has one of the endings .ttl, .trig, .nt, .nq, .jsonld, .rdf")
    try:
        return tuple(parse(path.read_bytes(), format=form))
    except SyntaxError as error:
        raise KgError(f"{path}:{error.lineno or 1}: is no valid {form.name}: {error.msg}") from error


def _base(quads: Iterable[Quad]) -> Base:
    """Return the base under which the IRIs of claims were minted."""
    for quad in quads:
        if quad.predicate == terms.TYPE and quad.object == terms.CLAIM and isinstance(quad.subject, NamedNode):
            return Base(quad.subject.value.rpartition("claim/")[0])
    return Base()
