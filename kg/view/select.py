"""Which claims are drawn: those around some entities, with some predicates, from some sources, in some time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.errors import KgError
from kg.model.claim import Claim, Participant
from kg.model.entity import Entity
from kg.model.identity import content_hash
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.view.network import best_connected
from kg.view.periods import bounds

__all__ = ["QUERY", "Selection", "claims_of_triples", "select_claims"]

QUERY = "query"
"""The rule of a claim that stands for a triple of a query's result."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What to draw; an empty part excludes nothing.

    `around` are entity ids, `depth` how many steps from them are drawn. `predicates` are local names. `sources` are
    ids, titles or publishers. `since` and `until` are inclusive; a claim without any time is then left out. `most`
    keeps so many entities that hang together, those of `around` first, then the most connected.
    """

    around: Sequence[str] = ()
    depth: int = 1
    predicates: Collection[str] = ()
    sources: Collection[str] = ()
    since: date | None = None
    until: date | None = None
    most: int | None = None


def select_claims(
    claims: Iterable[Claim], selection: Selection, *, sources: Mapping[str, Source], vocabulary: Vocabulary
) -> tuple[Claim, ...]:
    """Return the selected claims in their order; raise KgError for a predicate or source that nothing has."""
    known = tuple(claims)
    _check_predicates(selection.predicates, vocabulary)
    documents = _documents(selection.sources, known, sources)
    kept = [
        claim
        for claim in known
        if (not selection.predicates or claim.predicate in selection.predicates)
        and (documents is None or claim.document in documents)
        and _in_time(claim, sources.get(claim.document), selection.since, selection.until)
    ]
    if selection.around:
        near = _within(kept, selection.around, selection.depth)
        kept = [claim for claim in kept if _ends(claim) <= near]
    if selection.most is not None:
        best = _most_connected(kept, selection.around, selection.most)
        kept = [claim for claim in kept if _ends(claim) <= best]
    return tuple(kept)


def claims_of_triples(
    triples: Iterable[tuple[str, str, str]], claims: Iterable[Claim], *, entities: Mapping[str, Entity]
) -> tuple[Claim, ...]:
    """Return what a query's result draws: for each (subject id, predicate, object id) the claims that say so.

    A triple that no claim says (with a predicate of the query's own) becomes a claim without evidence,
    with QUERY as its rule and document.
    """
    saying: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        saying[claim.subject.entity.id, claim.predicate, claim.object.entity.id].append(claim)
    found: dict[str, Claim] = {}
    for triple in triples:
        for claim in saying.get(triple) or [_bare_claim(triple, entities)]:
            found[claim.id] = claim
    return tuple(found.values())


def _bare_claim(triple: tuple[str, str, str], entities: Mapping[str, Entity]) -> Claim:
    subject, obj = (
        Participant(entities.get(name, Entity(name, name.replace("_", " "), "Ding"))) for name in (triple[0], triple[2])
    )
    return Claim(content_hash(QUERY, *triple), QUERY, subject, triple[1], obj, (), rule=QUERY)


def _check_predicates(predicates: Collection[str], vocabulary: Vocabulary) -> None:
    for name in predicates:
        if name not in vocabulary.predicates:
            raise KgError(f"no predicate is called {name}; there are {', '.join(sorted(vocabulary.predicates))}")


def _documents(wanted: Collection[str], claims: Iterable[Claim], sources: Mapping[str, Source]) -> set[str] | None:
    """Return the ids of the wanted documents, None where all are."""
    if not wanted:
        return None
    found: set[str] = set()
    names: dict[str, set[str]] = defaultdict(set)
    for document in {claim.document for claim in claims}:
        source = sources.get(document, Source(document, document))
        for name in filter(None, (document, source.title, source.publisher)):
            names[name.casefold()].add(document)
    for name in wanted:
        if name.casefold() not in names:
            raise KgError(f"no claim comes from a source called {name}; give an id, a title or a publisher")
        found |= names[name.casefold()]
    return found


def _in_time(claim: Claim, source: Source | None, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    time = bounds(claim, source)
    return time is not None and (since is None or time[1] >= since) and (until is None or time[0] <= until)


def _within(claims: Iterable[Claim], around: Sequence[str], depth: int) -> set[str]:
    neighbours = _neighbours(claims)
    reached = set(around)
    edge = set(around)
    for _ in range(depth):
        edge = {neighbour for name in edge for neighbour in neighbours[name]} - reached
        reached |= edge
    return reached


def _most_connected(claims: Iterable[Claim], around: Sequence[str], count: int) -> set[str]:
    neighbours = _neighbours(claims)
    anchors = [name for name in around if name in neighbours]
    return best_connected(neighbours, count, rank=lambda name: (-len(neighbours[name]), name), first=anchors)


def _neighbours(claims: Iterable[Claim]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        a, b = claim.subject.entity.id, claim.object.entity.id
        found[a].add(b)
        found[b].add(a)
    return found


def _ends(claim: Claim) -> set[str]:
    return {claim.subject.entity.id, claim.object.entity.id}
