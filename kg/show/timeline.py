"""A timeline as a table for a terminal or as plain lines for a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from kg.answer.timeline import Entry, Timeline
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.show.claims import told
from kg.show.evidence import evidence_lines
from kg.view.periods import spell
from kg.view.words import read_words

__all__ = ["timeline_lines", "timeline_table"]

LANGUAGE = "de"


def timeline_lines(timeline: Timeline, sources: Mapping[str, Source], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the timeline as plain lines: time, statement, and below them the evidence."""
    for title, entries in _parts(timeline):
        yield f"{title}:"
        width = max(len(_time(entry)) for entry in entries)
        for entry in entries:
            yield f"  {_time(entry):{width}}  {_said(entry, vocabulary)}"
            yield from (f"  {'':{width}}  {line}" for line in _evidence(entry, sources))
        yield ""
    yield counts(timeline)


def timeline_table(timeline: Timeline, sources: Mapping[str, Source], vocabulary: Vocabulary, *, width: int) -> str:
    """Return the timeline as tables of so many characters."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=StringIO(), width=width, force_terminal=True)
    for title, entries in _parts(timeline):
        table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, expand=True)
        for column, ratio, style in (("Zeit", 2, "cyan"), ("Aussage", 4, "bold"), ("Beleg", 6, "dim")):
            table.add_column(column, ratio=ratio, style=style, overflow="fold")
        for entry in entries:
            evidence = "\n".join(_evidence(entry, sources))
            table.add_row(*map(Text, (_time(entry), _said(entry, vocabulary), evidence)))
        console.print(table)
    console.print(counts(timeline))
    shown: str = console.file.getvalue()  # type: ignore[attr-defined]
    return shown


def counts(timeline: Timeline) -> str:
    """Return how many claims the timeline has and how many it leaves out."""
    words = read_words(LANGUAGE)
    parts = [words["timeline.dated"].format(timeline.dated), words["timeline.undated"].format(timeline.undated)]
    parts += [words["timeline.outside"].format(timeline.outside)] if timeline.outside else []
    return ", ".join(parts)


def _parts(timeline: Timeline) -> Iterable[tuple[str, tuple[Entry, ...]]]:
    parts = (("Was gilt", timeline.spans), ("Was geschah", timeline.events))
    return [(title, entries) for title, entries in parts if entries]


def _time(entry: Entry) -> str:
    return spell(entry.when.value, lang=LANGUAGE)


def _said(entry: Entry, vocabulary: Vocabulary) -> str:
    return told(entry.claim, vocabulary, time=False)


def _evidence(entry: Entry, sources: Mapping[str, Source]) -> Iterator[str]:
    return (line for claim in entry.claims for line in evidence_lines(claim, sources))
