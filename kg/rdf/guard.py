"""What a query may not do: reach out of the graph.

Oxigraph calls the web for every SERVICE and offers no switch; rdflib, which opens the same store, also reads local
files named in FROM. A query is therefore searched for the shape of such a clause before it runs.
"""

from __future__ import annotations

import re
from typing import Final

from kg.errors import QueryError

__all__ = ["place", "refuse_reaching_out"]

_BLANK: Final = r"(?:\s++|\#[^\r\n]*+)*+"
# No tokenizer: where a string or IRI begins depends on the grammar (`?a<'b>'` compares), and whoever misjudges it can
# be led to see a string where the parser sees a clause. A SERVICE clause, however, is always these tokens in a row with
# only blanks and comments between, so that searching for them wherever they stand misses none. The price: a string
# that quotes a whole clause is refused too. Variables and local names are matched first, to be passed over.
_SERVICE = re.compile(
    rf"""[?$:][\w\-]+ | (?P<clause> SERVICE {_BLANK} (?:SILENT {_BLANK})?
         (?: <[^<>\s]*+> | [?$]\w++ | [^\s<>{{}}?$"'():\#]*+:(?:[^\s{{}}\#\\]|\\.)*+ ) {_BLANK} \{{ )""",
    re.VERBOSE | re.IGNORECASE,
)
_FILE = re.compile(r"<\s*file:", re.IGNORECASE)


def refuse_reaching_out(sparql: str) -> None:
    """Raise QueryError, with the place, for a query that would call a web service or name a local file."""
    for match in _SERVICE.finditer(sparql):
        if match["clause"]:
            raise QueryError(f"{place(sparql, match.start())}: SERVICE calls the web; a query may only read this graph")
    found = _FILE.search(sparql)
    if found:
        raise QueryError(f"{place(sparql, found.start())}: a query may not name local files, only graphs")


def place(sparql: str, offset: int) -> str:
    """Return `query:line:column` of a character."""
    before = sparql[:offset]
    return f"query:{before.count(chr(10)) + 1}:{offset - before.rfind(chr(10))}"
