import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import QueryError
from kg.rdf.guard import refuse_reaching_out

# Each is a query that Oxigraph would run by calling 127.0.0.1:9, whatever stands around the clause.
REACHING_OUT = [
    "SELECT * {SERVICE <http://127.0.0.1:9/> {?s ?p ?o}}",
    "SELECT * {service<http://127.0.0.1:9/>{?s ?p ?o}}",
    "SELECT * {SERVICE SILENT <http://127.0.0.1:9/> {?s ?p ?o}}",
    "SELECT * {BIND(<http://127.0.0.1:9/> AS ?x) SERVICE ?x {?s ?p ?o}}",
    "PREFIX x: <http://127.0.0.1:9/> SELECT * {SERVICE x: {?s ?p ?o}}",
    "PREFIX x: <http://127.0.0.1:9/> SELECT * {SERVICE x:a\\#b{?s ?p ?o}}",
    "PREFIX x: <http://127.0.0.1:9/> SELECT * {SERVICE x:a# end {\n{?s ?p ?o}}",
    "PREFIX : <http://127.0.0.1:9/> SELECT * {SERVICE:{?s ?p ?o}}",
    "SELECT * {SERVICE # a comment { <\n#\n<http://127.0.0.1:9/> #\r\n {?s ?p ?o}}",
    "SELECT * {?s ?p ?o.SERVICE <http://127.0.0.1:9/> {?s ?p ?o}}",
    "SELECT * {?s ?p 1 SERVICE <http://127.0.0.1:9/> {?s ?p ?o}}",
    "SELECT * {?s ?p trueSERVICE <http://127.0.0.1:9/> {?s ?p ?o}}",
    "SELECT * {?s ?p <http://x?>SERVICE <http://127.0.0.1:9/> {?s ?p 'x'}}",
    # A less-than sign before a string looks like the start of an IRI, the quote behind it like a string.
    "SELECT * {?s ?p ?o FILTER(?s<'b>'||true) SERVICE <http://127.0.0.1:9/> {?s ?p 'x'}}",
    "SELECT * {?s ?p <http://x/'> SERVICE <http://127.0.0.1:9/> {?s ?p <http://x/'>}}",
    'SELECT * {?s ?p "\\"" SERVICE <http://127.0.0.1:9/> {?s ?p "x"}}',
    "SELECT * {{SELECT * {SERVICE <http://127.0.0.1:9/> {?s ?p ?o}}}}",
    "ASK {FILTER EXISTS {SERVICE <http://127.0.0.1:9/> {?s ?p ?o}}}",
    "CONSTRUCT {?s ?p ?o} WHERE {SERVICE <http://127.0.0.1:9/> {?s ?p ?o}}",
]
HARMLESS = [
    "SELECT ?service ?x {?service ?p ?x}",
    "SELECT ?myservice ?x {?myservice ?p ?x}",
    "SELECT * {?s ex:service ?x {?x ?p ?o}}",
    "SELECT * {?s ?p 'SERVICE'}",
    'SELECT * {?s rdfs:label "Der Service: gut"@de}',
    "SELECT * {?s ?p ?o} # SERVICE <http://x>",
    "SELECT * FROM graph:facts {?s ?p ?o}",
    "SELECT * FROM NAMED <https://w3id.org/belegnetz/graph/facts> {GRAPH ?g {?s ?p ?o}}",
]


@pytest.mark.parametrize("sparql", REACHING_OUT)
def test_a_query_that_calls_the_web_is_refused(sparql: str) -> None:
    """Trap 5: SERVICE makes an HTTP request and cannot be switched off."""
    with pytest.raises(QueryError, match="SERVICE calls the web"):
        refuse_reaching_out(sparql)


@pytest.mark.parametrize("sparql", REACHING_OUT)
def test_the_refused_queries_are_queries(sparql: str) -> None:
    """What is refused above is what the engine understands; the forms it rejects need no guard."""
    Store().query(sparql)


def test_an_escaped_keyword_is_none() -> None:
    with pytest.raises(SyntaxError):
        Store().query("SELECT * {S\\u0045RVICE <http://127.0.0.1:9/> {?s ?p ?o}}")


@pytest.mark.parametrize("sparql", HARMLESS)
def test_words_that_only_look_alike_pass(sparql: str) -> None:
    refuse_reaching_out(sparql)


@pytest.mark.parametrize("clause", ["FROM <file:///etc/passwd>", "FROM NAMED <FILE:x>", "FROM # c\n<file:a.ttl>"])
def test_local_files_are_refused(clause: str) -> None:
    """Trap 5: rdflib reads the file of a FROM clause."""
    with pytest.raises(QueryError, match="local files"):
        refuse_reaching_out(f"SELECT * {clause} {{?s ?p ?o}}")


def test_the_place_counts_lines_and_columns_from_one() -> None:
    with pytest.raises(QueryError, match=r"^query:2:3: "):
        refuse_reaching_out("SELECT * {\n  SERVICE <http://x> {?s ?p ?o}}")


def test_oxigraph_calls_the_web_for_a_service_clause() -> None:
    """If this fails, Oxigraph has learned not to, and the guard can go."""
    store = Store()
    store.add(Quad(NamedNode("a:b"), NamedNode("a:b"), Literal("x")))
    with pytest.raises(OSError, match="HTTP"):
        list(store.query(REACHING_OUT[0]))
