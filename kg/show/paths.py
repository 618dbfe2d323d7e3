"""Paths between two entities as text, Markdown or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from kg.answer.paths import Path, Step
from kg.claim.wording import describe
from kg.export.records import claim_record
from kg.model.entity import Entity
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.rdf.namespaces import Base
from kg.show.claims import told
from kg.show.evidence import evidence_lines
from kg.view.records import predicate_label

__all__ = ["PATH_WRITERS", "Connection"]


@dataclass(frozen=True, slots=True)
class Connection:
    """Two entities, the equally short paths between them, and what is needed to say so."""

    start: Entity
    end: Entity
    paths: Sequence[Path]
    sources: Mapping[str, Source]
    vocabulary: Vocabulary
    base: Base


def _text(connection: Connection) -> str:
    return "\n".join(_text_lines(connection))


def _text_lines(connection: Connection) -> Iterator[str]:
    yield _heading(connection)
    for number, path in enumerate(connection.paths, 1):
        yield ""
        yield f"Weg {number}"
        for step in path:
            yield f"  {_arrow(step, connection.vocabulary)}{_notes(step)}"
            yield from (f"      {line}" for line in _evidence(step, connection))


def _markdown(connection: Connection) -> str:
    return "\n".join(_markdown_lines(connection)) + "\n"


def _markdown_lines(connection: Connection) -> Iterator[str]:
    yield f"# {_heading(connection)}"
    for number, path in enumerate(connection.paths, 1):
        yield ""
        yield f"## Weg {number}"
        yield ""
        for count, step in enumerate(path, 1):
            yield f"{count}. **{_arrow(step, connection.vocabulary)}**{_notes(step)}"
            for line in _evidence(step, connection):
                yield f"   > {line}"


def _json(connection: Connection) -> str:
    base = connection.base
    record = {
        "from": base.entity(connection.start.id).value,
        "to": base.entity(connection.end.id).value,
        "length": len(connection.paths[0]),
        "paths": [[_step_record(step, base) for step in path] for path in connection.paths],
    }
    return json.dumps(record, ensure_ascii=False, indent=1)


def _step_record(step: Step, base: Base) -> dict[str, object]:
    return {
        "from": base.entity(step.source.id).value,
        "to": base.entity(step.target.id).value,
        "claims": [claim_record(claim, document=claim.document, base=base) for claim in step.claims],
    }


def _heading(connection: Connection) -> str:
    steps, ways = len(connection.paths[0]), len(connection.paths)
    length = "1 Schritt" if steps == 1 else f"{steps} Schritte"
    return f"{connection.start.label} → {connection.end.label}: {length}" + (f", {ways} Wege" if ways > 1 else "")


def _arrow(step: Step, vocabulary: Vocabulary) -> str:
    """Return the step in words, with an arrow from subject to object unless the predicate has no direction."""
    claim = step.claims[0]
    predicate = vocabulary.predicates.get(claim.predicate)
    label = predicate_label(claim.predicate, vocabulary, "de")
    if predicate is not None and predicate.symmetric:
        return f"{step.source.label} — {label} — {step.target.label}"
    forward = claim.subject.entity.id == step.source.id
    before, after = ("—", "→") if forward else ("←", "—")
    return f"{step.source.label} {before} {label} {after} {step.target.label}"


def _evidence(step: Step, connection: Connection) -> Iterator[str]:
    """Yield what shows the step, and for a row of a table what a text says of the same two."""
    first = step.claims[0]
    yield from evidence_lines(first, connection.sources)
    if all(evidence.line for evidence in first.evidence):
        read = (claim for claim in step.claims if not any(evidence.line for evidence in claim.evidence))
        for claim in islice(read, 1):
            yield f"auch: {told(claim, connection.vocabulary)}"
            yield from evidence_lines(claim, connection.sources)


def _notes(step: Step) -> str:
    how = describe(step.claims[0])
    rest = len(step.claims) - 1
    more = f" (und {rest} weitere {'Aussage' if rest == 1 else 'Aussagen'})" if rest else ""
    return (f" [{how}]" if how else "") + more


PATH_WRITERS: dict[str, Callable[[Connection], str]] = {"text": _text, "json": _json, "markdown": _markdown}
