"""Which entities of a graph may be one: proposals for a person to answer, best first.

Names decide (`kg.curate.likeness`), shared neighbours lift a pair. Two names are compared only where they share the
beginnings of a rare word or of two words, so that a graph of 20,000 entities takes seconds, not 2·10⁸ comparisons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

from kg.curate.likeness import NameWords, likeness, name_words, word_weights
from kg.curate.merges import Merges
from kg.model.claim import Claim
from kg.model.entity import Entity
from kg.model.vocabulary import Vocabulary

__all__ = ["FLOOR", "Proposal", "obstacle", "propose_merges"]

# On our own articles, pairs below it are nearly all a thing and a wider one (Sanktionen, Sanktionen auf diesem Weg).
FLOOR: Final = 0.5
# A name with a word more is the same one described, a topic with a word more is mostly a narrower topic.
_NARROWER: Final = 0.8
# Shared neighbours give a pair at most this part of what its names leave open.
_NEIGHBOURS: Final = 0.3
_PREFIX: Final = 4  # letters: as many as the shortest stem that can begin another word
# What begins a word of more names than this (Russ, Treff) brings nobody together; pairs grow with the square.
_CROWD: Final = 60

Neighbours = Mapping[str, set[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities that may be one: `keep` stays, `other` becomes a name of it. `score` lies between 0 and 1."""

    keep: Entity
    other: Entity
    score: float
    reasons: tuple[str, ...]
    unsure: bool = False


def obstacle(first: Entity, second: Entity, vocabulary: Vocabulary) -> str | None:
    """Return why two entities cannot be one, None where they can."""
    if not (first.provisional or second.provisional):
        return "beide stehen schon in den Tabellen oder sind allgemein bekannt"
    if first.wikidata and second.wikidata and first.wikidata != second.wikidata:
        return f"sie haben verschiedene Wikidata-Kennungen, {first.wikidata} und {second.wikidata}"
    if not (vocabulary.is_a(first.type, second.type) or vocabulary.is_a(second.type, first.type)):
        return f"die eine ist {first.type}, die andere {second.type}"
    return None


def propose_merges(
    entities: Iterable[Entity], claims: Iterable[Claim], merges: Merges, vocabulary: Vocabulary, *, unsure: bool = False
) -> tuple[Proposal, ...]:
    """Return the pairs that may be one, best first, of equal ones those that concern more claims.

    A pair that a person answered with yes or no is not proposed, nor one that an `obstacle` parts; what a person was
    unsure of comes last, and only when `unsure`. A pair that follows from better ones is left out. What only
    its document knows (das Gesetz) is proposed to be nothing else.
    """
    known = {entity.id: entity for entity in entities if entity.id not in merges.kept and not entity.is_local}
    names = {entity.id: _names(entity) for entity in known.values()}
    weights = word_weights(name for own in names.values() for name in own)
    neighbours = _neighbours(claims)
    found = []
    for pair in _candidates(names):
        first, second = (known[identifier] for identifier in sorted(pair))
        doubted = pair in merges.unsure
        if pair in merges.different or (doubted and not unsure) or obstacle(first, second, vocabulary):
            continue
        keep, other = _in_order(first, second, neighbours)
        compared = ((likeness(a, b, weights), a, b) for a, b in product(names[keep.id], names[other.id]))
        like, *alike = max(compared, key=lambda comparison: comparison[0])
        like *= _NARROWER if like < 1 and keep.type == "Thema" else 1
        shared = neighbours[keep.id] & neighbours[other.id]
        score = like + (1 - like) * _NEIGHBOURS * _share(shared, neighbours, pair)
        if like and score >= FLOOR:
            labels = [known[identifier].label for _, identifier in shared if identifier in known]
            found.append(Proposal(keep, other, score, _reasons(like, alike, keep, labels), doubted))

    def rank(proposal: Proposal) -> tuple[object, ...]:
        ids = proposal.keep.id, proposal.other.id
        return proposal.unsure, -round(proposal.score, 2), -len(neighbours[proposal.other.id]), *ids

    return tuple(_independent(sorted(found, key=rank)))


def _names(entity: Entity) -> list[NameWords]:
    person = entity.type == "Person"
    return [name_words(name, person=person) for name in dict.fromkeys((entity.label, *entity.aliases))]


def _neighbours(claims: Iterable[Claim]) -> defaultdict[str, set[tuple[str, str]]]:
    """Return who stands at the other end of which predicate; "^" before a predicate that leads here."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for claim in claims:
        subject, thing = claim.subject.entity.id, claim.object.entity.id
        found[subject].add((claim.predicate, thing))
        found[thing].add((f"^{claim.predicate}", subject))
    return found


def _candidates(names: Mapping[str, Iterable[NameWords]]) -> Iterator[frozenset[str]]:
    blocks: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for identifier, own in names.items():
        for name in own:
            prefixes = sorted({word[:_PREFIX] for word in name.words})
            for key in (*((prefix,) for prefix in prefixes), *combinations(prefixes, 2)):
                blocks[key].add(identifier)
    small = (block for block in blocks.values() if len(block) <= _CROWD)
    yield from dict.fromkeys(frozenset(pair) for block in small for pair in combinations(sorted(block), 2))


def _share(shared: set[tuple[str, str]], neighbours: Neighbours, pair: frozenset[str]) -> float:
    return len(shared) / max(1, min(len(neighbours[identifier]) for identifier in pair))


def _in_order(first: Entity, second: Entity, neighbours: Neighbours) -> tuple[Entity, Entity]:
    """Return the entity to keep and the other: a known one stays, else the one with more neighbours."""
    if first.provisional == second.provisional:
        swap = len(neighbours[first.id]) < len(neighbours[second.id])
    else:
        swap = first.provisional
    return (second, first) if swap else (first, second)


def _independent(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    groups: dict[str, set[str]] = {}
    for proposal in proposals:
        first, second = (groups.setdefault(entity.id, {entity.id}) for entity in (proposal.keep, proposal.other))
        if first is not second:
            yield proposal
            first |= second
            groups |= dict.fromkeys(second, first)


def _reasons(like: float, alike: Iterable[NameWords], keep: Entity, shared: Iterable[str]) -> tuple[str, ...]:
    same = " = ".join(name.written for name in alike)
    reasons = [f"Namen zu {100 * like:.0f} % gleich: {same}", f"Klasse {keep.type}"]
    if labels := sorted(set(shared)):
        reasons.append(f"gemeinsame Nachbarn: {', '.join(labels[:3])}{' …' if len(labels) > 3 else ''}")
    return tuple(reasons)
