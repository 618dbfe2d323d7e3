"""How long an editor waits: proposals to merge entities, and SHACL shapes over claims.

    python tests/bench/bench_curation.py [--entities N] [--claims N]

The rivals, in the same run: rapidfuzz's token_sort_ratio of every provisional name with every name, and pySHACL. Names
and claims are made up, the same in every run; about every thirtieth entity stands there twice, the second time as
another language would spell it. Seconds are the processor's.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from pyoxigraph import Quad, RdfFormat, Store
from rapidfuzz import fuzz, process

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from sample_graph import BASE, ONE, TWO, graph_of  # noqa: E402 - tests are no package

from kg.curate.merges import Merges  # noqa: E402
from kg.curate.proposals import propose_merges  # noqa: E402
from kg.model.entity import Entity  # noqa: E402
from kg.model.identity import slug  # noqa: E402
from kg.rdf.ontology import load_vocabulary  # noqa: E402
from kg.rdf.quads import claim_quads  # noqa: E402
from kg.rdf.serialize import written  # noqa: E402
from kg.validate.shapes import validate_shapes  # noqa: E402

SYLLABLES = ("schu", "wa", "ka", "ro", "mi", "ta", "jew", "len", "ber", "dor", "fel", "gra", "hof", "kor", "lem", "mar")
SHAPES = ROOT / "ontology" / "shapes.ttl"
ALIKE = 85  # a cut-off at which token_sort_ratio finds most twins


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entities", type=int, default=20_000, help="how many entities are compared (20000)")
    parser.add_argument("--claims", type=int, default=1000, help="how many claims have their shapes validated (1000)")
    options = parser.parse_args()
    compare_proposals(options.entities)
    compare_shapes(options.claims)


def compare_proposals(number: int) -> None:
    entities, twins = made_up(number)
    vocabulary = load_vocabulary(ROOT / "ontology")
    proposals, ours = timed(lambda: propose_merges(entities, (), Merges(), vocabulary))
    found = {frozenset((proposal.keep.id, proposal.other.id)) for proposal in proposals}
    print(f"{len(entities)} entities, {len(twins)} of them twice")
    print(f"  proposals          {ours:8.1f} s  {len(found & twins):6} of them among {len(found)} pairs")
    asked = [entity for entity in entities if entity.provisional]
    names, others = ([entity.label for entity in group] for group in (asked, entities))
    scores, theirs = timed(lambda: process.cdist(names, others, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE))
    pairs = {frozenset((asked[a].id, entities[b].id)) for a, b in zip(*scores.nonzero(), strict=True)}
    pairs -= {frozenset((entity.id,)) for entity in asked}
    print(f"  all pairs          {theirs:8.1f} s  {len(pairs & twins):6} of them among {len(pairs)} pairs")


def compare_shapes(number: int) -> None:
    from pyshacl import validate
    from rdflib import Graph

    claims = [*ONE.claims, *TWO.claims]
    more = (replace(claims[count % len(claims)], id=f"claim{count}") for count in range(number))
    quads: list[Quad] = [*graph_of([ONE, TWO]), *(quad for claim in more for quad in claim_quads(claim, BASE))]
    store = Store()
    store.extend(quads)
    _, ours = timed(lambda: validate_shapes(store, SHAPES, "error"))
    data = Graph().parse(data=written((quad.triple for quad in quads), RdfFormat.N_TRIPLES), format="nt")
    shapes = Graph().parse(SHAPES, format="turtle")
    _, theirs = timed(lambda: validate(data, shacl_graph=shapes, inplace=True))
    print(f"{number} claims\n  shapes             {ours:8.2f} s\n  shapes, pySHACL    {theirs:8.2f} s")


def made_up(number: int) -> tuple[list[Entity], set[frozenset[str]]]:
    """Return entities with made-up names and the pairs of ids that are one entity in two spellings."""
    random = Random(1)  # the same names in every run
    entities: dict[str, Entity] = {}
    twins = set()
    while len(entities) < number:
        first, last = ("".join(random.choices(SYLLABLES, k=random.randint(2, 4))).capitalize() for _ in range(2))
        kind = "Person" if random.random() < 0.5 else "Organisation"
        entity = Entity(slug(f"{first} {last}"), f"{first} {last}", kind)
        entities[entity.id] = entity
        again = entity.label.replace("sch", "sh").replace("Sch", "Sh").replace("w", "v").replace("W", "V")
        if len(entities) % 20 == 0 and again != entity.label:
            entities[slug(again)] = replace(entity, id=slug(again), label=again, provisional=True)
            twins.add(frozenset((entity.id, slug(again))))
    return list(entities.values()), twins


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what work gives, and its seconds."""
    start = process_time()
    return work(), process_time() - start


if __name__ == "__main__":
    main()
