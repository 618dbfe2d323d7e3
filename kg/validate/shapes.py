"""SHACL shapes over a part of the graph, by pySHACL.

pySHACL takes 3 s for a thousand claims, the checks in SPARQL 0.1 s (the made-up claims of tests/bench/bench_store.py):
a document or the curated graph can have its shapes validated, what matters for the whole graph is a check.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, RdfFormat, Store

from kg.errors import KgError
from kg.rdf.namespaces import Base
from kg.rdf.serialize import written
from kg.validate.findings import Finding, in_order
from kg.validate.places import curated_places

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["validate_shapes"]

_SOLUTION: Final = "Correct the row it comes from; for an extracted claim report it with its document."
_SEVERITIES: Final = {"Violation": "error", "Warning": "warning", "Info": "info"}


def validate_shapes(
    store: Store,
    shapes: Path,
    graphs: Iterable[NamedNode],
    *,
    base: Base,
    files: Mapping[str, Path] | None = None,
) -> tuple[Finding, ...]:
    """Return where these graphs, read together with the entities, do not have the shapes of this Turtle file.

    `files` are as in `kg.validate.checks.validate`. Raise KgError where pySHACL is not installed.
    """
    try:
        from pyshacl import validate
    except ImportError as error:
        raise KgError("SHACL needs pySHACL; install it: pip install belegnetz[shacl]") from error
    from rdflib import Graph

    data = Graph()
    for graph in (base.graph("entities"), *graphs):
        quads = (quad.triple for quad in store.quads_for_pattern(None, None, None, graph))
        data.parse(data=written(quads, RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = validate(data, shacl_graph=Graph().parse(shapes, format="turtle"), inplace=True)
    return _findings(report, curated_places(store, files or {}, base))


def _findings(report: Graph, places: Mapping[str, tuple[Path, int]]) -> tuple[Finding, ...]:
    from rdflib import SH

    findings = []
    for result in report.objects(None, SH.result):
        focus, shape = str(report.value(result, SH.focusNode)), str(report.value(result, SH.sourceShape))
        severity = str(report.value(result, SH.resultSeverity)).rpartition("#")[2]
        # What hangs below a claim is written where the claim is.
        file, line = places.get(focus.partition("#")[0], (None, 0))
        name = shape.rpartition("#")[2]
        findings.append(Finding(name, _SEVERITIES[severity], focus, _message(report, result), _SOLUTION, file, line))
    return in_order(findings)


def _message(report: Graph, result: Node) -> str:
    from rdflib import SH, Literal

    messages = [text for text in report.objects(result, SH.resultMessage) if isinstance(text, Literal)]
    english = [text for text in messages if text.language == "en"]
    return str((english or messages)[0])
