"""Forms without graphs: the union of all graphs as triples, for tools that know no more."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, parse

from kg.rdf.namespaces import Base
from kg.rdf.serialize import lines, turtle, written

__all__ = ["ntriples", "rdfxml", "ttl"]

# All that https://www.w3.org/TR/xml/#charsets leaves out, as UTF-8.
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_ROOT = re.compile(rb"<rdf:RDF (?P<attributes>[^>]*)>")


def ttl(quads: Iterable[Quad], base: Base) -> bytes:
    """Return Turtle, grouped by subject."""
    return turtle((quad.triple for quad in quads), base.prefixes())


def ntriples(quads: Iterable[Quad], base: Base) -> bytes:
    """Return sorted N-Triples."""
    return lines((quad.triple for quad in quads), RdfFormat.N_TRIPLES)


def rdfxml(quads: Iterable[Quad], base: Base) -> bytes:
    """Return RDF/XML, one element a subject, with the namespaces in order of prefix.

    Control characters, for which XML has no way to write them, become U+FFFD; the other forms keep them.
    """
    ordered = parse(ntriples(quads, base), format=RdfFormat.N_TRIPLES)
    document = written(ordered, RdfFormat.RDF_XML, base.prefixes())
    readable = _NOT_XML.sub("\ufffd".encode(), document).replace(b"\r", b"&#13;")
    return _ROOT.sub(_sorted_attributes, readable, count=1)


def _sorted_attributes(root: re.Match[bytes]) -> bytes:
    return b"<rdf:RDF " + b" ".join(sorted(root["attributes"].split())) + b">"
