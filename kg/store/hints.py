"""What a query that found nothing probably meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Store

from kg.rdf import terms
from kg.rdf.namespaces import Base, compact
from kg.store.syntax import OUTSIDE_TEXT

__all__ = ["hints_for"]

_PASSED_OVER = r"PREFIX\s+[\w.\-]*:\s*<[^>]*> | \#[^\r\n]*"
_TERM = re.compile(
    rf"{_PASSED_OVER} | <(?P<iri>[^<>\s]+)> | {OUTSIDE_TEXT} | (?P<prefix>\b[a-z]\w*):(?P<name>[\w.\-]*\w)",
    re.VERBOSE | re.IGNORECASE,
)
_BARE_TEXT = re.compile(r"""(?P<quote>["'])(?P<text>(?:(?!(?P=quote))[^\\\r\n])+)(?P=quote)(?!@|\^\^)""")


def hints_for(store: Store, sparql: str, base: Base) -> tuple[str, ...]:
    """Return a hint for every term of the query that the graph does not know, and for names without their language."""
    prefixes = base.prefixes()
    unknown = sorted(iri for iri in set(_iris(sparql, prefixes)) if not _is_known(store, NamedNode(iri)))
    known = _known_iris(store, base) if unknown else {}
    return (*(_unknown(iri, known, prefixes) for iri in unknown), *_names_without_language(store, sparql))


def _iris(sparql: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the IRIs of the query that lie in a namespace of ours, the longest that fits."""
    for found in _TERM.finditer(sparql):
        iri = found["iri"] or (prefixes[found["prefix"]] + found["name"] if found["prefix"] in prefixes else "")
        if _namespace(iri, prefixes) not in ("", iri):
            yield iri


def _namespace(iri: str, prefixes: Mapping[str, str]) -> str:
    return max((namespace for namespace in prefixes.values() if iri.startswith(namespace)), key=len, default="")


def _unknown(iri: str, known: Mapping[str, list[str]], prefixes: Mapping[str, str]) -> str:
    from rapidfuzz import fuzz, process

    namespace = _namespace(iri, prefixes)
    # Half the letters alike: a slip of the pen is far above, another word below.
    names = known.get(namespace, ())
    close = process.extract(iri.removeprefix(namespace), names, scorer=fuzz.ratio, limit=3, score_cutoff=60)
    meant = f"; did you mean {' or '.join(compact(namespace + name, prefixes) for name, *_ in close)}?" if close else ""
    return f"{compact(iri, prefixes)} does not stand in the graph{meant}"


def _is_known(store: Store, term: NamedNode) -> bool:
    found = (
        store.quads_for_pattern(term, None, None, None),
        store.quads_for_pattern(None, term, None, None),
        store.quads_for_pattern(None, None, term, None),
    )
    return any(next(quads, None) is not None for quads in found)


def _known_iris(store: Store, base: Base) -> dict[str, list[str]]:
    """Return the local names that a query may have meant, by namespace: of the ontology, entities and what we write."""
    places = ((terms.TYPE, base.graph("ontology")), (terms.LABEL, base.graph("entities")))
    subjects = (quad.subject for term, graph in places for quad in store.quads_for_pattern(None, term, None, graph))
    iris = {node.value for node in (*subjects, *vars(terms).values()) if isinstance(node, NamedNode)}
    prefixes = base.prefixes()
    names: defaultdict[str, list[str]] = defaultdict(list)
    for iri in sorted(iris):
        namespace = _namespace(iri, prefixes)
        names[namespace].append(iri.removeprefix(namespace))
    return names


def _names_without_language(store: Store, sparql: str) -> Iterator[str]:
    for text in dict.fromkeys(found["text"] for found in _BARE_TEXT.finditer(sparql)):
        if next(store.quads_for_pattern(None, None, Literal(text, language="de"), None), None) is not None:
            yield f'names are German texts: write "{text}"@de, or compare STR(?name)'
