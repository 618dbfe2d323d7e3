"""Symmetric, inverse, transitive and sub-property conclusions, each with what it was concluded from.

Premises are the direct triples of `graph/facts` alone, so that nothing follows from what was denied, planned
or only said. Forward chaining over a queue: every triple is combined once with those taken before it, which keeps
the first and shortest argument for each conclusion and takes time linear in facts and conclusions.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad, Triple

from kg.model.identity import content_hash
from kg.rdf import terms
from kg.rdf.namespaces import BN, Base

__all__ = ["inferred_quads"]

Step = tuple[Triple, NamedNode, tuple[Triple, ...]]
"""A conclusion, the trait of the predicate that allows it, and the triples it follows from."""


@dataclass(slots=True)
class _Traits:
    """What the ontology says of predicates: those of a kind, and the predicates that follow from one."""

    symmetric: set[NamedNode] = field(default_factory=set)
    transitive: set[NamedNode] = field(default_factory=set)
    inverses: defaultdict[NamedNode, list[NamedNode]] = field(default_factory=lambda: defaultdict(list))
    broader: defaultdict[NamedNode, list[NamedNode]] = field(default_factory=lambda: defaultdict(list))


class _Links:
    """The triples of transitive predicates taken so far, by either end."""

    def __init__(self) -> None:
        self.starting: defaultdict[tuple[object, NamedNode], list[Triple]] = defaultdict(list)
        self.ending: defaultdict[tuple[object, NamedNode], list[Triple]] = defaultdict(list)

    def add(self, triple: Triple) -> None:
        self.starting[triple.subject, triple.predicate].append(triple)
        self.ending[triple.object, triple.predicate].append(triple)


def inferred_quads(facts: Mapping[Triple, Collection[NamedNode]], ontology: Iterable[Quad], base: Base) -> list[Quad]:
    """Return what follows from the facts and does not stand among them, in `graph/inferred`, in order.

    `facts` gives with each triple the claims that assert it. A conclusion is a direct triple and a node
    `inference/<hash>` that repeats it, names the trait of its predicate (prov:wasGeneratedBy) and what it was derived
    from (prov:wasDerivedFrom): claims, or further inferences. That something relates to itself is never concluded.
    """
    graph = base.graph("inferred")
    concluded = _conclusions(facts, _traits(ontology))
    reasons = {triple: base.inference(_identifier(triple)) for triple in concluded}
    quads = set()
    for triple, node in reasons.items():
        _, trait, premises = concluded[triple]
        sources = {source for premise in premises for source in facts.get(premise) or (reasons[premise],)}
        quads.add(Quad(triple.subject, triple.predicate, triple.object, graph))
        quads.update(_explanation(node, triple, trait, sources, graph))
    return sorted(quads, key=str)


def _identifier(triple: Triple) -> str:
    return content_hash(triple.subject, triple.predicate, triple.object)


def _explanation(
    node: NamedNode, triple: Triple, trait: NamedNode, sources: Iterable[NamedNode], graph: NamedNode
) -> Iterator[Quad]:
    yield Quad(node, terms.TYPE, terms.INFERENCE, graph)
    yield Quad(node, terms.SUBJECT, triple.subject, graph)
    yield Quad(node, terms.PREDICATE, triple.predicate, graph)
    yield Quad(node, terms.OBJECT, triple.object, graph)
    yield Quad(node, terms.GENERATED, trait, graph)
    yield from (Quad(node, terms.DERIVED, source, graph) for source in sources)


def _traits(ontology: Iterable[Quad]) -> _Traits:
    traits = _Traits()
    for quad in ontology:
        subject, value = quad.subject, quad.object
        if not (isinstance(subject, NamedNode) and isinstance(value, NamedNode)):
            continue
        if quad.predicate == terms.TYPE and value == terms.SYMMETRIC:
            traits.symmetric.add(subject)
        elif quad.predicate == terms.TYPE and value == terms.TRANSITIVE:
            traits.transitive.add(subject)
        elif quad.predicate == terms.INVERSE:
            traits.inverses[subject].append(value)
            traits.inverses[value].append(subject)
        # A super-property outside the ontology's namespace only aligns with another vocabulary.
        elif quad.predicate == terms.SUB_PROPERTY and value.value.startswith(BN):
            traits.broader[subject].append(value)
    return traits


def _conclusions(facts: Collection[Triple], traits: _Traits) -> dict[Triple, Step]:
    waiting = deque(sorted(facts, key=str))
    concluded: dict[Triple, Step] = {}
    links = _Links()
    while waiting:
        triple = waiting.popleft()
        for step in _steps(triple, traits, links):
            conclusion = step[0]
            if conclusion.subject != conclusion.object and conclusion not in facts and conclusion not in concluded:
                concluded[conclusion] = step
                waiting.append(conclusion)
        if triple.predicate in traits.transitive:
            links.add(triple)
    return concluded


def _steps(triple: Triple, traits: _Traits, links: _Links) -> Iterator[Step]:
    subject, predicate, thing = triple
    if predicate in traits.symmetric:
        yield Triple(thing, predicate, subject), terms.SYMMETRIC, (triple,)
    for other in traits.inverses.get(predicate, ()):
        yield Triple(thing, other, subject), terms.INVERSE, (triple,)
    for other in traits.broader.get(predicate, ()):
        yield Triple(subject, other, thing), terms.SUB_PROPERTY, (triple,)
    if predicate in traits.transitive:
        for onward in links.starting.get((thing, predicate), ()):
            yield Triple(subject, predicate, onward.object), terms.TRANSITIVE, (triple, onward)
        for before in links.ending.get((subject, predicate), ()):
            yield Triple(before.subject, predicate, thing), terms.TRANSITIVE, (before, triple)
