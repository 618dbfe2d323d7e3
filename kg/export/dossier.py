"""One entity as a Markdown page in German: what is said of it, each line with footnotes to its sources.

What is denied, planned, possible, demanded or in somebody's mouth says so in words before the statement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from kg.export.wording import reservation, statement, time
from kg.model.claim import Claim, Evidence
from kg.model.entity import Entity
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.view.periods import spell
from kg.view.records import circumstances, web_address
from kg.view.words import read_words

__all__ = ["dossier"]

# Kinds of predicates in the order of the page; a predicate that the ontology does not know stands with the events.
_SECTIONS: Final = {"relation": "Beziehungen", "event": "Ereignisse und Äußerungen", "measure": "Zahlen"}
_MARKUP: Final = re.compile(r"([\\`*_\[\]<>~$&])")
Notes = dict[str, int]


def dossier(
    entity: Entity, claims: Sequence[Claim], *, sources: Mapping[str, Source], vocabulary: Vocabulary
) -> Iterator[str]:
    """Yield the lines of the page; `claims` are those in which the entity takes part."""
    yield f"# {_plain(entity.label)}"
    yield ""
    yield _about(entity)
    yield ""
    yield _extent(claims)
    sections: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        known = vocabulary.predicates.get(claim.predicate)
        sections[known.kind if known else "event"].append(claim)
    notes: Notes = {}
    for kind, heading in _SECTIONS.items():
        if kind in sections:
            yield from ("", f"## {heading}", "")
            yield from _items(sections[kind], notes, sources, vocabulary)
    if notes:
        yield from ("", "## Belege")
    for text, count in notes.items():
        yield from ("", f"[^{count}]: {text}")


def _about(entity: Entity) -> str:
    kind = read_words("de").get(f"type.{entity.type}", entity.type)
    parts = [f"{kind}: {entity.description}" if entity.description else kind]
    if entity.aliases:
        parts.append(f"auch: {', '.join(entity.aliases)}")
    about = _plain("; ".join(parts))
    return f"{about}; [Wikidata](https://www.wikidata.org/wiki/{entity.wikidata})" if entity.wikidata else about


def _extent(claims: Sequence[Claim]) -> str:
    if not claims:
        return "Keine Aussagen."
    documents = len({evidence.document for claim in claims for evidence in claim.evidence})
    doubtful = sum(not claim.is_fact for claim in claims)
    number = f"{len(claims)} Aussagen" if len(claims) != 1 else "Eine Aussage"
    sources = f"{documents} Quellen" if documents != 1 else "einer Quelle"
    rest = f", davon {doubtful} geplant, verneint oder nur in jemandes Worten" if doubtful else ""
    return f"{number} aus {sources}{rest}."


def _items(
    claims: Iterable[Claim], notes: Notes, sources: Mapping[str, Source], vocabulary: Vocabulary
) -> Iterator[str]:
    """Yield a line for all claims that say the same, with the times and footnotes of each, facts first."""
    same: dict[tuple[bool, str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.when.earliest if claim.when else date.min):
        same[(bool(reservation(claim)), statement(claim, vocabulary), circumstances(claim, "de"))].append(claim)
    for (_, said, how), together in sorted(same.items(), key=lambda item: item[0][0]):
        times = dict.fromkeys(filter(None, (time(claim) for claim in together)))
        details = f" ({'; '.join([*how, *times])})" if how or times else ""
        texts = dict.fromkeys(_note(evidence, sources) for claim in together for evidence in claim.evidence)
        marks = "".join(f"[^{notes.setdefault(text, len(notes) + 1)}]" for text in texts)
        yield f"- {_plain(said + details)}.{marks}"


def _note(evidence: Evidence, sources: Mapping[str, Source]) -> str:
    source = sources.get(evidence.document, Source(evidence.document, evidence.document))
    title = f"{source.title}, Zeile {evidence.line}" if evidence.line else source.title
    published = spell(source.published, lang="de") if source.published else ""
    place = ", ".join(filter(None, (title, source.publisher, published)))
    cited = f" ({evidence.source})" if evidence.source else ""
    quoted = f"„{evidence.sentence}“ " if evidence.sentence else ""
    address = web_address(source.url) if source.url else None
    return _plain(f"{quoted}– {place}{cited}" if quoted else f"{place}{cited}") + (f", <{address}>" if address else "")


def _plain(text: str) -> str:
    """Return a text on one line in which nothing is Markdown or HTML."""
    return _MARKUP.sub(r"\\\1", re.sub(r"\s+", " ", text).strip())
