"""Which names of the seed articles a person is asked to merge, where no table knows them.

The tables of the workspace know the names of the seed articles, so reading resolves them by itself. Read with empty
tables, the articles bring provisional entities, several of them for one entity of the gold: those merges are to be
among the first proposals, and no proposal may join names of two entities.
"""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

import networkx
from eval.shared import ARTICLES, GOLD

from kg.claim.entities import entities_of
from kg.curate.merges import Merges
from kg.curate.proposals import Proposal, propose_merges
from kg.model.entity import Entity
from kg.pipeline import Extraction, extract_paths, load_resources
from kg.workspace import create_workspace

FIRST = 10  # proposals that a person looks through in a minute or two


class Found(NamedTuple):
    """How many merges the gold asks for, how many the first proposals make, and the labels they join."""

    asked: int
    made: int
    right: list[tuple[str, str]]
    wrong: list[tuple[str, str]]


@cache
def score_merges() -> Found:
    """Return the figures over all seed articles; proposals on names that the gold lacks are neither right nor wrong."""
    gold = _gold_names()
    entities, proposals = _proposals()
    named = [gold[entity.label] for entity in entities if entity.provisional and entity.label in gold]
    pairs = [(proposal.keep.label, proposal.other.label) for proposal in proposals[:FIRST]]
    judged = [(one, other) for one, other in pairs if one in gold and other in gold]
    right = [(one, other) for one, other in judged if gold[one] == gold[other]]
    groups = networkx.connected_components(networkx.Graph(right))
    made = sum(len(group) - 1 for group in groups)
    return Found(len(named) - len(set(named)), made, right, [pair for pair in judged if pair not in right])


def _gold_names() -> dict[str, str]:
    cross = json.loads((GOLD.parent / "seeds_cross.json").read_text(encoding="utf-8"))
    named = (merge for merge in cross["merges"] if merge["type"] != "Thema")
    return {name: merge["canonical"] for merge in named for name in merge["all_variants"]}


def _proposals() -> tuple[tuple[Entity, ...], tuple[Proposal, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        workspace = create_workspace(Path(folder) / "bare")
        for table in (workspace.seeds / "curated").iterdir():
            table.unlink()
        resources = load_resources(workspace)
        read = extract_paths([ARTICLES], resources)
        claims = [claim for found in read if isinstance(found, Extraction) for claim in found.claims]
    entities = entities_of(claims)
    return entities, propose_merges(entities, claims, Merges(), resources.vocabulary)


if __name__ == "__main__":
    score = score_merges()
    print(*score.right, "wrong:", *score.wrong, f"{score.made} of {score.asked} merges", sep="\n")
