import csv
import io
import json

import pytest
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)
from sample_graph import BASE

from kg.errors import QueryError
from kg.show.answers import RESULT_FORMATS, render, shown
from kg.store.results import Result

PREFIXES = BASE.prefixes()
SELECT = Result(
    "select",
    json.dumps(
        {
            "head": {"vars": ["wer", "was"]},
            "results": {
                "bindings": [
                    {
                        "wer": {"type": "uri", "value": BASE.entity("Tokajew").value},
                        "was": {"type": "literal", "value": "Zölle | Öl\nund Gas", "xml:lang": "de"},
                    },
                    {"wer": {"type": "uri", "value": "https://example.com/x#y"}},
                ]
            },
        }
    ).encode(),
    PREFIXES,
)
ASK = Result("ask", b'{"head":{},"boolean":true}', PREFIXES)
TRIPLES = (
    f"<{BASE.entity('b').value}> <https://w3id.org/belegnetz/ontology#lobt> <{BASE.entity('c').value}> .\n"
    f"<{BASE.entity('a').value}> <https://w3id.org/belegnetz/ontology#lobt> <{BASE.entity('c').value}> .\n"
)
CONSTRUCT = Result("construct", TRIPLES.encode(), PREFIXES)


def test_table_aligns_and_shortens() -> None:
    assert render(SELECT, "table").splitlines() == [
        "wer                       was",
        "─" * 44,
        "ent:Tokajew               Zölle | Öl und Gas",
        "https://example.com/x#y",
    ]


def test_a_narrow_table_folds() -> None:
    assert max(len(line) for line in render(SELECT, "table", width=30).splitlines()) <= 30


def test_markdown_escapes_its_own_signs() -> None:
    assert render(SELECT, "markdown").splitlines() == [
        "| wer | was |",
        "| --- | --- |",
        "| ent:Tokajew | Zölle \\| Öl und Gas |",
        "| https://example.com/x#y |  |",
    ]


def test_csv_is_read_by_the_csv_module() -> None:
    rows = list(csv.DictReader(io.StringIO(render(SELECT, "csv"), newline="")))
    assert rows[0] == {"wer": BASE.entity("Tokajew").value, "was": "Zölle | Öl\nund Gas"}
    assert rows[1]["was"] == ""


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
@pytest.mark.parametrize("result", [SELECT, CONSTRUCT])
def test_standard_forms_come_back(result: Result, form: str) -> None:
    answer = parse_query_results(render(result, form).encode(), format=QueryResultsFormat.from_extension(form))
    assert isinstance(answer, QuerySolutions)
    assert tuple(variable.value for variable in answer.variables) == result.columns
    assert tuple(tuple(solution) for solution in answer) == result.rows


@pytest.mark.parametrize("form", [form for form in RESULT_FORMATS if form != "ttl"])
def test_a_yes_or_no_suits_every_form_but_turtle(form: str) -> None:
    assert "true" in render(ASK, form)
    assert ASK.columns == ASK.rows == ASK.triples == ()


def test_triples_as_turtle_come_back_in_order() -> None:
    document = render(CONSTRUCT, "ttl")
    assert [quad.triple for quad in parse(document.encode(), format=RdfFormat.TURTLE)] == sorted(
        CONSTRUCT.triples, key=str
    )
    assert "@prefix bn:" in document
    assert "@prefix prov:" not in document


def test_triples_as_rows_have_three_columns() -> None:
    assert CONSTRUCT.columns == ("subject", "predicate", "object")
    assert [row[0] for row in CONSTRUCT.rows] == [BASE.entity("a"), BASE.entity("b")]
    assert CONSTRUCT.truth is None


@pytest.mark.parametrize("result", [SELECT, ASK])
def test_turtle_needs_triples(result: Result) -> None:
    with pytest.raises(QueryError, match="CONSTRUCT"):
        render(result, "ttl")


def test_an_unknown_form_names_the_known() -> None:
    with pytest.raises(QueryError, match="table, csv, tsv, json, xml, markdown, ttl"):
        render(SELECT, "pdf")


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (None, ""),
        (Literal("Öl"), "Öl"),
        (Literal("rot\x1b[31m\x07"), "rot [31m "),
        (NamedNode("https://w3id.org/belegnetz/ontology#lobt"), "bn:lobt"),
        (NamedNode("https://w3id.org/belegnetz/ontology#"), "https://w3id.org/belegnetz/ontology#"),
        (BASE.claim("9f2c"), "claim:9f2c"),
        (NamedNode(BASE.claim("9f2c").value + "#quantity"), "https://example.org/kg/claim/9f2c#quantity"),
        (Triple(NamedNode("a:b"), NamedNode("a:b"), Literal("x")), '<a:b> <a:b> "x"'),
    ],
)
def test_terms_are_shown_for_people(term: object, text: str) -> None:
    assert shown(term, PREFIXES) == text  # type: ignore[arg-type]
