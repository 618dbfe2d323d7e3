"""Turtle 1.2: what stands as a fact carries its claims as annotations, every other claim only names its triple.

A claim is a reifier of its triple (https://www.w3.org/TR/rdf12-turtle/#reifying-triples), which takes the place of its
`rdf:subject`, `rdf:predicate` and `rdf:object`: `s p o ~ claim:x {| … |}` where the claim asserts a triple that stands,
`claim:x rdf:reifies <<( s p o )>>` where it denies, plans or attributes one. So is what explains an inferred triple.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from kg.export.triples import ntriples
from kg.rdf import terms
from kg.rdf.facts import STATEMENT_PARTS, asserts, stated_triple
from kg.rdf.namespaces import VOCABULARIES, Base
from kg.rdf.serialize import turtle_term, with_sorted_prefixes

__all__ = ["ttl12"]

_REIFIES = NamedNode(VOCABULARIES["rdf"] + "reifies")
_BREAK = " ;\n\t"


def ttl12(quads: Iterable[Quad], base: Base) -> bytes:
    """Return Turtle 1.2, grouped by subject, each annotated triple after what else is said of its subject."""
    prefixes = base.prefixes()
    triples = [quad.triple for quad in parse(ntriples(quads, base), format=RdfFormat.N_TRIPLES)]
    declared = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())
    body = "\n".join(_blocks(triples, prefixes))
    return with_sorted_prefixes(f"{declared}{body}".encode())


def _blocks(triples: list[Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    groups = [list(group) for _, group in groupby(triples, key=lambda triple: triple.subject)]
    annotations = _annotations(groups, set(triples))
    asserting = {claim[0].subject for claims in annotations.values() for claim in claims}
    for group in groups:
        subject = turtle_term(group[0].subject, prefixes)
        plain = [triple for triple in group if triple not in annotations]
        if plain and group[0].subject not in asserting:
            yield f"{subject} {_said(_reifying(plain), prefixes)} .\n"
        for triple in group:
            if triple in annotations:
                claims = "".join(_annotation(claim, prefixes) for claim in annotations[triple])
                yield f"{subject} {_said([triple], prefixes)}{claims} .\n"


def _annotations(groups: list[list[Triple]], standing: set[Triple]) -> dict[Triple, list[list[Triple]]]:
    """Return the triples that stand, each with the groups of the claims and inferences that it stands because of."""
    found: dict[Triple, list[list[Triple]]] = defaultdict(list)
    for group in groups:
        reified = stated_triple(group)
        inferred = Triple(group[0].subject, terms.TYPE, terms.INFERENCE) in group
        if reified in standing and (inferred or asserts(group)):
            found[reified].append(group)
    return dict(found)


def _reifying(group: list[Triple]) -> list[Triple]:
    """Return a claim's triples with one `rdf:reifies` for its three parts, any other group as it is."""
    reified = stated_triple(group)
    return group if reified is None else [Triple(group[0].subject, _REIFIES, reified), *_without_parts(group)]


def _without_parts(group: list[Triple]) -> list[Triple]:
    return [triple for triple in group if triple.predicate not in STATEMENT_PARTS]


def _annotation(claim: list[Triple], prefixes: Mapping[str, str]) -> str:
    said = _said(_without_parts(claim), prefixes).replace(_BREAK, f"{_BREAK}\t")
    return f"\n\t~ {turtle_term(claim[0].subject, prefixes)} {{|\n\t\t{said}\n\t|}}"


def _said(group: list[Triple], prefixes: Mapping[str, str]) -> str:
    """Return predicates and objects of triples with one subject, a predicate a line."""
    return _BREAK.join(
        f"{'a' if predicate == terms.TYPE else turtle_term(predicate, prefixes)} "
        + " , ".join(turtle_term(triple.object, prefixes) for triple in triples)
        for predicate, triples in groupby(group, key=lambda triple: triple.predicate)
    )
