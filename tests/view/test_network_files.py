import csv
import io
import json

import networkx as nx
import pytest
from newsroom import make_news

from kg.errors import KgError
from kg.model.claim import Claim, Evidence, Participant
from kg.model.entity import Entity
from kg.view.files import FORMATS, graph_files
from kg.view.network import build_network

NEWS = make_news(60)
NETWORK = build_network(NEWS.claims, entities=NEWS.entities, vocabulary=NEWS.vocabulary)
IDS = [node.entity.id for node in NETWORK.nodes]
PAIRS = {(IDS[edge.source], IDS[edge.target]): edge for edge in NETWORK.edges}
HOSTILE = Entity("böse", 'A\x00\x0b"<b>]]>&amp;;\n\ufffe🤖', "Person", ("a;b", "c\td"))


def files_of(form, network=NETWORK):
    return graph_files(network, form, sources=NEWS.sources, vocabulary=NEWS.vocabulary)


def read(form, text, tmp_path):
    if form == "cytoscape":
        return nx.cytoscape_graph(json.loads(text), name="label")
    path = tmp_path / "graph"
    path.write_text(text, encoding="utf-8", newline="\n")
    return (nx.read_graphml if form == "graphml" else nx.read_gexf)(path)


@pytest.mark.parametrize("form", ["graphml", "gexf", "cytoscape"])
def test_networkx_reads_the_same_nodes_and_edges(form, tmp_path):
    (text,) = files_of(form).values()
    graph = read(form, text, tmp_path)
    assert set(graph.nodes) == set(IDS)
    assert set(graph.edges) == set(PAIRS)
    for (a, b), edge in PAIRS.items():
        data = graph.edges[a, b]
        assert int(data["weight"]) == len(edge.claims)
        assert data["claim_ids"].split(";") == [claim.id for claim in edge.claims]
        assert data["evidence"]
    node = NETWORK.nodes[0]
    assert graph.nodes[IDS[0]]["label"] == node.entity.label
    assert graph.nodes[IDS[0]]["type"] == node.entity.type


def test_igraph_reads_the_graphml(tmp_path):
    igraph = pytest.importorskip("igraph", reason="igraph is GPL and only tests use it")
    path = tmp_path / "graph.graphml"
    path.write_text(files_of("graphml")["graph.graphml"], encoding="utf-8")
    graph = igraph.Graph.Read_GraphML(str(path))
    assert (graph.vcount(), graph.ecount()) == (len(IDS), len(PAIRS))
    assert sum(graph.es["weight"]) == sum(len(edge.claims) for edge in NETWORK.edges)
    assert set(graph.vs["label"]) == {node.entity.label for node in NETWORK.nodes}


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_the_tables_follow_neo4js_import_header():
    files = files_of("csv")
    assert set(files) == {"nodes.csv", "relationships.csv"}
    nodes, edges = table(files["nodes.csv"]), table(files["relationships.csv"])
    assert {"id:ID", ":LABEL"} <= set(nodes[0])
    assert {":START_ID", ":END_ID", ":TYPE"} <= set(edges[0])
    types = {"ID", "LABEL", "START_ID", "END_ID", "TYPE", "int", "boolean", "date", "string[]", "string"}
    assert {(name.partition(":")[2] or "string") for name in (*nodes[0], *edges[0])} <= types
    assert [row["id:ID"] for row in nodes] == IDS
    assert {(row[":START_ID"], row[":END_ID"]) for row in edges} == set(PAIRS)
    assert all(row[":TYPE"] == row["predicates:string[]"].split(";")[0] for row in edges)
    assert {row["symmetric:boolean"] for row in edges} == {"true", "false"}


@pytest.mark.parametrize("form", FORMATS)
def test_files_are_the_same_every_time(form):
    again = build_network(reversed(NEWS.claims), entities=NEWS.entities, vocabulary=NEWS.vocabulary)
    assert files_of(form) == files_of(form, again)


@pytest.mark.parametrize("form", FORMATS)
def test_no_label_breaks_a_file(form, tmp_path):
    claim = Claim(
        "c", "d", Participant(HOSTILE), "trifft", Participant(Entity("b", "b", "Ort")), (Evidence("d", "x\x01\ny"),)
    )
    network = build_network([claim], entities={}, vocabulary=NEWS.vocabulary)
    files = files_of(form, network)
    if form == "csv":
        nodes, edges = table(files["nodes.csv"]), table(files["relationships.csv"])
        assert nodes[0]["aliases:string[]"] == "a,b;c d" or nodes[1]["aliases:string[]"] == "a,b;c d"
        assert edges[0]["evidence:string[]"] == "x y"
        assert not any("\n" in value for row in nodes + edges for value in row.values())
    else:
        graph = read(form, *files.values(), tmp_path)
        assert graph.nodes["böse"]["label"] == 'A"<b>]]>&amp;; 🤖'
        assert graph.edges["b", "böse"]["evidence"] == "x y"


def test_an_unknown_format_is_an_error():
    with pytest.raises(KgError, match="no graph file format is called dot"):
        files_of("dot")
