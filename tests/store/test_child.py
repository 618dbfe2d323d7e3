import io
import json
import sys
from pathlib import Path

import pytest
from sample_graph import BASE, ONE, TWO, graph_of

from kg.store import child
from kg.store.build import build_store
from kg.store.open import generation_to_read


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("child")
    build_store(directory, graph_of([ONE, TWO]))
    return generation_to_read(directory)


@pytest.mark.parametrize(
    ("sparql", "kind", "payload"),
    [
        ("ASK { ent:Kasachstan bn:grenztAn ?o }", b"ask", b'{"head":{},"boolean":true}'),
        ("SELECT ?x { VALUES ?x { 1 } }", b"select", b'"value":"1"'),
        ("CONSTRUCT WHERE { ent:Kasachstan bn:grenztAn ?o }", b"construct", b"/entity/Russland> ."),
        ("ASK {", b"SyntaxError", b"error at 1:6"),
    ],
)
def test_the_answer_follows_a_line_with_its_kind(
    sparql: str,
    kind: bytes,
    payload: bytes,
    database: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    request = {"store": str(database), "query": sparql, "prefixes": BASE.prefixes(), "union": True}
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps({**request, "cpu": 60, "memory": None})))
    monkeypatch.setattr(child, "limit", lambda cpu, memory: None)  # limits cannot be lifted from the test process again
    child.main()
    first, _, rest = capsysbinary.readouterr().out.partition(b"\n")
    assert first == kind
    assert payload in rest


def test_a_missing_database_is_an_answer_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    request = {
        "store": str(tmp_path / "x"),
        "query": "ASK {}",
        "prefixes": {},
        "union": True,
        "cpu": 60,
        "memory": None,
    }
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(request)))
    monkeypatch.setattr(child, "limit", lambda cpu, memory: None)
    child.main()
    assert capsysbinary.readouterr().out.startswith(b"FileNotFoundError\n")
