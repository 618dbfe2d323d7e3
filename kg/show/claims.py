"""Claims as terminal lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.claim.wording import describe
from kg.model.claim import Claim
from kg.model.text import Document
from kg.model.vocabulary import Vocabulary
from kg.view.records import predicate_label

__all__ = ["TRAITS", "claim_table", "statement", "told"]

TRAITS = {
    "symmetric": "gilt in beide Richtungen",
    "inverse": "Umkehrung",
    "transitive": "folgt über Zwischenstufen",
    "broader": "folgt aus einer engeren Beziehung",
}


def statement(claim: Claim, vocabulary: Vocabulary) -> str:
    """Return subject, predicate and object by their German names."""
    name = predicate_label(claim.predicate, vocabulary, "de")
    return f"{claim.subject.entity.label} – {name} – {claim.object.entity.label}"


def told(claim: Claim, vocabulary: Vocabulary, *, time: bool = True) -> str:
    """Return a claim in one line: its statement and in brackets how it is meant; its time unless told otherwise."""
    how = describe(claim, time=time)
    return statement(claim, vocabulary) + (f" [{how}]" if how else "")


def claim_table(found: Iterable[tuple[Document, tuple[Claim, ...]]], width: int | None = None) -> Iterator[str]:
    """Yield one table a document, with the sentence that shows each claim."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=width)
    for document, claims in found:
        title = f"{document.title or document.id} ({len(claims)} claims)"
        table = Table(title=title, title_justify="left", expand=True)
        for column, ratio in (("subject", 2), ("predicate", 2), ("object", 3), ("how", 3), ("evidence", 5)):
            table.add_column(column, ratio=ratio, overflow="fold")
        for claim in claims:
            ends = (claim.subject.entity.label, claim.predicate, claim.object.entity.label)
            table.add_row(*(Text(cell) for cell in (*ends, describe(claim), claim.evidence[0].sentence)))
        with console.capture() as capture:
            console.print(table)
        yield capture.get().rstrip("\n")
