"""Where a claim comes from, as one line a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.model.claim import Claim, Evidence
from kg.model.review import Review
from kg.model.text import Source

__all__ = ["cited", "evidence_lines", "origin", "reviewed"]


def evidence_lines(claim: Claim, sources: Mapping[str, Source]) -> Iterator[str]:
    """Yield a line for every place that shows the claim, and one that says who checked it, if anybody did."""
    yield from (cited(evidence, sources) for evidence in claim.evidence)
    if claim.review:
        yield reviewed(claim.review)


def reviewed(review: Review) -> str:
    """Return who checked or corrected a claim and when, and what had been read before."""
    who = f"{f' von {review.by}' if review.by else ''}{f' am {review.day.isoformat()}' if review.day else ''}"
    return f"geprüft{who}" if review.before is None else f"berichtigt{who}; gelesen worden war: {review.before}"


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
