"""The registry of export forms: a further one is a function here and a line below."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Quad

from kg.errors import KgError
from kg.export.annotated import ttl12
from kg.export.datasets import nquads, trig
from kg.export.jsonld import jsonld
from kg.export.nanopub import nanopub
from kg.export.triples import ntriples, rdfxml, ttl
from kg.rdf.namespaces import Base

__all__ = ["FORMATS", "Format", "export"]


@dataclass(frozen=True, slots=True)
class Format:
    """A form to export: `suffix` of its files, what it is in a few words, and the function that writes it."""

    name: str
    suffix: str
    description: str
    write: Callable[[Iterable[Quad], Base], bytes]


FORMATS: Final = {
    form.name: form
    for form in (
        Format("ttl", ".ttl", "Turtle: all graphs as one, grouped by subject", ttl),
        Format("trig", ".trig", "TriG: Turtle with the named graphs", trig),
        Format("nt", ".nt", "N-Triples: all graphs as one, a triple a line", ntriples),
        Format("nq", ".nq", "N-Quads: a triple and its graph a line", nquads),
        Format("jsonld", ".jsonld", "JSON-LD with the named graphs and short keys", jsonld),
        Format("rdfxml", ".rdf", "RDF/XML: all graphs as one", rdfxml),
        Format("ttl12", ".ttl12", "Turtle 1.2: claims as annotations of the triples they assert", ttl12),
        Format("nanopub", ".nanopub.trig", "nanopublications: every claim with its provenance, in TriG", nanopub),
    )
}


def export(quads: Iterable[Quad], name: str, base: Base) -> bytes:
    """Return the graph in a form, the same bytes for the same graph; raise KgError for an unknown form."""
    if name not in FORMATS:
        raise KgError(f"unknown format '{name}'; choose one of {', '.join(FORMATS)}")
    return FORMATS[name].write(quads, base)
