"""`kg view` and `kg export` of the network, on a small graph."""

import json
import webbrowser
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import cli
from kg.model.claim import Claim, Evidence, Participant
from kg.model.entity import Entity
from kg.model.text import Source
from kg.rdf.namespaces import Base
from kg.rdf.quads import claim_quads, document_quads, entity_quads, fact_quads
from kg.store.build import build_store

ANNA, BERND, CELLE = (
    Entity("Anna_Öz", "Anna Öz", "Person", ("Die Ministerin",)),
    Entity("Bernd", "Bernd", "Person"),
    Entity("Celle", "Celle", "Ort"),
)
SOURCE = Source("bericht", "Ein Bericht", "2023-11-09", "Morgenblatt")


def claim(subject, predicate, obj):
    sentence = f"{subject.label} {predicate} {obj.label}."
    evidence = Evidence(SOURCE.id, sentence, 0, len(sentence), 0, len(sentence) - 1)
    ends = (Participant(entity, entity.label) for entity in (subject, obj))
    subject_end, object_end = ends
    return Claim(f"{subject.id}{obj.id}", SOURCE.id, subject_end, predicate, object_end, (evidence,), rule="probe")


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "kg.toml").write_text("", encoding="utf-8")
    base = Base()
    claims = [claim(ANNA, "kritisiert", BERND), claim(BERND, "besucht", CELLE)]
    quads = [
        *document_quads(SOURCE, base),
        *(quad for one in claims for quad in claim_quads(one, base)),
        *(quad for entity in (ANNA, BERND, CELLE) for quad in entity_quads(entity, base)),
        *fact_quads(claims, base),
    ]
    build_store(tmp_path / ".kg" / "store", quads)
    return tmp_path


def run(workspace, *arguments):
    return CliRunner().invoke(cli, ["-w", str(workspace), *arguments])


def nodes_of(path):
    html = Path(path).read_text(encoding="utf-8")
    block = html.split('id="data-nodes">')[1].split("</script>")[0]
    return {node["label"] for node in json.loads(block)}


@pytest.mark.parametrize(
    ("arguments", "nodes"),
    [
        ([], {"Anna Öz", "Bernd", "Celle"}),
        (["Celle"], {"Bernd", "Celle"}),
        (["celle", "--depth", "2"], {"Anna Öz", "Bernd", "Celle"}),
        (["die ministerin"], {"Anna Öz", "Bernd"}),
        (["--predicate", "besucht"], {"Bernd", "Celle"}),
        (["--source", "Morgenblatt", "--since", "2023-11", "--until", "2023"], {"Anna Öz", "Bernd", "Celle"}),
        (["Anna_Öz", "--depth", "2", "--max", "2"], {"Anna Öz", "Bernd"}),
    ],
)
def test_a_part_of_the_graph_is_drawn(workspace, arguments, nodes):
    result = run(workspace, "view", *arguments)
    assert result.exit_code == 0, result.output
    assert nodes_of(workspace / "exports" / "view.html") == nodes


def test_file_language_and_title_can_be_chosen_and_the_page_opened(workspace, monkeypatch):
    opened = []
    monkeypatch.setattr(webbrowser, "open", lambda url: opened.append(url) or True)
    file = workspace / "seiten" / "netz.html"
    result = run(workspace, "view", "-o", str(file), "--lang", "en", "--title", "Mein <Netz>", "--open")
    assert result.exit_code == 0, result.output
    assert str(file) in result.output
    html = file.read_text(encoding="utf-8")
    assert '<html lang="en"' in html
    assert "<title>Mein &lt;Netz&gt;</title>" in html
    assert opened == [file.resolve().as_uri()]


def test_the_result_of_a_query_is_drawn(workspace):
    query = workspace / "wer.rq"
    query.write_text(
        "CONSTRUCT { ?a bn:kritisiert ?b . ?a bn:imUmfeldVon ?c } WHERE { ?a bn:kritisiert ?b . ?b bn:besucht ?c }",
        encoding="utf-8",
    )
    result = run(workspace, "view", "--query", str(query))
    assert result.exit_code == 0, result.output
    page = workspace / "exports" / "view.html"
    assert nodes_of(page) == {"Anna Öz", "Bernd", "Celle"}
    html = page.read_text(encoding="utf-8")
    assert "Anna Öz kritisiert Bernd." in html
    assert "imUmfeldVon" in html


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["Niemand"], 1, "nothing in the graph is called Niemand"),
        (["--predicate", "kritisirt"], 1, "no predicate is called kritisirt"),
        (["--source", "Abendblatt"], 1, "no claim comes from a source called Abendblatt"),
        (["--until", "2001"], 1, "there is nothing to draw"),
        (["--since", "9.11.2023"], 2, "write 2023-11-09, 2023-11 or 2023"),
        (["--depth", "0"], 2, "depth"),
    ],
)
def test_a_mistake_is_told_in_one_line(workspace, arguments, code, message):
    result = run(workspace, "view", *arguments)
    assert result.exit_code == code
    assert message in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * { ?a ?b ?c }", "only the result of CONSTRUCT can be drawn"),
        ("CONSTRUCT { ?a a ?c } WHERE { ?a a ?c }", "no triple between two entities"),
    ],
)
def test_a_query_without_a_network_is_a_mistake(workspace, query, message):
    file = workspace / "frage.rq"
    file.write_text(query, encoding="utf-8")
    result = run(workspace, "view", "--query", str(file))
    assert result.exit_code == 1
    assert message in result.output


@pytest.mark.parametrize("form", ["graphml", "gexf", "cytoscape"])
def test_the_network_is_exported_for_graph_tools(workspace, form):
    file = workspace / f"netz.{form}"
    result = run(workspace, "export", form, "-o", str(file))
    assert result.exit_code == 0, result.output
    text = file.read_text(encoding="utf-8")
    assert "Anna Öz kritisiert Bernd." in text
    assert run(workspace, "export", form).output == text


def test_tables_go_into_a_folder(workspace):
    result = run(workspace, "export", "csv", "-o", str(workspace / "neo4j"))
    assert result.exit_code == 0, result.output
    assert {path.name for path in (workspace / "neo4j").iterdir()} == {"nodes.csv", "relationships.csv"}
    result = run(workspace, "export", "csv")
    assert result.exit_code == 1
    assert "name a folder" in result.output
