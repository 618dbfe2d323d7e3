"""Shortest paths: short before certain before telling, both ways, with every claim of a step."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_graph import DAY, claim

from kg.answer.paths import Path, find_paths
from kg.model.claim import Claim, Participant
from kg.model.entity import Entity

A, B, C, D, E = (Entity(name, name, "Ding") for name in "ABCDE")


def walk(paths: tuple[Path, ...]) -> list[str]:
    return ["".join([path[0].source.id, *(step.target.id for step in path)]) for path in paths]


def link(first: Entity, second: Entity, **more: object) -> Claim:
    return claim("one", first, "nennt", second, **more)


SQUARE = [link(A, B), link(B, D), link(A, C), link(D, C)]


def test_a_claim_is_walked_both_ways_and_keeps_its_direction() -> None:
    ((step,),) = find_paths([link(B, A)], "A", "B")
    assert (step.source, step.target) == (A, B)
    assert step.claims[0].subject.entity == B


def test_all_equally_short_paths_are_found_up_to_the_most() -> None:
    assert sorted(walk(find_paths(SQUARE, "A", "D"))) == ["ABD", "ACD"]
    assert len(find_paths(SQUARE, "A", "D", most=1)) == 1


def test_a_longer_path_is_none_beside_a_short_one_however_sure() -> None:
    direct = link(A, D, polarity="neg", modality="planned", speaker=Participant(E), confidence=0.0)
    assert walk(find_paths([*SQUARE, direct], "A", "D")) == ["AD"]


@pytest.mark.parametrize(
    "weaker",
    [{"polarity": "neg"}, {"modality": "possible"}, {"speaker": Participant(E)}, {"confidence": 0.5}],
)
def test_of_equally_short_paths_the_better_supported_comes_first(weaker: dict[str, object]) -> None:
    assert walk(find_paths([link(A, B, **weaker), *SQUARE[1:]], "A", "D")) == ["ACD", "ABD"]
    assert walk(find_paths([*SQUARE[:2], link(A, C, **weaker), SQUARE[3]], "A", "D")) == ["ABD", "ACD"]


def test_of_equally_sure_paths_the_one_through_the_less_connected_comes_first() -> None:
    assert walk(find_paths([*SQUARE, link(B, E)], "A", "D")) == ["ACD", "ABD"]
    assert walk(find_paths([*SQUARE, link(C, E)], "A", "D")) == ["ABD", "ACD"]


def test_a_step_has_all_its_claims_the_surest_and_latest_first() -> None:
    denied = claim("two", A, "lobt", B, polarity="neg")
    dated = claim("two", B, "trifft", A, when=DAY)
    ((step,),) = find_paths([denied, link(A, B), dated], "A", "B")
    assert step.claims == (dated, link(A, B), denied)


@pytest.mark.parametrize(
    ("claims", "options"),
    [
        (SQUARE[:1], {}),
        ([], {}),
        (SQUARE, {"longest": 1}),
        (SQUARE, {"without": ["B", "C"]}),
        ([link(A, A), link(D, D)], {}),
    ],
)
def test_where_there_is_no_path_there_is_none(claims: list[Claim], options: dict[str, object]) -> None:
    assert find_paths(claims, "A", "D", **options) == ()  # type: ignore[arg-type]


def test_the_ends_are_never_avoided() -> None:
    assert walk(find_paths(SQUARE, "A", "D", without=["A", "B"])) == ["ACD"]


ENTITIES = st.sampled_from([A, B, C, D, E])


@given(st.lists(st.tuples(ENTITIES, ENTITIES, st.floats(0, 1)), max_size=12, unique_by=lambda link: link[:2]))
def test_paths_are_shortest_simple_and_hang_together(links: list[tuple[Entity, Entity, float]]) -> None:
    claims = [link(first, second, confidence=confidence) for first, second, confidence in links]
    found = find_paths(claims, "A", "E", most=20)
    assert len(set(walk(found))) == len(found)
    for path in found:
        assert len(path) == len(found[0])
        names = ["A", *(step.target.id for step in path)]
        assert names[-1] == "E"
        assert len(set(names)) == len(names)
        for (first, second), step in zip(pairwise(names), path, strict=True):
            assert step.claims
            assert all({c.subject.entity.id, c.object.entity.id} == {first, second} for c in step.claims)
    assert find_paths(reversed(claims), "A", "E", most=20) == found
