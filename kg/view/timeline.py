"""A timeline as one HTML page without scripts: what lasts as bars, what happened by year, all with evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.answer.timeline import Entry, Timeline
from kg.model.claim import Claim, Evidence
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.view.evidence import find_marks
from kg.view.periods import spell
from kg.view.policy import content_policy
from kg.view.records import circumstances, predicate_label, web_address
from kg.view.words import ASSETS, read_words

__all__ = ["build_timeline_page"]

SCALE = 1000
"""Units of a bar's drawing from its left to its right edge."""
THINNEST = 4
"""Units that even a day takes, so that it can be seen."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """The days that the bars stretch over; what begins before or ends after, or never, is cut at the edge."""

    first: date
    last: date

    def place(self, day: date) -> int:
        whole = (self.last - self.first).days or 1
        inside = min(max(day, self.first), self.last)
        return round(SCALE * (inside - self.first).days / whole)


def build_timeline_page(
    timeline: Timeline,
    *,
    sources: Mapping[str, Source],
    vocabulary: Vocabulary,
    about: str | None = None,
    lang: str = "de",
) -> str:
    """Return the page, the same text for the same timeline.

    `about` is the name of the entity whose timeline it is, None for that of all; `lang` is "de" or "en".
    """
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    writer = _Writer(sources, vocabulary, lang)
    words = read_words(lang)
    style = (ASSETS / "timeline.css").read_text(encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(ASSETS, encoding="utf-8"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    axis = _axis((*timeline.spans, *timeline.events))
    return environment.get_template("timeline.html").render(
        policy=content_policy(style),
        style=Markup(style),  # noqa: S704  our own file
        title=words["timeline.of"].format(about) if about else words["timeline.title"],
        lang=lang,
        words=words,
        timeline=timeline,
        scale=SCALE,
        axis=axis and [spell(str(day.year), lang=lang) for day in (axis.first, axis.last)],
        spans=[(name, [writer.span(entry, axis) for entry in group]) for name, group in writer.grouped(timeline.spans)]
        if axis
        else [],
        years=[(year, [writer.entry(entry) for entry in group]) for year, group in _by_year(timeline.events)],
    )


def _axis(entries: Iterable[Entry]) -> _Axis | None:
    """Return the days from the first to the last that any claim names, None where none names one."""
    days = [day for entry in entries for day in (entry.when.earliest, entry.when.latest)]
    known = [day for day in days if day not in (date.min, date.max)]
    return _Axis(date(min(known).year, 1, 1), date(max(known).year, 12, 31)) if known else None


def _by_year(entries: Iterable[Entry]) -> list[tuple[int, list[Entry]]]:
    years: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        years[entry.when.earliest.year].append(entry)
    return list(years.items())


@dataclass(frozen=True, slots=True)
class _Writer:
    """Turns entries into what the template prints."""

    sources: Mapping[str, Source]
    vocabulary: Vocabulary
    lang: str

    def grouped(self, entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
        """Return entries by the name of their predicate, in order of name."""
        groups: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            groups[self.predicate(entry.claim)].append(entry)
        return sorted(groups.items())

    def span(self, entry: Entry, axis: _Axis) -> dict[str, Any]:
        start, end = axis.place(entry.when.earliest), axis.place(entry.when.latest)
        begins = max(0, min(start, SCALE - THINNEST))
        bar = {
            "x": begins,
            "width": max(THINNEST, end - begins),
            "since_ever": entry.when.earliest < axis.first,
            "open": entry.when.latest > axis.last,
            "vague": "~" in entry.when.value,
        }
        return self.entry(entry) | {"bar": bar}

    def entry(self, entry: Entry) -> dict[str, Any]:
        claim = entry.claim
        return {
            "id": claim.id,
            "time": spell(entry.when.value, lang=self.lang),
            "written": entry.when.text,
            "first": "" if entry.when.earliest == date.min else entry.when.earliest.isoformat(),
            "subject": claim.subject.entity.label,
            "predicate": self.predicate(claim),
            "object": claim.object.entity.label,
            "notes": self.notes(claim),
            "denied": claim.polarity == "neg",
            "speaker": claim.speaker and claim.speaker.entity.label,
            "evidence": [self.evidence(shown, evidence) for shown in entry.claims for evidence in shown.evidence],
        }

    def predicate(self, claim: Claim) -> str:
        return predicate_label(claim.predicate, self.vocabulary, self.lang)

    def notes(self, claim: Claim) -> list[str]:
        """Return what a claim says beside its ends, its time and who says it."""
        words = read_words(self.lang)
        notes = [words["denied"]] if claim.polarity == "neg" else []
        notes += [words[f"modality.{claim.modality}"]] if claim.modality != "asserted" else []
        return [*notes, *circumstances(claim, self.lang)]

    def evidence(self, claim: Claim, evidence: Evidence) -> dict[str, Any]:
        source = self.sources.get(evidence.document, Source(evidence.document, evidence.document))
        places = (source.title, source.publisher, source.published and spell(source.published, lang=self.lang))
        row = read_words(self.lang)["source.row"].format(evidence.line) if evidence.line else None
        link = web_address(evidence.source or "") or web_address(source.url or "")
        cited = None if link == evidence.source else evidence.source
        return {
            "parts": _marked(claim, evidence),
            "quoted": not evidence.line,
            "origin": " · ".join(dict.fromkeys(filter(None, (*places, row, cited)))),
            "link": link,
        }


def _marked(claim: Claim, evidence: Evidence) -> list[tuple[str, str]]:
    """Return the sentence in pieces with the role of each: "subject", "object" or none."""
    pieces, at = [], 0
    for mark in find_marks(claim, evidence):
        pieces += [(evidence.sentence[at : mark.start], ""), (evidence.sentence[mark.start : mark.end], mark.role)]
        at = mark.end
    return [piece for piece in (*pieces, (evidence.sentence[at:], "")) if piece[0]]
