import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sample_graph import BASE, ONE, TWO, graph_of

from kg.errors import QueryError, QueryTimeout, StoreError
from kg.rdf.ontology_graph import ontology_quads
from kg.store.build import build_store
from kg.store.query import run_query
from kg.store.results import Result

ONTOLOGY = Path(__file__).parents[2] / "ontology"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("store")
    build_store(directory, graph_of([ONE, TWO], *ontology_quads(ONTOLOGY, BASE)))
    return directory


def ask(store: Path, sparql: str, **more: object) -> Result:
    return run_query(store, sparql, base=BASE, **more)  # type: ignore[arg-type]


def values(result: Result) -> list[tuple[str, ...]]:
    return [tuple(term.value if term else "" for term in row) for row in result.rows]  # type: ignore[union-attr]


def test_prefixes_need_no_declaration_and_graphs_no_mention(store: Path) -> None:
    query = """
        SELECT ?name ?date ?title {
          ?claim rdf:predicate bn:kritisiert ; rdf:subject/rdfs:label ?name ; bn:earliest ?date ;
            dcterms:isPartOf/dcterms:title ?title }"""
    result = ask(store, query)
    assert result.columns == ("name", "date", "title")
    assert values(result) == [("Kassym-Schomart Tokajew", "2023-11-09", "Artikel two")]


def test_a_query_may_name_graphs(store: Path) -> None:
    assert len(ask(store, "SELECT * { GRAPH graph:facts { ?s ?p ?o } }").rows) == 3
    assert len(ask(store, "# FROM\nSELECT * FROM graph:facts { ?s ?p ?o }").rows) == 3
    assert len(ask(store, "SELECT * FROM NAMED graph:facts { GRAPH ?g { ?s ?p ?o } }").rows) == 3


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { ?claim a bn:Claim ; bn:timeText ?from }",
        "SELECT ?from { ?claim a bn:Claim ; bn:timeText ?from }",
        'SELECT ("FROM" AS ?x) { ?claim a bn:Claim ; bn:timeText ?t }  # FROM',
        "PREFIX from: <https://example.org/from> SELECT * { ?claim a bn:Claim ; bn:timeText ?t }",
    ],
)
def test_only_a_from_clause_names_graphs(store: Path, sparql: str) -> None:
    assert len(ask(store, sparql).rows) == 1


@pytest.mark.parametrize(("verb", "truth"), [("besucht", True), ("dementiert", False)])
def test_ask(store: Path, verb: str, truth: bool) -> None:
    assert ask(store, f"ASK {{ ent:Tokajew bn:{verb} ?o }}").truth is truth


def test_construct_and_describe_give_triples(store: Path) -> None:
    assert len(ask(store, "CONSTRUCT WHERE { ent:Kasachstan bn:grenztAn ?o }").triples) == 1
    described = ask(store, "DESCRIBE ent:Kasachstan").triples
    assert {triple.subject for triple in described} == {BASE.entity("Kasachstan")}


def test_a_query_ends_at_its_time_limit(store: Path) -> None:
    """Trap 4: Oxigraph has no timeout, and signals wait until it is done."""
    with pytest.raises(QueryTimeout, match=r"longer than 0\.5 s"):
        ask(store, ENDLESS, timeout=0.5)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds the query's process in /proc")
def test_no_process_is_left_behind(store: Path) -> None:
    def children() -> set[str]:
        found = Path(f"/proc/{os.getpid()}/task").glob("*/children")
        return {child for path in found for child in path.read_text(encoding="ascii").split()}

    before = children()
    with pytest.raises(QueryTimeout):
        ask(store, ENDLESS, timeout=0.3)
    assert children() <= before


