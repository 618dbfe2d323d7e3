"""Who speaks the words that a text only reports: there "er" is most often the speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.model.reading import Quotation, Token
from kg.model.text import Span

__all__ = ["Speakers", "speakers_by_token"]

Speakers = dict[int, tuple[int, ...]]


def speakers_by_token(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> Speakers:
    """Return for each token of indirect speech the tokens that name its speaker, innermost quotation first."""
    starts = [token.start for token in tokens]
    found: Speakers = {}
    indirect = [q for q in quotations if q.type not in ("Direct", "Reported") and q.speaker]
    for quotation in sorted(indirect, key=lambda q: q.length):
        said_by = tuple(index for span in quotation.speaker for index in _inside(starts, span))
        for span in quotation.quote:
            for index in _inside(starts, span):
                found.setdefault(index, said_by)
    return found


def _inside(starts: Sequence[int], span: Span) -> range:
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))
