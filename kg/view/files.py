"""The network as files for other graph tools, with the same nodes and aggregated edges as the page.

GraphML (Gephi, yEd, igraph), GEXF (Gephi), Cytoscape JSON, and two CSV tables with the header that Neo4j's
`neo4j-admin database import` expects.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.model.claim import MODALITIES, Claim
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.view.network import Edge, Network, Node
from kg.view.periods import bounds
from kg.view.records import predicate_label

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMATS", "graph_files"]

FORMATS: dict[str, str] = {
    "graphml": "GraphML: Gephi, yEd, igraph, networkx",
    "gexf": "GEXF 1.2: Gephi",
    "cytoscape": "Cytoscape JSON: Cytoscape and Cytoscape.js",
    "csv": "two CSV tables (nodes, relationships) with Neo4j's import header, into a folder",
}

LIST_MARK = ";"  # Neo4j's default between the items of a list
Attributes = dict[str, Any]

# Everything that XML 1.0 cannot hold; none of it can be escaped either.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graph_files(
    network: Network, form: str, *, sources: Mapping[str, Source], vocabulary: Vocabulary, lang: str = "de"
) -> dict[str, str]:
    """Return the network in one of FORMATS as file names with their text; only "csv" is more than one file.

    Every file is the same for the same network. Raise KgError for an unknown format.
    """
    writers: dict[str, Callable[[nx.DiGraph], dict[str, str]]] = {
        "graphml": _graphml,
        "gexf": _gexf,
        "cytoscape": _cytoscape,
        "csv": _neo4j,
    }
    if form not in writers:
        raise KgError(f"no graph file format is called {form}; there are {', '.join(FORMATS)}")
    return writers[form](_graph(network, sources, vocabulary, lang))


def _graph(network: Network, sources: Mapping[str, Source], vocabulary: Vocabulary, lang: str) -> nx.DiGraph:
    import networkx as nx

    graph = nx.DiGraph()
    ids = [node.entity.id for node in network.nodes]
    graph.add_nodes_from((name, _node(node)) for name, node in zip(ids, network.nodes, strict=True))
    graph.add_edges_from(
        (ids[edge.source], ids[edge.target], _edge(edge, sources, vocabulary, lang)) for edge in network.edges
    )
    return graph


def _node(node: Node) -> Attributes:
    entity = node.entity
    return {
        "label": _clean(entity.label),
        "type": entity.type,
        "group": node.group,
        "aliases": _listed(entity.aliases),
        "wikidata": entity.wikidata or "",
        "neighbours": node.degree,
        "claim_count": node.claims,
    }


def _edge(edge: Edge, sources: Mapping[str, Source], vocabulary: Vocabulary, lang: str) -> Attributes:
    claims = edge.claims
    predicates = [name for name, _ in Counter(claim.predicate for claim in claims).most_common()]
    times = [time for claim in claims if (time := bounds(claim, sources.get(claim.document))) is not None]
    documents = dict.fromkeys(claim.document for claim in claims)
    return {
        "label": ", ".join(predicate_label(name, vocabulary, lang) for name in predicates),
        "predicates": _listed(predicates),
        "weight": len(claims),
        "symmetric": not edge.directed,
        "modality": min((claim.modality for claim in claims), key=MODALITIES.index),
        "denied": sum(claim.polarity == "neg" for claim in claims),
        "attributed": sum(claim.speaker is not None for claim in claims),
        "facts": sum(claim.is_fact for claim in claims),
        "earliest": min(time[0] for time in times).isoformat() if times else "",
        "latest": _day(max(time[1] for time in times)) if times else "",
        "sources": _listed(sources.get(name, Source(name, name)).title for name in documents),
        "claim_ids": _listed(claim.id for claim in claims),
        "evidence": _listed(_sentences(claims)),
    }


def _day(latest: date) -> str:
    """Return a last day, empty where the time has no end."""
    return "" if latest == date.max else latest.isoformat()


def _sentences(claims: tuple[Claim, ...]) -> list[str]:
    found = (evidence.sentence for claim in claims for evidence in claim.evidence if evidence.sentence)
    return list(dict.fromkeys(found))


def _listed(items: Iterable[str]) -> str:
    return LIST_MARK.join(_clean(item).replace(LIST_MARK, ",") for item in items)


def _clean(text: str) -> str:
    """Return the text on one line, without what XML cannot hold."""
    return re.sub(r"\s+", " ", _NOT_IN_XML.sub("", text)).strip()


def _graphml(graph: nx.DiGraph) -> dict[str, str]:
    import networkx as nx

    content = io.BytesIO()
    nx.write_graphml_xml(graph, content, named_key_ids=True)
    return {"graph.graphml": content.getvalue().decode("utf-8") + "\n"}


def _gexf(graph: nx.DiGraph) -> dict[str, str]:
    import networkx as nx

    content = io.BytesIO()
    nx.write_gexf(graph, content, version="1.2draft")
    # networkx dates the file, which would make two exports of one graph differ.
    return {"graph.gexf": re.sub(r' lastmodifieddate="[^"]*"', "", content.getvalue().decode("utf-8"), count=1) + "\n"}


def _cytoscape(graph: nx.DiGraph) -> dict[str, str]:
    import networkx as nx

    data = nx.cytoscape_data(graph, name="label")
    return {"graph.cyjs": json.dumps(data, ensure_ascii=False, indent=1) + "\n"}


def _neo4j(graph: nx.DiGraph) -> dict[str, str]:
    nodes = [
        [name, *(data[key] for key in ("label", "type", "group", "aliases", "wikidata", "neighbours", "claim_count"))]
        for name, data in graph.nodes(data=True)
    ]
    keys = ("label", "predicates", "weight", "symmetric", "modality", "denied", "attributed", "facts")
    more = ("earliest", "latest", "sources", "claim_ids", "evidence")
    edges = [
        [a, b, data["predicates"].split(LIST_MARK)[0], *(_plain(data[key]) for key in (*keys, *more))]
        for a, b, data in graph.edges(data=True)
    ]
    return {"nodes.csv": _table(_NODE_HEADER, nodes), "relationships.csv": _table(_EDGE_HEADER, edges)}


_NODE_HEADER = [
    "id:ID", "label", ":LABEL", "group", "aliases:string[]", "wikidata", "neighbours:int", "claim_count:int",
]  # fmt: skip
_EDGE_HEADER = [
    ":START_ID", ":END_ID", ":TYPE", "label", "predicates:string[]", "weight:int", "symmetric:boolean", "modality",
    "denied:int", "attributed:int", "facts:int", "earliest:date", "latest:date", "sources:string[]",
    "claim_ids:string[]", "evidence:string[]",
]  # fmt: skip


def _plain(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def _table(header: list[str], rows: list[list[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
