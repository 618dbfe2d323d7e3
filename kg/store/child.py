"""The process that answers one query and can be killed: a script that `kg.store.query` runs, importing nothing of ours.

Reads a JSON object from standard input: `store` (database folder), `query`, `prefixes`, `union` (whether all graphs are
the default graph), `cpu` (seconds), `memory` (bytes or null). Writes a line with the kind of answer, "select", "ask" or
"construct", and behind it SPARQL results in JSON or N-Triples; or the name of an exception and behind it its message.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, Store


def main() -> None:
    """Answer the request on standard input."""
    request = json.load(sys.stdin)
    limit(request["cpu"], request["memory"])
    try:
        store = Store.read_only(request["store"])
        answer = store.query(
            request["query"], prefixes=request["prefixes"], use_default_graph_as_union=request["union"]
        )
        kind, payload = serialized(answer)
    # Oxigraph raises ValueError and RuntimeError for what only shows while a query runs.
    except (SyntaxError, OSError, ValueError, RuntimeError) as error:
        kind, payload = type(error).__name__, str(error).encode("utf-8")
    sys.stdout.buffer.write(kind.encode("ascii") + b"\n" + payload)


def limit(cpu: int, memory: int | None) -> None:
    """Let the system end this process, should its parent be gone; Windows has no such limits."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    # macOS knows the limit but does not hold to it.
    if memory and sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def serialized(answer: QuerySolutions | QueryBoolean | QueryTriples) -> tuple[str, bytes]:
    """Return the kind of an answer and its whole content; computing it may still fail."""
    payload = BytesIO()
    if isinstance(answer, QueryTriples):
        answer.serialize(payload, RdfFormat.N_TRIPLES)
        return "construct", payload.getvalue()
    answer.serialize(payload, QueryResultsFormat.JSON)
    return "ask" if isinstance(answer, QueryBoolean) else "select", payload.getvalue()


if __name__ == "__main__":
    main()
