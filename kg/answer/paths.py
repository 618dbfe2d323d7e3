"""How two entities are connected: the shortest chains of claims, the best supported first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING, Final

from kg.model.claim import Claim
from kg.model.entity import Entity

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["LONGEST", "MOST", "Path", "Step", "find_paths"]

LONGEST: Final = 6
"""Steps of a path unless told otherwise; in a graph of news nearly everything hangs together by fewer."""
MOST: Final = 3
"""Equally short paths unless told otherwise: enough to compare, few enough to read."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path and every claim that says it, whichever way, the best supported first."""

    source: Entity
    target: Entity
    claims: tuple[Claim, ...]


Path = tuple[Step, ...]


def find_paths(
    claims: Iterable[Claim],
    start: str,
    end: str,
    *,
    longest: int = LONGEST,
    most: int = MOST,
    without: Collection[str] = (),
) -> tuple[Path, ...]:
    """Return at most `most` of the shortest paths between two entity ids, none where there is none of `longest` steps.

    A claim can be walked both ways. Of equally short paths come first those whose steps are facts rather than said,
    planned or denied, then those with the higher confidence; where these hardly differ, those through entities with
    few neighbours, which say more than a path through what everything is connected with. `without` are ids of
    entities that no path may pass.
    """
    import networkx as nx

    graph = _graph(claims, {name for name in without if name not in (start, end)}, longest)
    if start not in graph or end not in graph or not nx.has_path(graph, start, end):
        return ()
    steps = nx.shortest_path_length(graph, start, end)
    if steps > longest:
        return ()
    # The cheapest come first, and no sum of costs makes a path as dear as one of a further step.
    found = takewhile(lambda names: len(names) == steps + 1, nx.shortest_simple_paths(graph, start, end, "cost"))
    return tuple(tuple(_step(graph, *ends) for ends in pairwise(names)) for names in islice(found, most))


def _graph(claims: Iterable[Claim], without: set[str], longest: int) -> nx.Graph:
    import networkx as nx

    pairs: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    entities: dict[str, Entity] = {}
    for claim in claims:
        ends = claim.subject.entity, claim.object.entity
        first, second = sorted(entity.id for entity in ends)
        if first != second and not {first, second} & without:
            pairs[first, second].append(claim)
            entities.update({entity.id: entity for entity in ends})
    graph = nx.Graph()
    graph.add_nodes_from((name, {"entity": entity}) for name, entity in sorted(entities.items()))
    graph.add_edges_from((*ends, {"claims": sorted(found, key=_rank)}) for ends, found in sorted(pairs.items()))
    largest = max((degree for _, degree in graph.degree), default=1)
    for first, second, step in graph.edges(data=True):
        crowd = (graph.degree[first] + graph.degree[second]) / (2 * largest)
        step["cost"] = 1 + (_doubt(step["claims"][0]) + crowd / 100) / (longest + 2)
    return graph


def _step(graph: nx.Graph, source: str, target: str) -> Step:
    claims = tuple(graph.edges[source, target]["claims"])
    return Step(graph.nodes[source]["entity"], graph.nodes[target]["entity"], claims)


def _rank(claim: Claim) -> tuple[float, int, str]:
    """Order claims by doubt; of equally sure ones the latest comes first."""
    latest = claim.when.latest.toordinal() if claim.when else 0
    return _doubt(claim), -latest, claim.id


def _doubt(claim: Claim) -> float:
    """Return from 0 to 1 how little a claim says that two entities are really connected."""
    denied, planned, said = claim.polarity == "neg", claim.modality != "asserted", claim.speaker is not None
    return 0.4 * denied + 0.3 * planned + 0.2 * said + 0.1 * (1 - claim.confidence)