def test_the_query_process_ends_by_itself_when_it_used_its_time(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no limit of processor time")
    monkeypatch.setattr("kg.store.query._GRACE_SECONDS", -599)
    with pytest.raises(QueryError, match="ended with code -"):
        ask(store, ENDLESS, timeout=600)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_a_query_may_not_take_all_memory(store: Path) -> None:
    doubled = " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(28))
    with pytest.raises(QueryError, match="more memory than it may take"):
        ask(store, f'SELECT (STRLEN(?x28) AS ?n) {{ BIND("abcdefgh" AS ?x0) {doubled} }}', memory=1 << 30)


def test_nothing_is_asked_of_the_web(store: Path) -> None:
    """Trap 5, against a real listener: no connection arrives."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        with pytest.raises(QueryError, match="SERVICE"):
            ask(store, f"SELECT * {{ SERVICE SILENT <{address}> {{ ?s ?p ?o }} }}")
        with pytest.raises(TimeoutError):
            server.accept()


def test_queries_can_run_side_by_side(store: Path) -> None:
    """Trap 3: readers need no lock."""
    answers: list[int] = []

    def count() -> None:
        answers.append(len(ask(store, "SELECT * { ?claim a bn:Claim }").rows))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [5] * 4


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT * {\n  ?s foo:x ?o }", r"query:2:6: unknown prefix 'foo:'; known are bn, "),
        ("SELECT * { ?s BN:besucht ?o }", r"query:1:15: unknown prefix 'BN:'; did you mean bn:\?$"),
        ("SELECT * { ?s ?p ?o", r"query:1:20: the query ends too early; a } is missing — SELECT \* { \?s \?p \?o▸$"),
        ("SELECT * { ?s ?p ?o ?x }", "the query ends too early or has too much"),
        ("SELECT * { ?s ?p ] }", r"query:1:20: not understood — SELECT \* { \?s \?p \] ▸}$"),
        ("SELECT *\n{ ?s a bn:Staat\n  ?s rdfs:label ?l }", r"^query:3:.*perhaps line 2 lacks a \. or ;"),
        ("SELEKT * { ?s ?p ?o }", r"query:1:1: 'SELEKT' is no word of SPARQL; did you mean SELECT\?"),
        ("SELECT * { ?s ?p ?o } ODER BY ?s", r"query:1:23: 'ODER' .* did you mean ORDER\?"),
        ("SELECT x { ?x ?p ?o }", r"query:1:8: 'x' is no word .*; a variable begins with \?"),
        ("SELECT * { ?s ?p Kasachstan }", r"query:1:18: 'Kasachstan' .* a name has its prefix"),
        ('SELECT * { ?s ?p "ein Text # ja" ] } # zwei Worte', r"query:1:\d+: not understood"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "The SELECT contains a variable that is unbound; .* GROUP BY"),
        ("", "query:1:1: the query is empty"),
        ("# hello\nPREFIX x: <a:b>\nINSERT DATA { <a:b> <a:b> 1 }", "query:3:1: a query only reads"),
        ("DELETE WHERE { ?s ?p ?o }", "query:1:1: a query only reads"),
        ("LOAD <http://127.0.0.1:9/>", "query:1:1: a query only reads"),
        ("CLEAR ALL", "query:1:1: a query only reads"),
    ],
)
def test_a_wrong_query_is_explained_in_one_line(store: Path, sparql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        ask(store, sparql)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("sparql", "hint"),
    [
        ("SELECT * { ?s bn:fodert ?o }", "bn:fodert does not stand in the graph; did you mean bn:fordert"),
        ("ASK { ?s <https://w3id.org/belegnetz/ontology#lopt> ?o }", "did you mean bn:lobt"),
        ("CONSTRUCT WHERE { ?s a bn:Stat }", "did you mean bn:Staat"),
        ("SELECT * { ?s bn:xyzxyzxyz ?o }", "bn:xyzxyzxyz does not stand in the graph"),
        ("SELECT * { ent:Kassachstan ?p ?o }", "did you mean ent:Kasachstan?"),
        ("SELECT * { ?s rdfs:lable ?o }", "rdfs:lable does not stand in the graph; did you mean rdfs:label"),
        ("PREFIX b: <https://b.example/> SELECT * { ?s bn:xyzxyzxyz b:x }", "bn:xyzxyzxyz does not stand"),
        ("SELECT * { ?s rdfs:label 'Kasachstan' }", 'write "Kasachstan"@de'),
    ],
)
def test_an_empty_answer_hints_at_unknown_terms(store: Path, sparql: str, hint: str) -> None:
    (found,) = ask(store, sparql).hints
    assert hint in found


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { ?s bn:dementiert ?o }",
        "SELECT * { ?s bn:grenztAn ?o OPTIONAL {?o bn:x 1} }",
        'SELECT * { ?s bn:dementiert "bn:xyz" } # bn:xyz',
        'SELECT * { ?s bn:dementiert "Kasachstan"@de }',
    ],
)
def test_no_hint_where_terms_are_known_or_something_was_found(store: Path, sparql: str) -> None:
    assert ask(store, sparql).hints == ()


def test_without_a_graph_the_query_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph yet"):
        ask(tmp_path, "ASK {}")


def test_a_query_does_not_load_rdflib() -> None:
    code = "import sys, kg.store.query, kg.show.answers; print('rdflib' in sys.modules, 'rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
