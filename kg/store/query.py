"""Questions to the graph, each answered in a process of its own that ends at its time limit.

Oxigraph can neither be timed out nor interrupted inside the calling process.
"""

from __future__ import annotations

import json
import math
import re
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from kg.errors import QueryError, QueryTimeout
from kg.rdf.guard import refuse_reaching_out
from kg.rdf.namespaces import Base
from kg.store.hints import hints_for
from kg.store.open import generation_to_read, open_store
from kg.store.results import Result
from kg.store.syntax import explain_syntax_error

__all__ = ["DEFAULT_MEMORY", "DEFAULT_TIMEOUT", "run_query"]

DEFAULT_TIMEOUT: Final = 30.0
# Room for a large sort beside the database's caches; a runaway join ends before it takes the machine down.
DEFAULT_MEMORY: Final = 4 << 30
# The child also limits itself, should we be killed before we can kill it; never sooner than we would.
_GRACE_SECONDS: Final = 5
_CHILD: Final = Path(__file__).with_name("child.py")
_BEFORE_WHERE = re.compile(
    r"""<[^<>\s]*> | \#[^\r\n]* | "[^"\r\n]*" | '[^'\r\n]*' | [?$:]\w+ | \b(?P<from>FROM)\b(?!:) | (?P<where>\{)""",
    re.VERBOSE | re.IGNORECASE,
)
_KINDS: Final = ("select", "ask", "construct")


def run_query(
    directory: Path,
    sparql: str,
    *,
    base: Base,
    timeout: float = DEFAULT_TIMEOUT,
    memory: int | None = DEFAULT_MEMORY,
) -> Result:
    """Return the answer of a SPARQL query to the graph in this store folder.

    The prefixes of `base` need no declaration; the union of all graphs is the default graph. `timeout` is in seconds,
    `memory` in bytes (held on Linux only). Raise QueryError for a query that is wrong or would reach out of the
    graph, QueryTimeout at the time limit, StoreError where there is no graph.
    """
    refuse_reaching_out(sparql)
    prefixes = base.prefixes()
    request = {
        "store": str(generation_to_read(directory)),
        "query": sparql,
        "prefixes": prefixes,
        "union": not _names_graphs(sparql),
        "cpu": math.ceil(timeout) + _GRACE_SECONDS,
        "memory": memory,
    }
    kind, payload = _ask(request, timeout)
    if kind == "SyntaxError":
        raise QueryError(explain_syntax_error(sparql, payload.decode("utf-8"), prefixes))
    if kind not in _KINDS:
        raise QueryError(f"the query failed: {payload.decode('utf-8')}")
    result = Result(kind, payload, prefixes)
    return replace(result, hints=hints_for(open_store(directory), sparql, base)) if _is_empty(result) else result


def _names_graphs(sparql: str) -> bool:
    """Tell whether the query says itself, by FROM, what its default graph is; the union would override it."""
    for match in _BEFORE_WHERE.finditer(sparql):
        if match["from"] or match["where"]:
            return match["from"] is not None
    return False


def _ask(request: dict[str, object], timeout: float) -> tuple[str, bytes]:
    command = [sys.executable, "-P", str(_CHILD)]
    try:
        done = subprocess.run(
            command, input=json.dumps(request).encode(), capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise QueryTimeout(f"the query took longer than {timeout:g} s; ask for less or allow more time") from error
    if done.returncode:
        raise QueryError(_explain_end(done.returncode, done.stderr.decode("utf-8", "replace")))
    kind, _, payload = done.stdout.partition(b"\n")
    return kind.decode("ascii"), payload


def _explain_end(code: int, stderr: str) -> str:
    if code == -signal.SIGABRT and "memory allocation" in stderr:
        return "the query needed more memory than it may take; ask for less at a time"
    return f"the query's process ended with code {code}: {stderr.strip() or 'no message'}"


def _is_empty(result: Result) -> bool:
    if result.kind == "select":
        return re.search(rb'"bindings":\s*\[\s*\]', result.payload) is not None
    return not result.payload if result.kind == "construct" else result.truth is False
