"""Decisions on all that is read in the example articles, held against the same articles when they were edited."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from own_workspace import ROOT, resources

from kg.claim.entities import entities_of
from kg.claim.wording import Said, said_by
from kg.curate.decisions import undecided
from kg.curate.names import Names
from kg.curate.review import apply_decisions
from kg.errors import KgError
from kg.model.claim import Claim
from kg.model.text import Document
from kg.pipeline import extract
from kg.read.files import read_paths

DOCUMENTS = [found for found in read_paths([ROOT / "seeds" / "articles"]) if not isinstance(found, KgError)]


def read(documents: list[Document]) -> list[Claim]:
    return [claim for document in documents for claim in extract(document, resources()).claims]


def said(claim: Said) -> Said:
    """What must not have changed for a rejection to hold."""
    return replace(claim, time="", details="")


@pytest.fixture(scope="module")
def before() -> list[Claim]:
    return read(DOCUMENTS)


@pytest.mark.parametrize(
    ("edit", "least"),
    [
        (lambda text: text, 1.0),
        (lambda text: f"Ein neuer erster Absatz steht jetzt davor.\n\n{text}", 0.95),
        (lambda text: text.replace(" am Donnerstag", "").replace(" auch ", " ").replace(" rund ", " etwa "), 0.95),
    ],
    ids=["untouched", "shifted", "edited"],
)
def test_whatever_is_still_read_keeps_its_decision(
    before: list[Claim], edit: Callable[[str], str], least: float
) -> None:
    after = read([replace(document, text=edit(document.text)) for document in DOCUMENTS])
    names = Names.of(entities_of(after))
    rejections = [replace(undecided(claim), verdict="wrong") for claim in before]
    reviewed = apply_decisions(after, rejections, names=names, vocabulary=resources().vocabulary)
    lost = [outcome.decision for outcome in reviewed.outcomes if outcome.claim is None]
    now = {(claim.document, said(said_by(claim))) for claim in after}
    assert [decision for decision in lost if (decision.document, said(decision.said)) in now] == []
    assert len(lost) <= (1 - least) * len(before)
