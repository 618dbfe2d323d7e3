"""A reading shown layer by layer: coloured on a terminal, or as one page whose layers switch on and off."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from string import Template

from kg.model.reading import Annotations, Clause, Sentence
from kg.model.text import Span

__all__ = ["LAYERS", "reading_page", "reading_text"]

LAYERS = {
    "entities": "cyan",
    "offices": "blue",
    "times": "green",
    "quantities": "magenta",
    "quotations": "yellow",
    "speakers": "red",
}
LISTED = {"clauses": "checked", "words": ""}
"""Layers that are listed below a sentence on the page, and whether they are shown at first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of one layer and what it says there."""

    layer: str
    start: int
    end: int
    note: str


def reading_text(readings: Iterable[Annotations]) -> Iterator[str]:
    """Yield the lines of each document: its sentences with what every layer found, indented below."""
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True)
    for reading in readings:
        marks = _marks(reading)
        for sentence in reading.sentences:
            with console.capture() as capture:
                console.print(_coloured(reading, sentence, marks))
                for line in _notes(reading, sentence, marks):
                    console.print(Text(f"    {line}", style="dim"))
            yield capture.get().rstrip("\n")


def reading_page(readings: Iterable[Annotations]) -> Iterator[str]:
    """Yield one HTML page over all documents; it needs no script and makes no request."""
    template = Template(files("kg.show").joinpath("assets/reading.html").read_text(encoding="utf-8"))
    switches = "\n".join(
        f'<label class="{name}"><input type="checkbox" id="show-{name}" {state}> {name}</label>'
        for name, state in (dict.fromkeys(LAYERS, "checked") | LISTED).items()
    )
    yield template.substitute(switches=switches, documents="\n".join(_article(reading) for reading in readings))


def _marks(reading: Annotations) -> list[Mark]:
    marks = [
        Mark("entities", m.start, m.end, f"{' + '.join(e.label for e in m.entities)} ({m.entities[0].type}, {m.kind})")
        for m in reading.mentions
    ]
    marks += [Mark("offices", o.start, o.end, f"{o.holder.label}: {o.title}, {o.of.label}") for o in reading.offices]
    marks += [Mark("times", t.start, t.end, f"{t.type} {t.value}{' vague' if t.vague else ''}") for t in reading.times]
    marks += [Mark("quantities", q.start, q.end, f"{q.comparator} {q.value:.15g} {q.unit}") for q in reading.quantities]
    for quotation in reading.quotations:
        speaker = " ".join(reading.document.text[span.start : span.end] for span in quotation.speaker)
        marks += _spans("quotations", quotation.quote, f"{quotation.type}: {speaker or 'nobody named'}")
        marks += _spans("speakers", quotation.speaker, "speaker")
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _spans(layer: str, spans: tuple[Span, ...], note: str) -> list[Mark]:
    return [Mark(layer, span.start, span.end, note) for span in spans]


def _inside(sentence: Sentence, marks: list[Mark]) -> list[Mark]:
    return [mark for mark in marks if mark.start < sentence.end and sentence.start < mark.end]


def _coloured(reading: Annotations, sentence: Sentence, marks: list[Mark]) -> object:
    from rich.text import Text

    line = Text(reading.document.text[sentence.start : sentence.end])
    for mark in _inside(sentence, marks):
        style = "italic" if mark.layer == "quotations" else f"bold {LAYERS[mark.layer]}"
        line.stylize(style, max(0, mark.start - sentence.start), mark.end - sentence.start)
    return line


def _notes(reading: Annotations, sentence: Sentence, marks: list[Mark]) -> Iterator[str]:
    text = reading.document.text
    for mark in _inside(sentence, marks):
        if mark.start >= sentence.start:
            yield f"{mark.layer}: {text[mark.start : mark.end]} = {mark.note}"
    for clause in reading.clauses:
        if sentence.start <= clause.start < sentence.end:
            yield f"clause: {_described(reading, clause)}"


def _described(reading: Annotations, clause: Clause) -> str:
    text = reading.document.text
    how = [clause.kind, clause.tense, clause.mood, clause.voice, clause.modality]
    how += [f"negated by {text[clause.negation.start : clause.negation.end]}"] if clause.negation else []
    usual = ("main", "present", "indicative", "active", "asserted")
    arguments = (
        f"{a.preposition or a.role}{'' if a.certain else '?'}={text[a.start : a.end]}" for a in clause.arguments
    )
    return f"{clause.lemma} [{', '.join(h for h in how if h not in usual) or 'plain'}] {' | '.join(arguments)}"


def _article(reading: Annotations) -> str:
    marks = _marks(reading)
    title = html.escape(reading.document.title or reading.document.id)
    body = "\n".join(_sentence(reading, sentence, marks) for sentence in reading.sentences)
    return f"<article><h2>{title}</h2>\n{body}\n</article>"


def _sentence(reading: Annotations, sentence: Sentence, marks: list[Mark]) -> str:
    inside = _inside(sentence, marks)
    edges = {sentence.start, sentence.end}
    for mark in inside:
        edges |= {max(mark.start, sentence.start), min(mark.end, sentence.end)}
    ordered = sorted(edges)
    pieces = (_piece(reading, start, end, inside) for start, end in pairwise(ordered))
    clauses = "".join(
        f"<li>{html.escape(_described(reading, clause))}</li>"
        for clause in reading.clauses
        if sentence.start <= clause.start < sentence.end
    )
    words = " ".join(f"{t.text}/{t.tag}/{t.lemma}" for t in reading.tokens[sentence.first : sentence.last])
    return f"<p>{''.join(pieces)}</p><ul class='clauses'>{clauses}</ul><p class='words'>{html.escape(words)}</p>"


def _piece(reading: Annotations, start: int, end: int, marks: list[Mark]) -> str:
    words = html.escape(reading.document.text[start:end])
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    if not over:
        return words
    note = html.escape("\n".join(f"{mark.layer}: {mark.note}" for mark in over), quote=True)
    return f'<span class="{" ".join(sorted({mark.layer for mark in over}))}" title="{note}">{words}</span>'
