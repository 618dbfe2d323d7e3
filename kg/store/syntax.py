"""Where a query is wrong and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Final

from kg.lists import words_of
from kg.rdf.guard import place

__all__ = ["OUTSIDE_TEXT", "explain_syntax_error"]

_PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): expected (?:one of )?(?P<expected>.*)", re.DOTALL)
_PROLOGUE = re.compile(r"(?:\s++|#[^\r\n]*+|PREFIX\s+[^\s:]*:\s*<[^>]*>|BASE\s*<[^>]*>)*", re.IGNORECASE)
_UPDATE = re.compile(r"(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE)
# Characters shown on each side of a fault: enough to find it again, short enough for one line.
_AROUND: Final = 40
# The parser names what it expected by tokens, but what is wrong with the meaning by a sentence.
_SENTENCE = re.compile(r"\bThe [^\[\]]*?(?=, \[|, [A-Z]{2}|$)")
_PREFIX = re.compile(r"(?P<prefix>[\w.\-]*):[\w.\-]*$")
# Texts, IRIs and comments, to be passed over by whoever looks for something else.
OUTSIDE_TEXT: Final = r'"(?:[^"\\\r\n]|\\.)*" | \'(?:[^\'\\\r\n]|\\.)*\' | <[^<>\s]*> | \#[^\r\n]*'
_WORD = re.compile(rf"{OUTSIDE_TEXT} | [?$@]\w+ | [\w.\-]*:[\w.\-]* | (?P<word>[^\W\d]\w*)", re.VERBOSE)
_AGGREGATE = re.compile(r"\b(?:COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT)\s*\(", re.IGNORECASE)
_KEYWORDS: Final = Path(__file__).with_name("data") / "sparql_keywords.txt"


def explain_syntax_error(sparql: str, message: str, prefixes: Mapping[str, str]) -> str:
    """Return one line that says where a query is wrong, shows the place and, where it can be told, says why."""
    start = _PROLOGUE.match(sparql)
    if start and _UPDATE.match(sparql, start.end()):
        return f"{place(sparql, start.end())}: a query only reads; the graph changes with its articles and tables"
    found = _PLACE.match(message)
    if not found:
        return f"query: {message}"
    offset = _offset(sparql, int(found["line"]), int(found["column"]))
    if "Prefix not found" in found["expected"]:
        return _unknown_prefix(sparql, offset, prefixes)
    sentence = _SENTENCE.search(found["expected"])
    if sentence:
        return f"{place(sparql, offset)}: {sentence[0]}{_ungrouped(sparql)}"
    if not sparql.strip():
        return "query:1:1: the query is empty"
    word = next(_unknown_words(sparql), None)
    if word:
        return _with_place(sparql, word.start(), _meant(word["word"]))
    return _with_place(sparql, offset, _reason(sparql, offset))


def _offset(sparql: str, line: int, column: int) -> int:
    return sum(len(text) for text in sparql.splitlines(keepends=True)[: line - 1]) + column - 1


def _with_place(sparql: str, offset: int, reason: str) -> str:
    before, behind = sparql[:offset].rpartition("\n")[2], sparql[offset:].partition("\n")[0]
    cut = "…" if len(before) > _AROUND else ""
    line = f"{cut}{before[-_AROUND:].lstrip()}▸{behind[:_AROUND].rstrip()}"
    return f"{place(sparql, offset)}: {reason} — {line}"


def _unknown_prefix(sparql: str, offset: int, prefixes: Mapping[str, str]) -> str:
    found = _PREFIX.search(sparql, 0, offset)
    name, start = (found["prefix"], found.start()) if found else ("", offset)
    close = get_close_matches(name.lower(), prefixes, n=1)
    meant = f"; did you mean {close[0]}:?" if close else ""
    known = f"known are {', '.join(prefixes)}; declare others by PREFIX"
    return f"{place(sparql, start)}: unknown prefix '{name}:'{meant or f'; {known}'}"


def _ungrouped(sparql: str) -> str:
    grouped = not _AGGREGATE.search(sparql) or re.search(r"\bGROUP\s+BY\b", sparql, re.IGNORECASE)
    return "" if grouped else "; beside COUNT and the like only what GROUP BY names may be selected"


def _unknown_words(sparql: str) -> Iterator[re.Match[str]]:
    return (found for found in _WORD.finditer(sparql) if found["word"] and found["word"].upper() not in _keywords())


@cache
def _keywords() -> tuple[str, ...]:
    return words_of(_KEYWORDS)


def _meant(word: str) -> str:
    close = get_close_matches(word.upper(), _keywords(), n=1, cutoff=0.75)
    meant = f"did you mean {close[0]}?" if close else "a variable begins with ?, a name has its prefix (bn:, ent:)"
    return f"'{word}' is no word of SPARQL; {meant}"


def _reason(sparql: str, offset: int) -> str:
    missing = sparql.count("{") - sparql.count("}")
    if not sparql[offset:].strip():
        return "the query ends too early; a } is missing" if missing > 0 else "the query ends too early or has too much"
    before = sparql[:offset].rpartition("\n")[0].rstrip()
    if before and before[-1] not in ".;,{}(":
        return f"not understood; perhaps line {before.count(chr(10)) + 1} lacks a . or ; at its end"
    return "not understood"
