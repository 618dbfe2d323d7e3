"""Claims drawn together: every entity a node, every pair of entities one edge that carries all its claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Any, TypeVar

from kg.model.claim import Claim
from kg.model.entity import Entity
from kg.model.vocabulary import Vocabulary

__all__ = ["GROUPS", "Edge", "Network", "Node", "best_connected", "build_network", "group_of"]

Key = TypeVar("Key", int, str)

# At most five kinds can be told apart by colour and shape; a type belongs to the first group it falls under.
GROUPS: dict[str, tuple[str, ...]] = {
    "person": ("Person",),
    "place": ("Staat", "Ort"),
    "organisation": ("Organisation",),
    "event": ("Ereignis", "Abkommen"),
    "topic": (),
}


@dataclass(frozen=True, slots=True)
class Node:
    """An entity in the network; `degree` counts its distinct neighbours, `claims` the claims it takes part in.

    Neighbours by inference alone do not count: they are drawn on request only.
    """

    entity: Entity
    group: str
    degree: int
    claims: int


@dataclass(frozen=True, slots=True)
class Edge:
    """All claims about one ordered pair of entities, given as positions in `Network.nodes`.

    Claims with a symmetric predicate join the pair in order of entity id, whichever way they were written.
    `directed` is False where every claim is symmetric.
    """

    source: int
    target: int
    claims: tuple[Claim, ...]
    directed: bool


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes from the most to the least connected, edges in order of their nodes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def build_network(claims: Iterable[Claim], *, entities: Mapping[str, Entity], vocabulary: Vocabulary) -> Network:
    """Return the network of the claims. An entity's card comes from `entities`, else from the claim itself.

    A claim of an entity about itself draws no edge and is left out.
    """
    pairs = _claims_by_pair(claims, vocabulary)
    known: dict[str, Entity] = {}
    neighbours: dict[str, set[str]] = defaultdict(set)
    count: dict[str, int] = defaultdict(int)
    for (a, b), members in pairs.items():
        if any(not claim.premises for claim in members):
            neighbours[a].add(b)
            neighbours[b].add(a)
        for claim in members:
            for entity in (claim.subject.entity, claim.object.entity):
                known.setdefault(entity.id, entities.get(entity.id, entity))
                count[entity.id] += 1
    order = sorted(known, key=lambda name: (-len(neighbours[name]), -count[name], name))
    place = {name: position for position, name in enumerate(order)}
    nodes = tuple(
        Node(known[name], group_of(known[name].type, vocabulary), len(neighbours[name]), count[name]) for name in order
    )
    edges = (
        Edge(place[a], place[b], members, not all(_symmetric(claim, vocabulary) for claim in members))
        for (a, b), members in pairs.items()
    )
    return Network(nodes, tuple(sorted(edges, key=lambda edge: (edge.source, edge.target))))


def group_of(type_name: str, vocabulary: Vocabulary) -> str:
    """Return the key of GROUPS that a class falls under; "topic" takes what no other group does."""
    for group, classes in GROUPS.items():
        if any(vocabulary.is_a(type_name, name) for name in classes):
            return group
    return "topic"


def best_connected(
    neighbours: Mapping[Key, Collection[Key]], count: int, *, rank: Callable[[Key], Any], first: Iterable[Key] = ()
) -> set[Key]:
    """Return at most `count` nodes that hang together: `first`, then always the neighbour of lowest rank.

    Where no node is given or a component is used up, the next is the one of lowest rank anywhere.
    """
    order = sorted(neighbours, key=rank)
    waiting = [(-1, place, node) for place, node in enumerate(first)]
    place = {node: position for position, node in enumerate(order)}
    chosen: set[Key] = set()
    rest = iter(order)
    while len(chosen) < min(count, len(order)):
        node = heappop(waiting)[2] if waiting else next(rest)
        if node not in chosen:
            chosen.add(node)
            for neighbour in neighbours[node]:
                heappush(waiting, (0, place[neighbour], neighbour))
    return chosen


def _claims_by_pair(claims: Iterable[Claim], vocabulary: Vocabulary) -> dict[tuple[str, str], tuple[Claim, ...]]:
    pairs: dict[tuple[str, str], dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        a, b = claim.subject.entity.id, claim.object.entity.id
        if a == b:
            continue
        if a > b and _symmetric(claim, vocabulary):
            a, b = b, a
        pairs[a, b][claim.id] = claim
    return {pair: tuple(sorted(members.values(), key=_order)) for pair, members in pairs.items()}


def _symmetric(claim: Claim, vocabulary: Vocabulary) -> bool:
    predicate = vocabulary.predicates.get(claim.predicate)
    return predicate is not None and predicate.symmetric


def _order(claim: Claim) -> tuple[str, bool, str, str]:
    return claim.predicate, not claim.is_fact, claim.document, claim.id
