"""Reviewers' decisions as quads, and back.

A decision is a Web Annotation in `graph/curated`, since a row of a table says it: its target is the claim as it was
read, its body the claim that took its place. The replaced claim stays in its document's graph, as a bn:ReplacedClaim
in the terms of `terms.FORMER`, and its successor is its revision (PROV). Of a rejected one the decision alone is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import NamedNode, Quad, Store

from kg.claim.wording import said_by
from kg.curate.review import Outcome, Reviewed
from kg.model.claim import Claim
from kg.model.review import Review
from kg.rdf import terms
from kg.rdf.descriptions import Description, describe
from kg.rdf.literals import day, german, integer, text
from kg.rdf.namespaces import Base
from kg.rdf.quads import Triples, claim_graph, claim_quads

__all__ = ["read_reviews", "review_quads", "verdicts_from"]


def review_quads(reviewed: Reviewed, document: str, base: Base) -> list[Quad]:
    """Return every decision, and every claim that was replaced by one that stands; `document` is the table's slug."""
    graph = base.graph("curated")
    # Two rows that are the same in every cell are one decision.
    outcomes = {outcome.decision.id: outcome for outcome in reviewed.outcomes}
    approved = reviewed.approved
    decided = (_review(outcome, approved.get(name), document, base) for name, outcome in outcomes.items())
    return [
        *(Quad(*triple, graph) for triples in decided for triple in triples),
        *(quad for now, before in _revisions(reviewed) for quad in _revision(now, before, base)),
    ]


def read_reviews(store: Store, base: Base) -> dict[str, Review]:
    """Return who checked which claim, by the claim's id; of several the last in the table."""
    decisions = [quad.subject for quad in store.quads_for_pattern(None, terms.TYPE, terms.REVIEW, None)]
    nodes = describe(quad for node in decisions for quad in store.quads_for_pattern(node, None, None, None))
    reviews: dict[str, Review] = {}
    for node in sorted(nodes.values(), key=lambda node: _line(node, store)):
        target, body = node.node_of(terms.TARGET), node.node_of(terms.BODY)
        if body is None:
            continue
        identifier = base.id_of(body)
        known, created = reviews.get(identifier), node.text(terms.CREATED)
        before = node.text(terms.LABEL) if body != target else known.before if known else None
        day_of = date.fromisoformat(created) if created else None
        reviews[identifier] = Review(node.text(terms.CREATOR) or "", day_of, before)
    return reviews


def verdicts_from(quads: Iterable[Quad], base: Base) -> dict[str, str]:
    """Return the verdict on each claim that quads decide on, be it as it was read or as it was corrected, by its id."""
    decisions = (node for node in describe(quads).values() if terms.REVIEW in node.nodes(terms.TYPE))
    return {
        base.id_of(claim): node.text(terms.VERDICT) or ""
        for node in decisions
        for claim in (*node.nodes(terms.TARGET), *node.nodes(terms.BODY))
    }


def _line(review: Description, store: Store) -> int:
    row = review.nodes(terms.DERIVED)[0]
    return describe(store.quads_for_pattern(row, terms.LINE, None, None))[row].whole(terms.LINE)


def _review(outcome: Outcome, approved: Claim | None, document: str, base: Base) -> Triples:
    decision, claim = outcome.decision, outcome.claim
    node = base.review(decision.id)
    yield node, terms.TYPE, terms.REVIEW
    yield node, terms.MOTIVATION, terms.EDITING if decision.verdict == "fix" else terms.ASSESSING
    yield node, terms.LABEL, german((said_by(claim) if claim else decision.said).line)
    yield node, terms.VERDICT, text(decision.verdict)
    if decision.kind:
        yield node, terms.ERROR_KIND, text(decision.kind)
    if decision.by:
        yield node, terms.CREATOR, text(decision.by)
    if decision.day:
        yield node, terms.CREATED, day(decision.day)
    if decision.note:
        yield node, terms.COMMENT, german(decision.note)
    for fault in outcome.faults:
        yield node, terms.PROBLEM, german(fault.message)
    if claim:
        yield node, terms.TARGET, base.claim(claim.id)
    if approved:
        yield node, terms.BODY, base.claim(approved.id)
    row = NamedNode(f"{node.value}#row")
    yield node, terms.DERIVED, row
    yield row, terms.TYPE, terms.RESOURCE
    yield row, terms.HAS_SOURCE, base.document(document)
    yield row, terms.LINE, integer(decision.line)


def _revisions(reviewed: Reviewed) -> Iterator[tuple[Claim, Claim]]:
    """Yield each replaced claim behind its successor, as far back as there is one from the claims that stand."""
    before = {o.result.id: o.claim for o in reviewed.outcomes if o.claim and o.result and o.result.id != o.claim.id}
    for claim in reviewed.claims:
        now = claim
        while now.id in before:
            yield now, before[now.id]
            now = before.pop(now.id)


def _revision(now: Claim, before: Claim, base: Base) -> Iterator[Quad]:
    graph = claim_graph(before, base)
    yield Quad(base.claim(now.id), terms.REVISION, base.claim(before.id), graph)
    for quad in claim_quads(before, base):
        value = terms.REPLACED if quad.object == terms.CLAIM else quad.object
        yield Quad(quad.subject, terms.FORMER.get(quad.predicate, quad.predicate), value, graph)
