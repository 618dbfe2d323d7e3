"""Where a claim comes from, as one line a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.model.claim import Claim, Evidence
from kg.model.text import Source

__all__ = ["cited", "evidence_lines", "origin"]


def evidence_lines(claim: Claim, sources: Mapping[str, Source]) -> Iterator[str]:
    """Yield a line for every place that shows the claim."""
    return (cited(evidence, sources) for evidence in claim.evidence)


def cited(evidence: Evidence, sources: Mapping[str, Source]) -> str:
    """Return the sentence and where it stands."""
    quoted = f"„{evidence.sentence}“ " if evidence.sentence else ""
    return f"{quoted}— {origin(evidence, sources)}"


def origin(evidence: Evidence, sources: Mapping[str, Source]) -> str:
    """Return title and date of the document, or the row of the table and what the curator cites."""
    source = sources.get(evidence.document)
    place = ", ".join(part for part in (source and source.title, source and source.published) if part)
    line = f" Zeile {evidence.line}" if evidence.line else ""
    cited = f" ({evidence.source})" if evidence.source else ""
    return f"{place or evidence.document}{line}{cited}"
