"""A network as the values that the page reads from its data blocks.

A page of thousands of claims must stay small enough to mail: what repeats (sentences, sources, predicates, rules)
stands once in a table and is referred to by position, keys are short, and what is usual is left out.
`assets/app/data.js` is the other side of this contract.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar
from urllib.parse import urlsplit

from kg.model.claim import CURATED, MODALITIES, Claim, Evidence, Participant
from kg.model.reading import Quantity
from kg.model.review import Review
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.view.evidence import find_marks
from kg.view.layout import Point
from kg.view.network import Edge, Network, Node
from kg.view.periods import Bins, bounds, make_bins, spell
from kg.view.words import read_words

__all__ = ["Record", "Records", "circumstances", "make_records", "predicate_label", "spell_amount", "web_address"]

NAMED = 1e6  # amounts from here on are written with a word: Millionen, Milliarden, Billionen
NAMELESS = 1e15  # CLDR has no word from here on

Record = dict[str, Any]
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Records:
    """`nodes` and `edges` as pyvis holds them, `tables` what they refer to by position."""

    nodes: list[Record]
    edges: list[Record]
    tables: Record


def make_records(
    network: Network,
    points: Sequence[Point] | None,
    *,
    sources: Mapping[str, Source],
    vocabulary: Vocabulary,
    lang: str,
) -> Records:
    """Return the network's records; `points` are the nodes' places in pixels, None where all are never drawn."""
    claims = [claim for edge in network.edges for claim in edge.claims]
    times = [time for claim in claims if (time := bounds(claim, sources.get(claim.document))) is not None]
    writer = _Writer(
        sources=sources,
        lang=lang,
        bins=make_bins(times, lang=lang),
        place={node.entity.id: position for position, node in enumerate(network.nodes)},
        predicates=[
            name for name, _ in sorted(Counter(c.predicate for c in claims).items(), key=lambda x: (-x[1], x[0]))
        ],
        vocabulary=vocabulary,
    )
    places = points if points is not None else [None] * len(network.nodes)
    nodes = [
        _node(position, node, place) for position, (node, place) in enumerate(zip(network.nodes, places, strict=True))
    ]
    edges = [writer.edge(edge) for edge in network.edges]
    return Records(nodes, edges, writer.tables())


def _node(position: int, node: Node, point: Point | None) -> Record:
    entity = node.entity
    record: Record = {"id": position, "key": entity.id, "label": entity.label, "type": entity.type, "group": node.group}
    optional = {"aliases": list(entity.aliases), "wikidata": entity.wikidata, "about": entity.description}
    record |= {name: value for name, value in optional.items() if value}
    return record if point is None else record | {"x": round(point[0]), "y": round(point[1])}


@dataclass(slots=True)
class _Writer:
    """Writes claims and collects the tables that they refer to."""

    sources: Mapping[str, Source]
    lang: str
    bins: Bins | None
    place: dict[str, int]
    predicates: list[str]
    vocabulary: Vocabulary
    sentences: dict[str, int] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)
    rules: dict[tuple[str, float], int] = field(default_factory=dict)

    def edge(self, edge: Edge) -> Record:
        return {"from": edge.source, "to": edge.target, "claims": [self.claim(claim) for claim in edge.claims]}

    def claim(self, claim: Claim) -> Record:
        time = bounds(claim, self.sources.get(claim.document))
        optional: Record = {
            "m": MODALITIES.index(claim.modality),
            "n": int(claim.polarity == "neg"),
            "by": None if claim.speaker is None else self.participant(claim.speaker),
            "w": None if claim.when is None else spell(claim.when.value, lang=self.lang),
            "wt": None if claim.when is None else claim.when.text,
            "q": None if claim.quantity is None else spell_amount(claim.quantity, self.lang),
            "qt": None if claim.quantity is None or claim.rule == CURATED else claim.quantity.text,
            "a": [[name, self.participant(whom)] for name, whom in claim.qualifiers],
            "t": None if time is None or self.bins is None else self.bins.of(*time),
            "e": [self.evidence(claim, evidence) for evidence in claim.evidence],
            "v": None if claim.review is None else _reviewed(claim.review, self.lang),
            "x": [[premise.id, self.statement(premise)] for premise in claim.premises],
        }
        record: Record = {
            "i": claim.id,
            "p": self.predicates.index(claim.predicate),
            "d": _position(self.documents, claim.document),
            "r": _position(self.rules, (claim.rule, claim.confidence)),
        }
        return record | {key: value for key, value in optional.items() if value or (value == 0 and key == "by")}

    def participant(self, participant: Participant) -> int | str:
        """Return the position of an entity that is drawn, else its name."""
        entity = participant.entity
        return self.place.get(entity.id, entity.label)

    def statement(self, claim: Claim) -> str:
        """Return subject, predicate and object in words, for a premise that may not be drawn."""
        label = predicate_label(claim.predicate, self.vocabulary, self.lang)
        return f"{claim.subject.entity.label} – {label} – {claim.object.entity.label}"

    def evidence(self, claim: Claim, evidence: Evidence) -> Record:
        """Return sentence, marks in UTF-16 units (as JavaScript counts) with 0 for the subject and 1 for the object."""
        record: Record = {"d": _position(self.documents, evidence.document)}
        if evidence.sentence:
            marks = find_marks(claim, evidence)
            record["s"] = _position(self.sentences, evidence.sentence)
            record["k"] = [
                value
                for mark in marks
                for value in (
                    _utf16(evidence.sentence, mark.start),
                    _utf16(evidence.sentence, mark.end),
                    int(mark.role == "object"),
                )
            ]
        if evidence.line:
            record["l"] = evidence.line
        if evidence.source:
            record["c"] = evidence.source
        if evidence.source and (url := web_address(evidence.source)):
            record["u"] = url
        return record

    def tables(self) -> Record:
        return {
            "predicates": [_predicate(name, self.vocabulary, self.lang) for name in self.predicates],
            "documents": [self.document(name) for name in self.documents],
            "sentences": list(self.sentences),
            "rules": [[name, confidence] for name, confidence in self.rules],
            "curated": CURATED,
            "modalities": MODALITIES,
            "bins": [] if self.bins is None else list(self.bins.labels),
            "lang": self.lang,
            "words": read_words(self.lang),
        }

    def document(self, name: str) -> Record:
        source = self.sources.get(name, Source(name, name))
        record: Record = {"title": source.title, "outlet": source.publisher or source.title}
        if source.published:
            record["date"] = spell(source.published, lang=self.lang)
        if source.url and (url := web_address(source.url)):
            record["url"] = url
        return record


def _predicate(name: str, vocabulary: Vocabulary, lang: str) -> Record:
    predicate = vocabulary.predicates.get(name)
    if predicate is None:
        return {"name": name, "label": name}
    return {"name": name, "label": predicate_label(name, vocabulary, lang), "symmetric": predicate.symmetric}


def predicate_label(name: str, vocabulary: Vocabulary, lang: str) -> str:
    """Return what a predicate is called in a language, its name where the vocabulary lacks it."""
    predicate = vocabulary.predicates.get(name)
    if predicate is None:
        return name
    return predicate.label_en if lang == "en" else predicate.label_de


@lru_cache(maxsize=4096)
def spell_amount(quantity: Quantity, lang: str) -> str:
    """Return an amount in words: "etwa 28 Milliarden USD"."""
    from babel.numbers import format_compact_decimal, format_decimal, format_scientific

    if abs(quantity.value) >= NAMELESS:
        number = format_scientific(quantity.value, locale=lang)
    elif abs(quantity.value) >= NAMED:
        number = format_compact_decimal(quantity.value, format_type="long", locale=lang, fraction_digits=2)
    else:
        number = format_decimal(quantity.value, locale=lang)
    return read_words(lang)[f"comparator.{quantity.comparator}"].replace("{}", f"{number} {quantity.unit}")


def _reviewed(review: Review, lang: str) -> str:
    """Return who checked or corrected a claim, when, and what had been read before."""
    words = read_words(lang)
    known = {
        "review.by": review.by,
        "review.on": review.day and spell(review.day.isoformat(), lang=lang),
        "review.before": review.before,
    }
    verdict = words["review.checked" if review.before is None else "review.corrected"]
    return verdict + "".join(words[key].replace("{}", value) for key, value in known.items() if value)


def circumstances(claim: Claim, lang: str) -> tuple[str, ...]:
    """Return amount and qualifiers of a claim, each in words: "mehr als 80 Tote", "Amt: Präsident"."""
    words = read_words(lang)
    amount = (spell_amount(claim.quantity, lang),) if claim.quantity else ()
    return *amount, *(f"{words.get(f'qualifier.{name}', name)}: {who.entity.label}" for name, who in claim.qualifiers)


def web_address(text: str) -> str | None:
    """Return the text if a click may follow it: http or https with a host, without blanks, quotes and brackets."""
    if re.search(r"[\s<>\"]", text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:  # an unclosed bracket in the host
        return None
    return text if parts.scheme in ("http", "https") and parts.hostname else None


def _position(table: dict[Key, int], value: Key) -> int:
    return table.setdefault(value, len(table))


def _utf16(text: str, position: int) -> int:
    return len(text[:position].encode("utf-16-le")) // 2
