"""Which quotation marks belong together."""

from __future__ import annotations

import re

from kg.model.text import Span

__all__ = ["find_quoted"]

_MARK = re.compile(r"[„“”\"»«‚‘›‹]|''|\n[^\S\n]*\n")
# What may close a quotation that the key opened: newswires mix German, English and typewriter marks.
_CLOSERS = {"„": '“”"', "“": '”“"', '"': '"“”', "»": "«", "«": "»", "‚": "‘", "›": "‹", "‹": "›", "”": "”", "''": "''"}


def find_quoted(text: str) -> tuple[Span, ...]:
    """Return the outermost quoted spans in text order, marks included.

    German („…“), English (“…”), French (»…«, «…») and typewriter marks are paired, singles (‚…‘) only with
    themselves. A quotation that no mark closes runs to the end of its paragraph where the next paragraph opens with
    a mark again (the convention of long quotations), else its mark is ignored.
    """
    closed: list[Span] = []
    opened: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark[0] == "\n":
            if opened and _opens(text, match.end()):
                closed.append(Span(opened[0][1], at))
            opened.clear()
        elif (depth := _depth_closed(opened, mark)) is not None:
            closed.append(Span(opened[depth][1], match.end()))
            del opened[depth:]
        elif mark in _CLOSERS and (mark == "„" or _stands_free(text, at, match.end())):
            opened.append((mark, at))
    return _outermost(closed)


def _depth_closed(opened: list[tuple[str, int]], mark: str) -> int | None:
    """Return how deep the quotation lies that the mark closes, looking past at most two that nobody closed."""
    for depth in range(len(opened) - 1, max(len(opened) - 4, -1), -1):
        if mark in _CLOSERS[opened[depth][0]]:
            return depth
    return None


def _stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether a mark that may open or close stands where one opens: before a word and not behind one."""
    return not text[end : end + 1].isspace() and not text[start - 1 : start].strip(" \n\t([–—-/:„")


def _opens(text: str, at: int) -> bool:
    """Tell whether the paragraph at an offset begins with an opening mark."""
    return text[at : at + 40].lstrip()[:1] in {"„", "“", "»", "«", '"'}


def _outermost(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
