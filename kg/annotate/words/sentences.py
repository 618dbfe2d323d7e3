"""Sentences: spans of tokens that end at a stop, a paragraph's end or a heading's line end.

A stop ends a sentence wherever it stands as a token of its own (abbreviations and ordinals carry theirs) and no
lower-case word or comma continues after it. Quotation marks and brackets that close behind the stop belong to
the sentence they close.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.annotate.lexicon import abbreviations, word_list
from kg.annotate.words.tokens import Word
from kg.model.reading import Sentence
from kg.model.text import Span

__all__ = ["split_sentences"]

_STOPS = frozenset({".", "!", "?", "…"})
_OPENING = frozenset("„«‚([{»›‹“\"'`")
_CLOSING = frozenset({"“", "”", "’", "‘", "»", "«", "›", "‹", '"', "'", "''", ")", "]", "}"})
_CONTINUING = frozenset({",", ";", ":", ")", "]", "}"})
_DASHES = frozenset({"-", "–", "—", "--"})
_TICKER = "+"  # three of them part the items of a ticker: +++ Rat tagt +++ Bank schließt +++
_BULLETS = frozenset({"-", "–", "•", "*", "·"})
# Text wrapped by hand or by mail programs is narrower than this; where a line is longer, each line is a paragraph.
_WIDEST_WRAPPED_LINE = 120


def split_sentences(text: str, tokens: Sequence[Word], boilerplate: tuple[Span, ...] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order.

    `tokens` are those of the whole text; tokens inside `boilerplate` belong to no sentence. Every other token
    belongs to exactly one, and no sentence begins or ends with white space.
    """
    sentences = []
    for first, last in _kept_runs(tokens, boilerplate):
        breaks = _line_breaks(text, tokens, first, last) | _ticker_breaks(tokens, first, last)
        for begin, end in _cut(tokens, first, last, breaks):
            sentences.append(Sentence(tokens[begin].start, tokens[end - 1].end, begin, end))
    return tuple(sentences)


def _kept_runs(tokens: Sequence[Word], boilerplate: tuple[Span, ...]) -> list[tuple[int, int]]:
    """Return the runs of token indices between boilerplate spans."""
    runs = []
    first = index = 0
    for span in sorted(boilerplate):
        while index < len(tokens) and tokens[index].end <= span.start:
            index += 1
        if index > first:
            runs.append((first, index))
        while index < len(tokens) and tokens[index].start < span.end:
            index += 1
        first = index
    if first < len(tokens):
        runs.append((first, len(tokens)))
    return runs


def _line_breaks(text: str, tokens: Sequence[Word], first: int, last: int) -> frozenset[int]:
    """Return the indices of tokens that open a line which continues nothing before it."""
    openers = [index for index in range(first + 1, last) if "\n" in text[tokens[index - 1].end : tokens[index].start]]
    starts = [first, *openers, last]
    widths = [tokens[end - 1].end - tokens[begin].start for begin, end in pairwise(starts)]
    widest = max(widths, default=0)
    breaks = set()
    for index, width in zip(openers, widths, strict=False):
        gap = text[tokens[index - 1].end : tokens[index].start]
        opener = tokens[index].text
        blank_line = gap.count("\n") > 1
        has_room = width + 1 + len(opener) <= widest or widest > _WIDEST_WRAPPED_LINE
        if blank_line or opener in _BULLETS or (has_room and not opener[0].islower()):
            breaks.add(index)
    return frozenset(breaks)


def _ticker_breaks(tokens: Sequence[Word], first: int, last: int) -> frozenset[int]:
    """Return the indices of tokens behind the marks that part the items of a ticker."""
    signs = [index for index in range(first + 3, last - 1) if tokens[index].text == _TICKER != tokens[index + 1].text]
    thrice = (index for index in signs if tokens[index - 1].text == tokens[index - 2].text == _TICKER)
    return frozenset(index + 1 for index in thrice if tokens[index - 3].text not in _STOPS)


def _cut(tokens: Sequence[Word], first: int, last: int, breaks: frozenset[int]) -> list[tuple[int, int]]:
    """Return the token ranges of the sentences in `first:last`."""
    ranges = []
    begin = index = first
    while index < last:
        index += 1
        if index < last and index not in breaks:
            if not _may_end(tokens[index - 1]):
                continue
            index = _past_closing(tokens, index, last, breaks)
            if index < last and index not in breaks and not _ends_before(tokens, index, last):
                continue
        ranges.append((begin, index))
        begin = index
    return ranges


def _may_end(token: Word) -> bool:
    """Tell whether a sentence may end with `token`: a stop, or a word that carries its own."""
    text = token.text
    return text in _STOPS or (text[-1] == "." and abbreviations().get(text, "end") == "end")


def _past_closing(tokens: Sequence[Word], index: int, last: int, breaks: frozenset[int]) -> int:
    """Return the first index behind further stops and closing marks that stick to the stop before `index`."""
    while index < last and index not in breaks and tokens[index].start == tokens[index - 1].end:
        closes = tokens[index].text in _CLOSING or tokens[index].text in _STOPS
        opens = (
            index + 1 < last and tokens[index + 1].start == tokens[index].end and tokens[index + 1].text[0].isalnum()
        )
        if not closes or opens:
            break
        index += 1
    return index


def _ends_before(tokens: Sequence[Word], index: int, last: int) -> bool:
    """Tell whether the stop before `index` ends its sentence, judged by what follows."""
    following = index
    if tokens[following].text in _CONTINUING:
        return False
    while following + 1 < last and (tokens[following].text in _DASHES or tokens[following].text in _OPENING):
        following += 1
    word = tokens[following].text
    stop = tokens[index - 1].text
    if len(stop) > 1 and stop[-1] == "." and not stop.startswith(".."):
        return word in word_list("sentence_starters.txt")
    return not word[0].islower()
